//! Lines of a sheet become proposed items.

use previ_engine::diagnostic::{Arg, Place, Severity};
use previ_engine::funder::FunderKind;
use previ_engine::money::{Amount, to_cents};
use rust_decimal::Decimal;

use super::accounts::{self, Chosen};
use super::analysis::{Analysis, Found};
use super::codes::{AMBIGUOUS, NEGATIVE_CHARGES, TOO_LARGE, ZERO_ROWS, say};
use super::in_kind;
use super::layout::sides::Group;
use super::proposal::{Fate, Left, ProposedItem, ProposedKind, Reason};
use super::wording::funders;
use super::wording::lines::Lexicon;
use super::workbook::{Cell, Sheet, address};

/// The items of the lines that were found; marks their cells and says what is doubtful.
///
/// Rows that plan nothing are brought in only from a template, where no row plans anything.
pub(crate) fn propose_items(
    sheet: &Sheet,
    analysis: &mut Analysis,
    lexicon: &Lexicon<'_>,
) -> Vec<ProposedItem> {
    let mut lines = std::mem::take(&mut analysis.lines);
    let plans_nothing = |line: &Found| line.amount.is_none_or(|amount| amount.is_zero());
    let is_template = lines.iter().all(plans_nothing);
    let mut zero_rows: Vec<String> = Vec::new();
    lines.retain(|line| {
        let kept = is_template || !plans_nothing(line);
        if !kept {
            let label = line.named.last().or(line.amounts.first());
            zero_rows.extend(label.map(|(row, column)| address(*row, *column)));
            mark(line, Fate::Ignored(Left::NothingPlanned), analysis);
        }
        kept
    });
    if !zero_rows.is_empty() {
        let said =
            say(ZERO_ROWS, Severity::Note, Place::Whole).with("count", Arg::Number(zero_rows.len().into()));
        analysis.diagnostics.push(said.with("text", Arg::Text(zero_rows.join(", "))));
    }
    turn_negative_charges(sheet, &mut lines, analysis);
    let mut items = Vec::new();
    let (in_kind, others): (Vec<Found>, Vec<Found>) = lines.into_iter().partition(is_in_kind);
    for line in &others {
        add(sheet, line, lexicon, analysis, &mut items, kind_of);
    }
    add_in_kind(sheet, &in_kind, lexicon, analysis, &mut items);
    items
}

fn is_in_kind(line: &Found) -> bool {
    matches!(line.group, Group::Uses | Group::Resources) || line.account.is_some_and(|a| a.class() == 8)
}

fn mark(line: &Found, fate: Fate, analysis: &mut Analysis) {
    for cell in line.named.iter().chain(&line.amounts) {
        analysis.mark(*cell, fate);
    }
}

fn place(sheet: &Sheet, line: &Found) -> Place {
    let cell = line.amounts.first().or(line.named.last());
    cell.map_or(Place::Whole, |(row, column)| sheet.place(*row, *column))
}

/// Some sheets write all expenses below zero.
fn turn_negative_charges(sheet: &Sheet, lines: &mut [Found], analysis: &mut Analysis) {
    let is_charge = |line: &&Found| line.group == Group::Charges;
    let amounts = || lines.iter().filter(is_charge).filter_map(|line| line.amount);
    let any = amounts().any(|amount| !amount.is_zero());
    if !any || amounts().any(|amount| amount > Decimal::ZERO) {
        return;
    }
    if let Some(first) = lines.iter().find(is_charge) {
        analysis.diagnostics.push(say(NEGATIVE_CHARGES, Severity::Warning, place(sheet, first)));
    }
    for line in lines.iter_mut().filter(|line| line.group == Group::Charges) {
        line.amount = line.amount.map(|amount| -amount);
    }
}

/// Adds the item of a line; its place among the items, or `None` where its amount is too large.
fn add(
    sheet: &Sheet,
    line: &Found,
    lexicon: &Lexicon<'_>,
    analysis: &mut Analysis,
    items: &mut Vec<ProposedItem>,
    kind: fn(&Found, &Chosen) -> ProposedKind,
) -> Option<usize> {
    let cell = place(sheet, line);
    let written = || {
        let cells = line.amounts.iter().filter_map(|(row, column)| sheet.cell(*row, *column));
        Arg::Text(cells.map(Cell::shown).collect::<Vec<_>>().join(" + "))
    };
    let Some(amount) = Amount::new(line.amount.unwrap_or_default().round_dp(6)) else {
        mark(line, Fate::NotPlaced(Reason::TooLarge), analysis);
        let said = say(TOO_LARGE, Severity::Error, cell).with("label", Arg::Text(line.label.clone()));
        analysis.diagnostics.push(said.with("text", written()));
        return None;
    };
    if line.ambiguous {
        let said = say(AMBIGUOUS, Severity::Warning, cell.clone()).with("text", written());
        analysis.diagnostics.push(said.with("amount", Arg::Cents(to_cents(amount.euros()))));
    }
    let mut chosen = accounts::choose(line, &cell, lexicon);
    analysis.diagnostics.append(&mut chosen.diagnostics);
    let at = items.len();
    mark(line, Fate::Used(at), analysis);
    let label = if line.label.is_empty() { chosen.account.to_string() } else { line.label.clone() };
    items.push(ProposedItem {
        kind: kind(line, &chosen),
        label,
        account: chosen.account,
        amount,
        cell,
        confidence: chosen.confidence,
        question: chosen.question,
    });
    Some(at)
}

fn kind_of(line: &Found, chosen: &Chosen) -> ProposedKind {
    if accounts::is_agreement(line, chosen.account) {
        let funder_kind = funders::kind(&line.label).unwrap_or(FunderKind::PublicBody);
        let funder =
            if line.label.is_empty() { chosen.account.to_string() } else { funders::name(&line.label) };
        ProposedKind::Agreement { funder, funder_kind }
    } else {
        ProposedKind::Line
    }
}

fn in_kind_of(line: &Found, chosen: &Chosen) -> ProposedKind {
    ProposedKind::InKind(in_kind::kind(&line.label, chosen.account))
}

fn add_in_kind(
    sheet: &Sheet,
    lines: &[Found],
    lexicon: &Lexicon<'_>,
    analysis: &mut Analysis,
    items: &mut Vec<ProposedItem>,
) {
    let (uses, resources): (Vec<&Found>, Vec<&Found>) =
        lines.iter().partition(|line| line.group != Group::Resources);
    let rows = |lines: &[&Found]| -> Vec<in_kind::Row> {
        let row = |line: &&Found| in_kind::Row {
            kind: in_kind::kind(&line.label, accounts::choose(line, &Place::Whole, lexicon).account),
            amount: line.amount.unwrap_or_default(),
            place: place(sheet, line),
        };
        lines.iter().map(row).collect()
    };
    let (pairs, said) = in_kind::pair(&rows(&uses), &rows(&resources));
    analysis.diagnostics.extend(said);
    let places: Vec<Option<usize>> =
        uses.iter().map(|line| add(sheet, line, lexicon, analysis, items, in_kind_of)).collect();
    for (line, pair) in resources.iter().zip(pairs) {
        match pair.and_then(|usage| places.get(usage).copied().flatten()) {
            Some(item) => {
                let chosen = accounts::choose(line, &place(sheet, line), lexicon);
                analysis.diagnostics.extend(chosen.diagnostics);
                mark(line, Fate::Used(item), analysis);
            }
            None => {
                add(sheet, line, lexicon, analysis, items, in_kind_of);
            }
        }
    }
}
