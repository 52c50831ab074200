//! Files that are no plan, or no longer: each gets its own code, at its place.

use previ_engine::diagnostic::{ArgKind, Diagnostic, Place};
use previ_file::CODES;
use previ_file::format::{MAX_BYTES, read, write};

use crate::plans;

/// The file of one line, `Loyer`: line 24 its id, 26 its account, 28 its amount.
fn good() -> String {
    String::from_utf8(write(&plans::with_label("Loyer"))).unwrap()
}

/// The only diagnostic of a refused file.
fn refusal(bytes: &[u8]) -> Diagnostic {
    let mut diagnostics = read(bytes).unwrap_err();
    assert_eq!(diagnostics.len(), 1);
    let diagnostic = diagnostics.remove(0);
    let spec = CODES.iter().find(|spec| spec.code == diagnostic.code).unwrap();
    let args: Vec<(&str, ArgKind)> =
        diagnostic.args.iter().map(|(name, value)| (*name, value.kind())).collect();
    assert_eq!(args, spec.args, "{}", diagnostic.code.0);
    diagnostic
}

fn args_of(diagnostic: &Diagnostic) -> String {
    format!("{:?}", diagnostic.args)
}

const ACCOUNT: &str = "account: \"6132\",";
const AMOUNT: &str = "Monthly(\"850\")";

/// Text of the good file, what replaces it, code, line and column.
const SLIPS: &[(&str, &str, &str, (u32, u32))] = &[
    (ACCOUNT, "acount: \"6132\",", "file.unknown-field", (26, 9)),
    // The item ends on line 30, where its account is missed.
    (ACCOUNT, "", "file.missing-field", (30, 7)),
    (ACCOUNT, "account: \"1\", account: \"6132\",", "file.duplicate-field", (26, 23)),
    (ACCOUNT, "account: \"9132\",", "file.account-without-class", (26, 19)),
    (ACCOUNT, "account: 6132,", "file.expected-text", (26, 18)),
    (ACCOUNT, "account: \"61\\q\",", "file.bad-escape", (26, 23)),
    (ACCOUNT, "account \"6132\",", "file.expected-sign", (26, 17)),
    // The comma is missed where the next field begins.
    (ACCOUNT, "account: \"6132\"", "file.expected-sign", (27, 9)),
    (AMOUNT, "Monthly(850)", "file.amount-needs-quotes", (28, 25)),
    (AMOUNT, "Monthly(-850.50)", "file.amount-needs-quotes", (28, 25)),
    (AMOUNT, "Monthly(\"850,50\")", "file.not-a-number", (28, 26)),
    (AMOUNT, "Monthly(\"10000000000\")", "file.number-too-large", (28, 26)),
    (AMOUNT, "Monthly(true)", "file.wrong-type", (28, 25)),
    (AMOUNT, "Montly(\"850\")", "file.unknown-choice", (28, 17)),
    (AMOUNT, "Free({\"2027-13\": \"1\"})", "file.not-a-month", (28, 24)),
    (AMOUNT, "Monthly(@)", "file.unexpected-sign", (28, 25)),
    (AMOUNT, "Monthly(\"850", "file.unclosed-text", (28, 25)),
    (AMOUNT, "Free({/* 850", "file.unclosed-comment", (28, 25)),
    (AMOUNT, "Free(@)", "file.expected-sign", (28, 22)),
    ("years: 3", "years: 300", "file.number-too-large", (19, 16)),
    ("years: 3", "years: trois", "file.expected-whole-number", (19, 16)),
    ("id: 1,", "id: 5000000000,", "file.number-too-large", (24, 13)),
    ("BudgetLine(", "BudgetLign(", "file.wrong-name", (23, 7)),
    ("id: 1,", "\"id\": 1,", "file.unreadable", (24, 9)),
    ("BudgetLine(", "@", "file.expected-sign", (23, 7)),
    ("  ),\n)\n", "  ),\n) x\n", "file.trailing-text", (33, 3)),
    ("  ),\n)\n", "  ),\n", "file.cut-short", (33, 1)),
    ("unwrap_newtypes", "bananas", "file.first-line", (1, 18)),
    ("\n  next_id", "\n<<<<<<< HEAD\n  next_id", "file.conflict-markers", (9, 1)),
];

#[test]
fn each_slip_of_a_hand_gets_its_code_at_its_place() {
    let good = good();
    for (text, slip, code, (line, column)) in SLIPS.iter().copied() {
        assert!(good.contains(text), "{text}");
        let diagnostic = refusal(good.replacen(text, slip, 1).as_bytes());
        let found = (diagnostic.code.0, diagnostic.place.clone());
        assert_eq!(found, (code, Place::Text { line, column }), "{slip}");
    }
}

#[test]
fn yes_and_no_are_true_and_false() {
    let text = String::from_utf8(write(&plans::with_every_variant())).unwrap();
    let refused = refusal(text.replace("blocked: true", "blocked: oui").as_bytes());
    assert_eq!(refused.code.0, "file.expected-true-or-false");
}

#[test]
fn the_refusal_of_a_name_tells_the_name_and_the_ones_there_are() {
    let unknown = args_of(&refusal(good().replace("account:", "acount:").as_bytes()));
    assert!(unknown.contains("acount") && unknown.contains("id, label, account, activity"), "{unknown}");
    let choice = args_of(&refusal(good().replace("Monthly", "Montly").as_bytes()));
    assert!(choice.contains("Montly") && choice.contains("Yearly, Monthly, Once"), "{choice}");
    let missing = args_of(&refusal(good().replace(ACCOUNT, "").as_bytes()));
    assert!(missing.contains("account"), "{missing}");
}

