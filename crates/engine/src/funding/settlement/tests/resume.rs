//! A settlement goes on from the last one: what nothing changed is not settled again, and everything is as if
//! settled from nothing.

use super::limits::{flat, rate};
use super::random::some_plan;
use super::*;
use crate::activity::Activity;
use crate::agreement::FundingAgreement;
use crate::funding_reasons::funding_reasons;
use crate::funding_statement::funding_by_activity;
use crate::id::ActivityId;
use crate::payment::Receipt;
use crate::projection::Projection;
use crate::rule::{Ceiling, CostNature, FlatRateBase};
use crate::schedule::ScheduleRule;
use crate::testing::Dice;
use crate::view::View;

const OTHER_PROJECT: ActivityId = ActivityId(6);

/// The last projection of a plan with its view.
struct Desk {
    plan: Plan,
    last: Projection,
    view: View,
}

impl Desk {
    fn open(plan: Plan) -> Self {
        let last = project(&plan, &no_reference(), None);
        let view = last.view(CertaintyView::Everything);
        Self { plan, last, view }
    }

    /// Goes on from the last view; who pays what and what is posted is as from nothing.
    fn edit(&mut self, edit: impl FnOnce(&mut Plan)) {
        edit(&mut self.plan);
        let next = project(&self.plan, &no_reference(), Some(&self.last));
        let view = next.view_after(CertaintyView::Everything, Some(&self.view));
        let anew = project(&self.plan, &no_reference(), None).view(CertaintyView::Everything);
        assert_eq!(view.segments(), anew.segments());
        assert_eq!(funding_by_activity(&view), funding_by_activity(&anew));
        assert_eq!(view.settlement.rows, anew.settlement.rows);
        assert_eq!(view.settlement.outcomes, anew.settlement.outcomes);
        for agreement in &self.plan.agreements {
            assert_eq!(funding_reasons(&view, agreement.id), funding_reasons(&anew, agreement.id));
        }
        (self.last, self.view) = (next, view);
    }

    /// The first fiscal year that was settled again, from 0, in the component of each agreement; none where
    /// it was taken over whole from a view that is given.
    fn settled_from(&self, before: &View) -> Vec<Option<usize>> {
        let (now, last) = (&self.view.settlement, &before.settlement);
        let of_agreement = |place: usize| {
            let of_it = |line: &usize| now.lines[*line].0 == place;
            let component = now.sorted.components.iter().position(|one| one.lines.iter().any(of_it)).unwrap();
            let solved = &now.solved[component];
            let is_kept = last.solved.iter().any(|last| Arc::ptr_eq(last, solved));
            (!is_kept).then_some(solved.first_solved_year)
        };
        (0..self.plan.agreements.len()).map(of_agreement).collect()
    }
}

/// Five years; on each of two projects a cost and an agreement that carries money over.
fn two_projects() -> Plan {
    let mut plan = with_project(5);
    plan.activities.push(Arc::new(Activity::new(OTHER_PROJECT, String::from("Atelier"))));
    for (line, number, activity) in [(10, 20, PROJECT), (11, 40, OTHER_PROJECT)] {
        plan.lines.push(costs(line, activity, "36000"));
        agreement(&mut plan, number, FunderKind::State, carry(), &["40000"; 5]);
        for tranche in &mut last(&mut plan).tranches {
            tranche.lines[0].activity = Some(activity);
        }
    }
    plan
}

/// 30,000 a year, `euros` in 2029.
fn costs(id: u32, activity: ActivityId, euros: &str) -> Arc<BudgetLine> {
    let years = [(2027, "30000"), (2028, "30000"), (2029, euros), (2030, "30000"), (2031, "30000")];
    let mut line = of_project(id, 611, &years);
    Arc::make_mut(&mut line).activity = Some(activity);
    line
}

#[test]
fn an_edit_in_the_third_year_settles_from_there_what_it_is_connected_to() {
    let mut desk = Desk::open(two_projects());
    for euros in ["35000", "90000", "1"] {
        let before = desk.view.clone();
        desk.edit(|plan| plan.lines[0] = costs(10, PROJECT, euros));
        assert_eq!(desk.settled_from(&before), [Some(2), None], "{euros}");
    }
    let before = desk.view.clone();
    desk.edit(|plan| plan.lines[1] = costs(11, OTHER_PROJECT, "12"));
    assert_eq!(desk.settled_from(&before), [None, Some(2)]);
}

