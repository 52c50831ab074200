//! The page *Budget*: charges and income by heading, account and item, fiscal years that open into
//! months.

mod page;
mod row;
mod sheet;
mod table;

pub use page::{BudgetLayout, BudgetPage};
pub use row::{Block, BudgetRow, RowKey};
pub(crate) use table::BudgetTable;
