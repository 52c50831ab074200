//! Staff: posts, what they are paid, where their time goes.

mod calendar;
mod computed;
pub mod contract;
pub mod days;
mod earnings;
pub mod employer;
mod leave;
pub mod lending;
pub mod month_pay;
pub mod payroll;
pub mod position;
mod post;
mod split;
mod tax;
mod time;
pub mod weights;

pub(crate) use calendar::PayCalendar;
pub(crate) use computed::Taxable;
pub(crate) use post::post;
pub(crate) use tax::salary_tax_segments;
