//! Thresholds with their sources.

use previ_engine::money::Quantity;
use previ_engine::month::Month;
use previ_engine::reference::{Threshold, ThresholdKind};
use serde::Deserialize;

const THRESHOLDS: &str = include_str!("../data/thresholds.ron");

/// The file `thresholds.ron`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Thresholds {
    values: Vec<Value>,
}

/// [`Threshold`] as the file writes it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Value {
    kind: Kind,
    value: Quantity,
    month: Month,
    source: String,
}

/// [`ThresholdKind`] as the file writes it.
#[derive(Clone, Copy, Deserialize)]
enum Kind {
    AgreementNeeded,
    AuditorNeeded,
    OneFunder,
}

/// The thresholds of the embedded file; none if it could not be read, and a test proves that it can.
pub(crate) fn thresholds() -> Vec<Threshold> {
    let threshold = |value: Value| Threshold {
        kind: match value.kind {
            Kind::AgreementNeeded => ThresholdKind::AgreementNeeded,
            Kind::AuditorNeeded => ThresholdKind::AuditorNeeded,
            Kind::OneFunder => ThresholdKind::OneFunder,
        },
        value: value.value,
        month: value.month,
        source: value.source,
    };
    let file = ron::from_str::<Thresholds>(THRESHOLDS);
    file.map_or(Vec::new(), |file| file.values.into_iter().map(threshold).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_can_be_read_and_every_value_has_a_source() {
        ron::from_str::<Thresholds>(THRESHOLDS).map(drop).unwrap();
        assert!(thresholds().iter().all(|threshold| threshold.source.len() > 20));
        assert_eq!(thresholds().len(), 3);
    }
}
