//! Formulas of an xls file that add cells, written as text; they tell totals from lines.

use super::records::u16_at;
use crate::import::formula::{OTHER_FORMULA, UNREADABLE_FORMULA};
use crate::import::workbook::address;

/// The tokens of a formula as text where they only refer, add and sum.
pub(super) fn text(tokens: &[u8]) -> String {
    // PtgExp and PtgTbl point to a formula that stands elsewhere.
    let elsewhere = matches!(tokens.first(), None | Some(0x01 | 0x02));
    let unknown = if elsewhere { UNREADABLE_FORMULA } else { OTHER_FORMULA };
    read(tokens).unwrap_or_else(|| unknown.to_owned())
}

fn read(tokens: &[u8]) -> Option<String> {
    let mut stack: Vec<String> = Vec::new();
    let mut rest = tokens;
    while let Some((token, after)) = rest.split_first() {
        let used = match token {
            // PtgRef
            0x24 | 0x44 | 0x64 => {
                stack.push(cell(after, 0, 2)?);
                4
            }
            // PtgArea
            0x25 | 0x45 | 0x65 => {
                stack.push(format!("{}:{}", cell(after, 0, 4)?, cell(after, 2, 6)?));
                8
            }
            // PtgAdd
            0x03 => {
                let (second, first) = (stack.pop()?, stack.pop()?);
                stack.push(format!("{first}+{second}"));
                0
            }
            // PtgParen
            0x15 => {
                let inside = stack.pop()?;
                stack.push(format!("({inside})"));
                0
            }
            // PtgAttr: a sum of one argument, a space, or "calculate always"
            0x19 => {
                match after.first()? {
                    0x10 => {
                        let inside = stack.pop()?;
                        stack.push(format!("SUM({inside})"));
                    }
                    0x40 | 0x01 => {}
                    _ => return None,
                }
                3
            }
            // PtgFuncVar: 4 is SUM
            0x22 | 0x42 | 0x62 => {
                let count = usize::from(*after.first()? & 0x7F);
                if u16_at(after, 1)? & 0x7FFF != 4 || count > stack.len() {
                    return None;
                }
                let inside = stack.split_off(stack.len() - count);
                stack.push(format!("SUM({})", inside.join(",")));
                3
            }
            _ => return None,
        };
        rest = after.get(used..)?;
    }
    let whole = stack.pop()?;
    // Text grows with each token; a total of 8,224 bytes of tokens stays far below this.
    (stack.is_empty() && whole.len() < 100_000).then(|| format!("={whole}"))
}

/// A cell whose row and column stand at these places; the upper bits of the column say what is fixed.
fn cell(data: &[u8], row: usize, column: usize) -> Option<String> {
    Some(address(u16_at(data, row)?.into(), u32::from(u16_at(data, column)? & 0x3FFF)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_written_as_text() {
        // SUM of C4:C6 (column 2, rows 3–5), then C9 added.
        let tokens = [0x25, 3, 0, 5, 0, 2, 0xC0, 2, 0xC0, 0x19, 0x10, 0, 0, 0x24, 8, 0, 2, 0xC0, 0x03];
        assert_eq!(text(&tokens), "=SUM(C4:C6)+C9");
    }

    #[test]
    fn anything_else_or_cut_short_is_a_formula_without_text() {
        for tokens in [&[0x25, 3, 0][..], &[0x03], &[0x05], &[0x1E, 5, 0], &[0x22, 9, 4, 0], &[0x19]] {
            assert_eq!(text(tokens), "=…");
        }
        assert_eq!([text(&[]), text(&[0x01, 3, 0, 2, 0])], ["?", "?"]);
    }
}
