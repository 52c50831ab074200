//! What a limit or a provision begins with when it is added, by the reference data.

use previ_engine::money::Percent;
use previ_engine::payment::Part;
use previ_engine::provision::Provision;
use previ_engine::rule::{Ceiling, CostNature};
use previ_reference::default_percent;

/// The ceiling to begin with: on public money where no nature of cost is named; all of the base for natures
/// that the data say nothing of.
#[must_use]
pub fn usual_ceiling(nature: Option<CostNature>) -> Ceiling {
    match nature {
        None => Ceiling::PublicMoney(default_percent("ceiling-public-money")),
        Some(CostNature::Indirect) => {
            let share = default_percent("ceiling-indirect-cost");
            Ceiling::Nature(CostNature::Indirect, Part::Share(share))
        }
        Some(nature) => Ceiling::Nature(nature, Part::Share(Percent::WHOLE)),
    }
}

/// The provision to begin with (*méthode du classeur d'InCitu*).
#[must_use]
pub fn usual_provision() -> Provision {
    Provision { received: default_percent("provision-received"), unpaid: default_percent("provision-unpaid") }
}
