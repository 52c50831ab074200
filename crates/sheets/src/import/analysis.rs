//! One sheet: its lines with their cells, what became of the other cells, what does not add up.

use std::collections::BTreeMap;

use previ_engine::account::AccountNumber;
use previ_engine::diagnostic::{Arg, Diagnostic, Place, Severity};
use previ_engine::money::to_cents;
use rust_decimal::Decimal;

use super::codes::{
    BOTH_KEPT, COLUMN_CHOSEN, COLUMN_GUESSED, DUPLICATE_TABLE, HEADING_DIFFERS, SIDE_GUESSED, SIDE_UNKNOWN,
    THOUSANDS, TOTAL_DIFFERS, say,
};
use super::layout::columns::{Band, bands, is_year};
use super::layout::plan_column::{self, PlanColumn};
use super::layout::rows;
use super::layout::sides::{self, Group, Kind, Placed};
use super::proposal::{Fate, Reason};
use super::remarks;
use super::settle::{Difference, DifferenceKind, Entry, Role, TotalRow, equal, settle};
use super::wording::headings::{self, Side, TotalWord};
use super::wording::lines::Lexicon;
use super::wording::text::folded;
use super::workbook::{Cell, Sheet, Value, address};

/// Sheets with more rows are lists, not budgets.
const MAX_ROWS: usize = 10_000;

/// A line of the budget before it has an account.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub(crate) group: Group,
    pub(crate) account: Option<AccountNumber>,
    /// The account of the heading above it, where it has none of its own.
    pub(crate) heading: Option<AccountNumber>,
    /// The title of the section it stands in.
    pub(crate) section: Option<String>,
    pub(crate) label: String,
    /// `None` where the sheet plans nothing.
    pub(crate) amount: Option<Decimal>,
    pub(crate) ambiguous: bool,
    /// The cells of account and label, and those of the amount.
    pub(crate) named: Vec<(u32, u32)>,
    pub(crate) amounts: Vec<(u32, u32)>,
}

/// What a sheet holds.
#[derive(Clone, Debug, Default)]
pub(crate) struct Analysis {
    pub(crate) lines: Vec<Found>,
    pub(crate) fates: BTreeMap<(u32, u32), Fate>,
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// The year in the head of a plan's column, and its cell.
    pub(crate) year: Option<(i32, u32, u32)>,
    /// The cells above the first line.
    pub(crate) titles: Vec<(u32, u32)>,
    /// How much it looks like a budget; 0 where it does not.
    pub(crate) score: usize,
}

/// Looks for the tables of a sheet.
pub(crate) fn analyse(sheet: &Sheet, lexicon: &Lexicon<'_>) -> Analysis {
    let mut analysis = Analysis::default();
    if sheet.rows().count() > MAX_ROWS {
        return analysis;
    }
    let mut tables: Vec<Analysis> = Vec::new();
    let mut top = u32::MAX;
    for band in bands(sheet) {
        let body = rows::body(sheet, &band);
        let found = if body < u32::MAX { table(sheet, &band, body, lexicon) } else { None };
        if let Some(found) = found {
            top = top.min(body);
            tables.push(found);
        }
    }
    leave_out_duplicates(sheet, &mut tables);
    for table in tables {
        analysis.score += table.score;
        analysis.year = analysis.year.or(table.year);
        analysis.lines.extend(table.lines);
        analysis.diagnostics.extend(table.diagnostics);
        for (cell, fate) in table.fates {
            analysis.mark(cell, fate);
        }
    }
    for cell in sheet.cells().iter().filter(|cell| cell.row < top && top < u32::MAX) {
        analysis.titles.push((cell.row, cell.column));
        if cell.text().is_some() || is_year(&cell.value) {
            analysis.mark((cell.row, cell.column), Fate::Header);
        }
    }
    analysis
}

/// A table that repeats the lines of another, for an older year or in percent, is left out: of two the
/// later year stays, else the first.
fn leave_out_duplicates(sheet: &Sheet, tables: &mut [Analysis]) {
    let year = |table: &Analysis| table.year.map_or(i32::MIN, |(year, _, _)| year);
    for later in 1..tables.len() {
        for earlier in 0..later {
            if !repeats(&tables[later], &tables[earlier]) {
                continue;
            }
            let loser = if year(&tables[later]) > year(&tables[earlier]) { earlier } else { later };
            let lines = std::mem::take(&mut tables[loser].lines);
            let cells = || lines.iter().flat_map(|line| line.named.iter().chain(&line.amounts));
            for cell in cells() {
                tables[loser].fates.insert(*cell, Fate::NotPlaced(Reason::Duplicate));
            }
            let columns = || cells().map(|(_, column)| *column);
            let (Some(first), Some(last)) = (columns().min(), columns().max()) else { continue };
            let row = cells().map(|(row, _)| *row).min().unwrap_or(0);
            let name = |column: u32| address(0, column).trim_end_matches('1').to_owned();
            let said = say(DUPLICATE_TABLE, Severity::Warning, sheet.place(row, first));
            let said = said.with("text", Arg::Text(format!("{}–{}", name(first), name(last))));
            tables[loser].diagnostics = vec![said];
            tables[loser].score = 0;
        }
    }
}

