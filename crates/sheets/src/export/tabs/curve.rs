//! The curve of cash on *Synthèse*: its amounts stand at the foot of *Règlements*, month beside month.

use previ_engine::cash::CashForecast;
use previ_words::Language;

use super::super::cell::{Look, Role, Shape};
use super::super::grids::{FIRST_ROW, month_column};
use super::super::refs::Tab;
use super::super::sheet::{Curve, Sheet};
use super::super::source::Source;
use super::{cash, money};

/// Adds the rows to *Règlements* and gives the curve, its place on *Synthèse* still open.
pub(in super::super) fn curve(
    source: &Source<'_>,
    sheet: &mut Sheet,
    money: &money::Placed,
    placed: &cash::Placed,
    forecast: &CashForecast,
) -> Curve {
    let row = money.end + 1;
    let months = source.months.len();
    let column = |month: usize| month_column(source.years.len(), month);
    sheet.section(row, column(months), &source.word("curve-title"));
    let rows = [
        ("cash-closing", placed.closing, &forecast.closing_cents),
        ("cash-worst", placed.worst, &forecast.worst_cents),
    ];
    let mut lines = Vec::new();
    for (row, (label, of, cents)) in (row + 1..).zip(rows) {
        let label = source.word(label);
        sheet.text(row, 0, &label, Role::Plain);
        for (month, cents) in cents.iter().enumerate() {
            let formula = source.refs.at(Tab::Cash, of, cash::column(month));
            sheet.formula(row, column(month), formula, *cents, Look(Role::Plain, Shape::Flow));
        }
        lines.push((label, row));
    }
    Curve {
        title: source.word("curve-title"),
        row: 0,
        data: sheet.name.clone(),
        columns: (column(0), column(months - 1)),
        months: FIRST_ROW - 1,
        month_format: match source.language {
            Language::French => "[$-40C]mmm yy",
            Language::English => "[$-809]mmm yy",
        },
        lines,
    }
}
