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

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(rows: &[&[&str]]) -> Vec<Vec<String>> {
        rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
    }

    #[test]
    fn rows_end_as_on_any_system_and_the_last_end_begins_none() {
        let two = cells(&[&["1", "2"], &["3", "4"]]);
        for text in ["1\t2\n3\t4", "1\t2\r\n3\t4\r\n", "1\t2\r3\t4\n"] {
            assert_eq!(read(text), two, "{text:?}");
        }
        assert_eq!(read("\n\n"), cells(&[&[""], &[""]]));
        assert_eq!(read("1\t"), cells(&[&["1", ""]]));
        assert_eq!(read(""), Vec::<Vec<String>>::new());
    }

    #[test]
    fn quoted_cells_hold_ends_of_line_tabs_and_quotes() {
        assert_eq!(read("\"a\nb\"\t\"say \"\"hi\"\"\"\n"), cells(&[&["a\nb", "say \"hi\""]]));
        assert_eq!(read("5\" pipe\t1"), cells(&[&["5\" pipe", "1"]]));
        assert_eq!(read("\"never ended"), cells(&[&["never ended"]]));
    }

    #[test]
    fn what_is_written_is_read_back() {
        let rows = cells(&[&["1,5", "", "a\tb"], &["\"", "x\r\ny", "é"]]);
        assert_eq!(read(&write(&rows)), rows);
    }
}