#[test]
fn own_income_of_the_fourth_year_changes_nothing_before_it() {
    let mut plan = two_projects();
    let income = |euros| {
        let years = [(2027, "500"), (2028, "500"), (2029, "500"), (2030, euros), (2031, "500")];
        of_project(12, 706, &years)
    };
    plan.lines.push(income("600"));
    let mut desk = Desk::open(plan);
    let before = desk.view.clone();
    desk.edit(|plan| plan.lines[2] = income("25000"));
    assert_eq!(desk.settled_from(&before), [Some(3), None]);
}

#[test]
fn another_amount_of_a_tranche_is_settled_from_its_first_year() {
    let mut desk = Desk::open(two_projects());
    let before = desk.view.clone();
    desk.edit(|plan| {
        Arc::make_mut(&mut plan.agreements[1]).tranches[3].lines[0].granted = Some(amount("7000"));
    });
    assert_eq!(desk.settled_from(&before), [None, Some(3)]);
}

#[test]
fn money_that_came_settles_nothing() {
    let mut plan = two_projects();
    let tranche = &mut last(&mut plan).tranches[0];
    tranche.instalments =
        [Instalment::new(Part::Share(percent("100")), Trigger::InMonth(month("2027-03")))].into();
    let mut desk = Desk::open(plan);
    let before = desk.view.clone();
    desk.edit(|plan| {
        let instalments = &mut Arc::make_mut(&mut plan.agreements[1]).tranches[0].instalments;
        instalments[0].received = Some(Receipt { month: month("2027-09"), amount: amount("39000") });
    });
    assert_eq!(desk.settled_from(&before), [None, None]);
}

#[test]
fn money_for_everything_connects_what_it_may_pay() {
    let mut plan = two_projects();
    agreement(&mut plan, 60, FunderKind::Region, rate("10"), &["4000"; 5]);
    last(&mut plan).tranches.iter_mut().for_each(|tranche| tranche.lines[0].activity = None);
    let mut desk = Desk::open(plan);
    let before = desk.view.clone();
    desk.edit(|plan| plan.lines[0] = costs(10, PROJECT, "35000"));
    assert_eq!(desk.settled_from(&before), [Some(2); 3]);
}

/// A plan with ceilings, flat rates and choices, and own income on the project.
fn limited_plan(dice: &mut Dice) -> Plan {
    let mut plan = some_plan(dice);
    plan.lines.push(of_project(13, 706, &[(2027, "300"), (2028, "0"), (2029, "800")]));
    let limited: &mut FundingAgreement = Arc::make_mut(&mut plan.agreements[0]);
    match dice.below(3) {
        0 => limited.ceilings.push(Ceiling::Nature(CostNature::Staff, Part::Share(percent("40")))),
        1 => limited.ceilings.push(Ceiling::Nature(CostNature::Indirect, Part::Amount(amount("900")))),
        _ => limited.eligible = flat("20", FlatRateBase::DirectCost),
    }
    plan
}

#[test]
fn whatever_is_edited_in_a_year_the_rest_is_as_from_nothing() {
    let mut dice = Dice(2032);
    // Components taken over whole, settled from a later year, settled from the first.
    let mut seen = [0; 3];
    for _ in 0..60 {
        let mut desk = Desk::open(limited_plan(&mut dice));
        for _ in 0..8 {
            let before = desk.view.clone();
            let (line, year) = (dice.below(4) as usize, 2027 + dice.below(3) as i32);
            let euros = amount(&alloc::format!("{}", 1 + dice.below(3_000)));
            let place = dice.below(desk.plan.agreements.len() as u64) as usize;
            let tranche = dice.below(3) as usize;
            let what = dice.below(5);
            desk.edit(|plan| {
                let agreement = Arc::make_mut(&mut plan.agreements[place]);
                let Some(tranche) = agreement.tranches.get_mut(tranche) else { return };
                match what {
                    0 => tranche.lines[0].granted = Some(euros),
                    1 => {
                        let mut instalment =
                            Instalment::new(Part::Amount(euros), Trigger::InMonth(tranche.to));
                        instalment.received = Some(Receipt { month: tranche.to.plus(2), amount: euros });
                        tranche.instalments = [instalment].into();
                    }
                    _ => {
                        let ScheduleRule::Yearly { amounts, .. } =
                            &mut Arc::make_mut(&mut plan.lines[line]).schedule.rule
                        else {
                            return;
                        };
                        amounts.insert(year, euros);
                    }
                }
            });
            for from in desk.settled_from(&before) {
                seen[from.map_or(0, |year| if year > 0 { 1 } else { 2 })] += 1;
            }
        }
    }
    assert!(seen.iter().all(|times| *times > 100), "{seen:?}");
}
