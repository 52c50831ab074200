//! What pages show is what the engine's statements say.

use previ_engine::account::AccountNumber;
use previ_engine::activities::activities_statement;
use previ_engine::certainty::{CertaintyView, Stage};
use previ_engine::figure::Figure;
use previ_engine::full_cost::full_costs;
use previ_engine::id::{ItemId, PoolId};
use previ_engine::income::income_statement;
use previ_engine::pool::AllocationKey;
use previ_session::edits::{AgreementEdit, LineEdit, PoolEdit, PositionEdit};
use previ_session::views::budget::BudgetLayout;
use previ_session::views::explanation::Scope;
use previ_session::views::home::NextKind;
use previ_session::{Input, Session};

use crate::plan::{NOW, Small, do_it, empty, euros, month, sessions, small, year};

#[test]
fn activities_add_up_to_the_whole_and_each_is_its_own_statement() {
    for session in sessions() {
        let page = session.activities();
        let view = session.view(session.selected_view());
        let whole = session.income();
        assert_eq!(page.rows[0].scope, Scope::Whole);
        assert_eq!(page.rows[0].charges_cents, whole.charges.total_cents);
        assert_eq!(page.rows[0].income_cents, whole.income.total_cents);
        let top = page.rows.iter().skip(1).filter(|row| row.depth == 0);
        let mut costs = vec![0; whole.years.len()];
        for row in top {
            for (total, part) in costs.iter_mut().zip(&row.charges_cents) {
                *total += part;
            }
        }
        assert_eq!(costs, whole.charges.total_cents);
        for row in &page.rows {
            if let Scope::Activity(id) = row.scope {
                let statement = income_statement(view, Some(id));
                assert_eq!(row.charges_cents, statement.charges.total_cents);
                assert_eq!(row.income_cents, statement.income.total_cents);
            }
        }
    }
}

#[test]
fn the_cost_of_an_activity_is_what_somebody_or_nobody_pays() {
    for session in sessions().into_iter().chain([shared_rent().0]) {
        let page = session.activities();
        let view = session.view(session.selected_view());
        let whole = full_costs(view);
        for row in &page.rows {
            for year in 0..page.years.len() {
                let cost = row.direct_cents[year] + row.shared_cents[year];
                let paid = row.own_income_cents[year] + row.paid_cents[year] + row.left_cents[year];
                assert_eq!(cost, paid, "{} {}", row.title, page.years[year]);
                let result = match row.scope {
                    Scope::Whole => session.income().result_cents[year],
                    Scope::Structure => continue,
                    Scope::Activity(id) => activities_statement(view, &[id]).full.result_cents[year],
                };
                assert_eq!(row.result_cents[year], result, "{}", row.title);
            }
        }
        let total: i64 = whole.iter().flat_map(|cost| &cost.total_cents).sum();
        assert_eq!(page.rows[0].direct_cents.iter().sum::<i64>(), total);
        assert!(page.rows[0].shared_cents.iter().all(|cents| *cents == 0));
    }
}

/// The small plan, its rent of 7,200 shared out 3 to 1 over the workshops and the festival.
fn shared_rent() -> (Session, Small, PoolId) {
    let (mut session, known) = small();
    let parts = [(known.workshops, "3"), (known.festival, "1")];
    let parts = parts.map(|(activity, part)| (activity, part.parse().unwrap()));
    let key = AllocationKey::Shares(parts.into());
    let added = session.edit(PoolEdit::Add { label: "Locaux".into(), key }.into()).unwrap();
    let Some(ItemId::Pool(pool)) = added else { panic!("{added:?}") };
    do_it(&mut session, LineEdit::SetPool(known.rent, Some(pool)));
    (session, known, pool)
}

#[test]
fn a_pool_says_who_gets_what_of_it() {
    let (session, known, pool) = shared_rent();
    let page = session.pools();
    let result = &page.pools[0].result;
    let texts = |row: usize, year: usize| [0, 1, 2].map(|column| result.cell(row, column, year).text);
    let titles: Vec<&str> = result.rows.iter().map(|row| row.title.as_str()).collect();
    let plan = session.plan();
    let names = [known.workshops, known.festival].map(|id| plan.label(id.into()));
    assert_eq!(titles[..2], names);
    // The festival is there from May to July 2028: 3 × 600.00 ÷ 4; all else is the workshops'.
    assert_eq!(result.rows[0].cents, [720_000, 675_000, 720_000]);
    assert_eq!(result.rows[1].cents, [0, 45_000, 0]);
    assert_eq!(result.rows.last().unwrap().cents, [720_000; 3]);
    let member: Vec<_> = page.members_of(Some(pool)).collect();
    assert_eq!((member.len(), member[0].item), (1, known.rent.into()));
    assert_eq!(texts(2, 0), ["4", "100,00\u{A0}%", "7\u{202F}200"]);
    // The card of the workshops has the same amount, the form in its first line: 613 is one of running costs.
    let card = session.activity(Scope::Activity(known.workshops));
    let locaux = card.costs.iter().find(|row| row.title == "Locaux").unwrap();
    assert_eq!(locaux.cells[0].cents, Some(result.rows[0].cents[0]));
    assert_eq!(card.indirect[0].cells[0].cents, Some(result.rows[0].cents[0]));
    assert_eq!(page.cost(member[0], 0), "7\u{202F}200\u{A0}€");
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
    assert_eq!(session.activities().rows[0].charges_cents[0], 4_320_000);
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
