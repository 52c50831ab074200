//! Which columns belong together: an account, labels, amounts. Two blocks side by side are two bands.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::import::account::{self, Code};
use crate::import::amount::{self, Reading};
use crate::import::wording::column_heads;
use crate::import::wording::headings::{self, Side};
use crate::import::workbook::{Cell, Sheet, Value};

/// Columns that make one table, or the half of two side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Band {
    /// Accounts.
    pub(crate) code: Option<u32>,
    /// Texts, from left to right; the label stands in the last one that is filled.
    pub(crate) labels: Vec<u32>,
    /// Amounts, from left to right.
    pub(crate) amounts: Vec<u32>,
    /// The side of its amounts where the head of their column says it.
    pub(crate) side: Option<Side>,
    /// Columns with the amounts of the other side, whose rows have nothing to say here.
    pub(crate) other_side: Vec<u32>,
}

/// What a column holds, by number of cells.
#[derive(Clone, Copy, Debug, Default)]
struct Profile {
    texts: usize,
    amounts: usize,
    /// Numbers that may be accounts of a budget.
    codes: usize,
    /// Those of them that a text follows in their row.
    coded_labels: usize,
    /// Heads of columns of amounts.
    heads: usize,
    /// Heads that name a side.
    sides: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Code,
    Label,
    Amount,
}

impl Band {
    fn empty() -> Self {
        Self { code: None, labels: Vec::new(), amounts: Vec::new(), side: None, other_side: Vec::new() }
    }

    /// All its columns.
    pub(crate) fn columns(&self) -> impl Iterator<Item = u32> {
        self.code.iter().chain(&self.labels).chain(&self.amounts).copied()
    }
}

/// The bands of a sheet from left to right.
pub(crate) fn bands(sheet: &Sheet) -> Vec<Band> {
    let profiles = profiles(sheet);
    let columns: Vec<(u32, Profile)> = profiles.into_iter().collect();
    let mut bands = Vec::new();
    let mut open = Band::empty();
    for (place, (column, profile)) in columns.iter().enumerate() {
        let Some(role) = role(profile) else { continue };
        let next =
            columns.get(place + 1..).and_then(|rest| rest.iter().find_map(|(_, next)| self::role(next)));
        // Amounts such as 600 and 750 may look like accounts of the labels of the next block; five of them
        // would be a strange chance.
        let closes_label = !open.labels.is_empty() && open.amounts.is_empty() && next == Some(Role::Label);
        let may_be_chance = profile.amounts > profile.codes || (1..5).contains(&profile.amounts);
        let role = if role == Role::Code && closes_label && may_be_chance { Role::Amount } else { role };
        if role != Role::Amount && !open.amounts.is_empty() {
            bands.push(std::mem::replace(&mut open, Band::empty()));
        }
        match role {
            Role::Code if open.code.is_none() => open.code = Some(*column),
            Role::Code | Role::Label => open.labels.push(*column),
            Role::Amount => open.amounts.push(*column),
        }
    }
    bands.push(open);
    bands.retain(|band| !band.amounts.is_empty() && (band.code.is_some() || !band.labels.is_empty()));
    bands.into_iter().flat_map(|band| by_side(sheet, band)).collect()
}

/// "Libellé | Dépenses | Recettes" is one table for each side, with the same labels.
fn by_side(sheet: &Sheet, band: Band) -> Vec<Band> {
    let side_of = |column: u32| {
        let heads = sheet.cells().iter().filter(|cell| cell.column == column);
        heads.filter_map(Cell::text).find_map(headings::side)
    };
    let sides: Vec<Option<Side>> = band.amounts.iter().map(|column| side_of(*column)).collect();
    let of = |side: Side| {
        let is_own = |found: &Option<Side>| *found == Some(side);
        let (own, others): (Vec<_>, Vec<_>) =
            band.amounts.iter().zip(&sides).partition(|(_, found)| is_own(found));
        let columns =
            |pairs: Vec<(&u32, &Option<Side>)>| pairs.into_iter().map(|(column, _)| *column).collect();
        Band { amounts: columns(own), other_side: columns(others), side: Some(side), ..band.clone() }
    };
    let both = [of(Side::Charges), of(Side::Income)];
    if both.iter().all(|band| !band.amounts.is_empty()) {
        return both.into();
    }
    let named = sides.iter().copied().flatten().next();
    vec![Band { side: named, ..band }]
}

fn role(profile: &Profile) -> Option<Role> {
    let Profile { texts, amounts, codes, coded_labels, heads, sides } = *profile;
    let others = texts + amounts.saturating_sub(codes);
    if codes > 0 && codes * 2 >= others && coded_labels * 2 >= codes {
        Some(Role::Code)
    } else if amounts > 0 && amounts >= texts {
        Some(Role::Amount)
    } else if texts > 0 {
        Some(Role::Label)
    } else if heads > 0 && codes == 0 {
        Some(Role::Amount)
    } else if codes + sides > 0 {
        Some(Role::Label)
    } else {
        None
    }
}

