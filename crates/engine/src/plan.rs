//! The plan: everything the association wrote down.

use alloc::sync::Arc;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::activity::Activity;
use crate::agreement::FundingAgreement;
use crate::frame::Frame;
use crate::funder::Funder;
use crate::id::ItemId;
use crate::in_kind::InKind;
use crate::investment::Investment;
use crate::is_default;
use crate::line::BudgetLine;
use crate::loan::Loan;
use crate::note::Note;
use crate::pool::CostPool;
use crate::position::Position;
use crate::treasury::{BalanceReading, Transfer, TreasuryAccount};

/// A plan (*prévisionnel pluriannuel*).
///
/// Each item is behind an [`Arc`]: an edit replaces one, and a projection keeps what it made of the
/// others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Association, horizon, assumptions, opening balance.
    pub frame: Arc<Frame>,
    /// Treasury accounts; the first one is the default.
    #[serde(default, skip_serializing_if = "is_default")]
    pub treasury: Vec<Arc<TreasuryAccount>>,
    /// Transfers between them.
    #[serde(default, skip_serializing_if = "is_default")]
    pub transfers: Vec<Arc<Transfer>>,
    /// Balances read on bank statements.
    #[serde(default, skip_serializing_if = "is_default")]
    pub readings: Vec<Arc<BalanceReading>>,
    /// Activities.
    #[serde(default, skip_serializing_if = "is_default")]
    pub activities: Vec<Arc<Activity>>,
    /// Budget lines.
    #[serde(default, skip_serializing_if = "is_default")]
    pub lines: Vec<Arc<BudgetLine>>,
    /// Positions.
    #[serde(default, skip_serializing_if = "is_default")]
    pub positions: Vec<Arc<Position>>,
    /// Funders.
    #[serde(default, skip_serializing_if = "is_default")]
    pub funders: Vec<Arc<Funder>>,
    /// Funding agreements.
    #[serde(default, skip_serializing_if = "is_default")]
    pub agreements: Vec<Arc<FundingAgreement>>,
    /// Investments.
    #[serde(default, skip_serializing_if = "is_default")]
    pub investments: Vec<Arc<Investment>>,
    /// Loans.
    #[serde(default, skip_serializing_if = "is_default")]
    pub loans: Vec<Arc<Loan>>,
    /// Contributions in kind.
    #[serde(default, skip_serializing_if = "is_default")]
    pub in_kind: Vec<Arc<InKind>>,
    /// Pools of shared costs, in the order in which they are shared out.
    #[serde(default, skip_serializing_if = "is_default")]
    pub pools: Vec<Arc<CostPool>>,
    /// Notes.
    #[serde(default, skip_serializing_if = "is_default")]
    pub notes: Vec<Arc<Note>>,
}

impl Plan {
    /// A plan with nothing but its frame.
    #[must_use]
    pub fn new(frame: Frame) -> Self {
        Self {
            frame: Arc::new(frame),
            treasury: Vec::new(),
            transfers: Vec::new(),
            readings: Vec::new(),
            activities: Vec::new(),
            lines: Vec::new(),
            positions: Vec::new(),
            funders: Vec::new(),
            agreements: Vec::new(),
            investments: Vec::new(),
            loans: Vec::new(),
            in_kind: Vec::new(),
            pools: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// The identity of every item, the frame's first, as many times as it occurs.
    #[must_use]
    pub fn item_ids(&self) -> Vec<ItemId> {
        let frame = &self.frame;
        let mut ids = alloc::vec![ItemId::Frame];
        ids.extend(frame.assumptions.indexes.iter().map(|item| ItemId::from(item.id)));
        ids.extend(frame.opening.items.iter().map(|item| ItemId::from(item.id)));
        ids.extend(self.treasury.iter().map(|item| ItemId::from(item.id)));
        ids.extend(self.transfers.iter().map(|item| ItemId::from(item.id)));
        ids.extend(self.readings.iter().map(|item| ItemId::from(item.id)));
        ids.extend(self.activities.iter().map(|item| ItemId::from(item.id)));
        ids.extend(self.lines.iter().map(|item| ItemId::from(item.id)));
        ids.extend(self.positions.iter().map(|item| ItemId::from(item.id)));
        ids.extend(self.funders.iter().map(|item| ItemId::from(item.id)));
        for agreement in &self.agreements {
            ids.push(agreement.id.into());
            ids.extend(agreement.tranches.iter().map(|tranche| ItemId::from(tranche.id)));
        }
        ids.extend(self.investments.iter().map(|item| ItemId::from(item.id)));
        ids.extend(self.loans.iter().map(|item| ItemId::from(item.id)));
        ids.extend(self.in_kind.iter().map(|item| ItemId::from(item.id)));
        ids.extend(self.pools.iter().map(|item| ItemId::from(item.id)));
        ids.extend(self.notes.iter().map(|item| ItemId::from(item.id)));
        ids
    }

    /// The name of an item as people know it; empty for one that has none or is not there.
    #[must_use]
    pub fn label(&self, item: ItemId) -> &str {
        fn find<T>(items: &[Arc<T>], is: impl Fn(&T) -> bool, label: impl Fn(&T) -> &str) -> &str {
            items.iter().find(|item| is(item)).map_or("", |item| label(item))
        }
        match item {
            ItemId::Frame => &self.frame.association.name,
            ItemId::Treasury(id) => find(&self.treasury, |t| t.id == id, |t| &t.label),
            ItemId::Transfer(id) => find(&self.transfers, |t| t.id == id, |t| &t.label),
            ItemId::Reading(id) => {
                let reading = self.readings.iter().find(|reading| reading.id == id);
                reading.map_or("", |reading| self.label(reading.account.into()))
            }
            ItemId::Opening(id) => {
                let item = self.frame.opening.items.iter().find(|item| item.id == id);
                item.map_or("", |item| &item.label)
            }
            ItemId::Index(id) => {
                let index = self.frame.assumptions.indexes.iter().find(|index| index.id == id);
                index.map_or("", |index| &index.name)
            }
            ItemId::Activity(id) => find(&self.activities, |a| a.id == id, |a| &a.label),
            ItemId::Line(id) => find(&self.lines, |line| line.id == id, |line| &line.label),
            ItemId::Position(id) => find(&self.positions, |p| p.id == id, |p| &p.label),
            ItemId::Funder(id) => find(&self.funders, |funder| funder.id == id, |funder| &funder.name),
            ItemId::Agreement(id) => find(&self.agreements, |a| a.id == id, |a| &a.label),
            ItemId::Tranche(id) => find(
                &self.agreements,
                |agreement| agreement.tranches.iter().any(|tranche| tranche.id == id),
                |agreement| &agreement.label,
            ),
            ItemId::Investment(id) => find(&self.investments, |i| i.id == id, |i| &i.label),
            ItemId::Loan(id) => find(&self.loans, |loan| loan.id == id, |loan| &loan.label),
            ItemId::InKind(id) => find(&self.in_kind, |item| item.id == id, |item| &item.label),
            ItemId::Pool(id) => find(&self.pools, |pool| pool.id == id, |pool| &pool.label),
            ItemId::Note(id) => find(&self.notes, |note| note.id == id, |note| &note.text),
        }
    }
}
