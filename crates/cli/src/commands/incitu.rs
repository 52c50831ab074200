//! `previ incitu`: a year of the plan as InCitu's workbook reckons it, and why its result is another one.

use std::io;

use previ_engine::certainty::Certainty;
use previ_engine::diagnostic::{Arg, ArgKind, Code, CodeSpec, Diagnostic, Place, Severity};
use previ_engine::id::ItemId;
use previ_engine::money::{Percent, to_cents};
use previ_engine::plan::Plan;
use previ_engine::projection::project;
use previ_sheets::incitu::{
    Account, Both, Completion, Project, ProjectSet, Report, incitu_report, usual_contributions,
};
use previ_words::{
    Decimals, account_label, amount, certainty, fiscal_year, funder_kind, number, percent, text_with,
};
use rust_decimal::Decimal;

use crate::arguments::{Format, InCituRequest};
use crate::commands::read_plan;
use crate::table::{Table, cut, hanging, wrapped};
use crate::{Console, Exit, json};

/// A year that the plan does not have.
pub(crate) const NO_SUCH_YEAR: CodeSpec = CodeSpec {
    code: Code("cli.no-such-year"),
    args: &[("year", ArgKind::Year), ("first", ArgKind::Year), ("last", ArgKind::Year)],
};

pub(crate) fn run(request: &InCituRequest, console: &mut Console<'_>) -> io::Result<Exit> {
    let plan = match read_plan(request.file.as_deref(), console)? {
        Ok(document) => document.plan,
        Err(exit) => return Ok(exit),
    };
    let reference = previ_reference::reference();
    let projection = project(&plan, reference, None);
    let years = years(&plan, console);
    let year = request.year.unwrap_or(years.usual);
    let Some(report) = incitu_report(&plan, reference, year) else {
        let unknown = Diagnostic::new(NO_SUCH_YEAR.code, Severity::Error, Place::Whole);
        let unknown = unknown.with("year", Arg::Year(year)).with("first", Arg::Year(years.first));
        console.complain(&[unknown.with("last", Arg::Year(years.last))])?;
        return Ok(Exit::Usage);
    };
    let set = match request.set.as_deref().map(|text| ProjectSet::parse(text, report.projects.len())) {
        None => None,
        Some(Ok(set)) => Some(set),
        Some(Err(wrong)) => {
            console.complain(&[wrong])?;
            return Ok(Exit::Usage);
        }
    };
    let account = report.account(set.as_ref(), request.contributions.unwrap_or_else(usual_contributions));
    if request.format == Format::Json {
        json::incitu(console.out, &plan, &report, set.as_ref(), &account, console.language)?;
    } else {
        let page = Page { plan: &plan, report: &report, console };
        let text = page.text(set.as_ref(), &account);
        console.out.write_all(text.as_bytes())?;
    }
    console.complain(&report.warnings)?;
    super::check::conclude(&projection.diagnostics, console)
}

/// The years that may be asked for.
struct Years {
    first: i32,
    last: i32,
    /// That of today, or the nearest one.
    usual: i32,
}

fn years(plan: &Plan, console: &Console<'_>) -> Years {
    let timeline = plan.frame.timeline();
    let key = |month| timeline.fiscal_year(month).key();
    let (first, last) = (key(timeline.first()), key(timeline.last()));
    let today = console.surroundings.today;
    let seen = plan.frame.horizon.seen_from(Some(today)).unwrap_or(today);
    Years { first, last, usual: key(seen).clamp(first, last.max(first)) }
}

struct Page<'a, 'c> {
    plan: &'a Plan,
    report: &'a Report,
    console: &'a Console<'c>,
}

impl Page<'_, '_> {
    fn text(&self, set: Option<&ProjectSet>, account: &Account) -> String {
        let width = self.console.surroundings.columns;
        let name = &self.plan.frame.association.name;
        let year = fiscal_year(self.report.year);
        let mut text = format!("{name} · {year} · {}\n\n", self.say("cli-incitu-title"));
        text.push_str(&wrapped(&self.days(), "", width));
        let mut add = |title: &str, table: Table| {
            text.push_str(&format!("\n{title}\n{}", table.render(width)));
        };
        if !self.report.people.is_empty() {
            add(&self.say("cli-incitu-people"), self.people());
        }
        add(&self.say("cli-incitu-charges"), self.charges());
        let sides: [(&str, fn(Both) -> Decimal); 2] = [
            ("cli-incitu-projects-planned", |amount| amount.planned),
            ("cli-incitu-projects-realised", |amount| amount.realised),
        ];
        for (title, side) in sides {
            add(&self.say(title), self.projects(side));
        }
        add(&self.say("cli-incitu-certainty"), self.certainties());
        add(&self.account_title(set, account), self.account(account));
        if set.is_none() {
            add(&self.say("cli-incitu-bridge"), self.bridge());
        }
        text.push_str(&self.promises(width));
        text
    }

