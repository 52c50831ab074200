//! What each row of a band is, and on which side of the budget it stands.

use previ_engine::account::AccountNumber;
use previ_engine::diagnostic::Place;
use rust_decimal::Decimal;

use crate::import::account::Code;
use crate::import::layout::columns::Band;
use crate::import::layout::rows::{Planned, Row};
use crate::import::wording::column_heads;
use crate::import::wording::headings::{self, Side, TotalWord};
use crate::import::wording::lines::Lexicon;
use crate::import::wording::text::folded;
use crate::import::workbook::Sheet;

/// The four parts of a budget, each with totals of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Group {
    /// Class 6.
    Charges,
    /// Class 7.
    Income,
    /// Class 86: what contributions in kind are used for.
    Uses,
    /// Class 87: contributions in kind.
    Resources,
}

impl Group {
    pub(crate) fn side(self) -> Side {
        match self {
            Self::Charges | Self::Uses => Side::Charges,
            Self::Income | Self::Resources => Side::Income,
        }
    }

    fn in_kind(side: Side) -> Self {
        match side {
            Side::Charges => Self::Uses,
            Side::Income => Self::Resources,
        }
    }

    fn of_side(side: Side) -> Self {
        match side {
            Side::Charges => Self::Charges,
            Side::Income => Self::Income,
        }
    }

    fn of_account(account: AccountNumber) -> Option<Self> {
        match (account.class(), account.prefix(2)) {
            (6, _) => Some(Self::Charges),
            (7, _) => Some(Self::Income),
            (8, 87) => Some(Self::Resources),
            (8, 86) => Some(Self::Uses),
            _ => None,
        }
    }
}

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A line, or a heading with the sum of what stands below it.
    Line,
    /// A total, result or check.
    Total(TotalWord),
    /// The head of a side, with its total or without.
    SideHead(Side),
    /// Titles and names of columns.
    Head,
    /// A text without amount: a section, an instruction, a note.
    Text,
    /// An amount without label.
    Lone,
    /// An amount in another unit.
    OtherUnit,
    /// An error value.
    Error,
    /// Something else than an amount.
    NotAmount,
    /// A number without class, a balance sheet account.
    NoClass,
    NotBudget,
    /// A result of earlier years.
    Carried,
    /// A part of the line before it ("dont …").
    OfWhich,
}

/// A row with what it is and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Placed {
    pub(crate) row: Row,
    pub(crate) kind: Kind,
    pub(crate) group: Option<Group>,
}

/// Places the rows of a band; `body` is the first that may be a line.
pub(crate) fn place(rows: Vec<Row>, band: &Band, body: u32, lexicon: &Lexicon<'_>) -> Vec<Placed> {
    let mut state: Option<Group> = band.side.map(Group::of_side);
    let mut placed: Vec<Placed> = Vec::with_capacity(rows.len());
    let mut waiting = 0;
    for row in rows {
        let kind = kind(&row, body);
        if let Some((_, Code::Account(account))) = &row.code {
            state = Group::of_account(*account).or(state);
        }
        if let Kind::SideHead(side) = kind {
            state = Some(Group::of_side(side));
        }
        let in_kind_head = row.label.as_ref().is_some_and(|(_, label)| headings::heads_in_kind(label));
        if in_kind_head && row.code.is_none() {
            state = state.map(|group| Group::in_kind(group.side()));
        }
        let group = match (&row.code, &row.label, state) {
            (None, Some((_, label)), Some(Group::Charges | Group::Income)) if kind == Kind::Line => {
                state.map(|group| of_label(label, group, lexicon))
            }
            _ => state,
        };
        placed.push(Placed { row, kind, group });
        if let Kind::Total(TotalWord::Sum { side: Some(side), part: false }) = kind {
            // "Total des charges" says what the rows above it are.
            for row in placed.iter_mut().skip(waiting).filter(|row| row.group.is_none()) {
                row.group = Some(Group::of_side(side));
            }
            waiting = placed.len();
            state = band.side.map(Group::of_side);
        }
    }
    placed
}

/// Gives a side to rows that have none.
pub(crate) fn assume(placed: &mut [Placed], side: Side) {
    for row in placed.iter_mut().filter(|row| row.group.is_none()) {
        row.group = Some(Group::of_side(side));
    }
}

