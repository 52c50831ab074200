//! Computed pay: from a gross amount to a pay slip and its cost, with dated parameters.
//!
//! Everything here is a pure function of the pay, of who is paid by whom, and of the [`Levels`] of a
//! month; nothing is posted. Pay is computed by calendar year, month by month: the general reduction and the
//! social security ceilings are annual in law and regularised as the year goes, so each month is the
//! difference between the year with it and the year without ([`YearSoFar`]).

mod contribution;
mod parameter;
mod points;
mod reduction;
mod salary_tax;
mod slip;
mod terms;

pub use contribution::{Body, Contribution, Side};
pub use parameter::{Dated, GoesOn, Growth, Levels, Parameter, Payroll, Series, Standing};
pub use points::{PointScale, gross_by_points};
pub use reduction::coefficient;
pub use salary_tax::{SalaryTaxRhythm, salary_tax, salary_tax_before_relief};
pub use slip::{Line, Pay, Reduction, Slip, YearSoFar, slip};
pub use terms::{Payer, Terms};
