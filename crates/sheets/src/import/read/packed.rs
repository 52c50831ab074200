//! Reads xlsx, xlsm and ods files with calamine, once they are known to be harmless.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{
    Data, DataRef, Ods, OdsError, Range, Reader, SheetVisible, Xlsx, XlsxCellFormulaMetadataRecord,
    XlsxError, XlsxFormulaMetadata,
};
use previ_engine::diagnostic::{Diagnostic, Place, Severity};

use super::archive::{Part, unpacked_xml, unreadable};
use super::guard;
use super::limits::Budget;
use crate::import::codes::{PASSWORD, say};
use crate::import::formula::{OTHER_FORMULA, Sum, UNREADABLE_FORMULA};
use crate::import::workbook::{Cell, Date, Sheet, Value};

/// The sheets of an xlsx or xlsm file.
pub(super) fn excel(bytes: &[u8], parts: &[Part<'_>]) -> Result<Vec<Sheet>, Diagnostic> {
    for (_, xml) in unpacked_xml(parts)? {
        guard::part(&xml)?;
    }
    let refused = |error: XlsxError| match error {
        XlsxError::Password => say(PASSWORD, Severity::Error, Place::Whole),
        _ => unreadable(),
    };
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(refused)?;
    let mut budget = Budget::default();
    let mut sheets = Vec::new();
    for (name, hidden) in names(book.sheets_metadata()) {
        let mut cells = Vec::new();
        let mut templates = Templates::new();
        match book.worksheet_cells_reader(&name) {
            Ok(mut reader) => {
                while let Some(record) = reader.next_cell_with_formula_metadata().map_err(refused)? {
                    budget.push(&mut cells, excel_cell(record, &mut templates))?;
                }
            }
            // A sheet that holds only a chart.
            Err(XlsxError::NotAWorksheet(_)) => {}
            Err(error) => return Err(refused(error)),
        }
        sheets.push(Sheet::new(name, hidden, cells));
    }
    Ok(sheets)
}

fn names(sheets: &[calamine::Sheet]) -> Vec<(String, bool)> {
    sheets.iter().map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible)).collect()
}

/// Formulas that several cells share, by number: the cell that has the text, and its sum.
type Templates = BTreeMap<usize, ((u32, u32), Option<Sum>)>;

/// Formulas that several cells share are written once; only sums are moved along, no other is needed.
fn excel_cell(record: XlsxCellFormulaMetadataRecord<'_>, templates: &mut Templates) -> Cell {
    let (row, column) = record.pos;
    let formula = record.formula.map(|formula| match formula {
        XlsxFormulaMetadata::Normal { formula } => formula,
        XlsxFormulaMetadata::Shared { shared_index, formula, .. } => {
            templates.insert(shared_index, (record.pos, Sum::of(&formula)));
            formula
        }
        XlsxFormulaMetadata::SharedDerived { shared_index } => match templates.get(&shared_index) {
            Some((from, Some(sum))) => sum.moved(*from, record.pos).map(|sum| sum.to_string()),
            Some((_, None)) => Some(OTHER_FORMULA.to_owned()),
            None => None,
        }
        .unwrap_or_else(|| UNREADABLE_FORMULA.to_owned()),
        _ => UNREADABLE_FORMULA.to_owned(),
    });
    let value = match record.value {
        DataRef::SharedString(text) => Value::of_text(text.to_owned()),
        DataRef::String(text) => Value::of_text(text),
        DataRef::Int(number) => Value::Number(number.into()),
        DataRef::Float(number) => Value::of_float(number),
        DataRef::Bool(value) => Value::Bool(value),
        DataRef::DateTime(date) => date_value(date),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => iso_date(text),
        DataRef::Error(error) => Value::Error(error.to_string()),
        DataRef::Empty => Value::Empty,
    };
    Cell { row, column, value, formula }
}

fn date_value(date: calamine::ExcelDateTime) -> Value {
    if date.is_duration() {
        return Value::of_float(date.as_f64());
    }
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    Value::Date(Date { year: year.into(), month, day })
}

/// `2026-03-31`, with a time of day or without; anything else stays a text.
fn iso_date(text: String) -> Value {
    let read = |text: &str| {
        let mut parts = text.get(..10)?.split('-');
        let year = parts.next()?.parse().ok()?;
        let month = parts.next()?.parse().ok().filter(|month| (1..=12).contains(month))?;
        let day = parts.next()?.parse().ok().filter(|day| (1..=31).contains(day))?;
        parts.next().is_none().then_some(Date { year, month, day })
    };
    read(&text).map_or(Value::Text(text), Value::Date)
}

/// The sheets of an ods file.
pub(super) fn open_document(bytes: &[u8], parts: &[Part<'_>]) -> Result<Vec<Sheet>, Diagnostic> {
    for (name, xml) in unpacked_xml(parts)? {
        match name.as_str() {
            "content.xml" => guard::open_document(&xml)?,
            "meta-inf/manifest.xml" => guard::part(&xml)?,
            // Nothing else is read.
            _ => {}
        }
    }
    let refused = |error: OdsError| match error {
        OdsError::Password => say(PASSWORD, Severity::Error, Place::Whole),
        _ => unreadable(),
    };
    let mut book = Ods::new(Cursor::new(bytes)).map_err(refused)?;
    let mut budget = Budget::default();
    let mut sheets = Vec::new();
    for (name, hidden) in names(book.sheets_metadata()) {
        let values = book.worksheet_range(&name).map_err(refused)?;
        let formulas = book.worksheet_formula(&name).map_err(refused)?;
        let mut cells = Vec::new();
        for (row, column, value) in absolute(&values) {
            let formula = formulas.get_value((row, column)).filter(|formula| !formula.is_empty()).cloned();
            let value = open_value(value.clone());
            budget.push(&mut cells, Cell { row, column, value, formula })?;
        }
        // A formula whose result is empty may lie outside the values.
        for (row, column, formula) in absolute(&formulas) {
            if values.get_value((row, column)).is_none_or(|value| *value == Data::Empty) {
                let cell = Cell { row, column, value: Value::Empty, formula: Some(formula.clone()) };
                budget.push(&mut cells, cell)?;
            }
        }
        sheets.push(Sheet::new(name, hidden, cells));
    }
    Ok(sheets)
}

/// The cells of a range that hold something, counted from the corner of the sheet.
fn absolute<T: calamine::CellType>(range: &Range<T>) -> impl Iterator<Item = (u32, u32, &T)> {
    let (top, left) = range.start().unwrap_or_default();
    // A range is at most 1,048,576 by 16,384.
    range.used_cells().map(move |(row, column, value)| (top + row as u32, left + column as u32, value))
}

fn open_value(value: Data) -> Value {
    match value {
        Data::String(text) => Value::of_text(text),
        Data::Int(number) => Value::Number(number.into()),
        Data::Float(number) => Value::of_float(number),
        Data::Bool(value) => Value::Bool(value),
        Data::DateTime(date) => date_value(date),
        Data::DateTimeIso(text) | Data::DurationIso(text) => iso_date(text),
        Data::Error(error) => Value::Error(error.to_string()),
        Data::Empty => Value::Empty,
    }
}