#[test]
fn a_file_of_a_later_program_is_told_before_anything_else() {
    for (newer, version) in [("minor: 1", "1.1"), ("minor: 12, micro: 3", "1.12")] {
        let text = good().replace("minor: 0", newer).replace(ACCOUNT, "a_new_field: [(1, {})],");
        let diagnostic = refusal(text.as_bytes());
        assert_eq!(diagnostic.code.0, "file.newer-format");
        assert_eq!(diagnostic.place, Place::Whole);
        let args = args_of(&diagnostic);
        assert!(args.contains(version) && args.contains("\"1.0\""), "{args}");
    }
    let major = "Document(licence: {\"a\": [1]}, format: (major: 2, minor: 0), what, follows ]] \"";
    assert_eq!(refusal(major.as_bytes()).code.0, "file.newer-format");
}

#[test]
fn a_format_that_never_was_is_refused() {
    assert_eq!(refusal(good().replace("major: 1", "major: 0").as_bytes()).code.0, "file.unknown-format");
}

#[test]
fn files_that_are_no_plan_are_told_from_broken_ones() {
    let cases: [(&[u8], &str); 11] = [
        (b"", "file.empty"),
        (b" \n\t\r\n", "file.empty"),
        (b"\xEF\xBB\xBF", "file.empty"),
        (&[0; 4096], "file.empty"),
        (b"PK\x03\x04 a workbook", "file.not-a-plan"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 an old workbook", "file.not-a-plan"),
        (b"%PDF-1.7 a page", "file.not-a-plan"),
        ("Compte;Libellé;2027\n606;Achats;1200\n".as_bytes(), "file.not-a-plan"),
        (b"{\"plan\": 1}", "file.not-a-plan"),
        (b"Libell\xE9;Montant", "file.not-text"),
        (b"\xFF\xFED\0o\0c\0", "file.not-text"),
    ];
    for (bytes, code) in cases {
        assert_eq!(refusal(bytes).code.0, code, "{}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn a_byte_that_is_no_text_is_shown_where_it_stands() {
    let mut bytes = good().into_bytes();
    // The L of Loyer: line 25, after eight blanks and `label: "`.
    let at = bytes.windows(5).position(|five| five == b"Loyer").unwrap();
    bytes[at] = 0xE9;
    let diagnostic = refusal(&bytes);
    assert_eq!(diagnostic.code.0, "file.not-text");
    assert_eq!(diagnostic.place, Place::Text { line: 25, column: 17 });
}

#[test]
fn a_file_cut_anywhere_is_refused() {
    let good = good();
    for end in (1..good.trim_end().len()).filter(|end| good.is_char_boundary(*end)) {
        let code = refusal(&good.as_bytes()[..end]).code.0;
        let right: &[&str] = match good[..end].lines().count() {
            _ if end < 3 => &["file.not-a-plan"],
            1 | 2 => &["file.cut-short", "file.first-line"],
            _ => &["file.cut-short", "file.unclosed-text"],
        };
        assert!(right.contains(&code), "{code} after {:?}", &good[..end]);
    }
}

#[test]
fn hostile_files_get_a_clear_refusal() {
    let too_large = vec![b' '; MAX_BYTES + 1];
    assert_eq!(refusal(&too_large).code.0, "file.too-large");
    for deep in ["[", "(", "{", "Some(", "a(b:"] {
        let text = good().replace(AMOUNT, &deep.repeat(100_000));
        refusal(text.as_bytes());
        let unknown = format!("Document(x: {}", deep.repeat(100_000));
        refusal(unknown.as_bytes());
    }
    let nested =
        format!("Document(x: {0}{1}, format: (major: 1, minor: 0))", "[".repeat(200), "]".repeat(200));
    refusal(nested.as_bytes());
    refusal(format!("Document({}", "/*".repeat(100_000)).as_bytes());
    refusal(format!("Document(reference: r{}\"", "#".repeat(100_000)).as_bytes());
    refusal(b"Document(reference: \"\\u{FFFFFFFFFFFF}\"");
}

/// xorshift: the same changes at each run.
fn next(state: &mut u64) -> usize {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    usize::try_from(*state >> 16).unwrap_or(0)
}

#[test]
fn changed_bytes_never_panic() {
    let whole = write(&plans::with_every_variant());
    let small = good().into_bytes();
    let pieces: [&[u8]; 14] = [
        b"(",
        b")",
        b"[",
        b"{",
        b"}",
        b"\"",
        b",",
        b":",
        b"-",
        b"9999999999999",
        b"r#\"",
        b"/*",
        b"\xFF",
        b"'",
    ];
    let mut state = 0x9E37_79B9_7F4A_7C15;
    for round in 0..20_000 {
        let source = if round % 20 == 0 { &whole } else { &small };
        let mut bytes = source.clone();
        for _ in 0..=next(&mut state) % 3 {
            let at = next(&mut state) % bytes.len();
            let to = (at + next(&mut state) % 12).min(bytes.len());
            bytes.splice(at..to, pieces[next(&mut state) % pieces.len()].iter().copied());
        }
        if let Ok((document, _)) = read(&bytes) {
            assert_eq!(read(&write(&document)), Ok((document, vec![])));
        }
    }
}
