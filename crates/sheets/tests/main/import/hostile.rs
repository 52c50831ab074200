//! Damaged and hostile files get a refusal, never a panic.

use previ_sheets::import::{propose, read};

use super::support::{fixture, options, proposed};

/// A seeded generator of numbers (xorshift), so that a failure can be repeated.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % most.max(1) as u64) as usize
    }
}

/// Reads and proposes; only that it comes back matters.
fn survive(bytes: &[u8]) {
    if let Ok(book) = read(bytes, "hostile") {
        let _ = proposed(&book);
    }
}

fn code(bytes: &[u8]) -> &'static str {
    read(bytes, "hostile").unwrap_err()[0].code.0
}

/// A few bytes changed, removed or repeated, or the end cut off.
fn damaged(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut damaged = bytes.to_vec();
    for _ in 0..=dice.below(6) {
        let at = dice.below(damaged.len());
        let length = dice.below(24).min(damaged.len() - at);
        match dice.below(5) {
            0 => damaged.truncate(at.max(1)),
            1 => drop(damaged.drain(at..at + length)),
            2 => {
                let part = damaged[at..at + length].to_vec();
                damaged.splice(at..at, part);
            }
            3 if !damaged.is_empty() => damaged[at] = b"0123456789-<>/\"=:;,()AZ"[dice.below(22)],
            _ if !damaged.is_empty() => damaged[at] = dice.below(256) as u8,
            _ => {}
        }
        if damaged.is_empty() {
            break;
        }
    }
    damaged
}

#[test]
fn random_bytes_are_refused_or_read() {
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let starts: [&[u8]; 5] =
        [b"", b"PK\x03\x04", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", b"ID;P", b"6;Charges;1\n"];
    for round in 0..200 {
        let mut bytes = starts[round % starts.len()].to_vec();
        bytes.extend((0..dice.below(3000)).map(|_| dice.below(256) as u8).collect::<Vec<_>>());
        survive(&bytes);
    }
}

#[test]
fn damaged_files_are_refused_or_read() {
    let mut dice = Dice(0x2545_F491_4F6C_DD1D);
    for name in ["stacked.csv", "one-table.csv", "side-by-side.xls", "side-by-side.xlsx", "side-by-side.ods"]
    {
        let bytes = fixture(name);
        for _ in 0..80 {
            survive(&damaged(&bytes, &mut dice));
        }
    }
}

#[test]
fn damaged_parts_of_packed_files_are_refused_or_read() {
    let mut dice = Dice(0x1234_5678_9ABC_DEF1);
    for parts in [excel_parts(), open_document_parts()] {
        assert!(read(&zip(&parts), "whole").is_ok());
        for _ in 0..200 {
            let mut parts = parts.clone();
            // The names of the parts stay, so that what is inside is reached.
            let part = 1 + dice.below(parts.len() - 1);
            parts[part].1 = damaged(&parts[part].1, &mut dice);
            survive(&zip(&parts));
        }
    }
}

#[test]
fn a_part_that_unpacks_to_more_than_a_file_may_hold_is_refused() {
    // 260 MB of zeros in runs: a length of 258 and a distance of 1 are thirteen bits of a fixed code.
    let mut bits: Vec<bool> = Vec::new();
    let write = |bits: &mut Vec<bool>, value: u32, count: u32| {
        bits.extend((0..count).rev().map(|bit| value >> bit & 1 == 1));
    };
    // Last block, fixed codes, lowest bit first; then the byte 0, which is 0011_0000.
    bits.extend([true, true, false]);
    write(&mut bits, 0b0011_0000, 8);
    for _ in 0..1_058_000 {
        // 285 is 1100_0101, distance 0 is 0_0000.
        write(&mut bits, 0b1100_0101, 8);
        write(&mut bits, 0, 5);
    }
    write(&mut bits, 0, 7);
    let packed: Vec<u8> =
        bits.chunks(8).map(|byte| byte.iter().rev().fold(0, |all, bit| all << 1 | u8::from(*bit))).collect();
    let mut parts = excel_parts();
    parts[4].1 = packed;
    let bytes = zip_with(&parts, |name| if name.ends_with("sheet1.xml") { 8 } else { 0 });
    assert!(bytes.len() < 2 << 20);
    assert_eq!(code(&bytes), "sheets.unpacks-too-large");
}

#[test]
fn cells_at_the_far_corner_of_a_sheet_fill_no_memory() {
    let mut parts = excel_parts();
    let far = "<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>\
               <row r=\"1048576\"><c r=\"XFD1048576\"><v>2</v></c></row></sheetData></worksheet>";
    parts[4].1 = far.into();
    let book = read(&zip(&parts), "far").unwrap();
    assert_eq!(book.sheets[0].cells().len(), 2);
    let mut parts = open_document_parts();
    let content = String::from_utf8(parts[2].1.clone()).unwrap();
    let repeats = "<table:table-cell table:number-columns-repeated=\"16384\"";
    parts[2].1 = content
        .replace("<table:table-row>", "<table:table-row table:number-rows-repeated=\"1048576\">")
        .replace("<table:table-cell", repeats)
        .into();
    assert_eq!(code(&zip(&parts)), "sheets.too-many-cells");
}

#[test]
fn very_wide_sheets_are_no_budget_and_take_no_time() {
    let row = |cell: &str| cell.repeat(5000);
    let csv = format!("{}\n{}\n{}\n", row("CHARGES;2027;"), row("606;40;"), row("Loyer;500;"));
    let (proposal, _) = propose(&read(csv.as_bytes(), "wide.csv").unwrap(), &options());
    assert!(proposal.items.is_empty());
}

/// Real files cannot be part of the project; this looks at those in a folder of one's own.
#[test]
fn files_of_the_folder_that_previ_samples_names_are_refused_or_read() {
    let Some(folder) = std::env::var_os("PREVI_SAMPLES") else { return };
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            survive(&std::fs::read(path).unwrap());
        }
    }
}

