//! What is wrong with a plan: small functions in a list, each looking at one thing. The projection runs
//! whatever they find.

use alloc::vec::Vec;

use crate::diagnostic::{Arg, ArgKind, Code, CodeSpec, Diagnostic, Field, Place, Severity};
use crate::id::ItemId;
use crate::plan::Plan;
use crate::reference::Reference;

mod accounts;
mod dates;
mod identity;
mod references;
mod shares;
mod whole;

/// The balance of a reading.
pub(crate) const BALANCE: Field = Field("balance");

/// A validator.
type Validator = fn(&Plan, &Reference) -> Vec<Diagnostic>;

const VALIDATORS: &[Validator] = &[
    whole::nothing_to_project,
    whole::first_month,
    whole::horizon_years,
    whole::value_added_tax,
    whole::treasury_account,
    identity::unique,
    references::dangling,
    references::activity_cycles,
    accounts::classes,
    accounts::known_numbers,
    dates::inside_horizon,
    dates::in_order,
    dates::calendar_months,
    dates::overlong_timings,
    shares::time,
    shares::instalments,
    shares::payment_rates,
];

const fn code(code: &'static str, args: &'static [(&'static str, ArgKind)]) -> CodeSpec {
    CodeSpec { code: Code(code), args }
}

const ITEM: (&str, ArgKind) = ("item", ArgKind::Text);

pub(crate) const NOTHING: CodeSpec = code("plan.nothing-to-project", &[]);
pub(crate) const FIRST_MONTH: CodeSpec = code("plan.fiscal-year-month", &[("number", ArgKind::Number)]);
pub(crate) const HORIZON: CodeSpec = code("plan.horizon-years", &[("number", ArgKind::Number)]);
pub(crate) const VAT: CodeSpec = code("plan.vat-not-supported", &[]);
pub(crate) const NO_TREASURY: CodeSpec = code("plan.no-treasury-account", &[]);
pub(crate) const DUPLICATE: CodeSpec = code("plan.duplicate-id", &[ITEM, ("number", ArgKind::Number)]);
pub(crate) const DANGLING: CodeSpec =
    code("plan.dangling-id", &[ITEM, ("wanted", ArgKind::Text), ("number", ArgKind::Number)]);
pub(crate) const CYCLE: CodeSpec = code("plan.activity-cycle", &[ITEM]);
pub(crate) const CLASS: CodeSpec = code("plan.account-class", &[ITEM, ("account", ArgKind::Account)]);
pub(crate) const UNKNOWN_ACCOUNT: CodeSpec =
    code("plan.unknown-account", &[ITEM, ("account", ArgKind::Account), ("nearest", ArgKind::Account)]);
pub(crate) const OUTSIDE: CodeSpec = code("plan.outside-horizon", &[ITEM, ("month", ArgKind::Month)]);
pub(crate) const REVERSED: CodeSpec =
    code("plan.dates-reversed", &[ITEM, ("from", ArgKind::Month), ("to", ArgKind::Month)]);
pub(crate) const MONTH_NUMBER: CodeSpec = code("plan.month-number", &[ITEM, ("number", ArgKind::Number)]);
pub(crate) const TIMING: CodeSpec = code("plan.timing-too-long", &[ITEM, ("number", ArgKind::Number)]);
pub(crate) const TIME_SHARES: CodeSpec = code("plan.shares-over-100", &[ITEM, ("percent", ArgKind::Number)]);
pub(crate) const INSTALMENTS_OVER: CodeSpec =
    code("plan.instalments-over", &[ITEM, ("amount", ArgKind::Cents), ("total", ArgKind::Cents)]);
pub(crate) const INSTALMENTS_UNDER: CodeSpec =
    code("plan.instalments-under", &[ITEM, ("amount", ArgKind::Cents), ("total", ArgKind::Cents)]);
pub(crate) const PAYMENT_RATE: CodeSpec = code("plan.payment-rate", &[ITEM, ("percent", ArgKind::Number)]);
pub(crate) const TOO_MANY: CodeSpec = code("plan.too-many-items", &[("what", ArgKind::Text)]);

/// The codes of this module.
pub const CODES: &[CodeSpec] = &[
    NOTHING,
    FIRST_MONTH,
    HORIZON,
    VAT,
    NO_TREASURY,
    DUPLICATE,
    DANGLING,
    CYCLE,
    CLASS,
    UNKNOWN_ACCOUNT,
    OUTSIDE,
    REVERSED,
    MONTH_NUMBER,
    TIMING,
    TIME_SHARES,
    INSTALMENTS_OVER,
    INSTALMENTS_UNDER,
    PAYMENT_RATE,
    TOO_MANY,
];

/// Everything the validators find, in their order.
#[must_use]
pub fn check(plan: &Plan, reference: &Reference) -> Vec<Diagnostic> {
    VALIDATORS.iter().flat_map(|validator| validator(plan, reference)).collect()
}

/// A diagnostic about a field of an item, with the item's name.
fn about(plan: &Plan, spec: CodeSpec, severity: Severity, item: ItemId, field: &'static str) -> Diagnostic {
    let label = Arg::Text(plan.label(item).into());
    Diagnostic::new(spec.code, severity, Place::Item(item, Field(field))).with("item", label)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activity::Activity;
    use crate::certainty::Stage;
    use crate::frame::Vat;
    use crate::id::{ActivityId, LineId};
    use crate::money::Percent;
    use crate::payment::{Instalment, Part, Trigger};
    use crate::rule::PaymentRule;
    use crate::schedule::ScheduleRule;
    use crate::testing::{add_agreement, amount, line, month, no_reference, plan};
    use crate::timing::Timing;
    use alloc::string::String;
    use alloc::sync::Arc;
    use rust_decimal::Decimal;

    fn codes(plan: &Plan) -> Vec<&'static str> {
        check(plan, &no_reference()).into_iter().map(|diagnostic| diagnostic.code.0).collect()
    }

    fn sound() -> Plan {
        let mut plan = plan(2, "0");
        let rent = line(10, 613, ScheduleRule::Monthly(amount("850")), Timing::SameMonth);
        plan.lines.push(Arc::new(rent));
        add_agreement(&mut plan, 20, Stage::Signed, ("2027-01", "2027-12", "2027-02", "1000"));
        plan
    }

    #[test]
    fn a_sound_plan_has_nothing_to_say() {
        assert_eq!(codes(&sound()), Vec::<&str>::new());
    }

    #[test]
    fn each_mistake_is_named() {
        type Mistake = fn(&mut Plan);
        let mistakes: &[(&str, Mistake)] = &[
            ("plan.nothing-to-project", |plan| {
                plan.lines.clear();
                plan.agreements.clear();
            }),
            ("plan.fiscal-year-month", |plan| {
                Arc::make_mut(&mut plan.frame).association.fiscal_year_starts = 13;
            }),
            ("plan.horizon-years", |plan| Arc::make_mut(&mut plan.frame).horizon.years = 11),
            ("plan.vat-not-supported", |plan| {
                Arc::make_mut(&mut plan.frame).association.vat = Some(Vat {});
            }),
            ("plan.no-treasury-account", |plan| plan.treasury.clear()),
            ("plan.duplicate-id", |plan| Arc::make_mut(&mut plan.lines[0]).id = LineId(20)),
            ("plan.dangling-id", |plan| Arc::make_mut(&mut plan.lines[0]).activity = Some(ActivityId(99))),
            ("plan.activity-cycle", |plan| {
                let activity = |id: u32, parent: u32| Activity {
                    id: ActivityId(id),
                    label: String::new(),
                    parent: Some(ActivityId(parent)),
                    from: None,
                    to: None,
                    only_if: None,
                };
                plan.activities.extend([activity(30, 31), activity(31, 30)].map(Arc::new));
            }),
            ("plan.account-class", |plan| {
                Arc::make_mut(&mut plan.lines[0]).account = crate::testing::account(512);
            }),
            ("plan.outside-horizon", |plan| {
                Arc::make_mut(&mut plan.lines[0]).schedule.from = Some(month("2029-01"));
            }),
            ("plan.dates-reversed", |plan| {
                let schedule = &mut Arc::make_mut(&mut plan.lines[0]).schedule;
                (schedule.from, schedule.to) = (Some(month("2027-05")), Some(month("2027-03")));
            }),
            ("plan.month-number", |plan| {
                let timing = Timing::InMonths { months: [3, 13].into() };
                Arc::make_mut(&mut plan.lines[0]).settlement.timing = timing;
            }),
            ("plan.timing-too-long", |plan| {
                Arc::make_mut(&mut plan.lines[0]).settlement.timing = Timing::After { months: 61 };
            }),
            ("plan.payment-rate", |plan| {
                let rate = PaymentRule::Rate("120".parse().unwrap());
                Arc::make_mut(&mut plan.agreements[0]).payment = rate;
            }),
            ("plan.instalments-under", |plan| {
                let share = Part::Share(Percent::new(Decimal::from(70)).unwrap());
                Arc::make_mut(&mut plan.agreements[0]).tranches[0].instalments =
                    [Instalment::new(share, Trigger::OnDecision)].into();
            }),
            ("plan.instalments-over", |plan| {
                let part = Part::Amount(amount("1000.02"));
                Arc::make_mut(&mut plan.agreements[0]).tranches[0].instalments =
                    [Instalment::new(part, Trigger::OnDecision)].into();
            }),
        ];
        for (code, mistake) in mistakes {
            let mut plan = sound();
            mistake(&mut plan);
            let found = codes(&plan);
            assert!(found.contains(code), "{code} is not in {found:?}");
            // The rest is calculated all the same.
            let _ = crate::testing::everything(&plan);
        }
    }

    #[test]
    fn every_diagnostic_has_exactly_the_arguments_of_its_code() {
        let mut plan = sound();
        Arc::make_mut(&mut plan.lines[0]).activity = Some(ActivityId(99));
        for diagnostic in check(&plan, &no_reference()) {
            let spec = CODES.iter().find(|spec| spec.code == diagnostic.code).unwrap();
            let named: Vec<_> = diagnostic.args.iter().map(|(name, arg)| (*name, arg.kind())).collect();
            assert_eq!(named, spec.args);
        }
    }
}
