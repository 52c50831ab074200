//! The budget as it is shown, with some years open and some rows folded.

use std::collections::BTreeSet;
use std::sync::Arc;

use previ_engine::diagnostic::{Arg, CodeSpec, Diagnostic, Field, Place, Severity};
use previ_engine::id::ItemId;
use previ_engine::line::BudgetLine;
use previ_engine::money::Amount;
use previ_engine::plan::Plan;
use previ_engine::reference::Reference;
use previ_engine::view::View;
use previ_words::{Language, account_label, heading, text};

use super::row::{Block, BudgetRow, RowKey};
use super::table::{BudgetTable, TableRow};
use crate::codes;
use crate::edits::{Edit, LineEdit};
use crate::open::Session;
use crate::views::cell::{CellKind, CellView, Emphasis};
use crate::views::columns::{Column, Columns, OpenYears};
use crate::views::explanation::Subject;

/// What of the budget is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BudgetLayout {
    /// Fiscal years whose months are shown.
    pub open_years: OpenYears,
    /// Rows whose details are hidden: blocks, headings, accounts.
    pub folded: BTreeSet<RowKey>,
}

/// The page *Budget*.
#[derive(Clone, Debug)]
pub struct BudgetPage {
    /// Columns of amounts with the fiscal years they belong to.
    pub columns: Columns,
    table: Arc<BudgetTable>,
    view: Arc<View>,
    reference: &'static Reference,
    language: Language,
    /// Places in the table of the rows shown, with whether each is folded.
    shown: Vec<(usize, bool)>,
}

impl BudgetPage {
    pub(crate) fn new(session: &Session, layout: &BudgetLayout) -> Self {
        let statements = session.statements();
        let table = Arc::clone(statements.budget());
        let mut shown = Vec::with_capacity(table.rows.len());
        let mut place = 0;
        while let Some(row) = table.rows.get(place) {
            let folded = row.below > 0 && layout.folded.contains(&row.key);
            shown.push((place, folded));
            place += if folded { row.below + 1 } else { 1 };
        }
        Self {
            columns: Columns::new(statements.view.timeline(), &layout.open_years),
            table,
            view: Arc::clone(&statements.view),
            reference: session.reference,
            language: session.language,
            shown,
        }
    }

    /// The language of its texts.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// How many rows are shown.
    #[must_use]
    pub fn row_count(&self) -> usize {
        self.shown.len()
    }

    /// How many columns of amounts are shown.
    #[must_use]
    pub fn column_count(&self) -> usize {
        self.columns.columns.len()
    }

    /// Which row stands at a place; none beyond the last one.
    #[must_use]
    pub fn key(&self, row: usize) -> Option<RowKey> {
        self.table_row(row).map(|(_, found)| found.key)
    }

    /// Where a row stands; none if it is gone or folded away.
    #[must_use]
    pub fn place(&self, key: RowKey) -> Option<usize> {
        let in_table = self.table.place(key)?;
        self.shown.iter().position(|(place, _)| *place == in_table)
    }

    /// Where the row of an item stands: the first one, where it has several.
    #[must_use]
    pub fn place_of_item(&self, item: ItemId) -> Option<usize> {
        let is = |key: RowKey| matches!(key, RowKey::Item(_, found) if found == item);
        self.shown.iter().position(|(place, _)| self.table.rows.get(*place).is_some_and(|row| is(row.key)))
    }

    /// The row at a place; none beyond the last one.
    #[must_use]
    pub fn row(&self, row: usize) -> Option<BudgetRow> {
        let (_, found) = self.table_row(row)?;
        let folded = self.shown.get(row).map(|(_, folded)| *folded);
        let (account, item) = match found.key {
            RowKey::Item(account, item) => (Some(account), Some(item)),
            RowKey::Heading(account) | RowKey::Account(account) => (Some(account), None),
            RowKey::Block(_) | RowKey::Total(_) | RowKey::Result | RowKey::ToFind => (None, None),
        };
        Some(BudgetRow {
            key: found.key,
            title: self.title(found.key),
            note: self.note(found),
            depth: found.depth,
            folded: folded.filter(|_| found.below > 0),
            item,
            account,
            emphasis: emphasis(found.key),
        })
    }

