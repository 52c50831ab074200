//! When the payments of a tranche are due: its triggers as months, before the funder's delay.

use alloc::vec::Vec;

use crate::agreement::Tranche;
use crate::month::Month;
use crate::payment::{Instalment, Trigger};
use crate::timeline::Timeline;

/// What the months of a tranche depend on beside itself.
pub(crate) struct Circumstances<'a> {
    pub(crate) timeline: &'a Timeline,
    /// Eligible cost, or time, that covers the tranche up to each month of the horizon, in cents; asked for
    /// where a trigger waits for it.
    pub(crate) covered_cents: &'a dyn Fn(usize) -> i64,
    /// What the view counts of the tranche.
    pub(crate) counted_cents: i64,
    /// When the last of the others pays; none where nobody else does, or where they wait for this one.
    pub(crate) others: Option<Month>,
}

/// The months in which an instalment that is awaited falls due, each with its weight.
pub(crate) fn months(
    tranche: &Tranche,
    instalment: &Instalment,
    around: &Circumstances<'_>,
) -> Vec<(Month, u64)> {
    let report = || tranche.report_after(tranche.end(), around.timeline);
    let decided = |month: Month| month.max(tranche.decision);
    let once = |month: Month| Vec::from([(month, 1)]);
    match instalment.trigger {
        Trigger::InMonth(month) => once(month),
        Trigger::OnDecision => once(tranche.decision),
        Trigger::OnSignature => once(tranche.signature.unwrap_or(tranche.decision)),
        Trigger::EachYearIn(number) => or_decision(tranche, each_year(tranche, number)),
        Trigger::Quarterly => or_decision(tranche, quarters(tranche)),
        Trigger::OnInterimReport => once(decided(interim_report(tranche))),
        Trigger::AfterReport { months } => once(report().plus(months.into())),
        Trigger::WhenSpent(share) => {
            let wanted = share.of_cents(around.counted_cents);
            let reached = (0..around.timeline.month_count())
                .find(|month| (around.covered_cents)(*month) >= wanted)
                .map(|month| around.timeline.first().plus(month as i32));
            once(decided(reached.unwrap_or_else(report)))
        }
        Trigger::AfterOthers { months } => {
            once(decided(around.others.unwrap_or_else(report).plus(months.into())))
        }
    }
}

/// Nothing before the decision, and one payment with it where a trigger names no month at all.
fn or_decision(tranche: &Tranche, months: Vec<(Month, u64)>) -> Vec<(Month, u64)> {
    if months.is_empty() {
        return Vec::from([(tranche.decision, 1)]);
    }
    months.into_iter().map(|(month, weight)| (month.max(tranche.decision), weight)).collect()
}

/// The month `number` of each calendar year that the tranche pays for.
fn each_year(tranche: &Tranche, number: u8) -> Vec<(Month, u64)> {
    let years = match tranche.from <= tranche.to {
        true => tranche.from.year()..tranche.to.year() + 1,
        false => 0..0,
    };
    years.filter_map(|year| Month::new(year, number)).map(|month| (month, 1)).collect()
}

/// The last month of each three, and the last of all for one or two that remain; weighted by months.
fn quarters(tranche: &Tranche) -> Vec<(Month, u64)> {
    let months = tranche.to.since(tranche.from) + 1;
    let ends = (0..months).step_by(3).map(|begin| (begin, months.min(begin + 3)));
    ends.map(|(begin, end)| (tranche.from.plus(end - 1), u64::from((end - begin).unsigned_abs()))).collect()
}

