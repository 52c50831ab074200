//! The page *Financements*: the agreements, and one agreement with its tranches and payments.

mod form;
mod list;
mod payment;

pub use form::{AgreementForm, FundingLineForm, InstalmentForm, TrancheForm};
pub use list::{AgreementColumn, AgreementRow, AgreementsPage};
pub use payment::{PaymentChoice, UnspentChoice};
