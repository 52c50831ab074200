//! The rows of a band: account, label, planned amount.

use std::ops::RangeInclusive;

use rust_decimal::Decimal;

use crate::import::account::{self, Code};
use crate::import::amount::{self, Reading};
use crate::import::formula::{Sum, UNREADABLE_FORMULA};
use crate::import::layout::columns::{Band, is_year};
use crate::import::wording::{column_heads, headings};
use crate::import::workbook::{Cell, Sheet, Value};

/// A row of a band.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) number: u32,
    /// Account and the column it stands in.
    pub(crate) code: Option<(u32, Code)>,
    /// Label without its account, and the column it stands in.
    pub(crate) label: Option<(u32, String)>,
    /// An amount that stands alone in a column of accounts or labels.
    pub(crate) stray: Option<(u32, Decimal)>,
    /// What the plan's columns say, and those that say something.
    pub(crate) planned: Planned,
    pub(crate) planned_columns: Vec<u32>,
    /// The rows that its formula adds, where it does nothing else.
    pub(crate) sums: Option<Vec<RangeInclusive<u32>>>,
    /// Whether a formula that does something else gives its amount.
    pub(crate) computed: bool,
    /// Whether an empty row stands before it.
    pub(crate) after_gap: bool,
}

/// What the plan's columns say in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Planned {
    Nothing,
    Euros {
        amount: Decimal,
        ambiguous: bool,
    },
    Quantity {
        number: Decimal,
        unit: String,
    },
    Error,
    /// A text that is no amount.
    Text(String),
}

/// The first row that holds a line: an account, or a label with an amount that is no year at the head of
/// its column.
pub(crate) fn body(sheet: &Sheet, band: &Band) -> u32 {
    let is_line = |row: &&[Cell]| {
        let find = |column: u32| row.iter().find(|cell| cell.column == column);
        let code = band.code.and_then(find).and_then(|cell| account::code(&cell.value));
        let is_account = matches!(code, Some(Code::Account(account)) if (6..=8).contains(&account.class()));
        let label =
            band.labels.iter().copied().chain(band.code).filter_map(find).filter_map(Cell::text).next_back();
        let is_label =
            label.is_some_and(|text| headings::side(text).is_none() && !column_heads::names_column(text));
        let has_amount = band.amounts.iter().copied().filter_map(find).any(|cell| {
            matches!(amount::read(&cell.value), Reading::Euros { .. } | Reading::Quantity { .. })
                && !is_year(&cell.value)
        });
        is_account || (is_label && has_amount)
    };
    sheet.rows().find(is_line).and_then(|row| row.first()).map_or(u32::MAX, |cell| cell.row)
}

/// Its rows, with amounts from these columns, `scale` times what is written.
pub(crate) fn rows(sheet: &Sheet, band: &Band, planned: &[u32], scale: Decimal) -> Vec<Row> {
    let leading = labels_with_accounts(sheet, band);
    let mut rows: Vec<Row> = Vec::new();
    for cells in sheet.rows() {
        let mine: Vec<&Cell> =
            cells.iter().filter(|cell| band.columns().any(|column| column == cell.column)).collect();
        let Some(first) = mine.first() else { continue };
        let has = |columns: &[u32]| cells.iter().any(|cell| columns.contains(&cell.column));
        if has(&band.other_side) && !has(&band.amounts) {
            continue;
        }
        let after_gap = rows.last().is_none_or(|before| before.number + 1 < first.row);
        rows.push(row(&mine, first.row, band, planned, scale, leading, after_gap));
    }
    rows
}

/// Whether labels may begin with accounts: once may be chance, unless others have a column of their own.
fn labels_with_accounts(sheet: &Sheet, band: &Band) -> bool {
    let labels = sheet.cells().iter().filter(|cell| band.labels.contains(&cell.column));
    let found = labels.filter_map(Cell::text).filter(|text| account::leading(text).is_some()).count();
    found > 1 || band.code.is_some()
}

fn row(
    cells: &[&Cell],
    number: u32,
    band: &Band,
    planned: &[u32],
    scale: Decimal,
    leading: bool,
    after_gap: bool,
) -> Row {
    let find = |column: u32| cells.iter().find(|cell| cell.column == column).copied();
    let code_cell = band.code.and_then(find);
    let code = code_cell.and_then(|cell| account::code(&cell.value).map(|code| (cell.column, code)));
    let is_label = |cell: &&Cell| amount::read(&cell.value) == Reading::Text && cell.text().is_some();
    let mut texts = band.labels.iter().copied().filter_map(find).filter(is_label);
    // Titles and totals may stand in the column of the accounts.
    let beside = code_cell.filter(|cell| code.is_none() && is_label(cell));
    let label_cell = texts.next_back().or(beside);
    let bullets = ['-', '–', '—', '•', '·', '*', '>', ' ', '\u{A0}'];
    let bare = |cell: &Cell| cell.text().map(|text| text.trim_start_matches(bullets).to_owned());
    let label = label_cell.and_then(|cell| bare(cell).map(|text| (cell.column, text)));
    let label = label.filter(|(_, text)| !text.is_empty());
    let (code, label) = match label {
        Some((column, text)) if code.is_none() && leading => match account::leading(&text) {
            Some((account, rest)) => {
                (Some((column, Code::Account(account))), Some((column, rest.to_owned())))
            }
            None => (None, Some((column, text))),
        },
        label => (code, label),
    };
    let amounts: Vec<&Cell> = planned.iter().copied().filter_map(find).collect();
    let formulas: Vec<&String> = amounts.iter().filter_map(|cell| cell.formula.as_ref()).collect();
    let sums = match (amounts.as_slice(), formulas.as_slice()) {
        ([cell], [formula]) => {
            Sum::of(formula).filter(|sum| sum.is_explicit).and_then(|sum| sum.rows_in(cell.column))
        }
        _ => None,
    };
    let planned = value(&amounts, scale);
    let stray = match (cells, &label, &planned) {
        ([cell], None, Planned::Nothing) => match amount::read(&cell.value) {
            Reading::Euros { amount, .. } => Some((cell.column, amount)),
            _ => None,
        },
        _ => None,
    };
    Row {
        number,
        code: code.filter(|_| stray.is_none()),
        label,
        stray,
        planned,
        planned_columns: amounts.iter().map(|cell| cell.column).collect(),
        computed: sums.is_none() && formulas.iter().any(|formula| *formula != UNREADABLE_FORMULA),
        sums,
        after_gap,
    }
}

fn value(cells: &[&Cell], scale: Decimal) -> Planned {
    let mut total: Option<(Decimal, bool)> = None;
    for cell in cells {
        match amount::read(&cell.value) {
            Reading::Euros { amount, ambiguous } => {
                let (sum, any) = total.unwrap_or_default();
                let Some(sum) = amount.checked_mul(scale).and_then(|amount| sum.checked_add(amount)) else {
                    return Planned::Text(cell.shown());
                };
                total = Some((sum, any || ambiguous));
            }
            Reading::Quantity { number, unit } => return Planned::Quantity { number, unit },
            Reading::Error => return Planned::Error,
            Reading::Text if cell.value == Value::Empty => {}
            Reading::Text | Reading::Date => return Planned::Text(cell.shown()),
        }
    }
    total.map_or(Planned::Nothing, |(amount, ambiguous)| Planned::Euros { amount, ambiguous })
}