/// The month of the interim report: its own, else the last of the first half.
fn interim_report(tranche: &Tranche) -> Month {
    let months = tranche.to.since(tranche.from).max(0) + 1;
    tranche.interim_report.unwrap_or_else(|| tranche.from.plus((months + 1) / 2 - 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::TrancheId;
    use crate::payment::Part;
    use crate::testing::{amount, month};
    use alloc::string::{String, ToString};

    /// Due months with weights of a tranche that 30.00 of 100.00 cover each month of 2027.
    fn due(tranche: &Tranche, trigger: Trigger) -> Vec<(String, u64)> {
        let timeline = Timeline::new(month("2027-01"), 2);
        let covered_cents = |place: usize| 3_000 * (place as i64 + 1).min(3);
        let around = Circumstances {
            timeline: &timeline,
            covered_cents: &covered_cents,
            counted_cents: 10_000,
            others: Some(month("2027-04")),
        };
        let instalment = Instalment::new(Part::Amount(amount("100")), trigger);
        let found = months(tranche, &instalment, &around);
        found.into_iter().map(|(month, weight)| (month.to_string(), weight)).collect()
    }

    fn tranche(from: &str, to: &str, decision: &str) -> Tranche {
        let mut tranche = Tranche::new(TrancheId(1), month(from), month(to), Vec::new());
        tranche.decision = month(decision);
        tranche
    }

    fn weighted(expected: &[(&str, u64)]) -> Vec<(String, u64)> {
        expected.iter().map(|(month, weight)| (String::from(*month), *weight)).collect()
    }

    #[test]
    fn a_month_of_each_year_comes_with_the_decision_where_that_is_later() {
        let found = due(&tranche("2026-09", "2028-08", "2026-06"), Trigger::EachYearIn(3));
        assert_eq!(found, weighted(&[("2026-06", 1), ("2027-03", 1), ("2028-03", 1)]));
        let none = due(&tranche("2027-01", "2027-12", "2027-02"), Trigger::EachYearIn(13));
        assert_eq!(none, weighted(&[("2027-02", 1)]));
    }

    #[test]
    fn quarters_end_every_three_months_and_with_the_period() {
        let found = due(&tranche("2027-02", "2027-09", "2027-05"), Trigger::Quarterly);
        // February to April (paid at the decision of May), May to July, August and September.
        assert_eq!(found, weighted(&[("2027-05", 3), ("2027-07", 3), ("2027-09", 2)]));
    }

    #[test]
    fn an_interim_report_is_due_after_half_of_the_period_unless_it_is_dated() {
        let mut paid = tranche("2027-01", "2027-09", "2027-01");
        // Nine months: the first half is five.
        assert_eq!(due(&paid, Trigger::OnInterimReport), weighted(&[("2027-05", 1)]));
        paid.interim_report = Some(month("2027-07"));
        assert_eq!(due(&paid, Trigger::OnInterimReport), weighted(&[("2027-07", 1)]));
        paid.decision = month("2027-08");
        assert_eq!(due(&paid, Trigger::OnInterimReport), weighted(&[("2027-08", 1)]));
    }

    #[test]
    fn the_balance_waits_for_the_report_and_the_months_after_it() {
        let mut paid = tranche("2027-01", "2027-12", "2027-01");
        // Six months after fiscal year 2027, then two more.
        assert_eq!(due(&paid, Trigger::AfterReport { months: 2 }), weighted(&[("2028-08", 1)]));
        paid.report = Some(month("2028-03"));
        assert_eq!(due(&paid, Trigger::AfterReport { months: 0 }), weighted(&[("2028-03", 1)]));
    }

    #[test]
    fn money_comes_when_enough_is_spent_and_with_the_report_if_that_never_happens() {
        let paid = tranche("2027-01", "2027-12", "2027-01");
        let spent = |percent: &str| due(&paid, Trigger::WhenSpent(percent.parse().unwrap()));
        // 30.00, 60.00, 90.00 of 100.00, and no more.
        assert_eq!(spent("60"), weighted(&[("2027-02", 1)]));
        assert_eq!(spent("60.01"), weighted(&[("2027-03", 1)]));
        assert_eq!(spent("95"), weighted(&[("2028-06", 1)]));
    }

    #[test]
    fn the_last_to_pay_pays_so_many_months_after_the_others() {
        let paid = tranche("2027-01", "2027-12", "2027-01");
        assert_eq!(due(&paid, Trigger::AfterOthers { months: 3 }), weighted(&[("2027-07", 1)]));
        let late = tranche("2027-01", "2027-12", "2027-09");
        assert_eq!(due(&late, Trigger::AfterOthers { months: 3 }), weighted(&[("2027-09", 1)]));
    }
}
