//! The views that pages are made of, each behind a tab.

/// A view of the page *Financements*.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FundingTab {
    /// The agreements one below the other, and the form of one (*Liste*).
    #[default]
    List,
    /// The agreements over the years (*Frise*).
    Timeline,
    /// Funders and activities (*Qui paie quoi*).
    Matrix,
    /// What is due when (*Échéances*).
    Calendar,
    /// What ends, and what goes on without it (*Ce qui s'arrête*).
    Cliff,
}

impl FundingTab {
    /// The views in the order of the tabs.
    pub const ALL: [Self; 5] = [Self::List, Self::Timeline, Self::Matrix, Self::Calendar, Self::Cliff];

    /// The text id of its name.
    #[must_use]
    pub fn text_id(self) -> &'static str {
        match self {
            Self::List => "app-funding-list",
            Self::Timeline => "app-funding-timeline",
            Self::Matrix => "app-funding-matrix",
            Self::Calendar => "app-funding-calendar",
            Self::Cliff => "app-funding-cliff",
        }
    }
}

/// A view of the page *Actions*.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ActivitiesTab {
    /// The activities one below the other, and the form of one (*Actions*).
    #[default]
    Tree,
    /// What they share, and how (*Charges communes*).
    Pools,
    /// What is given without money (*Bénévolat et dons en nature*).
    InKind,
}

impl ActivitiesTab {
    /// The views in the order of the tabs.
    pub const ALL: [Self; 3] = [Self::Tree, Self::Pools, Self::InKind];

    /// The text id of its name.
    #[must_use]
    pub fn text_id(self) -> &'static str {
        match self {
            Self::Tree => "app-page-activities",
            Self::Pools => "app-pools",
            Self::InKind => "app-in-kind",
        }
    }
}

/// A view of the page *Équipe*.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StaffTab {
    /// The positions one below the other, and the form of one (*Postes*).
    #[default]
    Posts,
    /// Their days on activities (*Plan de charge*).
    Workload,
    /// How busy they are in each month (*Charge par mois*).
    Load,
}

impl StaffTab {
    /// The views in the order of the tabs.
    pub const ALL: [Self; 3] = [Self::Posts, Self::Workload, Self::Load];

    /// The text id of its name.
    #[must_use]
    pub fn text_id(self) -> &'static str {
        match self {
            Self::Posts => "app-staff-posts",
            Self::Workload => "app-workload",
            Self::Load => "app-workload-map",
        }
    }
}

/// A part of the page of one position.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PostTab {
    /// The job, its pay and the contract (*Poste et contrat*).
    #[default]
    Contract,
    /// The pay of a month, line by line (*Salaire d'un mois*).
    MonthPay,
    /// Where its time goes (*Temps*).
    Time,
}

impl PostTab {
    /// The parts in the order of the tabs.
    pub const ALL: [Self; 3] = [Self::Contract, Self::MonthPay, Self::Time];

    /// The text id of its name.
    #[must_use]
    pub fn text_id(self) -> &'static str {
        match self {
            Self::Contract => "app-post-contract",
            Self::MonthPay => "app-post-pay",
            Self::Time => "app-post-time",
        }
    }
}