/// Whether most lines of a table stand in another one too.
fn repeats(table: &Analysis, other: &Analysis) -> bool {
    let key = |line: &Found| (line.group, line.account, folded(&line.label));
    let known: std::collections::BTreeSet<_> = other.lines.iter().map(key).collect();
    let again = table.lines.iter().filter(|line| known.contains(&key(line))).count();
    again > 1 && again * 2 > table.lines.len()
}

impl Analysis {
    /// Gives a cell its fate, unless it has a better one.
    pub(crate) fn mark(&mut self, cell: (u32, u32), fate: Fate) {
        let known = self.fates.entry(cell).or_insert(fate);
        *known = (*known).max(fate);
    }

    fn mark_row(&mut self, placed: &Placed, band: &Band, sheet: &Sheet, fate: Fate) {
        for cell in band.columns().filter_map(|column| sheet.cell(placed.row.number, column)) {
            let fate =
                if matches!(cell.value, Value::Error(_)) { Fate::NotPlaced(Reason::Error) } else { fate };
            self.mark((cell.row, cell.column), fate);
        }
    }
}

/// The table of a band; `None` where it is no budget.
fn table(sheet: &Sheet, band: &Band, body: u32, lexicon: &Lexicon<'_>) -> Option<Analysis> {
    let plan = plan_column::choose(sheet, band, body)?;
    let thousands = plan.thousands || titles_in_thousands(sheet, band, body);
    let scale = if thousands { Decimal::ONE_THOUSAND } else { Decimal::ONE };
    let rows = rows::rows(sheet, band, &plan.columns, scale);
    let mut placed = sides::place(rows, band, body, lexicon);
    let by_name = headings::side(&sheet.name);
    let guessed = if by_name.is_some() { None } else { sides::guess(&placed, lexicon) };
    let first = placed.iter().find(|row| row.kind == Kind::Line && row.group.is_none()).cloned();
    if let Some(side) = by_name.or(guessed) {
        sides::assume(&mut placed, side);
    }
    let score = score(&placed, band, guessed.or(by_name));
    if score == 0 {
        return None;
    }
    let mut analysis = Analysis { score, year: plan.year, ..Analysis::default() };
    if let (Some(_), Some(row)) = (guessed, first) {
        let said = say(SIDE_GUESSED, Severity::Warning, place_of(sheet, &row));
        analysis.diagnostics.push(said.with("label", Arg::Text(row.label().to_owned())));
    }
    if thousands {
        let text = plan_column::name(sheet, plan.columns.first().copied().unwrap_or(0), body);
        let said = say(THOUSANDS, Severity::Note, Place::Whole).with("text", Arg::Text(text));
        analysis.diagnostics.push(said);
    }
    say_column(sheet, &plan, body, &mut analysis);
    let roles = settle_groups(sheet, &placed, &mut analysis);
    collect(sheet, (band, body), &placed, &roles, &mut analysis);
    Some(analysis)
}

fn titles_in_thousands(sheet: &Sheet, band: &Band, body: u32) -> bool {
    let first = band.columns().min().unwrap_or(0);
    let last = band.columns().max().unwrap_or(0);
    let above = sheet.cells().iter().filter(|cell| cell.row < body && (first..=last).contains(&cell.column));
    above.filter_map(Cell::text).any(headings::in_thousands)
}

/// How much a band looks like a budget: heads of sides, totals of sides, different accounts, lines.
fn score(placed: &[Placed], band: &Band, assumed: Option<Side>) -> usize {
    let heads = placed.iter().filter(|row| match row.kind {
        Kind::SideHead(_) => true,
        Kind::Total(TotalWord::Sum { side, .. }) => side.is_some(),
        _ => false,
    });
    let heads = heads.count() + usize::from(band.side.is_some()) + usize::from(assumed.is_some());
    let lines = placed.iter().filter(|row| row.kind == Kind::Line && row.group.is_some());
    let mut accounts: Vec<AccountNumber> = lines.clone().filter_map(Placed::account).collect();
    accounts.sort_unstable();
    accounts.dedup();
    let lines = lines.count();
    // One account over and over is a list of payments.
    let is_budget = lines > 0 && (heads > 0 || accounts.len() > 1);
    if is_budget { lines + 5 * heads + 2 * accounts.len() } else { 0 }
}