    fn say(&self, id: &str) -> String {
        self.console.text(id)
    }

    fn euros(&self, euros: Decimal) -> String {
        amount(self.console.language, to_cents(euros), Decimals::Two)
    }

    fn number(&self, value: Decimal) -> String {
        number(self.console.language, value.round_dp(2).normalize())
    }

    fn days(&self) -> String {
        let days = &self.report.days;
        let values = [
            ("workable", days.workable),
            ("days", days.days.into()),
            ("weekend", days.weekend.into()),
            ("holidays", days.holidays.into()),
            ("off", days.off),
        ];
        let args = values.map(|(name, value)| (name, Arg::Number(value.normalize())));
        text_with(self.console.language, "cli-incitu-days", &args)
    }

    fn header(&self, columns: &[&str]) -> Table {
        Table::new(columns.iter().map(|id| self.say(id)).collect())
    }

    fn people(&self) -> Table {
        let columns = [
            "cli-incitu-person",
            "cli-incitu-days-in-year",
            "cli-incitu-operational",
            "cli-incitu-planned",
            "cli-incitu-done",
            "cli-incitu-cost",
            "cli-incitu-day-cost",
        ];
        let mut table = self.header(&columns);
        let mut whole = [Decimal::ZERO; 5];
        for person in &self.report.people {
            let on_projects: Both = person.on_projects.iter().copied().sum();
            let numbers = [
                person.days,
                person.operational_days,
                on_projects.planned,
                on_projects.realised,
                person.cost,
            ];
            for (sum, value) in whole.iter_mut().zip(numbers) {
                *sum += value;
            }
            let cells = self.person_cells(numbers).into_iter().chain([self.euros(person.day_cost)]);
            table.row(self.person_name(person.position.into()), cells);
        }
        table.rule();
        table.row(self.say("cli-incitu-total"), self.person_cells(whole));
        table
    }

    fn person_cells(&self, [days, operational, planned, realised, cost]: [Decimal; 5]) -> [String; 5] {
        [
            self.number(days),
            self.number(operational),
            self.number(planned),
            self.number(realised),
            self.euros(cost),
        ]
    }

    fn person_name(&self, item: ItemId) -> String {
        let holder = self.plan.positions.iter().find(|known| item == known.id.into());
        let holder = holder.and_then(|position| position.holder.clone());
        holder.unwrap_or_else(|| self.plan.label(item).to_owned())
    }

    fn charges(&self) -> Table {
        let columns = [
            "cli-incitu-category",
            "cli-incitu-two-before",
            "cli-incitu-one-before",
            "cli-incitu-planned",
            "cli-incitu-realised",
            "cli-incitu-completion",
            "cli-incitu-per-day",
        ];
        let mut table = self.header(&columns);
        let cells = |[first, second]: [Decimal; 2], amount: Both| {
            let amounts = [first, second, amount.planned, amount.realised].map(|euros| self.euros(euros));
            amounts.into_iter().chain([self.completion(amount)]).collect::<Vec<_>>()
        };
        let (mut before, mut whole) = ([Decimal::ZERO; 2], Both::default());
        for category in &self.report.categories {
            let label = category.pool.map(|pool| self.plan.label(pool.into()).to_owned());
            let mut cells = cells(category.before, category.amount);
            cells.push(self.euros(category.day_cost.planned));
            table.row(label.unwrap_or_else(|| self.say("cli-incitu-one-category")), cells);
            whole = whole + category.amount;
            for (sum, euros) in before.iter_mut().zip(category.before) {
                *sum += euros;
            }
        }
        table.rule();
        table.row(self.say("cli-incitu-total"), cells(before, whole));
        table
    }

    fn completion(&self, amount: Both) -> String {
        match amount.completion() {
            Completion::Nothing => String::new(),
            Completion::Unplanned => self.say("cli-incitu-unplanned"),
            Completion::Percent(value) => {
                let value =
                    Percent::new(value.round_dp(1)).map(|value| percent(self.console.language, value));
                value.unwrap_or_else(|| self.say("cli-incitu-unplanned"))
            }
        }
    }

    fn project_name(&self, place: usize, project: &Project) -> String {
        format!("{} {}", place + 1, self.plan.label(project.activity.into()))
    }

