//! What is written reads back as it was.

use previ_engine::plan::Plan;
use previ_file::format::{Document, Format, read, write};

use crate::plans;

fn assert_same(document: &Document) {
    let bytes = write(document);
    let (again, notes) = read(&bytes).unwrap();
    assert_eq!(&again, document);
    assert_eq!(notes, []);
    assert_eq!(write(&again), bytes);
}

#[test]
fn every_document_reads_back_as_it_was() {
    assert_same(&plans::bare());
    assert_same(&plans::with_every_variant());
    assert_same(&plans::of_size(300));
}

#[test]
fn whatever_a_person_types_into_a_label_comes_back() {
    let labels = [
        "L'été à Saint-Malo – 50 % d'€",
        "Le \"grand\" loyer",
        r###"fin "# et "## puis \"###,
        "C:\\Budget\\2027",
        "deux\nlignes",
        "retour\r\nchariot\ttabulation",
        "\"",
        "\\",
        "",
        " ",
        "=1+1",
        "/* */ // #![enable(x)]",
        "\u{feff}\u{200b}\u{0}\u{7f}",
        "🎪 ﷽ e\u{301}",
        "=======",
    ];
    for label in labels {
        assert_same(&plans::with_label(label));
    }
}

#[test]
fn a_text_is_written_without_escaping_its_apostrophes() {
    let text = String::from_utf8(write(&plans::with_label("L'été d'Hélène"))).unwrap();
    assert!(text.contains("label: \"L'été d'Hélène\""));
}

#[test]
fn what_has_its_default_value_is_not_written() {
    let text = String::from_utf8(write(&plans::bare())).unwrap();
    for absent in ["None", "Some", "[]", "{}", "assumptions", "settlement", "lines", "rna"] {
        assert!(!text.contains(absent), "{absent} in\n{text}");
    }
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_read() {
    let document = plans::with_label("Loyer");
    let text = String::from_utf8(write(&document)).unwrap();
    let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    assert_eq!(read(windows.as_bytes()), Ok((document, vec![])));
}

#[test]
fn a_file_without_its_first_lines_is_read() {
    let document = plans::with_every_variant();
    let text = String::from_utf8(write(&document)).unwrap();
    let without: String = text.lines().filter(|line| !line.starts_with("#!")).collect::<Vec<_>>().join("\n");
    assert_ne!(without, text);
    assert_eq!(read(without.as_bytes()), Ok((document, vec![])));
}

#[test]
fn numbers_are_given_once_each_after_those_of_the_plan() {
    let mut document = plans::with_every_variant();
    // The last item of that plan is note 73.
    assert_eq!([document.take_id(), document.take_id()], [74, 75]);
    let mut bare = Document::new(Plan::new(plans::bare_frame("A")), String::new(), String::new());
    assert_eq!(bare.take_id(), 1);
}

#[test]
fn a_counter_below_an_item_is_raised_and_said() {
    let mut document = plans::with_every_variant();
    document.next_id = 12;
    let (read_again, notes) = read(&write(&document)).unwrap();
    assert_eq!(read_again.next_id, 74);
    assert_eq!(notes.iter().map(|note| note.code.0).collect::<Vec<_>>(), ["file.next-id-raised"]);
}

#[test]
fn the_highest_number_there_is_stays_without_overflow() {
    let text = String::from_utf8(write(&plans::with_label("Loyer"))).unwrap();
    let (mut document, _) = read(text.replace("id: 1,", "id: 4294967295,").as_bytes()).unwrap();
    assert_eq!([document.take_id(), document.take_id()], [u32::MAX, u32::MAX]);
}

#[test]
fn a_document_says_the_format_it_was_written_in() {
    assert_eq!(plans::bare().format, Format::CURRENT);
    assert_eq!(Format::CURRENT.to_string(), "1.0");
}
