//! Where the tables of a sheet are: columns, then rows, then sides.

pub(super) mod columns;
pub(super) mod plan_column;
pub(super) mod rows;
pub(super) mod sides;
