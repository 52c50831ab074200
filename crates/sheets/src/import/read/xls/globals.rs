//! What an xls file says before its sheets: their names, the texts they share, which formats are dates.

use previ_engine::diagnostic::{Diagnostic, Place, Severity};

use super::records::{Record, records, u16_at, u32_at};
use super::text::{self, Reader};
use crate::import::codes::{OLD_FORMAT, PASSWORD, say};
use crate::import::read::archive::unreadable;

/// The version that Excel 97 to 2003 write.
const BIFF8: u16 = 0x0600;

/// The workbook as a whole.
pub(super) struct Globals {
    pub(super) sheets: Vec<SheetStart>,
    pub(super) texts: Vec<String>,
    /// For each cell format, whether it shows a date.
    pub(super) dates: Vec<bool>,
    /// Whether days are counted from 1904.
    pub(super) from_1904: bool,
}

/// A sheet and where its records start.
pub(super) struct SheetStart {
    pub(super) name: String,
    pub(super) hidden: bool,
    pub(super) start: usize,
}

/// Reads the records up to the first end.
pub(super) fn read(stream: &[u8]) -> Result<Globals, Diagnostic> {
    let mut all = records(stream, 0);
    let first = all.next().filter(|record| record.kind == 0x0809).ok_or_else(unreadable)?;
    if u16_at(first.data(), 0) != Some(BIFF8) {
        return Err(say(OLD_FORMAT, Severity::Error, Place::Whole));
    }
    let mut globals = Globals { sheets: Vec::new(), texts: Vec::new(), dates: Vec::new(), from_1904: false };
    let mut formats: Vec<(u16, bool)> = Vec::new();
    let mut cell_formats: Vec<u16> = Vec::new();
    for record in all {
        match record.kind {
            // FilePass
            0x002F => return Err(say(PASSWORD, Severity::Error, Place::Whole)),
            // BoundSheet8
            0x0085 => globals.sheets.extend(sheet(&record)),
            // Date1904
            0x0022 => globals.from_1904 = u16_at(record.data(), 0) == Some(1),
            // SST
            0x00FC => globals.texts = text::shared(&record),
            // Format
            0x041E => {
                let number = u16_at(record.data(), 0);
                let pattern = text::at(&record, 2);
                formats.extend(number.zip(pattern).map(|(number, pattern)| (number, shows_date(&pattern))));
            }
            // XF
            0x00E0 => cell_formats.push(u16_at(record.data(), 2).unwrap_or(0)),
            // EOF
            0x000A => break,
            _ => {}
        }
    }
    let is_date = |number: &u16| {
        let own = formats.iter().find(|(known, _)| known == number);
        own.map_or(matches!(number, 14..=17 | 22), |(_, date)| *date)
    };
    globals.dates = cell_formats.iter().map(is_date).collect();
    Ok(globals)
}

/// A worksheet; `None` for charts and macros.
fn sheet(record: &Record<'_>) -> Option<SheetStart> {
    let data = record.data();
    let (state, kind) = (*data.get(4)?, *data.get(5)?);
    let name = Reader::new(record, 6).text(true)?;
    (kind == 0).then_some(SheetStart { name, hidden: state & 3 != 0, start: u32_at(data, 0)? as usize })
}

/// Whether a pattern of a number shows a year or a day: `dd/mm/yyyy`, not `0 "jours"` nor `[Red]0`.
fn shows_date(pattern: &str) -> bool {
    let mut inside = None;
    let mut escaped = false;
    for sign in pattern.chars() {
        match (inside, sign) {
            _ if escaped => escaped = false,
            (None, '\\' | '_' | '*') => escaped = true,
            (None, '"') => inside = Some('"'),
            (None, '[') => inside = Some(']'),
            (Some(end), sign) if sign == end => inside = None,
            (None, 'd' | 'D' | 'y' | 'Y' | 'j' | 'J') => return true,
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_with_days_or_years_show_dates() {
        for date in ["dd/mm/yyyy", "[$-40C]d mmmm yyyy;@", "yyyy"] {
            assert!(shows_date(date), "{date}");
        }
        for number in ["#,##0.00\\ \"€\"", "0 \"jours\"", "[Red]0.00", "General", "0.00\\d", ""] {
            assert!(!shows_date(number), "{number}");
        }
    }
}
