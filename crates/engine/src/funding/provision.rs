//! Provisions for money of a programme that may have to go back after a control, or may never come.

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::agreement::Tranche;
use crate::journal::{Book, Rule, accounts};
use crate::money::{Amount, Percent};
use crate::month::Month;

/// How much is set aside each year end (*provision pour risques*, 6815 and 151, back through 7815).
///
/// Usual for European money, after the workbook of InCitu: 10 % of what was received, which a control may
/// claim back, and 25 % of what was earned and not yet paid, which may never come. For the second part an
/// accountant may prefer an impairment of the claim (*dépréciation*, 6817 and 491).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provision {
    /// Of each sum received, 10 meaning 10 %; kept until a [`Release`].
    pub received: Percent,
    /// Of what was earned and not yet paid at the year end, 25 meaning 25 %; back as it is paid.
    pub unpaid: Percent,
}

/// A part of the provision on received money that is no longer needed (*reprise de provision*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Release {
    /// When.
    pub month: Month,
    /// How much, 0 or more; never more than what is set aside of received money by then.
    pub amount: Amount,
}

/// Money of a tranche as it was earned and as it came: months with cents.
pub(crate) struct Progress {
    pub(crate) earned: Vec<(Month, i64)>,
    pub(crate) received: Vec<(Month, i64)>,
}

fn until(dated: &[(Month, i64)], last: Month) -> i64 {
    dated.iter().filter(|(month, _)| *month <= last).map(|(_, cents)| cents).sum()
}

