//! A budget line: what it is, its account, when it is paid.

use std::collections::BTreeMap;

use egui::{Key, Label, Modifiers, ScrollArea, TextEdit, Ui};
use previ_engine::account::AccountNumber;
use previ_engine::id::{ActivityId, LineId};
use previ_engine::line::BudgetLine;
use previ_engine::money::Amount;
use previ_engine::timeline::FiscalYear;
use previ_engine::timing::Timing;
use previ_session::Session;
use previ_session::edits::{LineEdit, LineFields, months_of, usual_timing};
use previ_session::views::line::{account_in_words, accounts_like, timings};
use previ_words::{
    Language, Message, account_label, editable, fiscal_year, month_names, short_month_names, text,
};

use super::small::field;
use super::{Outcome, amount_of, buttons, edit, first, title};
use crate::page::{Request, activities};
use crate::widget::block::hint;
use crate::widget::form;

/// The form of a line, new or changed.
#[derive(Clone, Debug, PartialEq)]
pub struct LineForm {
    line: Option<LineId>,
    label: String,
    /// 6 for an expense, 7 for income.
    class: u8,
    account: Option<AccountNumber>,
    search: String,
    activity: Option<ActivityId>,
    /// None until one is chosen: as is usual for the account.
    timing: Option<Timing>,
    /// A first amount a year, of a new line.
    amount: String,
    /// Months among which a yearly amount is shared; none where it is not a yearly amount.
    months: Option<Vec<u8>>,
    /// What it came to by fiscal year, as typed; none until it is shown.
    actual: Option<Vec<(FiscalYear, String)>>,
}

/// Width of what a line came to in a year: three of them stand beside each other.
const DONE: f32 = 104.0;

impl LineForm {
    /// A new line, of the kind of the one the cursor stands on.
    #[must_use]
    pub fn new(like: Option<&BudgetLine>) -> Self {
        Self {
            line: None,
            label: String::new(),
            class: like.map_or(6, |line| line.account.class()),
            account: None,
            search: String::new(),
            activity: like.and_then(|line| line.activity),
            timing: None,
            amount: String::new(),
            months: Some(Vec::new()),
            actual: None,
        }
    }

    /// A line that is there.
    #[must_use]
    pub fn of(line: &BudgetLine) -> Self {
        Self {
            line: Some(line.id),
            label: line.label.clone(),
            class: line.account.class(),
            account: Some(line.account),
            search: String::new(),
            activity: line.activity,
            timing: Some(line.settlement.timing.clone()),
            amount: String::new(),
            months: months_of(&line.schedule).map(<[u8]>::to_vec),
            actual: None,
        }
    }

    pub(super) fn show(&mut self, ui: &mut Ui, session: &Session) -> Outcome {
        let language = session.language();
        let say = |id| text(language, id);
        title(ui, &say(if self.line.is_some() { "app-line-change" } else { "app-line-new" }));
        form::row(ui, &say("app-line-kind"), |ui| {
            for (class, id) in [(6, "app-line-expense"), (7, "app-line-income")] {
                if form::marks(ui, |ui| ui.radio(self.class == class, say(id))).clicked()
                    && self.class != class
                {
                    self.class = class;
                    self.account = None;
                }
            }
        });
        form::row(ui, &say("app-line-label"), |ui| {
            first(&field(ui, &mut self.label, 380.0));
        });
        self.accounts(ui, session);
        if self.line.is_none() {
            form::row(ui, &say("app-line-amount"), |ui| {
                field(ui, &mut self.amount, form::SHORT);
                ui.label(say("app-line-amount-unit"));
            });
        }
        let words = say("app-tranche-for");
        form::row(ui, &words, |ui| {
            if let Some(chosen) = form::choose(ui, "line-for", &words, &self.activity, &activities(session)) {
                self.activity = chosen;
            }
        });
        let words = say(if self.class == 6 { "app-line-paid" } else { "app-line-received" });
        form::row(ui, &words, |ui| {
            let timing = self.timing();
            let timings = timings(language, self.class, &timing);
            if let Some(chosen) = form::choose(ui, "line-timing", &words, &timing, &timings) {
                self.timing = Some(chosen);
            }
        });
        self.calendar(ui, language);
        self.actual(ui, session);
        buttons(ui, language, if self.line.is_some() { "app-change" } else { "app-add" })
    }

