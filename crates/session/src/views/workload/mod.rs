//! The page *Plan de charge*: the days of positions on activities in one fiscal year, what they cost and
//! who pays them, and how busy each month is.

mod detail;
mod load;
mod money;
mod numbers;
mod page;
mod sheet;

pub use detail::{DaysPayer, WorkloadDetail};
pub use load::{LoadPage, load_step};
pub use page::{DaysShown, WorkloadColumn, WorkloadLayout, WorkloadPage, WorkloadRow};
