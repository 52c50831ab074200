//! The pages by their names.

use egui::Key;
use previ_engine::id::ItemId;

/// A place of the plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// Is the budget in balance, will the cash hold (*Accueil*).
    #[default]
    Home,
    /// Expenses and income (*Budget*).
    Budget,
    /// Cash by month (*Trésorerie*).
    Cash,
    /// Who gives money (*Financements*).
    Agreements,
    /// Who is employed (*Équipe*).
    Staff,
    /// What it is all for (*Actions*).
    Activities,
    /// The association, its years and its accounts at the bank (*Hypothèses*).
    Assumptions,
}

impl Page {
    /// The pages in the order of the navigation.
    pub const ALL: [Self; 7] = [
        Self::Home,
        Self::Budget,
        Self::Cash,
        Self::Agreements,
        Self::Staff,
        Self::Activities,
        Self::Assumptions,
    ];

    /// The text id of its name.
    #[must_use]
    pub fn text_id(self) -> &'static str {
        match self {
            Self::Home => "app-page-home",
            Self::Budget => "app-page-budget",
            Self::Cash => "app-page-cash",
            Self::Agreements => "app-page-agreements",
            Self::Staff => "app-page-staff",
            Self::Activities => "app-page-activities",
            Self::Assumptions => "app-page-assumptions",
        }
    }

    /// The key that shows it, with Alt.
    #[must_use]
    pub fn key(self) -> Key {
        match self {
            Self::Home => Key::Num1,
            Self::Budget => Key::Num2,
            Self::Cash => Key::Num3,
            Self::Agreements => Key::Num4,
            Self::Staff => Key::Num5,
            Self::Activities => Key::Num6,
            Self::Assumptions => Key::Num7,
        }
    }

    /// The page on which an item is changed.
    #[must_use]
    pub fn of(item: ItemId) -> Self {
        match item {
            ItemId::Line(_) | ItemId::Investment(_) | ItemId::Loan(_) => Self::Budget,
            ItemId::Position(_) => Self::Staff,
            ItemId::Agreement(_) | ItemId::Tranche(_) | ItemId::Funder(_) => Self::Agreements,
            ItemId::Activity(_) | ItemId::Pool(_) | ItemId::InKind(_) => Self::Activities,
            ItemId::Transfer(_) | ItemId::Reading(_) => Self::Cash,
            ItemId::Frame | ItemId::Treasury(_) | ItemId::Opening(_) | ItemId::Index(_) | ItemId::Note(_) => {
                Self::Assumptions
            }
        }
    }
}
