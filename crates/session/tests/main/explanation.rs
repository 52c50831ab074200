//! Every figure can be opened, and what stands behind it adds up to it.

use previ_engine::certainty::CertaintyView;
use previ_engine::figure::Figure;
use previ_engine::id::ItemId;
use previ_engine::journal::Rule;
use previ_session::views::budget::{BudgetLayout, RowKey};
use previ_session::views::columns::OpenYears;
use previ_session::{Input, Session};

use crate::plan::{NOW, examples, small};

fn check_budget(session: &Session) {
    let first = session.income().years[0].key();
    let layout = BudgetLayout { open_years: [first].into(), ..BudgetLayout::default() };
    let page = session.budget(&layout);
    for row in 0..page.row_count() {
        for column in [0, 1, 7, 13] {
            let cell = page.cell(row, column);
            let Some((subject, cents)) = cell.subject.zip(cell.cents) else { continue };
            let explained = session.explain(subject).unwrap();
            let sum: i64 = explained.groups.iter().map(|group| group.total_cents).sum();
            assert_eq!(explained.total_cents, sum);
            if page.key(row) != Some(RowKey::ToFind) {
                assert_eq!(sum, cents, "{}", explained.title);
            }
            assert!(!explained.title.is_empty());
        }
    }
}

#[test]
fn every_cell_of_the_budget_is_the_sum_of_its_entries() {
    for view in CertaintyView::ALL {
        for mut session in examples().into_iter().chain([small().0]) {
            session.apply(Input::SetView(view), NOW);
            check_budget(&session);
        }
    }
}

#[test]
fn every_cell_of_activities_is_the_sum_of_its_entries() {
    for session in examples().into_iter().chain([small().0]) {
        let page = session.activities();
        for row in 0..page.rows.len() {
            for column in 0..page.columns.len() {
                let cell = page.cell(row, column);
                let explained = session.explain(cell.subject.unwrap()).unwrap();
                assert_eq!(Some(explained.total_cents), cell.cents, "{}", explained.title);
            }
        }
    }
}

#[test]
fn every_cell_of_cash_opens() {
    let (session, _) = small();
    let page = session.cash(&OpenYears::from([2027]));
    for row in 0..page.rows.len() {
        for column in 0..4 {
            let cell = page.cell(row, column);
            if let Some(subject) = cell.subject {
                let explained = session.explain(subject).unwrap();
                assert_eq!(Some(explained.total_cents), cell.cents, "{}", explained.title);
            }
        }
    }
}

#[test]
fn the_largest_part_comes_first_and_leads_to_its_item() {
    let (session, known) = small();
    let figure: Figure = "result.2027.6".parse().unwrap();
    let explained = session.explain(figure.into()).unwrap();
    assert_eq!(explained.title, "Charges, 2027");
    assert_eq!(explained.name, "result.2027.6");
    // 33,600 of pay, 7,200 of rent.
    assert_eq!(explained.total_cents, 4_080_000);
    let parts: Vec<(ItemId, i64)> =
        explained.groups.iter().map(|group| (group.item, group.total_cents)).collect();
    assert_eq!(parts, [(known.leader.into(), 3_360_000), (known.rent.into(), 720_000)]);
    let rent = &explained.groups[1];
    assert_eq!((rent.title.as_str(), rent.kind.as_str()), ("Loyer", "Ligne"));
    assert_eq!(rent.rows.len(), 12);
    assert_eq!((rent.rows[2].rule, rent.rows[2].cents), (Some(Rule::Expense), 60_000));
    assert_eq!(rent.rows[2].when(session.language()), "mars 2027");
    assert_eq!(rent.rows[2].reason(session.language()), "Charge");
}

#[test]
fn a_cell_of_one_month_is_named_by_its_line_and_month() {
    let (session, known) = small();
    let page = session.budget(&BudgetLayout { open_years: [2027].into(), ..BudgetLayout::default() });
    let row = page.place_of_item(known.rent.into()).unwrap();
    let title = |column| session.explain(page.cell(row, column).subject.unwrap()).unwrap().title.clone();
    assert_eq!(title(0), "Loyer, 2027");
    assert_eq!(title(3), "Loyer, mars 2027");
}

#[test]
fn a_figure_outside_the_horizon_has_no_explanation() {
    let (session, _) = small();
    let figure: Figure = "result.2040".parse().unwrap();
    assert!(session.explain(figure.into()).is_none());
}