    /// A cell; an empty one beyond the last row or column.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> CellView {
        let (Some((place, found)), Some(column)) = (self.table_row(row), self.column(column)) else {
            return CellView::default();
        };
        let Some(cents) = self.cents_at(place, found.key, column) else { return CellView::default() };
        let mut cell = CellView::amount(self.language, cents);
        cell.editable = found.line.is_some();
        cell.by_hand = self.line(found).is_some_and(|line| is_by_hand(line, column));
        cell.emphasis = match found.key {
            RowKey::Result if cents < 0 => Emphasis::Alarm,
            RowKey::ToFind if cents > 0 => Emphasis::Alarm,
            key => emphasis(key),
        };
        if found.below > 0 && cell.kind == CellKind::Amount && !self.is_folded(row) {
            cell.emphasis = Emphasis::Quiet;
        }
        let (from, to) = column.span();
        cell.subject = Subject::of_budget(found.key, from, to);
        cell
    }

    /// The amount of a cell in cents; none for a cell that has none.
    #[must_use]
    pub fn cents(&self, row: usize, column: usize) -> Option<i64> {
        let (place, found) = self.table_row(row)?;
        self.cents_at(place, found.key, self.column(column)?)
    }

    /// The edit that writes an amount into a cell.
    ///
    /// # Errors
    /// A cell that nobody types into says why, and where its amount comes from.
    pub fn edit(&self, row: usize, column: usize, amount: Amount) -> Result<Edit, Diagnostic> {
        let line = self.editable(row).and_then(|line| self.column(column).map(|column| (line, column)));
        let Some((line, column)) = line else { return Err(self.refusal(row)) };
        let line = line.id;
        Ok(match column {
            Column::Year(year) => LineEdit::SetYearAmount { line, year, amount }.into(),
            Column::Month(month) => LineEdit::SetMonthAmount { line, month, amount }.into(),
        })
    }

    /// The line whose amounts are typed in a row; none for a row that is computed.
    #[must_use]
    pub fn editable(&self, row: usize) -> Option<&BudgetLine> {
        self.table_row(row).and_then(|(_, found)| self.line(found))
    }

    /// Why nobody types into a row that is computed.
    #[must_use]
    pub fn refusal(&self, row: usize) -> Diagnostic {
        let sum = Diagnostic::new(codes::SUM_CELL.code, Severity::Note, Place::Whole);
        let Some(RowKey::Item(_, item)) = self.key(row) else { return sum };
        let said = |code: CodeSpec, field| {
            let diagnostic = Diagnostic::new(code.code, Severity::Note, Place::Item(item, Field(field)));
            diagnostic.with("item", Arg::Text(self.view.plan().label(item).to_owned()))
        };
        match item {
            ItemId::Position(_) => said(codes::STAFF_CELL, "gross"),
            ItemId::Agreement(_) => said(codes::AGREEMENT_CELL, "tranches"),
            _ => said(codes::COMPUTED_CELL, "amount"),
        }
    }

    /// Whether a row is a line that does not take place in this view: its cells show nothing of what the
    /// plan says.
    #[must_use]
    pub fn is_absent(&self, row: usize) -> bool {
        self.table_row(row).is_some_and(|(_, found)| self.is_left_out(found))
    }

    fn is_left_out(&self, row: &TableRow) -> bool {
        !row.posted && self.line(row).is_some_and(|line| is_conditional(line, self.view.plan()))
    }

    fn table_row(&self, row: usize) -> Option<(usize, &TableRow)> {
        let (place, _) = *self.shown.get(row)?;
        self.table.rows.get(place).map(|found| (place, found))
    }

    fn is_folded(&self, row: usize) -> bool {
        self.shown.get(row).is_some_and(|(_, folded)| *folded)
    }

    fn column(&self, column: usize) -> Option<Column> {
        self.columns.columns.get(column).copied()
    }

    fn line(&self, row: &TableRow) -> Option<&BudgetLine> {
        self.view.plan().lines.get(row.line?).map(|line| &**line)
    }

    fn cents_at(&self, place: usize, key: RowKey, column: Column) -> Option<i64> {
        let sum = |place: usize| -> i64 {
            let months = column.places(self.view.timeline());
            self.table.cents(place).get(months).unwrap_or_default().iter().sum()
        };
        match (key, column) {
            (RowKey::Block(_), _) | (RowKey::ToFind, Column::Month(_)) => None,
            (RowKey::ToFind, Column::Year(_)) => {
                let result = self.table.place(RowKey::Result).map_or(0, sum);
                Some((-result).max(0))
            }
            _ => Some(sum(place)),
        }
    }

    fn title(&self, key: RowKey) -> String {
        match key {
            RowKey::Block(Block::Charges) => text(self.language, "budget-charges"),
            RowKey::Block(Block::Income) => text(self.language, "budget-income"),
            RowKey::Block(Block::InKindUses) => text(self.language, "budget-in-kind-uses"),
            RowKey::Block(Block::InKindResources) => text(self.language, "budget-in-kind-resources"),
            RowKey::Total(Block::Charges) => text(self.language, "budget-total-charges"),
            RowKey::Total(Block::Income) => text(self.language, "budget-total-income"),
            RowKey::Total(Block::InKindUses) => text(self.language, "budget-total-in-kind-uses"),
            RowKey::Total(Block::InKindResources) => text(self.language, "budget-total-in-kind-resources"),
            RowKey::Result => text(self.language, "budget-result"),
            RowKey::ToFind => text(self.language, "budget-to-find"),
            RowKey::Heading(account) => heading(self.language, self.reference, account),
            RowKey::Account(account) => account_label(self.language, self.reference, account),
            RowKey::Item(_, item) => self.view.plan().label(item).to_owned(),
        }
    }

    /// Where the amounts of a row that is no line come from, and lines that have none in this view.
    fn note(&self, row: &TableRow) -> String {
        let RowKey::Item(_, item) = row.key else { return String::new() };
        let id = match item {
            ItemId::Position(_) => "budget-from-staff",
            ItemId::Agreement(_) => "budget-from-agreements",
            ItemId::Investment(_) => "budget-from-investments",
            ItemId::Loan(_) => "budget-from-loans",
            ItemId::InKind(_) => "budget-from-in-kind",
            ItemId::Line(_) if self.is_left_out(row) => "budget-not-in-view",
            _ => return String::new(),
        };
        text(self.language, id)
    }
}

fn emphasis(key: RowKey) -> Emphasis {
    match key {
        RowKey::Block(_) | RowKey::Heading(_) => Emphasis::Heading,
        RowKey::Account(_) | RowKey::Item(..) => Emphasis::Normal,
        RowKey::Total(_) => Emphasis::Total,
        RowKey::Result | RowKey::ToFind => Emphasis::Result,
    }
}

/// Whether months of a column were typed by hand.
fn is_by_hand(line: &BudgetLine, column: Column) -> bool {
    let (from, to) = column.span();
    line.schedule.overrides.range(from..=to).next().is_some()
}

/// Whether a line, its activity or one above it takes place only if some money is granted.
fn is_conditional(line: &BudgetLine, plan: &Plan) -> bool {
    let mut above = line.activity;
    let mut found = line.only_if.is_some();
    // As many steps as there are activities, so that a cycle ends.
    for _ in 0..plan.activities.len() {
        let Some(activity) = above.and_then(|id| plan.activities.iter().find(|item| item.id == id)) else {
            break;
        };
        found |= activity.only_if.is_some();
        above = activity.parent;
    }
    found
}
