//! The rows of a month's pay, written one after the other.

use previ_engine::contract::PayScale;
use previ_engine::diagnostic::Arg;
use previ_engine::id::ItemId;
use previ_engine::journal::{Rule, Segment};
use previ_engine::money::Percent;
use previ_engine::month::Month;
use previ_engine::month_pay::{Counted, MonthPay};
use previ_engine::payroll::{Contribution, Line, Parameter, Side, Slip, Standing};
use previ_engine::position::Position;
use previ_engine::reference::Reference;
use previ_engine::view::View;
use previ_words::{Decimals, Language, amount, contribution, month_short, number, percent, text, text_with};
use rust_decimal::Decimal;

use super::PayRow;
use crate::views::cell::Emphasis;

/// The table while it is written.
pub(super) struct Table<'a> {
    pub(super) view: &'a View,
    pub(super) reference: &'a Reference,
    pub(super) position: &'a Position,
    pub(super) month: Month,
    pub(super) language: Language,
    pub(super) rows: Vec<PayRow>,
    pub(super) notes: Vec<String>,
}

impl Table<'_> {
    /// Rows and notes of the pay; a note alone where there is none.
    pub(super) fn filled(mut self, pay: Option<&MonthPay>) -> (Vec<PayRow>, Vec<String>) {
        let Some(pay) = pay else {
            self.note("pay-none-this-month", &[]);
            return (self.rows, self.notes);
        };
        self.gross(pay);
        if matches!(self.position.scale_in(self.month), Some(PayScale::Points { .. })) {
            self.note("pay-points-why", &[]);
        }
        match &pay.counted {
            Counted::Typed { employer, employee } => self.typed(pay.earned, *employer, *employee),
            Counted::Calculated(slip) => self.calculated(slip),
        }
        (self.rows, self.notes)
    }

    fn say(&self, id: &str) -> String {
        text(self.language, id)
    }

    fn note(&mut self, id: &str, args: &[(&str, Arg)]) {
        self.notes.push(text_with(self.language, id, args));
    }

    fn heading(&mut self, id: &str) {
        let row = PayRow { label: self.say(id), emphasis: Emphasis::Heading, ..PayRow::default() };
        self.rows.push(row);
    }

    fn sum(&mut self, id: &str, cents: i64, emphasis: Emphasis) {
        let row = PayRow { label: self.say(id), cents: Some(cents), emphasis, ..PayRow::default() };
        self.rows.push(row);
    }

    fn gross(&mut self, pay: &MonthPay) {
        let since = self.paid_since().map(|month| self.since(month)).unwrap_or_default();
        let usual = PayRow { label: self.usual(), cents: Some(pay.usual), since, ..PayRow::default() };
        if pay.earned == pay.usual {
            self.rows.push(PayRow { emphasis: Emphasis::Total, ..usual });
            return;
        }
        self.rows.push(usual);
        self.sum("pay-extra", pay.earned - pay.usual, Emphasis::Normal);
        self.sum("pay-gross", pay.earned, Emphasis::Total);
    }

    /// The month from which the amount or the scale of the month holds.
    fn paid_since(&self) -> Option<Month> {
        let amount = self.position.gross.range(..=self.month).next_back().map(|(month, _)| *month);
        let scale = self.position.scale.range(..=self.month).next_back().map(|(month, _)| *month);
        amount.max(scale)
    }

    /// What the usual pay is: a typed amount, or what the scale says.
    fn usual(&self) -> String {
        let number = |value: Decimal| Arg::Text(number(self.language, value));
        match self.position.scale_in(self.month) {
            None => self.say("pay-gross"),
            Some(PayScale::MinimumWage(times)) => {
                text_with(self.language, "pay-gross-minimum-wage", &[("times", number(times.value()))])
            }
            Some(PayScale::Points { coefficient, .. }) => {
                let points = [("points", number(coefficient.value()))];
                text_with(self.language, "pay-gross-points", &points)
            }
        }
    }

    fn since(&self, month: Month) -> String {
        text_with(self.language, "pay-since", &[("month", Arg::Text(month_short(self.language, month)))])
    }

    fn typed(&mut self, gross: i64, employer: Percent, employee: Percent) {
        let own = self.say("pay-typed-rate");
        let charge = |label, rate: Percent| PayRow {
            label,
            base_cents: Some(gross),
            rate: shown_rate(self.language, rate.value()),
            cents: Some(rate.of_cents(gross)),
            since: own.clone(),
            emphasis: Emphasis::Normal,
        };
        let rows = [
            charge(self.say("pay-employer-side"), employer),
            charge(self.say("pay-employee-side"), employee),
        ];
        let [employer, employee] = rows;
        let (on_top, inside) = (employer.cents.unwrap_or(0), employee.cents.unwrap_or(0));
        self.rows.push(employer);
        self.sum("pay-cost", gross + on_top, Emphasis::Result);
        self.rows.push(employee);
        self.sum("pay-net", gross - inside, Emphasis::Total);
        self.note("pay-typed-why", &[]);
    }

    fn calculated(&mut self, slip: &Slip) {
        self.heading("pay-employer-heading");
        let reductions = [Contribution::Reduction, Contribution::PensionReduction];
        for line in slip.lines.iter().filter(|line| line.side == Side::Employer) {
            if !reductions.contains(&line.contribution) {
                self.line(line);
            }
        }
        let reduced: i64 = slip
            .lines
            .iter()
            .filter(|line| reductions.contains(&line.contribution))
            .map(|line| line.cents)
            .sum();
        self.reduction(slip, reduced);
        self.sum("pay-employer-total", slip.employer, Emphasis::Total);
        let tax = self.salary_tax();
        if tax != 0 {
            self.sum("pay-salary-tax", tax, Emphasis::Normal);
            self.note("pay-salary-tax-why", &[]);
        }
        self.sum("pay-cost", slip.cost() + tax, Emphasis::Result);
        self.heading("pay-employee-heading");
        slip.lines.iter().filter(|line| line.side == Side::Employee).for_each(|line| self.line(line));
        self.sum("pay-employee-total", slip.gross - slip.net, Emphasis::Total);
        self.sum("pay-net", slip.net, Emphasis::Total);
        if let Some(rate) = self.position.contract.tax_at_source {
            let withheld = rate.of_cents(slip.taxable);
            let row = PayRow {
                label: self.say("pay-tax-at-source"),
                base_cents: Some(slip.taxable),
                rate: shown_rate(self.language, rate.value()),
                cents: Some(withheld),
                since: self.say("pay-typed-rate"),
                emphasis: Emphasis::Normal,
            };
            self.rows.push(row);
            self.sum("pay-net-paid", slip.net - withheld, Emphasis::Total);
        }
        if self.reference.payroll.first_month().is_some_and(|first| self.month < first) {
            self.note("pay-before-parameters", &[]);
        }
    }

    fn line(&mut self, line: &Line) {
        let since = match line.parameter {
            Some(parameter) => self.known_since(parameter),
            None => self.whose(line.contribution),
        };
        let is_fixed = line.rate == 0;
        let row = PayRow {
            label: contribution(self.language, line.contribution),
            base_cents: (!is_fixed).then_some(line.base),
            rate: if is_fixed {
                String::new()
            } else {
                shown_rate(self.language, Decimal::new(line.rate, 6))
            },
            cents: Some(line.cents),
            since,
            emphasis: Emphasis::Normal,
        };
        self.rows.push(row);
    }

    /// Since when a rate of the law holds.
    fn known_since(&self, parameter: Parameter) -> String {
        let payroll = &self.reference.payroll;
        let month = payroll.first_month().map_or(self.month, |first| first.max(self.month));
        match payroll.known(parameter, month) {
            None => String::new(),
            Some(dated) if dated.standing == Standing::ToBeChecked => self.say("pay-to-be-checked"),
            Some(dated) => self.since(dated.from),
        }
    }

    /// Whose a rate or an amount is that no law fixes.
    fn whose(&self, of: Contribution) -> String {
        let employer = &self.view.plan().frame.association.employer;
        let contract = &self.position.contract;
        let (is_typed, usual) = match of {
            Contribution::Accident => {
                let typed = contract.work_accident_rate.or(employer.work_accident_rate);
                (typed.is_some(), "pay-mean-rate")
            }
            Contribution::HealthCover => (employer.health_cover.is_some(), "pay-usual-amount"),
            Contribution::OccupationalHealth => (employer.occupational_health.is_some(), "pay-usual-amount"),
            _ => (true, ""),
        };
        self.say(if is_typed { "pay-own-rate" } else { usual })
    }

    /// The general reduction: of the pay since January, less what the months before had of it.
    fn reduction(&mut self, slip: &Slip, reduced: i64) {
        let found = slip.reduction;
        let ends = self.reference.payroll.known(Parameter::ReductionEnd, self.month);
        let end = ends.map(|dated| dated.value.value()).unwrap_or_default();
        let end = [("end", Arg::Text(number(self.language, end)))];
        if found.coefficient == 0 && reduced == 0 {
            self.note("pay-no-reduction", &end);
            return;
        }
        let coefficient = coefficient(self.language, found.coefficient);
        let coefficient = [("coefficient", Arg::Text(coefficient))];
        let is_first = found.before == 0;
        let row = PayRow {
            label: self.say(if is_first { "pay-reduction" } else { "pay-reduction-since-january" }),
            base_cents: Some(found.gross),
            rate: text_with(self.language, "pay-coefficient", &coefficient),
            cents: Some(reduced - found.before),
            since: self.known_since(Parameter::ReductionSpan),
            emphasis: Emphasis::Normal,
        };
        self.rows.push(row);
        if !is_first {
            self.sum("pay-reduction-before", found.before, Emphasis::Normal);
        }
        self.note("pay-reduction-why", &end);
    }

    /// The tax on salaries that the position bears in the month, in cents.
    fn salary_tax(&self) -> i64 {
        let item = ItemId::Position(self.position.id);
        let month = self.view.timeline().index(self.month);
        let segments = self.view.segments().iter().filter(|segment| segment.item == item);
        let entries = segments.flat_map(Segment::entries);
        entries
            .filter(|entry| entry.rule == Rule::SalaryTax && Some(entry.month) == month)
            .map(|entry| entry.amount_cents)
            .sum()
    }
}

/// A rate with two decimals at least, so that rates stand under each other.
fn shown_rate(language: Language, rate: Decimal) -> String {
    let hundredths = rate.checked_mul(Decimal::ONE_HUNDRED).unwrap_or_default();
    let whole = i64::try_from(hundredths).ok().filter(|_| hundredths.fract().is_zero());
    match (whole, Percent::new(rate)) {
        (Some(hundredths), _) => {
            let digits = amount(language, hundredths, Decimals::Two);
            if language == Language::French { format!("{digits}\u{202F}%") } else { format!("{digits}%") }
        }
        (None, Some(rate)) => percent(language, rate),
        (None, None) => String::new(),
    }
}

/// A coefficient with its four decimals.
fn coefficient(language: Language, ten_thousandths: i64) -> String {
    let digits = format!("{}.{:04}", ten_thousandths / 10_000, ten_thousandths % 10_000);
    if language == Language::French { digits.replace('.', ",") } else { digits }
}
