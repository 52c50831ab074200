//! A budget line: what it is, its account, when it is paid.

use egui::{Key, Label, Modifiers, ScrollArea, TextEdit, Ui};
use previ_engine::account::AccountNumber;
use previ_engine::id::{ActivityId, LineId};
use previ_engine::line::BudgetLine;
use previ_engine::money::Amount;
use previ_engine::schedule::{Schedule, ScheduleRule};
use previ_engine::timeline::FiscalYear;
use previ_engine::timing::Timing;
use previ_session::edits::LineEdit;
use previ_session::{Edit, Session};
use previ_words::{
    Language, Message, account_label, editable, fiscal_year, month_names, short_month_names, text, timing,
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
    timing: Timing,
    /// A first amount a year, of a new line.
    amount: String,
    /// Months among which a yearly amount is shared; none where it is not a yearly amount.
    months: Option<Vec<u8>>,
    /// What it came to by fiscal year, as typed; none until it is shown.
    actual: Option<Vec<(FiscalYear, String)>>,
}

/// Width of what a line came to in a year: three of them stand beside each other.
const DONE: f32 = 104.0;

/// Accounts to choose from are those of three digits or more: others are headings.
const SHORTEST: u32 = 3;

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
            timing: Timing::SameMonth,
            amount: String::new(),
            months: Some(Vec::new()),
            actual: None,
        }
    }

    /// A line that is there.
    #[must_use]
    pub fn of(line: &BudgetLine) -> Self {
        let months = match &line.schedule.rule {
            ScheduleRule::Yearly { months, .. } | ScheduleRule::QuantityPrice { months, .. } => {
                Some(months.clone())
            }
            _ => None,
        };
        Self {
            line: Some(line.id),
            label: line.label.clone(),
            class: line.account.class(),
            account: Some(line.account),
            search: String::new(),
            activity: line.activity,
            timing: line.settlement.timing.clone(),
            amount: String::new(),
            months,
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
            let timings = timings(language, self.class, &self.timing);
            if let Some(chosen) = form::choose(ui, "line-timing", &words, &self.timing, &timings) {
                self.timing = chosen;
            }
        });
        self.calendar(ui, language);
        self.actual(ui, session);
        buttons(ui, language, if self.line.is_some() { "app-change" } else { "app-add" })
    }

    /// The accounts that fit what was typed: nobody knows them by heart.
    fn accounts(&mut self, ui: &mut Ui, session: &Session) {
        let language = session.language();
        let shown = |account: AccountNumber| {
            format!("{account} – {}", account_label(language, session.reference(), account))
        };
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
        let words = text(language, "app-line-usual-words");
        let find = |wanted: &str| -> Vec<AccountNumber> {
            let usual = usual(&words, wanted);
            let fits = |account: &AccountNumber| {
                account.class() == self.class
                    && account.digits() >= SHORTEST
                    && (wanted.is_empty()
                        || usual.contains(account)
                        || plain(&shown(*account)).contains(wanted))
            };
            session.reference().chart.iter().map(|account| account.number).filter(fits).collect()
        };
        let typed: Option<AccountNumber> = self.search.trim().parse().ok();
        let mut found = find(&plain(&self.search));
        // The title often says it: "Loyer".
        let by_title = if self.search.trim().is_empty() { find(&plain(&self.label)) } else { Vec::new() };
        if !by_title.is_empty() {
            found = by_title;
        }
        if let Some(typed) = typed.filter(|typed| typed.class() == self.class && !found.contains(typed)) {
            found.push(typed);
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

    pub(super) fn submit(&self, session: &mut Session) -> Result<Vec<Request>, Message> {
        let language = session.language();
        let Some(account) = self.account else {
            let (said, hint) = ("app-line-account-missing", "app-line-account-missing.hint");
            return Err(Message { text: text(language, said), hint: text(language, hint) });
        };
        match self.line {
            Some(line) => self.change(session, line, account),
            None => self.add(session, account),
        }
    }

    fn add(&self, session: &mut Session, account: AccountNumber) -> Result<Vec<Request>, Message> {
        let language = session.language();
        let amount = amount_of(language, &text(language, "app-line-amount"), &self.amount)?;
        let label = match self.label.trim() {
            "" => account_label(language, session.reference(), account),
            label => label.to_owned(),
        };
        let added = edit(session, LineEdit::Add { label, account, activity: self.activity })?;
        let Some(item @ previ_engine::id::ItemId::Line(id)) = added else { return Ok(Vec::new()) };
        self.change(session, id, account)?;
        if !amount.euros().is_zero() {
            let timeline = session.plan().frame.timeline();
            let year = timeline.fiscal_year(timeline.first());
            edit(session, LineEdit::SetYearAmount { line: id, year, amount })?;
            // From then on every year, until another amount is typed.
            let line = session.plan().lines.iter().find(|line| line.id == id);
            if let Some(schedule) = line.and_then(|line| every_year(&line.schedule)) {
                edit(session, LineEdit::SetSchedule(id, schedule))?;
            }
        }
        Ok(vec![Request::Show(item)])
    }

    /// One edit for each thing that differs.
    fn change(
        &self,
        session: &mut Session,
        id: LineId,
        account: AccountNumber,
    ) -> Result<Vec<Request>, Message> {
        let Some(line) = session.plan().lines.iter().find(|line| line.id == id).cloned() else {
            return Ok(Vec::new());
        };
        let mut edits: Vec<Edit> = Vec::new();
        let label = self.label.trim();
        if label != line.label && !label.is_empty() {
            edits.push(LineEdit::Rename(id, label.to_owned()).into());
        }
        if account != line.account {
            edits.push(LineEdit::SetAccount(id, account).into());
        }
        if self.activity != line.activity {
            edits.push(LineEdit::SetActivity(id, self.activity).into());
        }
        if self.timing != line.settlement.timing {
            edits.push(LineEdit::SetTiming(id, self.timing.clone()).into());
        }
        if let Some(schedule) = self.months.as_ref().and_then(|months| in_months(&line.schedule, months)) {
            edits.push(LineEdit::SetSchedule(id, schedule).into());
        }
        let language = session.language();
        for (year, typed) in self.actual.iter().flatten() {
            let name = format!("{} {}", text(language, "app-line-actual"), fiscal_year(*year));
            let amount = match typed.trim() {
                "" => None,
                typed => Some(amount_of(language, &name, typed)?),
            };
            let year = year.key();
            if amount != line.actual.get(&year).copied() {
                edits.push(LineEdit::SetActual { line: id, year, amount }.into());
            }
        }
        for change in edits {
            edit(session, change)?;
        }
        Ok(Vec::new())
    }
}

/// The same schedule shared among other months; none where nothing changes.
fn in_months(schedule: &Schedule, chosen: &[u8]) -> Option<Schedule> {
    let mut changed = schedule.clone();
    match &mut changed.rule {
        ScheduleRule::Yearly { months, .. } | ScheduleRule::QuantityPrice { months, .. } => {
            *months = chosen.to_vec();
        }
        _ => return None,
    }
    (changed != *schedule).then_some(changed)
}

/// The amount of the first year in all those after it; none for other schedules.
fn every_year(schedule: &Schedule) -> Option<Schedule> {
    let mut changed = schedule.clone();
    let ScheduleRule::Yearly { amounts, .. } = &mut changed.rule else { return None };
    let first = amounts.keys().next().copied()?;
    amounts.retain(|year, _| *year == first);
    (changed != *schedule).then_some(changed)
}

/// What fits most lines, and what the line has.
fn timings(language: Language, class: u8, current: &Timing) -> Vec<(Timing, String)> {
    let mut usual = vec![
        Timing::SameMonth,
        Timing::After { months: 1 },
        Timing::After { months: 2 },
        Timing::Before { months: 1 },
        Timing::InMonths { months: vec![3, 6, 9, 12] },
        Timing::Instalments { count: 3, every_months: 1 },
    ];
    if class == 7 {
        usual.push(Timing::OnReceipt);
    }
    if !usual.contains(current) {
        usual.push(current.clone());
    }
    usual.into_iter().map(|found| (found.clone(), words(language, &found))).collect()
}

fn words(language: Language, found: &Timing) -> String {
    match found {
        Timing::InMonths { months } => {
            let names = short_month_names(language);
            let names: Vec<&str> =
                months.iter().filter_map(|month| names.get(usize::from(*month) - 1).copied()).collect();
            format!("{} ({})", timing(language, found), names.join(", "))
        }
        _ => timing(language, found),
    }
}

/// The accounts of the words that people use and the chart does not: "word number, word number…".
fn usual(words: &str, wanted: &str) -> Vec<AccountNumber> {
    let entries = words.split(',').filter_map(|entry| entry.trim().rsplit_once(' '));
    let found = entries.filter(|(word, _)| wanted.len() > 2 && plain(word).contains(wanted));
    found.filter_map(|(_, number)| number.parse().ok()).collect()
}

/// Without accents and capitals, for the search.
fn plain(text: &str) -> String {
    let fold = |letter: char| match letter {
        'à' | 'â' | 'ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' => 'i',
        'ô' | 'ö' => 'o',
        'ù' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        other => other,
    };
    text.trim().to_lowercase().chars().map(fold).collect()
}
