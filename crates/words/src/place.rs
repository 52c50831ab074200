//! Where a diagnostic points.

use previ_engine::diagnostic::{Arg, Place};
use previ_engine::id::ItemId;

use crate::labels::item_kind;
use crate::language::Language;
use crate::text::{find, text, text_with};

/// A place as people read it: `ligne 12, colonne 3` of a text, the cell `Feuille!B7`, an item by its kind
/// and number with the field, or the whole.
#[must_use]
pub fn place(language: Language, place: &Place) -> String {
    match place {
        Place::Item(item, field) => {
            let name = item_name(language, *item);
            let field = find(language, &format!("field-{}", field.0.replace('_', "-")), None);
            field.map_or(name.clone(), |field| format!("{name}, {field}"))
        }
        Place::Cell { sheet, row, column } => cell(sheet, *row, *column),
        Place::Text { line, column } => {
            let number = |value: u32| Arg::Number(value.into());
            text_with(language, "place-text", &[("line", number(*line)), ("column", number(*column))])
        }
        Place::Whole => text(language, "place-whole"),
    }
}

/// The kind and number of an item, for one whose name is not known.
pub(crate) fn item_name(language: Language, item: ItemId) -> String {
    let kind = item_kind(language, item);
    match item {
        ItemId::Frame => kind,
        _ => {
            let number = Arg::Text(item.number().to_string());
            text_with(language, "place-item", &[("kind", Arg::Text(kind)), ("number", number)])
        }
    }
}

/// The address of a cell, `Feuille!B7`; the name of the sheet stands in quotes where spreadsheets want it.
fn cell(sheet: &str, row: u32, column: u32) -> String {
    let mut letters = Vec::new();
    // Columns are counted from 0 and letters from 1, without a sign for zero.
    let mut left = u64::from(column) + 1;
    while left > 0 {
        left -= 1;
        letters.push(char::from(b'A' + (left % 26) as u8));
        left /= 26;
    }
    let letters: String = letters.into_iter().rev().collect();
    let row = u64::from(row) + 1;
    if sheet.is_empty() {
        format!("{letters}{row}")
    } else if sheet.chars().all(|c| c.is_alphanumeric() || c == '_') {
        format!("{sheet}!{letters}{row}")
    } else {
        format!("'{}'!{letters}{row}", sheet.replace('\'', "''"))
    }
}

#[cfg(test)]
mod tests {
    use super::Language::{English, French};
    use super::*;
    use previ_engine::diagnostic::Field;
    use previ_engine::id::LineId;

    #[test]
    fn a_cell_has_the_address_that_spreadsheets_show() {
        assert_eq!(cell("Feuille", 6, 1), "Feuille!B7");
        assert_eq!(cell("Budget 2027", 0, 26), "'Budget 2027'!AA1");
        assert_eq!(cell("L'an prochain", 0, 701), "'L''an prochain'!ZZ1");
        assert_eq!(cell("", 0, 702), "AAA1");
        assert_eq!(cell("F", u32::MAX, 0), "F!A4294967296");
    }

    #[test]
    fn an_item_is_told_by_kind_number_and_field() {
        let line = Place::Item(LineId(12).into(), Field("account"));
        assert_eq!(place(French, &line), "Ligne n°\u{A0}12, compte");
        assert_eq!(place(English, &line), "Line no. 12, account");
        let unknown = Place::Item(LineId(12).into(), Field("no-such-field"));
        assert_eq!(place(English, &unknown), "Line no. 12");
    }

    #[test]
    fn the_whole_and_a_place_in_a_text_are_told_in_words() {
        assert_eq!(place(French, &Place::Text { line: 12, column: 3 }), "ligne 12, colonne 3");
        assert_eq!(place(English, &Place::Whole), "the whole");
    }
}
