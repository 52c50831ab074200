//! Which of several columns of amounts is the plan.

use crate::import::layout::columns::{Band, is_year};
use crate::import::wording::column_heads::{self, ColumnHead, Nature};
use crate::import::wording::headings;
use crate::import::workbook::{Cell, Sheet, Value, address};

/// The columns whose sum is the planned amount, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PlanColumn {
    /// One column, or the months and quarters of a year without total.
    pub(crate) columns: Vec<u32>,
    /// The other columns with amounts of a whole year.
    pub(crate) others: Vec<u32>,
    /// The year in its head, and the cell that says it.
    pub(crate) year: Option<(i32, u32, u32)>,
    /// Whether nothing tells it from another column.
    pub(crate) guessed: bool,
    /// Whether its head says thousands of euros.
    pub(crate) thousands: bool,
}

/// A column and all that stands above its amounts.
struct Head {
    column: u32,
    head: Option<ColumnHead>,
    year: Option<(i32, u32, u32)>,
    thousands: bool,
    filled: usize,
}

/// Chooses the latest year, then what is planned, then a total, then the last column; `None` where there
/// are only shares, prices and the like.
pub(crate) fn choose(sheet: &Sheet, band: &Band, body: u32) -> Option<PlanColumn> {
    let heads: Vec<Head> = band.amounts.iter().map(|column| head(sheet, band, *column, body)).collect();
    let nature = |head: &Head| head.head.map(|head| head.nature);
    let usable = |head: &&Head| nature(head) != Some(Nature::Other);
    let periods: Vec<u32> =
        heads.iter().filter(|head| nature(head) == Some(Nature::Period)).map(|head| head.column).collect();
    let whole: Vec<&Head> =
        heads.iter().filter(usable).filter(|head| nature(head) != Some(Nature::Period)).collect();
    // A column that is hardly filled beside full ones is a check or a remark.
    let fullest = whole.iter().map(|head| head.filled).max().unwrap_or(0);
    let key = |head: &&&Head| {
        let year = head.head.and_then(|head| head.year.or(head.relative));
        let planned_without_year = nature(head) == Some(Nature::Planned) && year.is_none();
        let year = if planned_without_year { i32::MAX } else { year.unwrap_or(i32::MIN) };
        (head.filled * 2 >= fullest || head.head.is_some(), year, nature(head))
    };
    let best = whole.iter().max_by_key(key).filter(|best| best.head.is_some() || periods.len() < 2);
    let Some(best) = best else {
        let (others, year) = (Vec::new(), None);
        let months = PlanColumn { columns: periods, others, year, guessed: false, thousands: false };
        return Some(months).filter(|months| !months.columns.is_empty());
    };
    let others: Vec<&&Head> =
        whole.iter().filter(|head| head.column != best.column && head.filled > 0).collect();
    let guessed = others.iter().any(|other| key(other) == key(&best));
    Some(PlanColumn {
        columns: vec![best.column],
        others: others.iter().map(|head| head.column).collect(),
        year: best.year,
        guessed,
        thousands: best.thousands,
    })
}

fn head(sheet: &Sheet, band: &Band, column: u32, body: u32) -> Head {
    let mut found = Head { column, head: None, year: None, thousands: false, filled: 0 };
    for row in sheet.rows() {
        let Some(number) = row.first().map(|cell| cell.row) else { continue };
        let own = row.iter().find(|cell| cell.column == column);
        if number >= body {
            found.filled += usize::from(own.is_some());
            continue;
        }
        // A merged head stands in the first of its columns.
        let left = || row.iter().rfind(|cell| cell.column < column && band.amounts.contains(&cell.column));
        let (cell, is_own) = match own {
            Some(own) => (own, true),
            None => match left() {
                Some(left) => (left, false),
                None => continue,
            },
        };
        let text = cell.shown();
        let Some(said) = said(cell, &text).filter(|said| is_own || said.year.is_some()) else { continue };
        found.thousands |= headings::in_thousands(&text);
        if let Some(year) = said.year {
            found.year = Some((year, cell.row, cell.column));
        }
        found.head = Some(found.head.map_or(said, |before| merged(before, said)));
    }
    found
}

