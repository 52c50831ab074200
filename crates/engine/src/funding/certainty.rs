//! How sure money is.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::frame::CertaintyWeights;
use crate::money::Percent;

/// The four levels of certainty (*degré de certitude*). What is "to be found" is a gap, not a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Certainty {
    /// 1 – not filed (*non déposé*).
    NotFiled,
    /// 2 – filed, uncertain (*déposé, incertain*).
    Filed,
    /// 3 – favourable, amount uncertain (*favorable, montant incertain*).
    Favourable,
    /// 4 – certain (*certain*).
    Certain,
}

impl Certainty {
    /// The four levels, least sure first.
    pub const ALL: [Self; 4] = [Self::NotFiled, Self::Filed, Self::Favourable, Self::Certain];
}

/// Where an agreement stands (*étape*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Stage {
    /// An idea (*idée*).
    Idea,
    /// Filed (*déposée*).
    Filed,
    /// An informal yes (*accord oral*).
    InformalYes,
    /// Voted or decided (*décidée*).
    Decided,
    /// Signed (*signée*).
    Signed,
    /// Running (*en cours*).
    Running,
    /// Its report is due (*compte rendu à rendre*).
    ReportDue,
    /// Closed (*close*).
    Closed,
    /// Refused (*refusée*).
    Refused,
}

impl Stage {
    /// The stages in order.
    pub const ALL: [Self; 9] = [
        Self::Idea,
        Self::Filed,
        Self::InformalYes,
        Self::Decided,
        Self::Signed,
        Self::Running,
        Self::ReportDue,
        Self::Closed,
        Self::Refused,
    ];

    /// The certainty that follows from the stage; `None` when refused.
    #[must_use]
    pub fn certainty(self) -> Option<Certainty> {
        match self {
            Self::Idea => Some(Certainty::NotFiled),
            Self::Filed => Some(Certainty::Filed),
            Self::InformalYes => Some(Certainty::Favourable),
            Self::Decided | Self::Signed | Self::Running | Self::ReportDue | Self::Closed => {
                Some(Certainty::Certain)
            }
            Self::Refused => None,
        }
    }
}

/// Which money a projection counts (*vue*).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum CertaintyView {
    /// Level 4 alone (*le certain*).
    Certain,
    /// Each amount times the weight of its level (*l'attendu*).
    Expected,
    /// Levels 1 to 4 in full (*tout ce qui est demandé*).
    #[default]
    Everything,
}

impl CertaintyView {
    /// The three views.
    pub const ALL: [Self; 3] = [Self::Certain, Self::Expected, Self::Everything];

    /// The share of an amount of this certainty that the view counts.
    #[must_use]
    pub fn weight(self, certainty: Option<Certainty>, weights: &CertaintyWeights) -> Percent {
        let Some(certainty) = certainty else { return Percent::default() };
        let whole = || Percent::new(Decimal::ONE_HUNDRED).unwrap_or_default();
        match self {
            Self::Certain if certainty == Certainty::Certain => whole(),
            Self::Certain => Percent::default(),
            Self::Everything => whole(),
            Self::Expected => match certainty {
                Certainty::NotFiled => weights.not_filed,
                Certainty::Filed => weights.filed,
                Certainty::Favourable => weights.favourable,
                Certainty::Certain => weights.certain,
            },
        }
    }
}
