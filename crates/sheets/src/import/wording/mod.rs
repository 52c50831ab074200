//! What the words of a budget mean: headers, totals, usual lines, funders.

pub(super) mod column_heads;
pub(super) mod funders;
pub(super) mod headings;
pub(super) mod lines;
pub(super) mod text;
mod usual;
pub(super) mod years;
