//! Contributions in kind: one item for use and resource together.

use previ_engine::account::AccountNumber;
use previ_engine::diagnostic::{Arg, Diagnostic, Place, Severity};
use previ_engine::in_kind::InKindKind;
use previ_engine::money::to_cents;
use rust_decimal::Decimal;

use super::codes::{IN_KIND_UNBALANCED, say};
use super::settle::equal;
use super::wording::text::folded;

/// The kind of a contribution: by its label, since 870 and 875 changed places in 2020; else by its
/// account.
pub(crate) fn kind(label: &str, account: AccountNumber) -> InKindKind {
    let label = folded(label);
    let says = |words: &[&str]| words.iter().any(|word| label.contains(word));
    if says(&["benevol"]) {
        InKindKind::Volunteering
    } else if says(&["secours", "dons en nature", "don en nature"]) {
        InKindKind::Relief
    } else if says(&["mise a disposition", "mises a disposition"]) {
        InKindKind::FreeUse
    } else if says(&["prestation"]) {
        InKindKind::Services
    } else {
        match account.prefix(3) {
            860 | 870 => InKindKind::Relief,
            861 | 871 => InKindKind::FreeUse,
            864 | 875 => InKindKind::Volunteering,
            _ => InKindKind::Services,
        }
    }
}

/// What 871 and 861 or 862 have in common.
fn pool(kind: InKindKind) -> u8 {
    match kind {
        InKindKind::Relief => 0,
        InKindKind::FreeUse | InKindKind::Services => 1,
        InKindKind::Volunteering => 2,
    }
}

/// One row of class 8.
pub(crate) struct Row {
    pub(crate) kind: InKindKind,
    pub(crate) amount: Decimal,
    pub(crate) place: Place,
}

/// For each resource, the use whose counterpart it is; `None` where it is an item of its own. And where
/// both do not add up to the same.
pub(crate) fn pair(uses: &[Row], resources: &[Row]) -> (Vec<Option<usize>>, Vec<Diagnostic>) {
    let partner = |resource: &Row| {
        let mut same = (0..).zip(uses).filter(|(_, usage)| pool(usage.kind) == pool(resource.kind));
        let first = same.clone().next().map(|(place, _)| place);
        same.find(|(_, usage)| equal(usage.amount, resource.amount)).map(|(place, _)| place).or(first)
    };
    let pairs = resources.iter().map(partner).collect();
    let mut diagnostics = Vec::new();
    for wanted in 0..3 {
        let of = |rows: &[Row]| {
            let rows = rows.iter().filter(|row| pool(row.kind) == wanted);
            rows.fold(Decimal::ZERO, |sum, row| sum.saturating_add(row.amount))
        };
        let (used, given) = (of(uses), of(resources));
        let first = resources.iter().find(|row| pool(row.kind) == wanted);
        let (Some(first), true) = (first, uses.iter().any(|row| pool(row.kind) == wanted)) else { continue };
        if !equal(used, given) {
            let said = say(IN_KIND_UNBALANCED, Severity::Warning, first.place.clone());
            let said = said.with("uses", Arg::Cents(to_cents(used)));
            diagnostics.push(said.with("resources", Arg::Cents(to_cents(given))));
        }
    }
    (pairs, diagnostics)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(kind: InKindKind, amount: i64) -> Row {
        Row { kind, amount: amount.into(), place: Place::Whole }
    }

    #[test]
    fn the_label_tells_the_kind_where_old_numbers_mean_something_else() {
        let of = |label, account| kind(label, AccountNumber::of(account));
        assert_eq!(of("Bénévolat", 870), InKindKind::Volunteering);
        assert_eq!(of("Dons en nature", 875), InKindKind::Relief);
        assert_eq!(of("Salle des fêtes", 861), InKindKind::FreeUse);
    }

    #[test]
    fn a_resource_belongs_to_the_use_of_the_same_amount() {
        let uses =
            [row(InKindKind::FreeUse, 100), row(InKindKind::Services, 50), row(InKindKind::Volunteering, 30)];
        let resources =
            [row(InKindKind::Services, 50), row(InKindKind::Services, 100), row(InKindKind::Relief, 5)];
        let (pairs, diagnostics) = pair(&uses, &resources);
        assert_eq!(pairs, [Some(1), Some(0), None]);
        assert_eq!(diagnostics, []);
    }

    #[test]
    fn uses_and_resources_that_differ_are_said() {
        let (_, diagnostics) =
            pair(&[row(InKindKind::Volunteering, 100)], &[row(InKindKind::Volunteering, 90)]);
        assert_eq!(diagnostics[0].args, [("uses", Arg::Cents(10_000)), ("resources", Arg::Cents(9_000))]);
    }
}