    fn projects(&self, side: fn(Both) -> Decimal) -> Table {
        let columns = [
            "cli-incitu-project",
            "cli-incitu-days-on",
            "cli-incitu-staff",
            "cli-incitu-indirect",
            "cli-incitu-expenses",
            "cli-incitu-project-cost",
            "cli-incitu-funding",
            "cli-incitu-other",
            "cli-incitu-structure",
        ];
        let mut table = self.header(&columns);
        let cells = |amounts: [Both; 8]| {
            let [days, euros @ ..] = amounts;
            let days = self.number(side(days));
            std::iter::once(days).chain(euros.map(|euros| self.euros(side(euros)))).collect::<Vec<_>>()
        };
        let mut whole = [Both::default(); 8];
        for (place, project) in self.report.projects.iter().enumerate() {
            let amounts = [
                project.days,
                project.staff,
                project.indirect.iter().copied().sum(),
                project.expenses_total(),
                project.cost(),
                project.funding(),
                project.other_income(),
                project.paid_by_structure(),
            ];
            for (sum, amount) in whole.iter_mut().zip(amounts) {
                *sum = *sum + amount;
            }
            table.row(self.project_name(place, project), cells(amounts));
        }
        table.rule();
        table.row(self.say("cli-incitu-total"), cells(whole));
        table
    }

    fn certainties(&self) -> Table {
        let levels = Certainty::ALL;
        let levels = levels.map(|level| cut(&certainty(self.console.language, level), 20));
        let mut table =
            Table::new(std::iter::once(self.say("cli-incitu-project")).chain(levels).collect::<Vec<_>>());
        for (place, project) in self.report.projects.iter().enumerate() {
            let cells = project.by_certainty().map(|amount| self.euros(amount.planned));
            table.row(self.project_name(place, project), cells);
        }
        table
    }

    fn account_title(&self, set: Option<&ProjectSet>, account: &Account) -> String {
        let Some(set) = set else { return self.say("cli-incitu-account") };
        let numbers = set.numbers().iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        let hundredths = |share: Decimal| self.number(share.saturating_mul(Decimal::ONE_HUNDRED));
        let args = [
            ("projects", Arg::Text(numbers)),
            ("planned", Arg::Text(hundredths(account.rate.planned))),
            ("realised", Arg::Text(hundredths(account.rate.realised))),
        ];
        text_with(self.console.language, "cli-incitu-account-of", &args)
    }

    fn account(&self, account: &Account) -> Table {
        let columns = [
            "cli-incitu-account-heading",
            "cli-incitu-planned",
            "cli-incitu-realised",
            "cli-incitu-completion",
        ];
        let mut table = self.header(&columns);
        let mut row = |label: String, amount: Both| {
            let cells = [self.euros(amount.planned), self.euros(amount.realised), self.completion(amount)];
            table.row(label, cells);
        };
        let inside = |id: &str| format!("    {}", self.say(id));
        let reference = previ_reference::reference();
        for (heading, amount) in account.charges.iter().filter(|(_, amount)| *amount != Both::default()) {
            let label = account_label(self.console.language, reference, *heading);
            row(format!("{heading} {label}"), *amount);
            if heading.get() == 64 {
                row(inside("cli-incitu-pay"), account.pay);
                row(inside("cli-incitu-contributions"), account.contributions);
            }
            if heading.get() == 68 && account.provisions_made != Both::default() {
                row(inside("cli-incitu-provisions-made"), account.provisions_made);
            }
        }
        row(self.say("cli-total-charges"), account.total_charges());
        row(self.say("cli-incitu-own-income"), account.own_income);
        row(self.say("cli-incitu-funders"), account.total_funders());
        for (kind, amount) in &account.funders {
            row(format!("    {}", funder_kind(self.console.language, *kind)), *amount);
        }
        row(self.say("cli-incitu-other-income"), account.other_income);
        row(self.say("cli-incitu-provisions-released"), account.provisions_released);
        row(self.say("cli-total-income"), account.total_income());
        row(self.say("cli-result"), account.result());
        table
    }

    fn bridge(&self) -> Table {
        let mut table = self.header(&["cli-incitu-why", "cli-amount"]);
        for (place, step) in self.report.bridge.iter().enumerate() {
            let label = self.say(json::step_id(step.kind));
            if step.kind.is_result() && place > 0 {
                table.rule();
            }
            let label = if step.kind.is_result() { label } else { format!("    {label}") };
            table.row(label, [self.euros(step.euros)]);
        }
        table
    }

    /// What each project is to bring about, and what else there is to know.
    fn promises(&self, width: usize) -> String {
        let mut text = String::new();
        for (place, project) in self.report.projects.iter().enumerate() {
            let activity = self.plan.activities.iter().find(|known| known.id == project.activity);
            let Some(activity) = activity else { continue };
            let said = activity.deliverables.iter().chain(&activity.details);
            let mut lines = said.map(|line| hanging(line, "  • ", width)).peekable();
            if lines.peek().is_some() {
                text.push_str(&format!("\n{}\n", self.project_name(place, project)));
                text.extend(lines);
            }
        }
        text
    }
}
