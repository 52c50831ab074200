//! What a packed spreadsheet must not contain, checked before the library reads it: parts that end early
//! make it wait for ever, huge counts and addresses overflow it, repeats make a page of a kilobyte fill
//! the memory.

use previ_engine::diagnostic::Diagnostic;

use super::archive::unreadable;
use super::limits::too_many_cells;
use super::xml::{Attributes, Malformed, Tag, local, walk};

/// The most places of the smallest rectangle around the cells of a sheet.
const MAX_RECTANGLE: u64 = 4_000_000;
const MAX_ROWS: u64 = 1_048_576;
const MAX_COLUMNS: u64 = 16_384;
/// The most shared texts, and the most spaces in a row inside a text.
const MAX_COUNT: u64 = 1_000_000;

/// Checks a part of an xlsx file, or the list of the parts of an ods file.
pub(super) fn part(xml: &[u8]) -> Result<(), Diagnostic> {
    let visit = |tag: Tag<'_>| {
        let Tag::Open { name, attributes } = tag else { return Ok(()) };
        let fits = match local(name) {
            "c" | "row" | "dimension" | "f" => attributes
                .all()
                .filter(|(name, _)| matches!(*name, "r" | "ref"))
                .all(|(_, address)| is_address(address)),
            "sst" => attributes
                .all()
                .filter(|(name, _)| *name == "uniqueCount")
                .all(|(_, count)| count.parse::<u64>().is_ok_and(|count| count <= MAX_COUNT)),
            _ => true,
        };
        if fits { Ok(()) } else { Err(Malformed) }
    };
    // Programs leave empty parts behind.
    if xml.is_empty() {
        return Ok(());
    }
    walk(without_mark(xml), visit).map_err(|Malformed| unreadable())
}

/// Whether a text is `B7`, `7`, `B7:D12` and within the size of a sheet.
fn is_address(text: &str) -> bool {
    let corner = |text: &str| {
        let digits = text.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        let letters = text.len() - digits.len();
        let row = digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse::<u64>().ok()).flatten()?;
        let column = text
            .bytes()
            .take(letters.min(4))
            .fold(0, |column, letter| column * 26 + u64::from(letter.to_ascii_uppercase() - b'A') + 1);
        ((1..=MAX_ROWS).contains(&row) && letters <= 3 && column <= MAX_COLUMNS).then_some((row, column))
    };
    match text.split_once(':') {
        None => corner(text).is_some(),
        Some((first, last)) => match (corner(first), corner(last)) {
            (Some(first), Some(last)) => first.0 <= last.0 && first.1 <= last.1,
            _ => false,
        },
    }
}

/// Checks the content of an ods file.
pub(super) fn open_document(xml: &[u8]) -> Result<(), Diagnostic> {
    let mut size = TableSize::default();
    let mut too_large = false;
    let result = walk(without_mark(xml), |tag| {
        match tag {
            Tag::Open { name, attributes } => {
                size.open(name, attributes);
                let spaces = attributes.get("text:c").map_or(Some(0), |count| count.parse::<u64>().ok());
                if name == "text:s" && spaces.is_none_or(|spaces| spaces > MAX_COUNT) {
                    return Err(Malformed);
                }
            }
            Tag::Close { name } => size.close(name),
        }
        too_large = size.written.max(size.rectangle()) > MAX_RECTANGLE;
        if too_large { Err(Malformed) } else { Ok(()) }
    });
    match result {
        _ if too_large => Err(too_many_cells()),
        Ok(()) => Ok(()),
        Err(Malformed) => Err(unreadable()),
    }
}

/// How large a table becomes once its repeated rows and cells are written out.
#[derive(Default)]
struct TableSize {
    rows: u64,
    row_repeats: u64,
    column: u64,
    filled: u64,
    first: Option<u64>,
    last: u64,
    width: u64,
    /// Places written one by one, over all tables.
    written: u64,
}

impl TableSize {
    fn open(&mut self, name: &str, attributes: Attributes<'_>) {
        let count = |name: &str| attributes.get(name).map_or(1, |text| text.parse().unwrap_or(u64::MAX));
        match name {
            "table:table" => *self = Self { written: self.written, ..Self::default() },
            "table:table-row" => {
                self.row_repeats = count("table:number-rows-repeated").min(MAX_ROWS);
                (self.column, self.filled) = (0, 0);
            }
            "table:table-cell" | "table:covered-table-cell" => {
                let repeats = count("table:number-columns-repeated").min(MAX_COLUMNS);
                self.column = (self.column + repeats).min(MAX_COLUMNS);
                let holds = attributes.all().any(|(name, _)| {
                    name.starts_with("office:") || matches!(name, "table:formula" | "calcext:value-type")
                });
                if holds {
                    self.filled = self.column;
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if name != "table:table-row" {
            return;
        }
        let end = self.rows.saturating_add(self.row_repeats).min(MAX_ROWS);
        if self.filled > 0 {
            self.first = self.first.or(Some(self.rows));
            self.last = end;
            self.width = self.width.max(self.filled);
            self.written = self.written.saturating_add(self.filled);
        }
        self.rows = end;
    }

    fn rectangle(&self) -> u64 {
        self.first.map_or(0, |first| (self.last - first) * self.width)
    }
}

fn without_mark(xml: &[u8]) -> &[u8] {
    xml.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(xml)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_lie_inside_a_sheet_and_in_order() {
        for good in ["A1", "7", "B7:D12", "XFD1048576", "A1:XFD1048576"] {
            assert!(is_address(good), "{good}");
        }
        for bad in ["", "A", "A0", "XFE1", "A1048577", "ABCDEFGHIJ1", "B5:A1", "A1:", "A99999999999", "É1"] {
            assert!(!is_address(bad), "{bad}");
        }
    }

    #[test]
    fn repeated_cells_are_counted_before_they_are_written_out() {
        let table = |row_repeats: u32, repeats: u32| {
            format!(
                "<d><table:table><table:table-row table:number-rows-repeated=\"{row_repeats}\">\
                 <table:table-cell office:value=\"1\" table:number-columns-repeated=\"{repeats}\"/>\
                 </table:table-row></table:table></d>"
            )
        };
        // 1,000 rows of 4,000 cells are four million, one column more is too many.
        assert!(open_document(table(1000, 4000).as_bytes()).is_ok());
        let said = open_document(table(1000, 4001).as_bytes()).unwrap_err();
        assert_eq!(said.code.0, "sheets.too-many-cells");
    }

    #[test]
    fn a_part_that_ends_early_is_unreadable() {
        assert_eq!(open_document(b"<d><table:table>").unwrap_err().code.0, "sheets.unreadable");
        assert_eq!(part(b"<worksheet><row r=\"1\">").unwrap_err().code.0, "sheets.unreadable");
        assert!(part(b"<sst uniqueCount=\"99999999999\"/>").is_err());
    }
}
