//! Lines taken together where they may pay the same costs, their months aside.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::account::AccountNumber;
use crate::funding::settlement::alike::Alike;
use crate::funding::settlement::line::FundedLine;
use crate::funding::settlement::nature::{Access, Sorting};
use crate::id::{AgreementId, PositionId};
use crate::journal::ActivityIndex;
use crate::registry::Registry;
use crate::rule::Eligibility;

/// Lines for the same activity whose agreements wish to pay the same and sort it alike: they may pay the same
/// costs, their months aside.
pub(crate) struct Unit {
    pub(crate) activity: ActivityIndex,
    pub(crate) lines: Vec<usize>,
    /// The agreement that gives money on to partners, and whether it may pay that.
    partners: Option<(AgreementId, bool)>,
    pub(crate) sorting: Sorting,
    /// The place of its accounts and posts among those of all units.
    pub(crate) wishes: usize,
}

/// What lines of one unit have in common: activity, wishes, sorting, partners.
type Alikeness = (ActivityIndex, usize, Sorting, Option<(AgreementId, bool)>);

/// Accounts and posts that agreements wish to pay; many wish the same.
pub(crate) struct Units<'a> {
    pub(crate) all: Vec<Unit>,
    pub(crate) wishes: Vec<&'a Eligibility>,
}

/// The lines by what they may pay.
pub(crate) fn units<'a>(lines: &'a [FundedLine], registry: &Registry) -> Units<'a> {
    let mut places: BTreeMap<Alikeness, usize> = BTreeMap::new();
    let mut known: BTreeMap<(&[AccountNumber], &[PositionId]), usize> = BTreeMap::new();
    let mut units = Units { all: Vec::new(), wishes: Vec::new() };
    for (place, line) in lines.iter().enumerate() {
        let (activity, _) = registry.activity(line.line().activity);
        let eligible = &line.agreement.eligible;
        let wishes = *known.entry((&eligible.accounts, &eligible.positions)).or_insert_with(|| {
            units.wishes.push(eligible);
            units.wishes.len() - 1
        });
        let sorting = Sorting::of(&line.agreement);
        let partners = line.agreement.pays_its_partners().map(|pays| (line.agreement.id, pays));
        let unit = *places.entry((activity, wishes, sorting.clone(), partners)).or_insert_with(|| {
            units.all.push(Unit { activity, lines: Vec::new(), partners, sorting, wishes });
            units.all.len() - 1
        });
        units.all[unit].lines.push(place);
    }
    units
}

impl Unit {
    /// Whether its agreements may pay costs that look alike. Those that pay indirect cost at a flat rate pay what
    /// is shared out by that alone.
    pub(crate) fn may_pay(&self, alike: &Alike) -> bool {
        match self.partners {
            Some((agreement, pays)) if alike.partners_of == Some(agreement) => pays,
            _ if alike.is_shared && self.sorting.has_flat_rate => false,
            _ => alike.wished[self.wishes],
        }
    }

    /// Whether they are what its agreement gives to its own partners and may not pay.
    pub(crate) fn is_barred(&self, alike: &Alike) -> bool {
        self.partners.is_some_and(|(agreement, pays)| !pays && alike.partners_of == Some(agreement))
    }
}

impl Units<'_> {
    /// Writes, by line, as which of its groups it may pay if it is of one of some units.
    pub(crate) fn write_lines_of(&self, units: &[Access], lines: &mut [Option<Access>]) {
        lines.fill(None);
        for unit in units {
            for line in &self.all[unit.line()].lines {
                lines[*line] = Some(Access::new(*line, unit.group()));
            }
        }
    }

    /// By activity, the units whose activity is it or above it.
    pub(crate) fn of_activities(&self, registry: &Registry) -> Vec<Vec<usize>> {
        let mut units_of: Vec<Vec<usize>> = alloc::vec![Vec::new(); registry.activity_count()];
        for (place, unit) in self.all.iter().enumerate() {
            let below = registry.subtree(unit.activity);
            let inside = units_of.iter_mut().zip(below).filter(|(_, inside)| *inside);
            inside.for_each(|(units, _)| units.push(place));
        }
        units_of
    }
}
