//! What the tests of the import share.

use previ_engine::diagnostic::{Arg, Diagnostic, Place};
use previ_sheets::import::{
    Fate, ImportOptions, Proposal, ProposedItem, ProposedKind, Workbook, address, propose, read,
};

/// The year of the clock in every test.
pub(crate) const THIS_YEAR: i32 = 2026;

/// The bytes of a fixture.
pub(crate) fn fixture(name: &str) -> Vec<u8> {
    let path = format!("{}/../../fixtures/sheets/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Proposes with nothing asked for; every cell of the sheet must have its fate.
pub(crate) fn proposed(workbook: &Workbook) -> (Proposal, Vec<Diagnostic>) {
    let (proposal, diagnostics) = propose(workbook, &options());
    assert_complete(workbook, &proposal);
    (proposal, diagnostics)
}

/// The proposal of a csv.
pub(crate) fn of_csv(csv: &str) -> (Proposal, Vec<Diagnostic>) {
    proposed(&read(csv.as_bytes(), "budget.csv").unwrap())
}

pub(crate) fn options() -> ImportOptions<'static> {
    ImportOptions {
        sheet: None,
        first_year: None,
        this_year: THIS_YEAR,
        reference: previ_reference::reference(),
    }
}

/// Nothing is lost: each cell has a fate, and the items that cells belong to exist.
pub(crate) fn assert_complete(workbook: &Workbook, proposal: &Proposal) {
    let Some(sheet) = workbook.sheets.iter().find(|sheet| sheet.name == proposal.sheet) else { return };
    let cells: Vec<_> = sheet.cells().iter().map(|cell| (cell.row, cell.column)).collect();
    let fates: Vec<_> = proposal.fates.iter().map(|fate| (fate.row, fate.column)).collect();
    assert_eq!(cells, fates);
    let used: Vec<usize> = proposal
        .fates
        .iter()
        .filter_map(|cell| match cell.fate {
            Fate::Used(item) => Some(item),
            _ => None,
        })
        .collect();
    assert!(used.iter().all(|item| *item < proposal.items.len()));
    assert!((0..proposal.items.len()).all(|item| used.contains(&item)));
}

/// Account, label and amount of an item: "606 Fournitures 150".
pub(crate) fn line(item: &ProposedItem) -> String {
    format!("{} {} {}", item.account, item.label, item.amount.euros())
}

pub(crate) fn lines(proposal: &Proposal) -> Vec<String> {
    proposal.items.iter().map(line).collect()
}

/// Euros of the items that become charges (6) or income (7).
pub(crate) fn total(proposal: &Proposal, class: u8) -> String {
    let counted = proposal.items.iter().filter(|item| item.account.class() == class);
    let counted = counted.filter(|item| !matches!(item.kind, ProposedKind::InKind(_)));
    let cents: i64 = counted.map(|item| item.amount.cents()).sum();
    format!("{}.{:02}", cents / 100, cents % 100)
}

/// The diagnostics of a code: where each is and what it says.
pub(crate) fn said(diagnostics: &[Diagnostic], code: &str) -> Vec<String> {
    let of_code = diagnostics.iter().filter(|diagnostic| diagnostic.code.0 == code);
    of_code
        .map(|diagnostic| {
            let place = match &diagnostic.place {
                Place::Cell { row, column, .. } => address(*row, *column),
                _ => String::new(),
            };
            let args = diagnostic.args.iter().map(|(_, arg)| shown(arg)).collect::<Vec<_>>();
            format!("{place}: {}", args.join(" | "))
        })
        .collect()
}

fn shown(arg: &Arg) -> String {
    match arg {
        Arg::Text(text) => text.clone(),
        Arg::Cents(cents) => cents.to_string(),
        Arg::Number(number) => number.to_string(),
        Arg::Account(account) => account.to_string(),
        Arg::Year(year) => year.to_string(),
        Arg::Month(month) => month.to_string(),
    }
}

/// The fate of the cell at an address.
pub(crate) fn fate(proposal: &Proposal, wanted: &str) -> Fate {
    let found = proposal.fates.iter().find(|cell| address(cell.row, cell.column) == wanted);
    found.unwrap_or_else(|| panic!("{wanted} is empty")).fate
}

/// The codes of the diagnostics.
pub(crate) fn codes(diagnostics: &[Diagnostic]) -> Vec<&'static str> {
    diagnostics.iter().map(|diagnostic| diagnostic.code.0).collect()
}
