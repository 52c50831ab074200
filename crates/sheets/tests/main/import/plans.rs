//! A proposal becomes a plan that projects to the same figures.

use previ_engine::certainty::{CertaintyView, Stage};
use previ_engine::check::check;
use previ_engine::diagnostic::Severity;
use previ_engine::income::income_statement;
use previ_engine::note::NoteState;
use previ_engine::payment::{Part, Trigger};
use previ_engine::plan::Plan;
use previ_engine::projection::project;
use previ_engine::schedule::ScheduleRule;
use previ_engine::timing::Timing;
use previ_sheets::import::{Proposal, items, read, to_plan};
use previ_words::Language;

use super::support::{fixture, of_csv, proposed};

fn side_by_side() -> Proposal {
    proposed(&read(&fixture("side-by-side.xlsx"), "side-by-side.xlsx").unwrap()).0
}

fn result_cents(plan: &Plan) -> i64 {
    let projection = project(plan, previ_reference::reference(), None);
    let view = projection.view(CertaintyView::Everything);
    income_statement(&view, None).result_cents[0]
}

#[test]
fn the_plan_has_the_result_of_the_sheet() {
    let (plan, next_id) = to_plan(&side_by_side(), "Les Galets", 1, Language::French);
    // 36,850 − 31,570 = 5,280
    assert_eq!(result_cents(&plan), 528_000);
    assert_eq!(plan.frame.association.name, "Les Galets");
    assert_eq!((plan.frame.horizon.first_year, plan.frame.horizon.years), (2027, 1));
    let numbers: Vec<u32> = plan.item_ids().iter().map(|id| id.number()).filter(|id| *id > 0).collect();
    assert_eq!(numbers.iter().max(), Some(&(next_id - 1)));
    let errors = check(&plan, previ_reference::reference());
    assert!(errors.iter().all(|found| found.severity < Severity::Error), "{errors:?}");
}

#[test]
fn lines_are_yearly_and_dues_and_gifts_come_when_paid() {
    let new = items(&side_by_side(), 1, 10, Language::French);
    let timing = |label: &str| {
        let line = new.lines.iter().find(|line| line.label == label).unwrap();
        assert!(matches!(line.schedule.rule, ScheduleRule::Yearly { .. }));
        line.settlement.timing.clone()
    };
    assert_eq!(timing("Cotisations"), Timing::OnReceipt);
    assert_eq!(timing("Dons"), Timing::OnReceipt);
    assert_eq!(timing("Loyer"), Timing::SameMonth);
}

#[test]
fn grants_are_paid_at_once_in_the_month_after_mid_year() {
    let new = items(&side_by_side(), 9, 10, Language::French);
    let region = new.agreements.iter().find(|agreement| agreement.label == "Région Bretagne").unwrap();
    let tranche = &region.tranches[0];
    let instalment = &tranche.instalments[0];
    // September is the first month of the year, March the seventh.
    assert_eq!([tranche.from, tranche.to].map(|m| m.to_string()), ["2027-09", "2028-08"]);
    assert_eq!(instalment.trigger, Trigger::InMonth("2028-03".parse().unwrap()));
    assert!(matches!(instalment.part, Part::Share(share) if share.value() == 100.into()));
    assert_eq!((region.stage, tranche.total_cents()), (Stage::Idea, 800_000));
    // 741 follows from a region, not from a CAF.
    assert_eq!(region.income_account, None);
    let caf = new.agreements.iter().find(|agreement| agreement.label == "CAF").unwrap();
    assert_eq!(caf.income_account.map(|account| account.to_string()).as_deref(), Some("741"));
}

#[test]
fn every_item_has_a_note_that_its_schedule_is_to_be_specified() {
    let proposal = side_by_side();
    let new = items(&proposal, 1, 10, Language::French);
    let open = new.notes.iter().filter(|note| note.state == NoteState::ToBeSpecified);
    assert_eq!(open.clone().count(), proposal.items.len());
    let first = open.clone().next().unwrap();
    assert!(first.text.contains("Budget!D6"), "{}", first.text);
    assert!(first.text.contains("à préciser"), "{}", first.text);
    let asked = proposal.items.iter().filter(|item| item.question.is_some()).count();
    assert_eq!(new.notes.iter().filter(|note| note.state == NoteState::Question).count(), asked);
}

#[test]
fn a_funder_that_pays_twice_is_one_funder() {
    let (proposal, _) = of_csv("PRODUITS;;\n741;Région Bretagne;500\n7411;RÉGION BRETAGNE;200\n756;Dons;1\n");
    let new = items(&proposal, 1, 1, Language::English);
    assert_eq!((new.funders.len(), new.agreements.len()), (1, 2));
    assert_eq!(new.agreements[0].funder, new.agreements[1].funder);
}

#[test]
fn without_a_name_the_plan_is_called_after_the_title_else_the_file() {
    let name = |csv: &str| {
        let (proposal, _) = of_csv(csv);
        to_plan(&proposal, " ", 1, Language::French).0.frame.association.name.clone()
    };
    assert_eq!(name("Amicale des pêcheurs;\nCHARGES;\nLoyer;500\nEau;50\n"), "Amicale des pêcheurs");
    assert_eq!(name("CHARGES;\nLoyer;500\nEau;50\n"), "budget");
}
