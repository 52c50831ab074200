//! The page *Financements*: the agreements as a list and over the years, and one agreement with its tranches and payments.

mod form;
mod list;
mod payment;
mod timeline;

pub use form::{AgreementForm, FundingLineForm, InstalmentForm, TrancheForm};
pub use list::{AgreementColumn, AgreementRow, AgreementsPage};
pub use payment::{PaymentChoice, UnspentChoice};
pub use timeline::{TimelineBar, TimelineMark, TimelinePage, TimelineRow};