/// The side that most labels without account mean, where a total shows that they are a budget.
pub(crate) fn guess(placed: &[Placed], lexicon: &Lexicon<'_>) -> Option<Side> {
    let has_total = placed.iter().any(|row| matches!(row.kind, Kind::Total(TotalWord::Sum { .. })));
    let lines: Vec<&str> = placed
        .iter()
        .filter(|row| row.kind == Kind::Line && row.group.is_none())
        .filter_map(|row| row.row.label.as_ref().map(|(_, label)| label.as_str()))
        .collect();
    let of = |side: Side| {
        let means = |label: &&&str| lexicon.meaning(label, side, None).is_some_and(|found| found.is_sure);
        lines.iter().filter(means).count()
    };
    let (charges, income) = (of(Side::Charges), of(Side::Income));
    let side = if charges > income { Side::Charges } else { Side::Income };
    (has_total && charges != income && charges.max(income) * 2 >= lines.len()).then_some(side)
}

/// Volunteers' work without account stands with contributions in kind.
fn of_label(label: &str, group: Group, lexicon: &Lexicon<'_>) -> Group {
    let found = lexicon.meaning(label, group.side(), None);
    let in_kind = found.is_some_and(|found| found.is_sure && found.account.class() == 8);
    if in_kind { Group::in_kind(group.side()) } else { group }
}

fn kind(row: &Row, body: u32) -> Kind {
    let label = row.label.as_ref().map(|(_, label)| label.as_str());
    let has_amount = matches!(row.planned, Planned::Euros { .. });
    // "6 Charges 473,71" is read by its account.
    let side = label.filter(|_| row.code.is_none()).and_then(headings::side);
    if let Some(side) = side {
        return Kind::SideHead(side);
    }
    if row.number < body {
        return Kind::Head;
    }
    match &row.code {
        Some((_, Code::NoClass(_))) => return if has_amount { Kind::NoClass } else { Kind::Text },
        Some((_, Code::Account(account))) if !(6..=8).contains(&account.class()) => {
            return if has_amount { Kind::NotBudget } else { Kind::Text };
        }
        Some(_) | None => {}
    }
    let Some(label) = label else {
        return match (&row.code, &row.planned) {
            (None, Planned::Nothing) if row.stray.is_none() => Kind::Text,
            (None, _) => Kind::Lone,
            (Some(_), planned) => of_planned(planned),
        };
    };
    if row.code.is_none() && column_heads::names_column(label) && !has_amount {
        return Kind::Head;
    }
    if row.code.is_none() && headings::is_carried_result(label) {
        return if has_amount { Kind::Carried } else { Kind::Text };
    }
    if let Some(word) = headings::total(label) {
        return Kind::Total(word);
    }
    if row.code.is_none() && has_amount && folded(label).starts_with("dont ") {
        return Kind::OfWhich;
    }
    match &row.planned {
        Planned::Nothing if row.code.is_none() => Kind::Text,
        planned => of_planned(planned),
    }
}

fn of_planned(planned: &Planned) -> Kind {
    match planned {
        Planned::Nothing | Planned::Euros { .. } => Kind::Line,
        Planned::Quantity { .. } => Kind::OtherUnit,
        Planned::Error => Kind::Error,
        Planned::Text(text) if column_heads::read(text).is_some() => Kind::Head,
        Planned::Text(_) => Kind::NotAmount,
    }
}

impl Placed {
    /// Its account of a budget.
    pub(crate) fn account(&self) -> Option<AccountNumber> {
        match &self.row.code {
            Some((_, Code::Account(account))) => Some(*account),
            Some((_, Code::NoClass(_))) | None => None,
        }
    }

    /// Its amount in euros.
    pub(crate) fn euros(&self) -> Option<Decimal> {
        match self.row.planned {
            Planned::Euros { amount, .. } => Some(amount),
            _ => None,
        }
    }

    /// Account and label, for messages.
    pub(crate) fn name(&self) -> String {
        match self.account() {
            Some(account) if self.label().is_empty() => account.to_string(),
            Some(account) => format!("{account} {}", self.label()),
            None => self.label().to_owned(),
        }
    }

    /// The cell of its amount, else of its label.
    pub(crate) fn place(&self, sheet: &Sheet) -> Place {
        let label = self.row.label.as_ref().map(|(column, _)| *column);
        let column = self.row.planned_columns.first().copied().or(label).unwrap_or(0);
        sheet.place(self.row.number, column)
    }

    /// Its label, empty where it has none.
    pub(crate) fn label(&self) -> &str {
        self.row.label.as_ref().map_or("", |(_, label)| label)
    }
}