fn say_column(sheet: &Sheet, plan: &PlanColumn, body: u32, analysis: &mut Analysis) {
    let (Some(column), [chosen]) = (plan.columns.first(), plan.columns.as_slice()) else { return };
    if plan.others.is_empty() {
        return;
    }
    let (code, severity) =
        if plan.guessed { (COLUMN_GUESSED, Severity::Warning) } else { (COLUMN_CHOSEN, Severity::Note) };
    let others: Vec<String> =
        plan.others.iter().map(|column| plan_column::name(sheet, *column, body)).collect();
    let said = say(code, severity, sheet.place(body, *column))
        .with("column", Arg::Text(plan_column::name(sheet, *chosen, body)))
        .with("others", Arg::Text(others.join(", ")));
    analysis.diagnostics.push(said);
}

/// The role of each row that is a line or a total.
fn settle_groups(sheet: &Sheet, placed: &[Placed], analysis: &mut Analysis) -> BTreeMap<u32, Role> {
    let mut roles = BTreeMap::new();
    for group in [Group::Charges, Group::Income, Group::Uses, Group::Resources] {
        let mut entries = Vec::new();
        let mut rows: Vec<&Placed> = Vec::new();
        let mut after_break = true;
        for row in placed {
            let total = match row.kind {
                Kind::Total(TotalWord::Sum { part: false, .. }) => Some(TotalRow::Whole),
                Kind::Total(TotalWord::Sum { part: true, .. }) => Some(TotalRow::Part),
                Kind::Total(TotalWord::Result | TotalWord::Check) => Some(TotalRow::Result),
                _ => None,
            };
            if row.group == Some(group) && (row.kind == Kind::Line || total.is_some()) {
                entries.push(Entry {
                    row: row.row.number,
                    account: row.account(),
                    amount: row.euros(),
                    sums: row.row.sums.clone(),
                    computed: row.row.computed,
                    after_break: after_break || row.row.after_gap,
                    total,
                });
                rows.push(row);
                after_break = false;
            } else {
                after_break = true;
            }
        }
        let (settled, differences) = settle(&entries);
        roles.extend(entries.iter().map(|entry| entry.row).zip(settled));
        for difference in differences {
            let whole_side = total_with_in_kind(placed, &roles, &difference, &entries, group);
            if let (Some(row), false) = (rows.get(difference.at), whole_side) {
                analysis.diagnostics.push(said(sheet, row, &difference));
            }
        }
    }
    roles
}

/// Whether a total below contributions in kind counts them and the euros of its side.
fn total_with_in_kind(
    placed: &[Placed],
    roles: &BTreeMap<u32, Role>,
    difference: &Difference,
    entries: &[Entry],
    group: Group,
) -> bool {
    let Some(entry) = entries.get(difference.at).filter(|_| difference.kind == DifferenceKind::Total) else {
        return false;
    };
    let same_side = |row: &&Placed| row.group.is_some_and(|other| other.side() == group.side());
    let above = || placed.iter().filter(|row| row.row.number < entry.row).filter(same_side);
    let sum_of = |rows: &mut dyn Iterator<Item = &Placed>| {
        rows.filter_map(Placed::euros).fold(Decimal::ZERO, Decimal::saturating_add)
    };
    let lines = sum_of(&mut above().filter(|row| roles.get(&row.row.number) == Some(&Role::Line)));
    let results = sum_of(&mut above().filter(|row| row.kind == Kind::Total(TotalWord::Result)));
    [lines, lines.saturating_add(results)].iter().any(|sum| equal(*sum, difference.written))
}

fn said(sheet: &Sheet, row: &Placed, difference: &Difference) -> Diagnostic {
    let cents = |amount: Decimal| Arg::Cents(to_cents(amount));
    let code = match difference.kind {
        DifferenceKind::Total => TOTAL_DIFFERS,
        DifferenceKind::Heading => HEADING_DIFFERS,
        DifferenceKind::Both => BOTH_KEPT,
    };
    let said = say(code, Severity::Warning, place_of(sheet, row))
        .with("label", Arg::Text(name_of(row)))
        .with("written", cents(difference.written))
        .with("computed", cents(difference.computed));
    match difference.kind {
        DifferenceKind::Both => said,
        DifferenceKind::Total | DifferenceKind::Heading => {
            said.with("difference", cents(difference.written.saturating_sub(difference.computed)))
        }
    }
}

/// Account and label of a row.
fn name_of(row: &Placed) -> String {
    match row.account() {
        Some(account) if row.label().is_empty() => account.to_string(),
        Some(account) => format!("{account} {}", row.label()),
        None => row.label().to_owned(),
    }
}

/// The cell of the amount of a row, else of its label.
fn place_of(sheet: &Sheet, row: &Placed) -> Place {
    let label = row.row.label.as_ref().map(|(column, _)| *column);
    let column = row.row.planned_columns.first().copied().or(label).unwrap_or(0);
    sheet.place(row.row.number, column)
}

