//! The page *Financements*: the agreements as a list and over the years, and one agreement with its
//! tranches and payments.

mod form;
mod instalment;
mod kinds;
mod list;
mod partners;
mod payment;
mod timeline;
mod tranche;
mod usual;

pub use form::AgreementForm;
pub use instalment::InstalmentForm;
pub use kinds::{KindChoice, chosen_kinds, flat_rates, kind_choices, purposes};
pub use list::{AgreementColumn, AgreementRow, AgreementsPage};
pub use partners::{PartnersChoice, one_more};
pub use payment::{PaymentChoice, TriggerChoice, UnspentChoice};
pub use timeline::{TimelineBar, TimelineMark, TimelinePage, TimelineRow};
pub use tranche::{AmendmentForm, ChosenForm, FundingLineForm, TrancheForm};
pub use usual::{usual_ceiling, usual_provision};
