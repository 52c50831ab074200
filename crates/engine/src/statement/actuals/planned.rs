//! What is planned of agreements, posts and pools on the activities that count.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use super::is_in;
use crate::id::{AgreementId, ItemId, PoolId, PositionId};
use crate::journal::ActivityIndex;
use crate::statement::actuals::done::account_of;
use crate::view::View;

/// Planned cents; fiscal years by their places.
pub(super) struct Planned {
    /// Income of agreements.
    pub(super) agreements: BTreeMap<(AgreementId, usize), i64>,
    /// What posts cost on activities, without the structure.
    pub(super) posts: BTreeMap<(PositionId, usize), i64>,
    /// Pools by fiscal year.
    pub(super) pools: Vec<(PoolId, Vec<i64>)>,
}

impl Planned {
    pub(super) fn of(view: &View, is_counted: &[bool], pools: Vec<(PoolId, Vec<i64>)>) -> Self {
        let mut agreements: BTreeMap<(AgreementId, usize), i64> = BTreeMap::new();
        for segment in &view.segments {
            let ItemId::Agreement(id) = segment.item else { continue };
            let Some(account) = account_of(view, id) else { continue };
            let account = view.registry.account(account);
            for entry in segment.entries().filter(|entry| is_in(is_counted, entry.activity)) {
                let Some(year) = view.timeline.year_of(entry.month) else { continue };
                for (side, cents) in [(entry.credit, entry.amount_cents), (entry.debit, -entry.amount_cents)]
                {
                    if side == account {
                        *agreements.entry((id, year)).or_default() += cents;
                    }
                }
            }
        }
        let mut posts: BTreeMap<(PositionId, usize), i64> = BTreeMap::new();
        for (key, cents) in &view.booked_cells().costs {
            let Some(position) = key.position else { continue };
            if key.activity != ActivityIndex::STRUCTURE && is_in(is_counted, key.activity) {
                for (year, months) in cents.chunks(12).enumerate() {
                    *posts.entry((position, year)).or_default() += months.iter().sum::<i64>();
                }
            }
        }
        Self { agreements, posts, pools }
    }
}
