//! French and English texts; numbers, money and months as people write them.
//!
//! Texts live in `locales/{fr,en}/*.ftl`, one file per crate, embedded in the program. The id of a
//! message is the code of a diagnostic with `-` in place of `.`, its hint the attribute `.hint`.
//! In French files a plain space before `; : ! ? % € »` and after `«` is enough: it becomes a space
//! that no line breaks at.
//!
//! Money and numbers, needed for every visible cell, are formatted here without any of that.

mod account;
mod completion;
mod kind;
mod labels;
mod language;
mod locale;
mod message;
mod month;
mod number;
mod parse;
mod place;
mod text;

pub use account::{account_label, heading};
pub use completion::completion;
pub use kind::{agreement_kind, agreement_kind_short, agreement_kind_why};
pub use labels::{
    appropriation_target, cash_row, certainty, contribution, contribution_rhythm, funder_kind, in_kind_kind,
    index_step, item_kind, note_state, opening_side, repayment, rule, schedule_rule, severity, stage, timing,
    trigger, view, year_kind,
};
pub use language::{Language, UnknownLanguage};
pub use locale::{TextId, ids};
pub use message::{Message, message};
pub use month::{fiscal_year, month_long, month_names, month_short, short_month_names};
pub use number::{Decimals, amount, editable, hundredths, money, number, percent};
pub use parse::{
    NotAMonth, ParseAmountError, ParseNumbersError, parse_amount, parse_month, parse_numbers, parse_percent,
    parse_quantity,
};
pub use place::place;
pub use text::{text, text_with};
