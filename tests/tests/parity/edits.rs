//! Row 19: projects come and go anywhere.

use previ_engine::full_cost::full_costs;
use previ_engine::id::ItemId;
use previ_engine::workload::workload;
use previ_session::edits::ActivityEdit;
use previ_sheets::incitu::{Both, Project};

use super::{PLACE, everything, report_on, session};

#[test]
fn row_19_a_new_project_is_empty_everywhere_and_any_project_may_go() {
    let mut session = session();
    let (before, view) = (report_on(session.plan()), everything(session.plan()));
    let add = |label: &str| ActivityEdit::Add { label: label.into(), parent: None };
    let Some(ItemId::Activity(added)) = session.edit(add("Ressourcerie").into()).unwrap() else {
        panic!("no activity")
    };
    let after = report_on(session.plan());
    assert_eq!(after.projects[..6], before.projects);
    let empty = after.projects.last().unwrap();
    assert_eq!(empty.activity, added);
    let amounts: [fn(&Project) -> Both; 3] = [Project::cost, Project::funding, Project::other_income];
    assert!(amounts.iter().all(|of| of(empty) == Both::default()));
    assert!(empty.income.is_empty() && empty.expenses.is_empty());
    let own = full_costs(&everything(session.plan()));
    assert_eq!(own[..7], full_costs(&view));
    assert_eq!((own[7].activity, own[7].total_cents[PLACE]), (Some(added), 0));
    assert_eq!(workload(&everything(session.plan())), workload(&view));
    // Another one comes after it; the one in the middle goes and leaves the others as they are.
    session.edit(add("Bricothèque").into()).unwrap();
    session.edit(ActivityEdit::Remove(added).into()).unwrap();
    let left = report_on(session.plan());
    assert_eq!(left.projects.len(), 7);
    assert_eq!(left.projects[..6], before.projects);
    assert_eq!(left.bridge, before.bridge);
    assert_eq!(full_costs(&everything(session.plan()))[..7], full_costs(&view));
    assert_eq!(workload(&everything(session.plan())), workload(&view));
    // A project with days and money is not lost by mistake.
    assert!(session.edit(ActivityEdit::Remove(before.projects[2].activity).into()).is_err());
}
