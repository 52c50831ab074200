//! Blocks of cells as spreadsheets put them on the clipboard: cells between tabs, rows between ends of
//! line, cells with tabs, ends of line or quotes inside between quotes.

/// The cells of a block; an end of line at the end of the text begins no row.
pub(super) fn read(text: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut cell = String::new();
    let mut signs = text.chars().peekable();
    let mut anything = false;
    while let Some(sign) = signs.next() {
        anything = true;
        match sign {
            '"' if cell.is_empty() => cell = quoted(&mut signs),
            '\t' => row.push(std::mem::take(&mut cell)),
            '\r' | '\n' => {
                if sign == '\r' {
                    signs.next_if_eq(&'\n');
                }
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
                anything = false;
            }
            _ => cell.push(sign),
        }
    }
    if anything {
        row.push(cell);
        rows.push(row);
    }
    rows
}

/// The rest of a quoted cell, after its first quote: two quotes are one, a single one ends it.
fn quoted(signs: &mut std::iter::Peekable<std::str::Chars<'_>>) -> String {
    let mut cell = String::new();
    while let Some(sign) = signs.next() {
        if sign != '"' {
            cell.push(sign);
        } else if signs.next_if_eq(&'"').is_some() {
            cell.push('"');
        } else {
            break;
        }
    }
    cell
}

/// A block as a text, each row ended.
pub(super) fn write(rows: &[Vec<String>]) -> String {
    let mut text = String::new();
    for row in rows {
        for (place, cell) in row.iter().enumerate() {
            if place > 0 {
                text.push('\t');
            }
            if cell.contains(['\t', '\n', '\r', '"']) {
                text.push('"');
                text.push_str(&cell.replace('"', "\"\""));
                text.push('"');
            } else {
                text.push_str(cell);
            }
        }
        text.push('\n');
    }
    text
}
