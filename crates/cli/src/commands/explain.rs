//! `previ explain`: the entries behind a figure.

use std::collections::BTreeMap;
use std::io;

use previ_engine::AllocationRow;
use previ_engine::diagnostic::{Arg, ArgKind, Code, CodeSpec, Diagnostic, Place, Severity};
use previ_engine::figure::Figure;
use previ_engine::id::ItemId;
use previ_engine::journal::Rule;
use previ_engine::query::Row;
use previ_engine::timeline::MonthIndex;
use previ_engine::view::View;
use previ_words::{Decimals, amount, item_kind, money, month_short, rule, text};

use crate::arguments::{ExplainRequest, Format};
use crate::commands::project_plan;
use crate::table::Table;
use crate::{Console, Exit, json};

/// A name that no figure has.
pub(crate) const UNKNOWN_FIGURE: CodeSpec =
    CodeSpec { code: Code("cli.unknown-figure"), args: &[("figure", ArgKind::Text)] };

pub(crate) fn run(request: &ExplainRequest, console: &mut Console<'_>) -> io::Result<Exit> {
    let (projection, view) = match project_plan(request.file.as_deref(), request.view, console)? {
        Ok(found) => found,
        Err(exit) => return Ok(exit),
    };
    let found = request
        .figure
        .parse::<Figure>()
        .ok()
        .and_then(|figure| Some((figure, figure.value(&view)?, figure.rows(&view)?)));
    let Some((figure, cents, rows)) = found else {
        let unknown = Diagnostic::new(UNKNOWN_FIGURE.code, Severity::Error, Place::Whole);
        console.complain(&[unknown.with("figure", Arg::Text(request.figure.clone()))])?;
        return Ok(Exit::Usage);
    };
    let shared = figure.shared_rows(&view);
    if request.format == Format::Json {
        json::explanation(console.out, &view, figure, cents, &rows, &shared)?;
        return super::check::conclude(&projection.diagnostics, console);
    }
    let total = money(console.language, cents, Decimals::Two);
    writeln!(console.out, "{figure} = {total}\n")?;
    let table = rows_table(&view, &rows, &shared, console);
    console.out.write_all(table.render(console.surroundings.columns).as_bytes())?;
    super::check::conclude(&projection.diagnostics, console)
}

/// One row per item and rule, or per pool of shared costs: from which month to which, and what they add.
fn rows_table(view: &View, rows: &[Row], shared: &[AllocationRow], console: &Console<'_>) -> Table {
    let mut groups: BTreeMap<(ItemId, Option<Rule>), (MonthIndex, MonthIndex, i64)> = BTreeMap::new();
    let rows = rows.iter().map(|row| (row.item, Some(row.entry.rule), row.entry.month, row.cents));
    let shared = shared.iter().map(|row| (ItemId::from(row.pool), None, row.month, row.cents));
    for (item, rule, month, cents) in rows.chain(shared) {
        let group = groups.entry((item, rule)).or_insert((month, month, 0));
        *group = (group.0.min(month), group.1.max(month), group.2 + cents);
    }
    let header = ["cli-origin", "cli-months", "cli-amount"].map(|id| console.text(id));
    let mut table = Table::new(header.into());
    let month = |index: MonthIndex| match index {
        MonthIndex::OPENING => console.text("cli-opening"),
        index => month_short(console.language, view.timeline().month(index)),
    };
    for ((item, kind), (first, last, cents)) in groups {
        let months =
            if first == last { month(first) } else { format!("{} – {}", month(first), month(last)) };
        let name = match view.plan().label(item) {
            "" => item_kind(console.language, item),
            name => name.to_owned(),
        };
        // What happened first: names are cut where they are too long.
        let why = kind.map_or_else(
            || text(console.language, "explanation-shared"),
            |kind| rule(console.language, kind),
        );
        let label = format!("{why} · {name}");
        table.row(label, [months, amount(console.language, cents, Decimals::Two)]);
    }
    table
}
