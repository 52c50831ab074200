//! A workbook as it was read: sheets of cells, nothing interpreted yet.

use previ_engine::diagnostic::Place;
use rust_decimal::Decimal;

/// A spreadsheet file (*classeur*).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workbook {
    /// Name of the file, without its folder.
    pub file_name: String,
    /// Its sheets, in the order of the file.
    pub sheets: Vec<Sheet>,
}

/// A sheet (*feuille*).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its name; that of the file for a csv.
    pub name: String,
    /// Whether the file hides it.
    pub hidden: bool,
    cells: Vec<Cell>,
}

/// A cell that holds something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Row, from 0.
    pub row: u32,
    /// Column, from 0.
    pub column: u32,
    /// What it shows.
    pub value: Value,
    /// Its formula as the file writes it; `?` where it cannot be read, `=…` where only that it does more than
    /// add cells is known.
    pub formula: Option<String>,
}

/// What a cell shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing: a formula without a stored result.
    Empty,
    /// A text.
    Text(String),
    /// A number, exact to six decimals.
    Number(Decimal),
    /// A date, its time of day left out.
    Date(Date),
    /// True or false.
    Bool(bool),
    /// An error such as `#N/A`.
    Error(String),
}

/// A day of the calendar as a file stores it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// Year.
    pub year: i32,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day, 1 to 31.
    pub day: u8,
}

impl Sheet {
    /// A sheet of these cells in any order. Cells that hold nothing are left out; of two at one place the
    /// last one stays.
    #[must_use]
    pub fn new(name: String, hidden: bool, mut cells: Vec<Cell>) -> Self {
        cells.retain(Cell::holds_something);
        cells.reverse();
        cells.sort_by_key(|cell| (cell.row, cell.column));
        cells.dedup_by_key(|cell| (cell.row, cell.column));
        Self { name, hidden, cells }
    }

    /// Its cells by row, then column.
    #[must_use]
    pub fn cells(&self) -> &[Cell] {
        &self.cells
    }

    /// The cell at a place, if it holds something.
    #[must_use]
    pub fn cell(&self, row: u32, column: u32) -> Option<&Cell> {
        let place = self.cells.binary_search_by_key(&(row, column), |cell| (cell.row, cell.column));
        place.ok().and_then(|place| self.cells.get(place))
    }

    /// The rows that hold something, in order, each with its cells.
    pub fn rows(&self) -> impl Iterator<Item = &[Cell]> {
        self.cells.chunk_by(|one, next| one.row == next.row)
    }

    /// Where a cell is, for diagnostics.
    #[must_use]
    pub fn place(&self, row: u32, column: u32) -> Place {
        Place::Cell { sheet: self.name.clone(), row, column }
    }
}

impl Cell {
    fn holds_something(&self) -> bool {
        let shows = match &self.value {
            Value::Empty => false,
            Value::Text(text) => !text.trim().is_empty(),
            Value::Number(_) | Value::Date(_) | Value::Bool(_) | Value::Error(_) => true,
        };
        shows || self.formula.is_some()
    }

    /// Its text, if it is one.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text.trim()),
            Value::Empty | Value::Number(_) | Value::Date(_) | Value::Bool(_) | Value::Error(_) => None,
        }
    }

    /// What it shows, as plain text.
    #[must_use]
    pub fn shown(&self) -> String {
        match &self.value {
            Value::Empty => String::new(),
            Value::Text(text) | Value::Error(text) => text.trim().to_owned(),
            Value::Number(number) => number.normalize().to_string().replace('.', ","),
            Value::Date(Date { year, month, day }) => format!("{day:02}/{month:02}/{year}"),
            Value::Bool(true) => "VRAI".to_owned(),
            Value::Bool(false) => "FAUX".to_owned(),
        }
    }
}

impl Value {
    /// A text, or the error it stands for.
    #[must_use]
    pub fn of_text(text: String) -> Self {
        const ERRORS: [&str; 13] = [
            "#N/A", "#REF!", "#NAME?", "#NOM?", "#DIV/0!", "#VALUE!", "#VALEUR!", "#NUM!", "#NOMBRE!",
            "#NULL!", "#NUL!", "#DATA!", "#SPILL!",
        ];
        let trimmed = text.trim();
        let is_error = ERRORS.contains(&trimmed)
            || trimmed.strip_prefix("Err:").is_some_and(|code| code.bytes().all(|b| b.is_ascii_digit()));
        if is_error { Self::Error(trimmed.to_owned()) } else { Self::Text(text) }
    }

    /// A binary number of a file as the decimal its author saw; too large ones are errors.
    #[must_use]
    pub fn of_float(number: f64) -> Self {
        // A float holds 15 sure digits: 0.1 + 0.2 comes back as 0.3.
        match Decimal::try_from(number) {
            Ok(exact) => Self::Number(exact.round_dp(6).normalize()),
            Err(_) => Self::Error("#NUM!".to_owned()),
        }
    }
}

/// The address of a cell as spreadsheets show it: row 6, column 1 is `B7`.
#[must_use]
pub fn address(row: u32, column: u32) -> String {
    let mut letters = Vec::new();
    let mut left = u64::from(column) + 1;
    while left > 0 {
        // A remainder below 26 fits.
        letters.push(char::from(b'A' + ((left - 1) % 26) as u8));
        left = (left - 1) / 26;
    }
    let mut text: String = letters.iter().rev().collect();
    text.push_str(&(u64::from(row) + 1).to_string());
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_those_of_spreadsheets() {
        // A…Z are 26 columns, AA…ZZ the next 676: column 702 (from 0) is AAA.
        let addresses = [(6, 1), (0, 25), (0, 26), (9, 701), (0, 702)].map(|(r, c)| address(r, c));
        assert_eq!(addresses, ["B7", "Z1", "AA1", "ZZ10", "AAA1"]);
        assert_eq!(address(u32::MAX, 0), "A4294967296");
    }

    #[test]
    fn floats_become_the_decimals_their_author_saw() {
        assert_eq!(Value::of_float(0.1 + 0.2), Value::Number(Decimal::new(3, 1)));
        assert_eq!(Value::of_float(473.71), Value::Number(Decimal::new(47371, 2)));
        assert_eq!(Value::of_float(f64::NAN), Value::Error("#NUM!".into()));
        assert_eq!(Value::of_float(1e300), Value::Error("#NUM!".into()));
    }

    #[test]
    fn the_last_of_two_cells_at_one_place_stays() {
        let text = |text: &str| Cell { row: 0, column: 0, value: Value::Text(text.into()), formula: None };
        let sheet = Sheet::new("s".into(), false, vec![text("a"), text("b"), text(" ")]);
        assert_eq!(sheet.cells().len(), 1);
        assert_eq!(sheet.cell(0, 0).and_then(Cell::text), Some("b"));
    }
}
