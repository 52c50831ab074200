//! What pages show is what the engine's statements say.

use previ_engine::account::AccountNumber;
use previ_engine::certainty::{CertaintyView, Stage};
use previ_engine::figure::Figure;
use previ_engine::income::income_statement;
use previ_session::edits::{AgreementEdit, LineEdit, PositionEdit};
use previ_session::views::budget::BudgetLayout;
use previ_session::views::explanation::Scope;
use previ_session::views::home::NextKind;
use previ_session::{Input, Session};

use crate::plan::{NOW, do_it, empty, euros, month, sessions, small, year};

#[test]
fn activities_add_up_to_the_whole_and_each_is_its_own_statement() {
    for session in sessions() {
        let page = session.activities();
        let view = session.view(session.selected_view());
        let whole = session.income();
        assert_eq!(page.rows[0].scope, Scope::Whole);
        assert_eq!(page.rows[0].costs_cents, whole.charges.total_cents);
        assert_eq!(page.rows[0].income_cents, whole.income.total_cents);
        let top = page.rows.iter().skip(1).filter(|row| row.depth == 0);
        let mut costs = vec![0; whole.years.len()];
        for row in top {
            for (total, part) in costs.iter_mut().zip(&row.costs_cents) {
                *total += part;
            }
        }
        assert_eq!(costs, whole.charges.total_cents);
        for row in &page.rows {
            if let Scope::Activity(id) = row.scope {
                let statement = income_statement(view, Some(id));
                assert_eq!(row.costs_cents, statement.charges.total_cents);
                assert_eq!(row.income_cents, statement.income.total_cents);
            }
        }
    }
}

#[test]
fn income_by_certainty_is_all_that_is_asked_for() {
    for session in sessions() {
        let view = session.view(CertaintyView::Everything);
        let statement = income_statement(view, None);
        let home = session.home();
        let mut total = vec![0; statement.years.len()];
        for row in &home.income {
            for (total, part) in total.iter_mut().zip(&row.cents) {
                *total += part;
            }
        }
        assert_eq!(total, statement.income.total_cents);
        assert_eq!(home.income.len(), 5);
    }
}

#[test]
fn agreements_and_positions_are_what_their_items_post() {
    for session in sessions() {
        let statement = session.income();
        let agreements = session.agreements();
        let staff = session.staff();
        let pay: AccountNumber = "64".parse().unwrap();
        let of_staff = statement.charges.headings.iter().find(|heading| heading.account == pay);
        let lines = session.plan().lines.iter().any(|line| line.account.is_under(pay));
        for year in 0..statement.years.len() {
            let cost: i64 = staff.rows.iter().map(|row| row.cost_cents[year]).sum();
            if !lines {
                assert_eq!(cost, of_staff.map_or(0, |heading| heading.total_cents[year]));
            }
            let income: i64 = agreements.rows.iter().map(|row| row.income_cents[year]).sum();
            assert!(income <= statement.income.total_cents[year]);
        }
        let months = session.cash_forecast();
        let receipts = months.receipts.iter().filter(|line| line.row.name().starts_with("grants"));
        let received: i64 = receipts.flat_map(|line| &line.cents).sum();
        let listed: i64 = agreements.rows.iter().flat_map(|row| &row.received_cents).sum();
        assert_eq!(listed, received);
    }
}

#[test]
fn an_edit_shows_on_every_page() {
    let (mut session, known) = small();
    // 20,000 + 3,000 less 7,200 less 12 × 2,000 × 1.4 = 33,600: −17,800.
    assert_eq!(session.home().years[0].result_cents, -1_780_000);
    do_it(
        &mut session,
        LineEdit::SetYearAmount { line: known.rent, year: year(2027), amount: euros("9600") },
    );
    let page = session.budget(&BudgetLayout::default());
    let row = page.place_of_item(known.rent.into()).unwrap();
    assert_eq!(page.cents(row, 0), Some(960_000));
    assert_eq!(session.home().years[0].result_cents, -2_020_000);
    assert_eq!(session.home().years[0].to_find_cents, 2_020_000);
    assert_eq!(session.activities().rows[0].costs_cents[0], 4_320_000);
    let rent = "cash.2027-02.expenses-61".parse::<Figure>().unwrap();
    assert_eq!(session.explain(rent.into()).unwrap().total_cents, -80_000);
    do_it(
        &mut session,
        PositionEdit::SetGross { position: known.leader, month: month("2028-01"), amount: euros("2500") },
    );
    // 12 × 2,500 × 1.4
    assert_eq!(session.staff().rows[0].cost_cents, [3_360_000, 4_200_000, 4_200_000]);
    do_it(&mut session, AgreementEdit::Remove(known.town_grant));
    assert!(session.agreements().rows.is_empty());
    assert_eq!(session.home().years[0].income_cents, 300_000);
    session.undo();
    assert_eq!(session.agreements().rows[0].income_cents, [2_000_000, 0, 0]);
    assert_eq!(session.agreements().rows[0].received_cents, [2_000_000, 0, 0]);
}

#[test]
fn the_three_views_count_different_money() {
    let (mut session, known) = small();
    do_it(&mut session, AgreementEdit::SetStage(known.town_grant, Stage::Filed));
    let income = |session: &mut Session, view| {
        session.apply(Input::SetView(view), NOW);
        session.home().years[0].income_cents
    };
    assert_eq!(income(&mut session, CertaintyView::Certain), 300_000);
    // Half of 20,000 for what is filed.
    assert_eq!(income(&mut session, CertaintyView::Expected), 1_300_000);
    assert_eq!(income(&mut session, CertaintyView::Everything), 2_300_000);
}

#[test]
fn an_empty_plan_says_what_to_do_next() {
    let kinds = |session: &Session| -> Vec<NextKind> {
        session.home().next_steps.iter().map(|step| step.kind).collect()
    };
    let start = [
        NextKind::ImportSheet,
        NextKind::OpenExample,
        NextKind::AddLines,
        NextKind::AddPositions,
        NextKind::AddAgreements,
    ];
    assert_eq!(kinds(&empty()), start);
    assert_eq!(kinds(&small().0), [NextKind::SetReserve]);
}

#[test]
fn alerts_come_gravest_first_with_words() {
    let (session, _) = small();
    let alerts = &session.home().alerts;
    assert!(alerts.is_sorted_by(|a, b| a.severity >= b.severity));
    // 5,000 + 20,000 + 3,000 do not last the year.
    assert!(session.cash_forecast().first_negative_end.is_some());
    assert!(alerts.iter().all(|alert| !alert.text.is_empty() && !alert.hint.is_empty()));
}
