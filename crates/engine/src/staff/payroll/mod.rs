//! Computed pay: from a gross amount to a pay slip and its cost, with dated parameters.
//!
//! Everything here is a pure function of the pay, of who is paid by whom, and of the [`Levels`] of a
//! month; nothing is posted. Pay is computed by calendar year, month by month: the general reduction and the
//! social security ceilings are annual in law and regularised as the year goes, so each month is the
//! difference between the year with it and the year without ([`YearSoFar`]).

mod contribution;
mod levels;
mod parameter;
mod points;
mod reduction;
mod salary_tax;
mod series;
mod slip;
mod so_far;
mod terms;

pub use contribution::{Body, Contribution, Expense, Side};
pub use levels::Levels;
pub use parameter::Parameter;
pub use points::{PointScale, gross_by_points};
pub use reduction::coefficient;
pub use salary_tax::{SalaryTaxRhythm, salary_tax, salary_tax_before_relief};
pub use series::{Dated, GoesOn, Growth, Payroll, Series, Standing};
pub use slip::{Line, Pay, Reduction, Slip, slip};
pub use so_far::YearSoFar;
pub use terms::{Payer, Terms};
