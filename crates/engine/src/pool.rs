//! Shared costs and the keys by which they reach activities.

use alloc::collections::BTreeMap;
use alloc::string::String;

use serde::{Deserialize, Serialize};

use crate::id::{ActivityId, PoolId};
use crate::money::Quantity;

/// A pool of shared costs (*groupe de charges communes*) with its key. Budget lines and the structure's time
/// of positions, of which [`crate::position::Position::pool`] says how much is shared, name the pool they belong
/// to; what names none stays with the structure. Pools are shared
/// out in the order of the plan, never back into an earlier one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CostPool {
    /// Identity.
    pub id: PoolId,
    /// Its name, such as "Locaux".
    pub label: String,
    /// How it is shared out.
    pub key: AllocationKey,
}

/// How shared costs reach activities (*clé de répartition*), by fiscal year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum AllocationKey {
    /// In proportion to the days planned on each activity (*jours*): all of it reaches activities.
    Days,
    /// The same, over all days meant for activities, planned or not (*coût par jour*): what no planned day
    /// takes stays with the structure.
    DaysAvailable,
    /// In proportion to the full-time equivalents on each activity (*ETP*).
    FullTimeEquivalents,
    /// In proportion to the direct costs of each activity, accounts 60 to 65 and 6811 (*charges directes*).
    DirectCost,
    /// By floor area (*surface*), in square metres.
    FloorArea(BTreeMap<ActivityId, Quantity>),
    /// By typed parts (*parts saisies*), such as 60 and 40.
    Shares(BTreeMap<ActivityId, Quantity>),
}
