//! Identities of plan items: given once by the document's counter, never reused.

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident => $variant:ident,)*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
            pub struct $name(pub u32);

            impl From<$name> for ItemId {
                fn from(id: $name) -> Self {
                    Self::$variant(id)
                }
            }
        )*

        /// Any item of a plan, for notes, sources of entries and diagnostics.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum ItemId {
            /// The frame: association, horizon, assumptions, opening balance.
            Frame,
            $($(#[$doc])* $variant($name),)*
        }

        impl ItemId {
            /// The number given by the document's counter; 0 for the frame.
            #[must_use]
            pub fn number(self) -> u32 {
                match self {
                    Self::Frame => 0,
                    $(Self::$variant(id) => id.0,)*
                }
            }
        }
    };
}

ids! {
    /// A treasury account (*compte de trésorerie*).
    TreasuryId => Treasury,
    /// A transfer between treasury accounts (*virement interne*).
    TransferId => Transfer,
    /// A balance read on a bank statement (*solde relevé*).
    ReadingId => Reading,
    /// An item of the opening balance (*élément du bilan d'ouverture*).
    OpeningId => Opening,
    /// A yearly index (*indice*).
    IndexId => Index,
    /// An activity (*action*).
    ActivityId => Activity,
    /// A budget line (*ligne budgétaire*).
    LineId => Line,
    /// A position (*poste*).
    PositionId => Position,
    /// A funder (*financeur*).
    FunderId => Funder,
    /// A funding agreement (*convention*).
    AgreementId => Agreement,
    /// A tranche of an agreement (*tranche*).
    TrancheId => Tranche,
    /// An investment (*investissement*).
    InvestmentId => Investment,
    /// A loan (*emprunt*).
    LoanId => Loan,
    /// A contribution in kind (*contribution volontaire en nature*).
    InKindId => InKind,
    /// A pool of shared costs (*charges communes*).
    PoolId => Pool,
    /// A note (*note*).
    NoteId => Note,
}
