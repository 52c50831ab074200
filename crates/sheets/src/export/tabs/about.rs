//! The parts of *Hypothèses* that explain: what the workbook is, its colours, who plans, and what is left
//! to be made precise.

use previ_engine::diagnostic::Arg;
use previ_engine::id::ItemId;
use previ_engine::note::NoteState;
use previ_words::{contribution_rhythm, item_kind, note_state, text_with, view};

use super::super::cell::{Look, Role, Shape};
use super::super::sheet::Sheet;
use super::super::source::Source;

/// What the workbook is, its colours and the association; gives the row for what follows.
pub(super) fn explain(source: &Source<'_>, sheet: &mut Sheet, mut row: u32, columns: u16) -> u32 {
    sheet.section(row, columns, &source.word("about-title"));
    for id in ["about-live", "about-change", "about-not-live", "about-signs"] {
        row += 1;
        sheet.text(row, 0, &source.word(id), Role::Plain);
    }
    row += 2;
    sheet.section(row, columns, &source.word("legend-title"));
    let legend = [
        (Role::Input, "legend-input", "legend-input-text"),
        (Role::Plain, "legend-formula", "legend-formula-text"),
        (Role::Derived, "legend-derived", "legend-derived-text"),
        (Role::Plain, "legend-empty", "legend-empty-text"),
    ];
    for (role, name, explanation) in legend {
        row += 1;
        sheet.shaped_text(row, 0, &source.word(name), Look(role, Shape::Text));
        sheet.text(row, 1, &source.word(explanation), Role::Plain);
    }
    row += 2;
    sheet.section(row, columns, &source.word("association-title"));
    for (label, value) in identity(source) {
        row += 1;
        sheet.text(row, 0, &source.word(label), Role::Plain);
        sheet.text(row, 1, &value, Role::Plain);
    }
    row + 3
}

fn identity(source: &Source<'_>) -> Vec<(&'static str, String)> {
    let association = &source.plan.frame.association;
    let [first, last] = [source.timeline.first(), source.timeline.last()];
    let mut rows = vec![("association-name", association.name.clone())];
    rows.extend(association.rna.clone().map(|rna| ("association-rna", rna)));
    rows.extend(association.siren.clone().map(|siren| ("association-siren", siren)));
    let args = [("first", Arg::Month(first)), ("last", Arg::Month(last))];
    rows.push(("horizon", text_with(source.language, "export-from-to", &args)));
    rows.push(("view", view(source.language, source.view.certainty)));
    rows.push(("contributions", contribution_rhythm(source.language, association.contributions)));
    rows.push(("edition", source.reference.edition.clone()));
    rows
}

/// The notes that are not settled, and what the view does not count.
pub(super) fn remarks(source: &Source<'_>, sheet: &mut Sheet, mut row: u32, columns: u16) {
    let open: Vec<_> = source.plan.notes.iter().filter(|note| note.state != NoteState::Settled).collect();
    if !open.is_empty() {
        sheet.section(row, columns, &source.word("notes-title"));
        for note in open {
            row += 1;
            let about = note.about.map_or("", |item| source.plan.label(item));
            sheet.text(row, 0, about, Role::Plain);
            sheet.text(row, 1, &note_state(source.language, note.state), Role::Plain);
            sheet.text(row, 2, &note.text, Role::Plain);
        }
        row += 3;
    }
    let left_out = left_out(source);
    if !left_out.is_empty() {
        sheet.section(row, columns, &source.word("left-out-title"));
        row += 1;
        sheet.text(row, 0, &source.word("left-out-note"), Role::Note);
        for item in left_out {
            row += 1;
            sheet.text(row, 0, source.plan.label(item), Role::Plain);
            sheet.text(row, 1, &item_kind(source.language, item), Role::Plain);
        }
    }
}

/// The items whose condition fails in the view, and the agreements without any money in it.
fn left_out(source: &Source<'_>) -> Vec<ItemId> {
    let plan = source.plan;
    let mut items: Vec<ItemId> = Vec::new();
    let agreements = plan.agreements.iter().filter(|agreement| !source.is_granted(agreement));
    items.extend(agreements.map(|agreement| ItemId::from(agreement.id)));
    let fails = |only_if, activity| !source.takes_place(only_if, activity);
    let activities = plan.activities.iter().filter(|activity| fails(None, Some(activity.id)));
    items.extend(activities.map(|activity| ItemId::from(activity.id)));
    let lines = plan.lines.iter().filter(|line| fails(line.only_if.as_ref(), line.activity));
    items.extend(lines.map(|line| ItemId::from(line.id)));
    let positions = plan.positions.iter().filter(|position| fails(position.only_if.as_ref(), None));
    items.extend(positions.map(|position| ItemId::from(position.id)));
    let investments = plan.investments.iter().filter(|item| fails(item.only_if.as_ref(), item.activity));
    items.extend(investments.map(|item| ItemId::from(item.id)));
    let loans = plan.loans.iter().filter(|loan| fails(loan.only_if.as_ref(), None));
    items.extend(loans.map(|loan| ItemId::from(loan.id)));
    let in_kind = plan.in_kind.iter().filter(|item| fails(item.only_if.as_ref(), item.activity));
    items.extend(in_kind.map(|item| ItemId::from(item.id)));
    items
}