/// Posts the provision of a tranche: what the opening has of it, releases, and each year end what is set
/// aside of the money that came and what changes of the part not yet paid.
pub(crate) fn post(provision: Provision, tranche: &Tranche, progress: &Progress, book: &mut Book<'_>) {
    let [charge, kept, back] = [accounts::PROVISION_CHARGE, accounts::PROVISIONS, accounts::PROVISION_INCOME]
        .map(|a| book.account(a));
    let set_aside = |until_month: Month| {
        let unpaid = until(&progress.earned, until_month) - until(&progress.received, until_month);
        provision.unpaid.of_cents(unpaid.max(0))
    };
    let before = book.timeline().first().plus(-1);
    let mut releases: Vec<&Release> = tranche.releases.iter().collect();
    releases.sort_by_key(|release| release.month);
    let (earlier, later) = releases.split_at(releases.partition_point(|release| release.month <= before));
    let released_before = earlier.iter().map(|release| release.amount.cents()).sum::<i64>();
    let mut of_receipts = provision.received.of_cents(until(&progress.received, before).max(0));
    of_receipts -= released_before.clamp(0, of_receipts.max(0));
    let mut of_unpaid = set_aside(before);
    book.post(before, Rule::ProvisionMade, charge, kept, of_receipts + of_unpaid);
    let (mut begin, mut later) = (before, later);
    for year in book.timeline().fiscal_years() {
        let end = year.last();
        let received = until(&progress.received, end) - until(&progress.received, begin);
        let made = provision.received.of_cents(received.max(0));
        let unpaid = set_aside(end);
        // What is set aside in a month may be released in it.
        for (until, made) in [(end.plus(-1), 0), (end, made)] {
            of_receipts += made;
            let (now, rest) = later.split_at(later.partition_point(|release| release.month <= until));
            later = rest;
            for release in now {
                let cents = release.amount.cents().clamp(0, of_receipts.max(0));
                book.post(release.month, Rule::ProvisionReleased, kept, back, cents);
                of_receipts -= cents;
            }
        }
        book.post(end, Rule::ProvisionMade, charge, kept, made + (unpaid - of_unpaid).max(0));
        book.post(end, Rule::ProvisionReleased, kept, back, (of_unpaid - unpaid).max(0));
        of_unpaid = unpaid;
        begin = end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::certainty::Stage;
    use crate::payment::{Instalment, Part, Trigger};
    use crate::plan::Plan;
    use crate::testing::{add_agreement, amount, everything, figure, month, plan_from};
    use alloc::sync::Arc;

    /// The year, what is expected of it, and the months in which money came.
    type ExecutionYear<'a> = (&'a str, &'a str, &'a [(&'a str, &'a str)]);

    /// A programme of three execution years, a tranche each: what is expected of each and what came when.
    ///
    /// ```text
    /// tranche   expected   came 2024   2025     2026
    /// 2024        30,000      10,000   12,000    3,000
    /// 2025        36,000                9,000   15,000
    /// 2026        24,000                         7,000
    /// ```
    fn programme(first_year: i32, years: u8) -> Plan {
        let mut plan = plan_from(first_year, years, "0");
        let paid: [ExecutionYear<'_>; 3] = [
            ("2024", "30000", &[("2024-06", "10000"), ("2025-06", "12000"), ("2026-06", "3000")]),
            ("2025", "36000", &[("2025-06", "9000"), ("2026-06", "15000")]),
            ("2026", "24000", &[("2026-06", "7000")]),
        ];
        for ((year, expected, paid), id) in paid.iter().zip([10, 20, 30]) {
            let [from, to] = ["01", "12"].map(|month| alloc::format!("{year}-{month}"));
            add_agreement(&mut plan, id, Stage::Running, (&from, &to, &from, expected));
            let instalment = |(when, euros): &(&str, &str)| {
                Instalment::new(Part::Amount(amount(euros)), Trigger::InMonth(month(when)))
            };
            let agreement = plan.agreements.last_mut().map(Arc::make_mut).unwrap();
            agreement.tranches[0].instalments = paid.iter().map(instalment).collect();
            let [received, unpaid] = ["10", "25"].map(|percent| percent.parse().unwrap());
            agreement.provision = Some(Provision { received, unpaid });
        }
        let release = Release { month: month("2026-09"), amount: amount("1000") };
        Arc::make_mut(&mut plan.agreements[0]).tranches[0].releases.push(release);
        plan
    }

    #[test]
    fn a_tenth_of_what_came_and_a_quarter_of_what_is_still_to_come_are_set_aside() {
        let view = everything(&programme(2024, 3));
        // 2024: 10 % of 10,000 and 25 % of the 20,000 not yet paid.
        assert_eq!(figure(&view, "result.2024.6815"), 100_000 + 500_000);
        // 2025: 10 % of 21,000; 25 % of 8,000 instead of 20,000, and of 27,000.
        assert_eq!(figure(&view, "result.2025.6815"), 210_000 + 675_000);
        assert_eq!(figure(&view, "result.2025.7815"), 300_000);
        // 2026: 10 % of 25,000; 25 % of 5,000 instead of 8,000, of 12,000 instead of 27,000, and of 17,000:
        // 2,500.00 + 4,250.00 set aside; 750.00 + 3,750.00 and the release of 1,000.00 come back.
        assert_eq!(figure(&view, "result.2026.6815"), 675_000);
        assert_eq!(figure(&view, "result.2026.7815"), 550_000);
        // 10 % of 56,000, less 1,000; 25 % of 34,000.
        assert_eq!(figure(&view, "balance.2026.151"), 460_000 + 850_000);
    }

    #[test]
    fn a_plan_that_begins_later_opens_with_the_provision_made_until_then() {
        let view = everything(&programme(2026, 1));
        // 10 % of 31,000; 25 % of 8,000 and of 27,000.
        assert_eq!(figure(&view, "balance.opening.151"), 310_000 + 200_000 + 675_000);
        assert_eq!(figure(&view, "result.2026.6815"), 675_000);
        assert_eq!(figure(&view, "result.2026.7815"), 550_000);
    }

    #[test]
    fn no_more_is_released_than_was_set_aside_of_money_that_came() {
        let mut plan = programme(2024, 3);
        let releases = &mut Arc::make_mut(&mut plan.agreements[0]).tranches[0].releases;
        releases[0].amount = amount("90000");
        // 10 % of 22,000 by the end of 2025; with it 750.00 and 3,750.00.
        assert_eq!(figure(&everything(&plan), "result.2026.7815"), 220_000 + 450_000);
    }
}
