//! Account numbers.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use super::{CLASS, UNKNOWN_ACCOUNT};
use crate::account::AccountNumber;
use crate::diagnostic::{Arg, CodeSpec, Diagnostic, Field, Place, Severity};
use crate::id::ItemId;
use crate::plan::Plan;
use crate::reference::Reference;

/// An account that a person typed.
struct Typed<'a> {
    item: ItemId,
    label: &'a str,
    field: &'static str,
    account: AccountNumber,
    /// The classes that its item may have.
    allowed: &'static [u8],
}

impl Typed<'_> {
    /// A diagnostic about it: the name is at hand, so that nobody looks for it in a long plan.
    fn said(&self, spec: CodeSpec, severity: Severity) -> Diagnostic {
        let place = Place::Item(self.item, Field(self.field));
        let said = Diagnostic::new(spec.code, severity, place).with("item", Arg::Text(self.label.into()));
        said.with("account", Arg::Account(self.account))
    }
}

/// Every account a person typed.
fn typed(plan: &Plan) -> impl Iterator<Item = Typed<'_>> {
    fn one<'a>(item: ItemId, label: &'a str, account: AccountNumber, allowed: &'static [u8]) -> Typed<'a> {
        Typed { item, label, field: "account", account, allowed }
    }
    let opening = plan.frame.opening.items.iter();
    let opening = opening.map(|i| one(i.id.into(), &i.label, i.account, &[4]));
    let treasury = plan.treasury.iter().map(|t| one(t.id.into(), &t.label, t.account, &[5]));
    let lines = plan.lines.iter().map(|l| one(l.id.into(), &l.label, l.account, &[6, 7]));
    let agreements = plan.agreements.iter().filter_map(|agreement| {
        let typed = one(agreement.id.into(), &agreement.label, agreement.income_account?, &[7]);
        Some(Typed { field: "income_account", ..typed })
    });
    let investments = plan.investments.iter().map(|i| one(i.id.into(), &i.label, i.account, &[2]));
    let loans = plan.loans.iter().map(|l| one(l.id.into(), &l.label, l.account, &[1]));
    opening.chain(treasury).chain(lines).chain(agreements).chain(investments).chain(loans)
}

/// A line stands in class 6 or 7, an investment in 2, a loan in 1, treasury in 5.
pub(super) fn classes(plan: &Plan, _: &Reference) -> Vec<Diagnostic> {
    let wrong = typed(plan).filter(|typed| !typed.allowed.contains(&typed.account.class()));
    wrong.map(|typed| typed.said(CLASS, Severity::Error)).collect()
}

/// A number that the chart does not know hangs on its longest known beginning.
pub(super) fn known_numbers(plan: &Plan, reference: &Reference) -> Vec<Diagnostic> {
    // Many lines stand on the same account.
    let mut known: BTreeMap<AccountNumber, Option<AccountNumber>> = BTreeMap::new();
    let found = typed(plan).filter_map(|typed| {
        let nearest = || reference.nearest(typed.account).map(|account| account.number);
        let nearest = (*known.entry(typed.account).or_insert_with(nearest))?;
        let is_known = nearest == typed.account;
        let said = || typed.said(UNKNOWN_ACCOUNT, Severity::Note).with("nearest", Arg::Account(nearest));
        (!is_known).then(said)
    });
    found.collect()
}