#[test]
fn encrypted_files_are_told_by_name() {
    // An encrypted part: bit 0 of its flags.
    let mut bytes = zip(&excel_parts());
    let directory = bytes.windows(4).position(|four| four == b"PK\x01\x02").unwrap();
    bytes[directory + 8] = 1;
    assert_eq!(code(&bytes), "sheets.password-protected");
}

#[test]
fn very_long_csv_lists_are_no_budget_and_take_no_time() {
    let csv: String = (0..30_000).map(|row| format!("{};Achat {row};{row}\n", 600 + row % 90)).collect();
    let book = read(csv.as_bytes(), "list.csv").unwrap();
    let (proposal, diagnostics) = propose(&book, &options());
    assert!(proposal.items.is_empty());
    assert_eq!(diagnostics[0].code.0, "sheets.no-block-found");
}

type Parts = Vec<(&'static str, Vec<u8>)>;

fn excel_parts() -> Parts {
    const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relations = |target: &str, kind: &str| {
        format!(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
             <Relationship Id=\"rId1\" Type=\"{RELATIONS}/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    let sheet = "<worksheet><dimension ref=\"A1:C4\"/><sheetData>\
        <row r=\"1\"><c r=\"B1\" t=\"s\"><v>0</v></c><c r=\"C1\"><v>2027</v></c></row>\
        <row r=\"2\"><c r=\"A2\"><v>606</v></c><c r=\"B2\" t=\"inlineStr\"><is><t>Fournitures</t></is></c>\
        <c r=\"C2\" s=\"1\"><v>150.5</v></c></row>\
        <row r=\"3\"><c r=\"A3\"><v>613</v></c><c r=\"B3\" t=\"s\"><v>1</v></c><c r=\"C3\"><v>20</v></c></row>\
        <row r=\"4\"><c r=\"B4\" t=\"str\"><v>TOTAL</v></c><c r=\"C4\"><f t=\"shared\" ref=\"C4:C5\" si=\"0\">\
        SUM(C2:C3)</f><v>170.5</v></c></row></sheetData></worksheet>";
    let strings =
        "<sst uniqueCount=\"2\"><si><t>CHARGES</t></si><si><r><t>Loca</t></r><r><t>tions</t></r></si></sst>";
    let styles = "<styleSheet><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/></numFmts>\
        <cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"4\"/></cellXfs></styleSheet>";
    let workbook = format!(
        "<workbook xmlns:r=\"{RELATIONS}\"><sheets><sheet name=\"Budget\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    );
    vec![
        ("[Content_Types].xml", b"<Types/>".to_vec()),
        ("_rels/.rels", relations("xl/workbook.xml", "officeDocument").into()),
        ("xl/workbook.xml", workbook.into()),
        ("xl/_rels/workbook.xml.rels", relations("worksheets/sheet1.xml", "worksheet").into()),
        ("xl/worksheets/sheet1.xml", sheet.into()),
        ("xl/sharedStrings.xml", strings.into()),
        ("xl/styles.xml", styles.into()),
    ]
}

fn open_document_parts() -> Parts {
    let cell = |kind: &str, text: &str| {
        format!(
            "<table:table-cell office:value-type=\"{kind}\" office:value=\"{text}\"><text:p>{text}</text:p></table:table-cell>"
        )
    };
    let text = |text: &str| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    };
    let rows = [
        [text("Compte"), text("CHARGES<text:s text:c=\"2\"/>"), cell("float", "2027")],
        [cell("float", "606"), text("Fournitures"), cell("float", "150.5")],
        [cell("float", "613"), text("Locations"), cell("float", "20")],
    ];
    let rows: String =
        rows.iter().map(|row| format!("<table:table-row>{}</table:table-row>", row.concat())).collect();
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"Budget\">{rows}\
         </table:table></office:spreadsheet></office:body></office:document-content>"
    );
    vec![
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet".to_vec()),
        ("META-INF/manifest.xml", b"<manifest:manifest><manifest:file-entry/></manifest:manifest>".to_vec()),
        ("content.xml", content.into()),
    ]
}

fn zip(parts: &Parts) -> Vec<u8> {
    zip_with(parts, |_| 0)
}

/// A zip file of parts that are stored (0) or already deflated (8).
fn zip_with(parts: &Parts, method: impl Fn(&str) -> u16) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for (name, data) in parts {
        let mut entry = Vec::new();
        entry.extend([20, 0, 0, 0]);
        entry.extend(method(name).to_le_bytes());
        entry.extend([0; 4]);
        entry.extend(checksum(data).to_le_bytes());
        entry.extend((data.len() as u32).to_le_bytes());
        entry.extend((data.len() as u32).to_le_bytes());
        entry.extend((name.len() as u16).to_le_bytes());
        entry.extend([0, 0]);
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&entry);
        directory.extend([0; 10]);
        directory.extend((bytes.len() as u32).to_le_bytes());
        directory.extend(name.as_bytes());
        bytes.extend(b"PK\x03\x04");
        bytes.extend(&entry);
        bytes.extend(name.as_bytes());
        bytes.extend(data);
    }
    let (start, count) = (bytes.len() as u32, parts.len() as u16);
    bytes.extend(&directory);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend(count.to_le_bytes());
    bytes.extend(count.to_le_bytes());
    bytes.extend((directory.len() as u32).to_le_bytes());
    bytes.extend(start.to_le_bytes());
    bytes.extend([0, 0]);
    bytes
}

/// CRC-32 as zip files want it.
fn checksum(data: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| {
        (0..8).fold(
            crc ^ u32::from(*byte),
            |crc, _| {
                if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 }
            },
        )
    };
    !data.iter().fold(u32::MAX, step)
}
