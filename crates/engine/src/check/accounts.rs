//! Account numbers.

use alloc::vec::Vec;

use super::{CLASS, UNKNOWN_ACCOUNT, about};
use crate::account::AccountNumber;
use crate::diagnostic::{Arg, Diagnostic, Severity};
use crate::id::ItemId;
use crate::plan::Plan;
use crate::reference::Reference;

/// Every account a person typed, with the classes its item may have.
fn typed(plan: &Plan) -> Vec<(ItemId, &'static str, AccountNumber, &'static [u8])> {
    let mut all: Vec<(ItemId, &'static str, AccountNumber, &'static [u8])> = Vec::new();
    let opening = &plan.frame.opening;
    all.extend(opening.items.iter().map(|i| (i.id.into(), "account", i.account, &[4_u8][..])));
    all.extend(plan.treasury.iter().map(|t| (t.id.into(), "account", t.account, &[5_u8][..])));
    all.extend(plan.lines.iter().map(|line| (line.id.into(), "account", line.account, &[6_u8, 7][..])));
    all.extend(plan.agreements.iter().filter_map(|agreement| {
        agreement.income_account.map(|account| (agreement.id.into(), "income_account", account, &[7_u8][..]))
    }));
    all.extend(plan.investments.iter().map(|i| (i.id.into(), "account", i.account, &[2_u8][..])));
    all.extend(plan.loans.iter().map(|loan| (loan.id.into(), "account", loan.account, &[1_u8][..])));
    all
}

/// A line stands in class 6 or 7, an investment in 2, a loan in 1, treasury in 5.
pub(super) fn classes(plan: &Plan, _: &Reference) -> Vec<Diagnostic> {
    let wrong =
        typed(plan).into_iter().filter(|(_, _, account, allowed)| !allowed.contains(&account.class()));
    wrong
        .map(|(item, field, account, _)| {
            about(plan, CLASS, Severity::Error, item, field).with("account", Arg::Account(account))
        })
        .collect()
}

/// A number that the chart does not know hangs on its longest known beginning.
pub(super) fn known_numbers(plan: &Plan, reference: &Reference) -> Vec<Diagnostic> {
    let unknown = |account: AccountNumber| {
        let nearest = reference.nearest(account).map(|known| known.number);
        nearest.filter(|nearest| *nearest != account)
    };
    let found = typed(plan).into_iter().filter_map(|(item, field, account, _)| {
        let nearest = unknown(account)?;
        let diagnostic = about(plan, UNKNOWN_ACCOUNT, Severity::Note, item, field);
        let diagnostic = diagnostic.with("account", Arg::Account(account));
        Some(diagnostic.with("nearest", Arg::Account(nearest)))
    });
    found.collect()
}
