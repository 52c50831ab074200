//! A workbook as it is read back: what is typed, what is calculated and with which result.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};

/// Row and column, from 0.
pub type At = (u32, u32);

/// The value of a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Empty,
    Number(f64),
    Text(String),
}

impl Value {
    /// Whether two values are the same figure, to a hundredth of a cent.
    pub fn is_about(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Number(a), Self::Number(b)) => (a - b).abs() < 0.0001_f64.max(a.abs() * 1e-12),
            _ => self == other,
        }
    }
}

/// A cell.
#[derive(Clone, Debug)]
pub struct Cell {
    pub formula: Option<String>,
    /// The value written in the file.
    pub value: Value,
}

/// The sheets of a workbook in their order.
#[derive(Clone, Debug)]
pub struct Book {
    pub sheets: Vec<(String, BTreeMap<At, Cell>)>,
}

impl Book {
    pub fn read(bytes: &[u8]) -> Self {
        let mut workbook = Xlsx::new(Cursor::new(bytes)).unwrap();
        let names = workbook.sheet_names();
        let sheets = names.into_iter().map(|name| {
            let mut cells: BTreeMap<At, Cell> = BTreeMap::new();
            let values = workbook.worksheet_range(&name).unwrap();
            let (row, column) = values.start().unwrap_or_default();
            for (r, c, data) in values.used_cells() {
                let at = (row + r as u32, column + c as u32);
                cells.insert(at, Cell { formula: None, value: value(data) });
            }
            let formulas = workbook.worksheet_formula(&name).unwrap();
            let (row, column) = formulas.start().unwrap_or_default();
            for (r, c, formula) in formulas.used_cells().filter(|(_, _, formula)| !formula.is_empty()) {
                let at = (row + r as u32, column + c as u32);
                let cell = cells.entry(at).or_insert(Cell { formula: None, value: Value::Empty });
                cell.formula = Some(formula.clone());
            }
            (name, cells)
        });
        Self { sheets: sheets.collect() }
    }

    pub fn sheet(&self, name: &str) -> &BTreeMap<At, Cell> {
        &self.sheets.iter().find(|(known, _)| known == name).unwrap_or_else(|| panic!("no sheet {name}")).1
    }

    /// The row whose first cell is `label` and whose third is `number`, as on *Lignes* and *Mois*.
    pub fn row(&self, sheet: &str, column: u32, value: &Value) -> u32 {
        let found = self.sheet(sheet).iter().find(|((_, c), cell)| *c == column && cell.value == *value);
        found.unwrap_or_else(|| panic!("no {value:?} in column {column} of {sheet}")).0.0
    }

    /// How many cells of a sheet hold formulas, and how many hold typed numbers or texts.
    pub fn counts(&self, sheet: &str) -> (usize, usize) {
        let cells = self.sheet(sheet).values();
        let formulas = cells.filter(|cell| cell.formula.is_some()).count();
        (formulas, self.sheet(sheet).len() - formulas)
    }
}

fn value(data: &Data) -> Value {
    match data {
        Data::Empty => Value::Empty,
        Data::Int(number) => Value::Number(*number as f64),
        Data::Float(number) => Value::Number(*number),
        Data::DateTime(date) => Value::Number(date.as_f64()),
        other => Value::Text(other.to_string()),
    }
}

/// An address such as `H12` as row and column.
pub fn address(text: &str) -> Option<At> {
    let text = text.replace('$', "");
    let letters = text.chars().take_while(char::is_ascii_uppercase).count();
    let (column, row) = text.split_at(letters);
    let column = column.bytes().fold(0, |column, letter| column * 26 + u32::from(letter - b'A') + 1);
    Some((row.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}
