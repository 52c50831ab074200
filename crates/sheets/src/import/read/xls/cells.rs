//! The cells of each sheet of an xls file.

use previ_engine::diagnostic::Diagnostic;

use super::formula;
use super::globals::{Globals, SheetStart};
use super::records::{Record, f64_at, records, u16_at, u32_at};
use super::text;
use crate::import::formula::UNREADABLE_FORMULA;
use crate::import::read::limits::Budget;
use crate::import::workbook::{Cell, Date, Sheet, Value};

/// The sheets with their cells; what is damaged in a sheet is left out of it.
pub(super) fn read(stream: &[u8], globals: &Globals) -> Result<Vec<Sheet>, Diagnostic> {
    let mut budget = Budget::default();
    globals.sheets.iter().map(|start| sheet(stream, globals, start, &mut budget)).collect()
}

fn sheet(
    stream: &[u8],
    globals: &Globals,
    start: &SheetStart,
    budget: &mut Budget,
) -> Result<Sheet, Diagnostic> {
    let mut cells: Vec<Cell> = Vec::new();
    // Charts inside the sheet have records of their own between a start and an end.
    let mut depth = 0_u32;
    for record in records(stream, start.start) {
        match record.kind {
            0x0809 => depth += 1,
            0x000A if depth <= 1 => break,
            0x000A => depth -= 1,
            _ if depth > 1 => {}
            // String: the text that the formula just before gives.
            0x0207 => {
                if let (Some(cell), Some(text)) = (cells.last_mut(), text::at(&record, 0)) {
                    cell.value = Value::of_text(text);
                }
            }
            // ShrFmla: the formula that the cell just before begins to share.
            0x04BC => {
                if let Some(cell) = cells.last_mut() {
                    cell.formula = Some(UNREADABLE_FORMULA.to_owned());
                }
            }
            // MulRk: several numbers side by side.
            0x00BD => {
                for cell in several(record.data(), globals) {
                    budget.push(&mut cells, cell)?;
                }
            }
            _ => {
                if let Some(cell) = single(&record, globals) {
                    budget.push(&mut cells, cell)?;
                }
            }
        }
    }
    Ok(Sheet::new(start.name.clone(), start.hidden, cells))
}

fn single(record: &Record<'_>, globals: &Globals) -> Option<Cell> {
    let data = record.data();
    let mut formula = None;
    let value = match record.kind {
        // Number
        0x0203 => number(f64_at(data, 6)?, format(data)?, globals),
        // Rk
        0x027E => number(packed(u32_at(data, 6)?), format(data)?, globals),
        // LabelSst
        0x00FD => Value::of_text(globals.texts.get(u32_at(data, 6)? as usize)?.clone()),
        // Label, RString
        0x0204 | 0x00D6 => Value::of_text(text::at(record, 6)?),
        // BoolErr
        0x0205 => truth_or_error(*data.get(6)?, *data.get(7)? != 0),
        // Formula
        0x0006 => {
            let length = usize::from(u16_at(data, 20)?);
            let text = formula::text(data.get(22..22 + length).unwrap_or_default());
            formula = Some(text);
            match (data.get(12..14)?, *data.get(6)?) {
                ([0xFF, 0xFF], 1) => truth_or_error(*data.get(8)?, false),
                ([0xFF, 0xFF], 2) => truth_or_error(*data.get(8)?, true),
                // A text follows in its own record, or there is none.
                ([0xFF, 0xFF], _) => Value::Empty,
                _ => number(f64_at(data, 6)?, format(data)?, globals),
            }
        }
        _ => return None,
    };
    Some(Cell { row: u16_at(data, 0)?.into(), column: u16_at(data, 2)?.into(), value, formula })
}

fn format(data: &[u8]) -> Option<usize> {
    u16_at(data, 4).map(usize::from)
}

fn several(data: &[u8], globals: &Globals) -> Vec<Cell> {
    let (Some(row), Some(first)) = (u16_at(data, 0), u16_at(data, 2)) else { return Vec::new() };
    // Each number takes six bytes; the last column stands behind them.
    let numbers = data.get(4..data.len().saturating_sub(2)).unwrap_or_default();
    let cell = |(column, six): (u32, &[u8])| {
        let value = number(packed(u32_at(six, 2)?), u16_at(six, 0)?.into(), globals);
        Some(Cell { row: row.into(), column, value, formula: None })
    };
    (u32::from(first)..).zip(numbers.chunks_exact(6)).filter_map(cell).collect()
}

/// A number in four bytes: an integer or the upper half of a float, perhaps times a hundred.
fn packed(bits: u32) -> f64 {
    let value = if bits & 2 != 0 {
        // The two lowest bits are flags; shifting keeps the sign.
        f64::from((bits as i32) >> 2)
    } else {
        f64::from_bits(u64::from(bits & 0xFFFF_FFFC) << 32)
    };
    if bits & 1 != 0 { value / 100.0 } else { value }
}

fn number(value: f64, format: usize, globals: &Globals) -> Value {
    let is_date = globals.dates.get(format).copied().unwrap_or(false);
    let day = if is_date { date(value, globals.from_1904) } else { None };
    day.map_or_else(|| Value::of_float(value), Value::Date)
}

/// The day of a count of days; `None` outside years 1900–9999.
fn date(days: f64, from_1904: bool) -> Option<Date> {
    if !(1.0..2_958_466.0).contains(&days) {
        return None;
    }
    // Cut to whole days; in range, see above.
    let mut serial = days as i64;
    if from_1904 {
        serial += 1462;
    }
    // Excel counts a 29 February 1900 that never was.
    if serial > 60 {
        serial -= 1;
    }
    // Day 1 is 1 January 1900, 693,901 days after 1 March of year 0; from there on leap days end years.
    let shifted = serial - 1 + 693_901;
    let era = shifted / 146_097;
    let day_of_era = shifted % 146_097;
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    Some(Date { year: i32::try_from(year).ok()?, month: month as u8, day: day as u8 })
}

fn truth_or_error(value: u8, is_error: bool) -> Value {
    let error = match value {
        _ if !is_error => return Value::Bool(value != 0),
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    };
    Value::Error(error.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_count_from_1900_with_excels_extra_day() {
        let day = |days| date(days, false).map(|d| (d.year, d.month, d.day));
        assert_eq!(day(1.0), Some((1900, 1, 1)));
        assert_eq!(day(61.0), Some((1900, 3, 1)));
        // 1 January 2026 is day 46023 in Excel and LibreOffice.
        assert_eq!(day(46_023.5), Some((2026, 1, 1)));
        assert_eq!(day(45_351.0), Some((2024, 2, 29)));
        assert_eq!(date(0.0, true), None);
        assert_eq!(day(f64::NAN), None);
        assert_eq!(day(1e12), None);
    }

    #[test]
    fn short_numbers_are_integers_or_halves_of_floats() {
        // 150 as an integer; 12345 as an integer of hundredths; 1.5 as the upper half of a float.
        let rk = [(150 << 2) | 2, (12_345 << 2) | 3, (1.5_f64.to_bits() >> 32) as u32];
        assert_eq!(rk.map(|bits| Value::of_float(packed(bits))), [150.0, 123.45, 1.5].map(Value::of_float));
        assert_eq!(packed((-7_i32 << 2) as u32 | 2), -7.0);
    }
}