fn profiles(sheet: &Sheet) -> BTreeMap<u32, Profile> {
    let mut profiles: BTreeMap<u32, Profile> = BTreeMap::new();
    for row in sheet.rows() {
        for (place, cell) in row.iter().enumerate() {
            let profile = profiles.entry(cell.column).or_default();
            // The first number of a column may be the year above it.
            let is_head_year = profile.amounts == 0 && is_year(&cell.value);
            match amount::read(&cell.value) {
                Reading::Euros { .. } if is_head_year => profile.heads += 1,
                // A dash may be a zero or nothing at all.
                Reading::Euros { .. } if cell.text().is_some_and(|text| !text.contains(char::is_numeric)) => {
                }
                Reading::Euros { .. } | Reading::Quantity { .. } => profile.amounts += 1,
                Reading::Text => count_text(profile, cell),
                Reading::Date | Reading::Error => {}
            }
            if is_budget_code(&cell.value) && !is_head_year {
                profile.codes += 1;
                let next = row.get(place + 1);
                profile.coded_labels += usize::from(next.is_some_and(|next| is_label(&next.value)));
            }
        }
    }
    profiles
}

fn count_text(profile: &mut Profile, cell: &Cell) {
    let Some(text) = cell.text() else { return };
    if headings::side(text).is_some() {
        profile.sides += 1;
    } else if column_heads::read(text).is_some() {
        profile.heads += 1;
    } else if text.contains(char::is_alphabetic) && !column_heads::names_column(text) {
        profile.texts += 1;
    }
}

fn is_budget_code(value: &Value) -> bool {
    matches!(account::code(value), Some(Code::Account(account)) if (6..=8).contains(&account.class()))
}

fn is_label(value: &Value) -> bool {
    matches!(value, Value::Text(text) if text.contains(char::is_alphabetic))
        && amount::read(value) == Reading::Text
}

/// Whether a value may be the year at the head of a column.
pub(crate) fn is_year(value: &Value) -> bool {
    let years = Decimal::from(2000)..=Decimal::from(2099);
    match value {
        Value::Number(number) => number.is_integer() && years.contains(number),
        Value::Text(text) => {
            let text = text.trim();
            text.len() == 4 && text.parse::<Decimal>().is_ok_and(|number| years.contains(&number))
        }
        Value::Date(_) | Value::Bool(_) | Value::Error(_) | Value::Empty => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A sheet from lines of `|`-parted cells.
    pub(crate) fn sheet(lines: &[&str]) -> Sheet {
        let mut cells = Vec::new();
        for (row, line) in (0..).zip(lines) {
            for (column, text) in (0..).zip(line.split('|')) {
                cells.push(Cell { row, column, value: Value::Text(text.trim().into()), formula: None });
            }
        }
        Sheet::new("s".into(), false, cells)
    }

    fn columns(lines: &[&str]) -> Vec<(Option<u32>, Vec<u32>, Vec<u32>)> {
        bands(&sheet(lines)).into_iter().map(|band| (band.code, band.labels, band.amounts)).collect()
    }

    #[test]
    fn two_blocks_side_by_side_are_two_bands() {
        let found = columns(&[
            "CHARGES|||| PRODUITS",
            "606|Fournitures|100||756|Cotisations|300",
            "613|Locations|200||741|Région|50",
        ]);
        assert_eq!(found, [(Some(0), vec![1], vec![2]), (Some(4), vec![5], vec![6])]);
    }

    #[test]
    fn amounts_that_look_like_accounts_close_the_block_on_their_left() {
        let found = columns(&["Charges||Produits|", "Loyer|600|Cotisations|750", "Eau|750|Dons|600"]);
        assert_eq!(found, [(None, vec![0], vec![1]), (None, vec![2], vec![3])]);
    }

    #[test]
    fn an_account_may_stand_between_label_and_amounts() {
        let found = columns(&["Libellé|Compte|2025|2026", "Loyer|613|90|100", "Eau|606|10|20"]);
        // Heads alone make no amounts of a column; the account is told by the texts beside it.
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].2.last(), Some(&3));
    }

    #[test]
    fn one_table_with_a_column_for_each_side_is_two_bands() {
        let found = bands(&sheet(&["Libellé|Dépenses|Recettes", "Loyer|600|", "Dons||300"]));
        assert_eq!(
            found.iter().map(|band| (band.amounts.clone(), band.side)).collect::<Vec<_>>(),
            [(vec![1], Some(Side::Charges)), (vec![2], Some(Side::Income)),]
        );
    }
}