fn said(cell: &Cell, text: &str) -> Option<ColumnHead> {
    match &cell.value {
        // A title is no head of a column.
        Value::Text(text) if text.chars().count() > 60 => None,
        Value::Text(_) => column_heads::read(text),
        value if is_year(value) => column_heads::read(text),
        Value::Date(date) => {
            Some(ColumnHead { nature: Nature::Plain, year: Some(date.year), relative: None, side: None })
        }
        Value::Number(_) | Value::Bool(_) | Value::Error(_) | Value::Empty => None,
    }
}

/// Two heads of one column, the lower one second.
fn merged(before: ColumnHead, below: ColumnHead) -> ColumnHead {
    let nature = match (before.nature, below.nature) {
        (Nature::Other, _) | (_, Nature::Other) => Nature::Other,
        (Nature::Plain, nature) | (nature, Nature::Plain) => nature,
        (_, nature) => nature,
    };
    ColumnHead {
        nature,
        year: below.year.or(before.year),
        relative: below.relative.or(before.relative),
        side: below.side.or(before.side),
    }
}

/// The name of a column in messages: its head, else its letter.
pub(crate) fn name(sheet: &Sheet, column: u32, body: u32) -> String {
    let mut heads = sheet.cells().iter().filter(|cell| cell.column == column && cell.row < body);
    let text = heads.rfind(|cell| said(cell, &cell.shown()).is_some()).map(Cell::shown);
    let letters: String = address(0, column).chars().filter(char::is_ascii_alphabetic).collect();
    text.map_or(letters.clone(), |text| format!("{text} ({letters})"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::layout::columns::bands;

    fn chosen(lines: &[&str]) -> (Vec<u32>, bool) {
        let mut cells = Vec::new();
        for (row, line) in (0..).zip(lines) {
            for (column, text) in (0..).zip(line.split('|')) {
                let value = Value::Text(text.trim().into());
                cells.push(Cell { row, column, value, formula: None });
            }
        }
        let sheet = Sheet::new("s".into(), false, cells);
        let plan = choose(&sheet, &bands(&sheet)[0], lines.len() as u32 - 1).unwrap();
        (plan.columns, plan.guessed)
    }

    #[test]
    fn the_latest_year_is_the_plan() {
        assert_eq!(chosen(&["Charges|2025|2026", "Loyer|90|100"]), (vec![2], false));
        assert_eq!(chosen(&["Charges|Année N|Année N-1", "Loyer|90|100"]), (vec![1], false));
        assert_eq!(chosen(&["Charges|Budget 2026|Réalisé 2025", "Loyer|90|100"]), (vec![1], false));
    }

    #[test]
    fn what_is_planned_comes_before_what_happened() {
        assert_eq!(chosen(&["Charges|Prévu|Réalisé|Écart", "Loyer|90|100|10"]), (vec![1], false));
        assert_eq!(chosen(&["|2025|2026", "Charges|Réalisé|Prévu", "Loyer|90|100"]), (vec![2], false));
    }

    #[test]
    fn a_merged_year_stands_over_two_columns() {
        let lines = ["|2025||2026|", "Charges|Prévu|Réalisé|Prévu|Réalisé", "Loyer|1|2|3|4"];
        assert_eq!(chosen(&lines), (vec![3], false));
    }

    #[test]
    fn months_without_total_are_added() {
        assert_eq!(chosen(&["Charges|Janv.|Févr.", "Loyer|90|100"]), (vec![1, 2], false));
        assert_eq!(chosen(&["Charges|Janv.|Févr.|Total", "Loyer|90|100|190"]), (vec![3], false));
    }

    #[test]
    fn without_heads_the_last_column_is_guessed() {
        assert_eq!(chosen(&["Charges||", "Loyer|90|100"]), (vec![2], true));
        assert_eq!(chosen(&["Charges|", "Loyer|90"]), (vec![1], false));
    }
}
