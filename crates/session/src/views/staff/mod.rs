//! The page *Équipe*: positions with what they cost, one position, and its pay of a month.

mod choices;
mod condition;
mod form;
mod page;
mod pay;

pub use choices::{
    PayBy, contract_kinds, headcount_bands, lending_delays, next_absence, next_lending, pay_kinds,
    read_working_time, thirteenth_month, usual_employer_rate, usual_payroll_tax, whit_mondays,
};
pub use form::{PayStep, PositionForm, TimeForm, time_in_words};
pub use page::{StaffColumn, StaffPage, StaffRow};
pub use pay::{MonthPayView, PayColumn, PayRow};