/// Turns rows into lines and gives every cell of the band its fate.
fn collect(
    sheet: &Sheet,
    (band, body): (&Band, u32),
    placed: &[Placed],
    roles: &BTreeMap<u32, Role>,
    analysis: &mut Analysis,
) {
    let last_line = placed.iter().rfind(|row| roles.get(&row.row.number) == Some(&Role::Line));
    let last_line = last_line.map_or(0, |row| row.row.number);
    let mut heading: Option<AccountNumber> = None;
    let mut section: Option<String> = None;
    let mut unknown: Option<&Placed> = None;
    for (place, row) in placed.iter().enumerate() {
        let number = row.row.number;
        let fate = match row.kind {
            Kind::Line if row.group.is_none() => {
                unknown = unknown.or(Some(row));
                Fate::NotPlaced(Reason::SideUnknown)
            }
            Kind::Line if roles.get(&number) == Some(&Role::Sum) => {
                if let Some(account) = row.account() {
                    heading = Some(account);
                    section = None;
                }
                if row.euros().is_none() { Fate::Header } else { Fate::Total }
            }
            Kind::Line => {
                if row.account().is_some_and(|account| heading.is_some_and(|above| !account.is_under(above)))
                {
                    heading = None;
                }
                add_line(row, heading, section.clone(), analysis);
                continue_row(sheet, band, row, analysis);
                continue;
            }
            Kind::Total(TotalWord::Check) => Fate::NotPlaced(Reason::Outside),
            Kind::Total(_) => {
                (heading, section) = (None, None);
                Fate::Total
            }
            Kind::SideHead(_) => {
                (heading, section) = (None, None);
                if row.euros().is_some() && number >= body { Fate::Total } else { Fate::Header }
            }
            Kind::Head => Fate::Header,
            Kind::Text if number < last_line && row.label().chars().count() <= 80 => {
                section = Some(row.label().to_owned());
                Fate::Header
            }
            Kind::Text => Fate::NotPlaced(Reason::Outside),
            Kind::Lone if remarks::lone_is_total(placed, place, roles) => Fate::Total,
            Kind::Lone => Fate::NotPlaced(Reason::NoLabel),
            Kind::OtherUnit => Fate::NotPlaced(Reason::OtherUnit),
            Kind::Error => Fate::NotPlaced(Reason::Error),
            Kind::NotAmount => Fate::NotPlaced(Reason::NotAnAmount),
            Kind::NoClass => Fate::NotPlaced(Reason::NoClass),
            Kind::NotBudget => Fate::NotPlaced(Reason::NotBudget),
            Kind::Carried => Fate::NotPlaced(Reason::CarriedResult),
            Kind::OfWhich => Fate::NotPlaced(Reason::OfWhich),
        };
        analysis.mark_row(row, band, sheet, fate);
        analysis.diagnostics.extend(remarks::of_row(row, place_of(sheet, row)));
    }
    if let Some(row) = unknown {
        let said = say(SIDE_UNKNOWN, Severity::Warning, place_of(sheet, row));
        analysis.diagnostics.push(said.with("label", Arg::Text(name_of(row))));
    }
}

fn add_line(row: &Placed, heading: Option<AccountNumber>, section: Option<String>, analysis: &mut Analysis) {
    let Some(group) = row.group else { return };
    let number = row.row.number;
    let code = row.row.code.as_ref().map(|(column, _)| (number, *column));
    let label = row.row.label.as_ref().map(|(column, _)| (number, *column));
    let mut named: Vec<(u32, u32)> = code.into_iter().chain(label).collect();
    named.dedup();
    let ambiguous = matches!(row.row.planned, rows::Planned::Euros { ambiguous: true, .. });
    analysis.lines.push(Found {
        group,
        account: row.account(),
        heading: heading.filter(|_| row.account().is_none()),
        section: section.filter(|_| row.account().is_none()),
        label: row.label().to_owned(),
        amount: row.euros(),
        ambiguous,
        named,
        amounts: row.row.planned_columns.iter().map(|column| (number, *column)).collect(),
    });
}

/// The other cells of a row that holds a line.
fn continue_row(sheet: &Sheet, band: &Band, row: &Placed, analysis: &mut Analysis) {
    let number = row.row.number;
    for column in band.columns().filter(|column| sheet.cell(number, *column).is_some()) {
        let is_own = row.row.planned_columns.contains(&column)
            || row.row.code.as_ref().is_some_and(|(own, _)| *own == column)
            || row.row.label.as_ref().is_some_and(|(own, _)| *own == column);
        if !is_own {
            let is_amount = band.amounts.contains(&column);
            let reason = if is_amount { Reason::OtherColumn } else { Reason::Outside };
            analysis.mark((number, column), Fate::NotPlaced(reason));
        }
    }
}
