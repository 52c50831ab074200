//! Bytes of a file become a [`Workbook`], or a reason why not.

use previ_engine::diagnostic::{Diagnostic, Place, Severity};

use super::codes::{EMPTY_FILE, NO_CELLS, OLD_FORMAT, UNKNOWN_FORMAT, say};
use super::workbook::{Sheet, Workbook};
use archive::Part;

mod archive;
mod csv;
mod guard;
mod limits;
mod packed;
mod xls;
mod xml;

/// Reads a spreadsheet: xlsx, xlsm, xls, ods or csv, told by what it contains, never by its name.
///
/// `file_name` may come with its folder; the workbook, and the sheet of a csv, are named after it.
///
/// # Errors
/// One diagnostic that says why the file cannot be read and what to do about it.
pub fn read(bytes: &[u8], file_name: &str) -> Result<Workbook, Vec<Diagnostic>> {
    let file_name = file_name.rsplit(['/', '\\']).next().unwrap_or(file_name);
    let sheets = sheets(bytes, file_name).map_err(|refused| vec![refused])?;
    if sheets.iter().all(|sheet| sheet.cells().is_empty()) {
        return Err(vec![say(NO_CELLS, Severity::Error, Place::Whole)]);
    }
    Ok(Workbook { file_name: file_name.to_owned(), sheets })
}

fn sheets(bytes: &[u8], file_name: &str) -> Result<Vec<Sheet>, Diagnostic> {
    limits::file_size(bytes)?;
    let refused = |code| Err(say(code, Severity::Error, Place::Whole));
    if bytes.is_empty() {
        return refused(EMPTY_FILE);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        let parts = archive::parts(bytes)?;
        let has = |name: &str| parts.iter().any(|part: &Part<'_>| part.name.eq_ignore_ascii_case(name));
        return match () {
            () if has("content.xml") => packed::open_document(bytes, &parts),
            () if has("xl/workbook.bin") => refused(OLD_FORMAT),
            () if has("[Content_Types].xml") => packed::excel(bytes, &parts),
            () => refused(UNKNOWN_FORMAT),
        };
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return xls::sheets(bytes);
    }
    if is_foreign(bytes) {
        return refused(UNKNOWN_FORMAT);
    }
    let name = file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem);
    csv::sheet(&csv::decode(bytes), name.to_owned()).map(|sheet| vec![sheet])
}

/// Whether bytes are another kind of file, or text that is no table: SYLK and web pages are often named
/// csv or xls.
fn is_foreign(bytes: &[u8]) -> bool {
    let start = bytes.get(..bytes.len().min(512)).unwrap_or_default();
    let text =
        String::from_utf8_lossy(start).trim_start_matches('\u{FEFF}').trim_start().to_ascii_lowercase();
    let is_sylk = text.starts_with("id;p") && (text.contains("\nb;") || text.contains("\nc;"));
    let is_page =
        ["<html", "<!doctype", "<?xml", "<table", "%pdf", "{\\rtf"].iter().any(|m| text.starts_with(m));
    let mut control = start.iter().filter(|byte| **byte < 32 && !matches!(byte, b'\t' | b'\n' | b'\r'));
    let is_binary = control.next().is_some() && csv::decode(start).chars().any(|c| c == '\0');
    is_sylk || is_page || is_binary
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(bytes: &[u8]) -> &'static str {
        read(bytes, "x").unwrap_err()[0].code.0
    }

    #[test]
    fn what_is_no_spreadsheet_is_told_by_its_content() {
        assert_eq!(code(b""), "sheets.empty-file");
        assert_eq!(code(b" \n ; ;\n"), "sheets.no-cells");
        assert_eq!(code(b"%PDF-1.7 ..."), "sheets.unknown-format");
        assert_eq!(code(b"\n<html><table>"), "sheets.unknown-format");
        assert_eq!(code(b"ID;PWXL;N;E\nC;Y1;X1;K12\nE\n"), "sheets.unknown-format");
        assert_eq!(code(b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR"), "sheets.unknown-format");
        assert_eq!(code(b"PK\x03\x04"), "sheets.unreadable");
        assert_eq!(code(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "sheets.unreadable");
        assert_eq!(code(&vec![b'a'; (64 << 20) + 1]), "sheets.file-too-large");
    }

    #[test]
    fn a_csv_gives_its_name_to_its_sheet() {
        let book = read("Achats;200,00\n".as_bytes(), "C:\\docs\\budget 2026.csv").unwrap();
        assert_eq!(book.file_name, "budget 2026.csv");
        assert_eq!(book.sheets[0].name, "budget 2026");
    }
}
