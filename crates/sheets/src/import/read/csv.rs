//! Reads csv files of any usual encoding and separator.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use previ_engine::diagnostic::Diagnostic;

use super::limits::Budget;
use crate::import::workbook::{Cell, Sheet, Value};

/// The text of a file: by its byte order mark, else as UTF-8 where it is, else as what a French program
/// most likely wrote.
pub(super) fn decode(bytes: &[u8]) -> String {
    let encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None => wide(bytes).unwrap_or_else(|| {
            if std::str::from_utf8(bytes).is_ok() {
                return UTF_8;
            }
            let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
            detector.feed(bytes, true);
            detector.guess(Some(b"fr"), Utf8Detection::Deny)
        }),
    };
    encoding.decode(bytes).0.into_owned()
}

/// UTF-16 without a mark: every other byte of Western text is zero.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let zeros = |from: usize| bytes.iter().skip(from).step_by(2).take(500).filter(|byte| **byte == 0).count();
    let half = bytes.len().min(1000) / 2;
    match (zeros(0), zeros(1)) {
        (_, odd) if odd * 10 > half * 9 => Some(UTF_16LE),
        (even, _) if even * 10 > half * 9 => Some(UTF_16BE),
        _ => None,
    }
}

/// The separator that stands most evenly outside quotes: `;`, tab or `,`.
fn separator(text: &str) -> u8 {
    let mut counts = [0_usize; 3];
    let mut quoted = false;
    for byte in text.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b';' if !quoted => counts[0] += 1,
            b'\t' if !quoted => counts[1] += 1,
            // Decimal commas count too, so a comma wins only where there is nothing else.
            b',' if !quoted => counts[2] += 1,
            _ => {}
        }
    }
    let lines = text.lines().filter(|line| !line.trim().is_empty()).count();
    match counts {
        [semicolons, tabs, _] if semicolons * 2 >= lines && semicolons >= tabs && semicolons > 0 => b';',
        [_, tabs, _] if tabs * 2 >= lines && tabs > 0 => b'\t',
        [0, 0, _] => b',',
        [semicolons, tabs, commas] if commas > semicolons + tabs => b',',
        [semicolons, tabs, _] if semicolons >= tabs => b';',
        _ => b'\t',
    }
}

/// The one sheet of a csv file.
pub(super) fn sheet(text: &str, name: String) -> Result<Sheet, Diagnostic> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    // Excel's own first line.
    let first = text.lines().next().unwrap_or_default();
    let (separator, text, skipped) = match first.trim_end().strip_prefix("sep=") {
        Some(sign) if sign.len() == 1 => (
            sign.as_bytes()[0],
            text.get(first.len()..).unwrap_or_default().trim_start_matches(['\r', '\n']),
            1,
        ),
        _ => (separator(text), text, 0),
    };
    let mut budget = Budget::default();
    let mut cells = Vec::new();
    let mut rows = Rows { rest: text, separator: char::from(separator) };
    let mut row = skipped;
    while let Some(fields) = rows.next_row() {
        for (column, field) in (0..).zip(fields) {
            if !field.trim().is_empty() {
                let value = Value::of_text(field.trim().to_owned());
                budget.push(&mut cells, Cell { row, column, value, formula: None })?;
            }
        }
        row += 1;
    }
    Ok(Sheet::new(name, false, cells))
}

/// Rows as a spreadsheet shows them: an empty line is one too, a line break inside quotes is not the end
/// of one.
struct Rows<'a> {
    rest: &'a str,
    separator: char,
}

impl Rows<'_> {
    fn next_row(&mut self) -> Option<Vec<String>> {
        if self.rest.is_empty() {
            return None;
        }
        let (mut fields, mut field) = (Vec::new(), String::new());
        let (mut quoted, mut blank) = (false, true);
        let mut signs = self.rest.char_indices().peekable();
        let mut end = self.rest.len();
        while let Some((at, sign)) = signs.next() {
            if quoted {
                match sign {
                    '"' if signs.next_if(|(_, next)| *next == '"').is_some() => field.push('"'),
                    '"' => quoted = false,
                    _ => field.push(sign),
                }
            } else if sign == '"' && blank {
                (quoted, blank) = (true, false);
            } else if sign == self.separator {
                fields.push(std::mem::take(&mut field));
                blank = true;
            } else if sign == '\n' || sign == '\r' {
                let pair = sign == '\r' && signs.next_if(|(_, next)| *next == '\n').is_some();
                end = at + 1 + usize::from(pair);
                break;
            } else {
                // Spaces may stand before a quote.
                blank &= sign.is_whitespace();
                field.push(sign);
            }
        }
        fields.push(field);
        self.rest = self.rest.get(end..).unwrap_or_default();
        Some(fields)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(csv: &str) -> Vec<(u32, u32, String)> {
        let sheet = sheet(csv, "s".into()).unwrap();
        sheet.cells().iter().map(|cell| (cell.row, cell.column, cell.shown())).collect()
    }

    fn at(row: u32, column: u32, text: &str) -> (u32, u32, String) {
        (row, column, text.into())
    }

    #[test]
    fn the_separator_is_told_outside_quotes() {
        assert_eq!(
            texts("a;1,50\nb;2,50\n"),
            [at(0, 0, "a"), at(0, 1, "1,50"), at(1, 0, "b"), at(1, 1, "2,50")]
        );
        assert_eq!(
            texts("a\t1,50\nb\t2,50"),
            [at(0, 0, "a"), at(0, 1, "1,50"), at(1, 0, "b"), at(1, 1, "2,50")]
        );
        assert_eq!(texts("a,\"1;50\"\nb,2"), [at(0, 0, "a"), at(0, 1, "1;50"), at(1, 0, "b"), at(1, 1, "2")]);
        assert_eq!(texts("sep=,\r\na;b,c"), [at(1, 0, "a;b"), at(1, 1, "c")]);
    }

    #[test]
    fn rows_are_those_that_a_spreadsheet_shows() {
        let csv = "a;b\r\n\r\n\"two\nlines, \"\"quoted\"\"\"; c\r\n";
        assert_eq!(
            texts(csv),
            [at(0, 0, "a"), at(0, 1, "b"), at(2, 0, "two\nlines, \"quoted\""), at(2, 1, "c")]
        );
        assert_eq!(texts("a;\"never closed\nb"), [at(0, 0, "a"), at(0, 1, "never closed\nb")]);
    }

    #[test]
    fn usual_encodings_are_told_apart() {
        assert_eq!(decode("Été;1".as_bytes()), "Été;1");
        assert_eq!(decode(b"\xC9lectricit\xE9 ; \x80"), "Électricité ; €");
        assert_eq!(decode(b"\xEF\xBB\xBFa"), "a");
        assert_eq!(decode(b"\xFF\xFEa\0;\0"), "a;");
        assert_eq!(decode(b"a\0;\x001\0\n\0"), "a;1\n");
    }
}
