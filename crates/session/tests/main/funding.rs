//! The views of funding say what the statements say.

use previ_engine::calendar::Standing;
use previ_session::views::calendar::CalendarFilter;

use crate::plan::{examples, month, sessions};

#[test]
fn the_rows_of_the_matrix_add_up_to_the_cost_of_each_activity_and_of_each_year() {
    for session in sessions() {
        let (page, funding) = (session.matrix(), session.funding());
        let last = page.rows.len() - 1;
        for year in (0..page.years.len()).map(Some).chain([None]) {
            for column in 1..page.columns.len() {
                let cents = |row| page.cell(row, column, year).cents.unwrap_or(0);
                assert_eq!((0..last).map(cents).sum::<i64>(), cents(last));
            }
            let cost = |table: &previ_session::views::funding::FundingTable<_>| match year {
                Some(year) => table.rows[0].cents[year],
                None => table.rows[0].cents.iter().sum(),
            };
            let total = page.cell(last, page.columns.len() - 1, year).cents;
            assert_eq!(total, Some(funding.activities.iter().map(cost).sum()));
        }
        assert_eq!(page.cell(0, page.columns.len(), None).cents, None);
    }
}

#[test]
fn what_is_late_stands_first_and_what_is_past_only_when_asked_for() {
    for mut session in examples() {
        session.look_from(month("2028-06"));
        let page = session.calendar();
        let shown = page.shown(CalendarFilter::default());
        let late = shown.iter().take_while(|row| row.standing == Standing::Late).count();
        assert_eq!(late, page.late_count());
        assert!(shown[late..].iter().all(|row| row.when >= month("2028-06")));
        assert!(shown[late..].is_sorted_by_key(|row| row.when));
        let all = page.shown(CalendarFilter { past: true, ..CalendarFilter::default() });
        assert_eq!(all.len(), page.rows.len());
        let kind = page.rows[0].kind;
        let filter = CalendarFilter { kind: Some(kind), past: true, ..CalendarFilter::default() };
        assert!(page.shown(filter).iter().all(|row| row.kind == kind));
    }
}

#[test]
fn bars_of_the_timeline_lie_in_its_months_and_say_what_they_are() {
    for mut session in sessions() {
        session.look_from(month("2027-03"));
        let page = session.timeline();
        assert_eq!(page.months, page.years.len() * 12);
        for row in &page.rows {
            assert!(row.words.starts_with(&row.label));
            for bar in &row.bars {
                assert!(bar.months.start < bar.months.end && bar.months.end <= page.months);
                assert!(row.words.contains(&bar.words));
            }
            assert!(row.marks.iter().all(|mark| mark.month < page.months));
        }
    }
}

#[test]
fn money_that_ends_is_that_of_agreements_tied_to_costs_in_the_year_of_their_end() {
    for session in sessions() {
        let page = session.cliff();
        assert_eq!(page.tied_cents.len(), page.years.len());
        let all: i64 = page.endings.iter().map(|ending| ending.yearly_cents).sum();
        assert!(page.tied_cents.iter().sum::<i64>() <= all);
    }
}
