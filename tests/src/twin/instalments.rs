//! The payments of funders.

use previ_engine::agreement::{FundingAgreement, Tranche};
use previ_engine::cash::CashRow;
use previ_engine::funder::Funder;
use previ_engine::month::Month;
use previ_engine::payment::{Part, Trigger};
use rust_decimal::Decimal;

use super::award::claim;
use super::euros::{round, share_out};
use super::movement::{Movement, Place};

/// The months in which parts of a tranche are due, before the usual delay of its funder: each in proportion
/// to what it is of the whole tranche, none more than what those before it leave; all of it in one month when
/// none are said.
pub fn instalments(tranche: &Tranche, otherwise: Month, counted: Decimal) -> Vec<(Month, Decimal)> {
    if tranche.instalments.is_empty() {
        return vec![(otherwise, counted)];
    }
    let full: Decimal =
        tranche.lines.iter().map(|line| round(line.granted.unwrap_or(line.asked).euros())).sum();
    let mut due: Vec<Month> = Vec::new();
    let mut parts: Vec<Decimal> = Vec::new();
    for instalment in &tranche.instalments {
        due.push(match instalment.trigger {
            Trigger::InMonth(month) => month,
            _ => tranche.decision,
        });
        let part = match instalment.part {
            Part::Share(share) => full * share.value() / Decimal::ONE_HUNDRED,
            Part::Amount(amount) => amount.euros(),
        };
        let left = full - parts.iter().sum::<Decimal>();
        parts.push(part.min(left));
    }
    parts.push(full - parts.iter().sum::<Decimal>());
    due.into_iter().zip(share_out(counted, &parts)).collect()
}

/// Money of a funder that is due in a month; what is below zero goes back to it.
pub fn received(agreement: &FundingAgreement, funder: &Funder, due: Month, euros: Decimal) -> Movement {
    Movement {
        month: Some(due.plus(i32::from(funder.delay_months))),
        debit: Place::Treasury(agreement.account),
        credit: claim(funder),
        euros,
        activity: None,
        row: CashRow::Grants(funder.kind),
    }
}