    /// The accounts that fit what was typed: nobody knows them by heart.
    fn accounts(&mut self, ui: &mut Ui, session: &Session) {
        let language = session.language();
        let shown = |account| account_in_words(session, account);
        let mut entered = false;
        form::row(ui, &text(language, "app-line-account"), |ui| match self.account {
            Some(account) => {
                // First, so that a long name does not push it away; all of the name stands in its tip.
                ui.horizontal(|ui| {
                    if ui.button(text(language, "app-line-other-account")).clicked() {
                        self.account = None;
                    }
                    ui.add(Label::new(shown(account)).truncate());
                });
            }
            None => {
                let name = text(language, "app-line-search");
                let field =
                    ui.add(TextEdit::singleline(&mut self.search).hint_text(name).desired_width(380.0));
                // Enter takes the first account found, not the whole form.
                entered = field.lost_focus()
                    && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
            }
        });
        if self.account.is_some() {
            return;
        }
        let found = accounts_like(session, self.class, &self.search, &self.label);
        if entered && !self.search.trim().is_empty() {
            self.account = found.first().copied();
        }
        ScrollArea::vertical().id_salt("accounts").max_height(168.0).auto_shrink([false, true]).show(
            ui,
            |ui| {
                if found.is_empty() {
                    hint(ui, text(language, "app-line-no-account"));
                }
                for account in found {
                    if ui.selectable_label(false, shown(account)).clicked() {
                        self.account = Some(account);
                    }
                }
            },
        );
    }

    /// The months a yearly amount falls in.
    fn calendar(&mut self, ui: &mut Ui, language: Language) {
        let Some(months) = &mut self.months else {
            hint(ui, text(language, "app-line-own-calendar"));
            return;
        };
        form::row(ui, &text(language, "app-line-months"), |ui| {
            if form::marks(ui, |ui| ui.radio(months.is_empty(), text(language, "app-line-every-month")))
                .clicked()
            {
                months.clear();
            }
            if form::marks(ui, |ui| ui.radio(!months.is_empty(), text(language, "app-line-some-months")))
                .clicked()
                && months.is_empty()
            {
                months.push(1);
            }
        });
        if months.is_empty() {
            return;
        }
        ui.horizontal_wrapped(|ui| {
            let names = short_month_names(language).iter().zip(month_names(language));
            for (number, (short, long)) in (1..).zip(names) {
                let mut chosen = months.contains(&number);
                if form::marks(ui, |ui| ui.checkbox(&mut chosen, *short)).on_hover_text(*long).changed() {
                    months.retain(|month| *month != number);
                    if chosen {
                        months.push(number);
                        months.sort_unstable();
                    }
                }
            }
        });
    }

    /// What it came to in the years that are past or under way.
    fn actual(&mut self, ui: &mut Ui, session: &Session) {
        let Some(line) = session.plan().lines.iter().find(|line| Some(line.id) == self.line) else { return };
        let language = session.language();
        let shown = |amount: Amount| match Amount::from_cents(amount.cents()) == amount {
            true => form::grouped(language, amount),
            // Parts of a cent stay as they were typed.
            false => editable(language, amount.euros()),
        };
        let typed = |year: FiscalYear| {
            let amount = line.actual.get(&year.key());
            (year, amount.map_or_else(String::new, |amount| shown(*amount)))
        };
        let years = || session.actual_years(line).into_iter().map(typed).collect();
        let actual = self.actual.get_or_insert_with(years);
        form::row(ui, &text(language, "app-line-actual"), |ui| {
            for (year, typed) in actual {
                form::above(ui, DONE + 16.0, &fiscal_year(*year), |ui| {
                    field(ui, typed, DONE);
                });
            }
        });
        hint(ui, text(language, "app-line-actual-why"));
    }

    /// When it is paid or received.
    fn timing(&self) -> Timing {
        let usual = || self.account.map_or(Timing::SameMonth, usual_timing);
        self.timing.clone().unwrap_or_else(usual)
    }

    pub(super) fn submit(&self, session: &mut Session) -> Result<Vec<Request>, Message> {
        let fields = self.fields(session)?;
        let Some(id) = self.line else {
            let language = session.language();
            let yearly = amount_of(language, &text(language, "app-line-amount"), &self.amount)?;
            let added = edit(session, LineEdit::Add { fields, yearly })?;
            return Ok(added.map(Request::Show).into_iter().collect());
        };
        let line = session.plan().lines.iter().find(|line| line.id == id);
        if let Some(change) = line.and_then(|line| fields.edit(line)) {
            edit(session, change)?;
        }
        Ok(Vec::new())
    }

    /// What it says of the line; without a title, a line is called as its account.
    fn fields(&self, session: &Session) -> Result<LineFields, Message> {
        let language = session.language();
        let Some(account) = self.account else {
            let (said, hint) = ("app-line-account-missing", "app-line-account-missing.hint");
            return Err(Message { text: text(language, said), hint: text(language, hint) });
        };
        let label = match self.label.trim() {
            "" => account_label(language, session.reference(), account),
            label => label.to_owned(),
        };
        let mut actual = BTreeMap::new();
        for (year, typed) in self.actual.iter().flatten() {
            let name = format!("{} {}", text(language, "app-line-actual"), fiscal_year(*year));
            let amount = match typed.trim() {
                "" => None,
                typed => Some(amount_of(language, &name, typed)?),
            };
            actual.insert(year.key(), amount);
        }
        let (timing, months) = (self.timing(), self.months.clone());
        Ok(LineFields { timing, months, actual, ..LineFields::new(label, account, self.activity) })
    }
}
