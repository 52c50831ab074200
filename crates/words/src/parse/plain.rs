//! A number as people type it, with its sign, groups, decimals and unit.

use rust_decimal::Decimal;

use super::ParseAmountError::{self, NotANumber, TooLarge};

/// How a lone point or comma between one to three digits and exactly three is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lone {
    /// 1,234 is a little more than one.
    Decimals,
    /// 1,234 is more than a thousand.
    Thousands,
}

/// The unit that may stand beside a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// €, EUR or euros, thousands k and millions M.
    Euro,
    /// %.
    Percent,
    /// Nothing.
    None,
}

/// The spaces that may stand between groups of digits.
pub(super) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}' | '\u{202F}' | '\u{2009}')
}

/// The hyphen of keyboards, the real minus, and the dash that word processors make of it.
pub(super) fn is_minus(c: char) -> bool {
    matches!(c, '-' | '\u{2212}' | '–')
}

/// Reads `−12`, `€ 12`, `1,5 k€`, `22 %`.
pub(super) fn signed(text: &str, unit: Unit, lone: Lone) -> Result<Decimal, ParseAmountError> {
    let (before, text) = sign(text.trim());
    let unprefixed = text.strip_prefix('€').filter(|_| unit == Unit::Euro);
    let (after, text) = match unprefixed {
        Some(rest) if before.is_none() => sign(rest.trim_start()),
        Some(rest) => (None, rest.trim_start()),
        None => (None, text),
    };
    let text = if unprefixed.is_some() { text } else { without_unit(text, unit) };
    let (text, scale) = match text.strip_suffix(['k', 'K']).filter(|_| unit == Unit::Euro) {
        Some(thousands) => (thousands.trim_end(), 1000),
        None => match text.strip_suffix('M').filter(|_| unit == Unit::Euro) {
            Some(millions) => (millions.trim_end(), 1_000_000),
            None => (text, 1),
        },
    };
    let value = unsigned(text, lone)?.checked_mul(scale.into()).ok_or(TooLarge)?;
    Ok(if before.or(after) == Some(Sign::Minus) { -value } else { value })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    Plus,
    Minus,
}

fn sign(text: &str) -> (Option<Sign>, &str) {
    if let Some(rest) = text.strip_prefix(is_minus) {
        (Some(Sign::Minus), rest.trim_start())
    } else if let Some(rest) = text.strip_prefix('+') {
        (Some(Sign::Plus), rest.trim_start())
    } else {
        (None, text)
    }
}

fn without_unit(text: &str, unit: Unit) -> &str {
    let units: &[&str] = match unit {
        Unit::Euro => &["€", "euros", "euro", "eur"],
        Unit::Percent => &["%"],
        Unit::None => &[],
    };
    let cut = |unit: &&str| {
        let start = text.len().checked_sub(unit.len())?;
        let end = text.get(start..)?;
        end.eq_ignore_ascii_case(unit).then(|| text.get(..start)).flatten()
    };
    units.iter().find_map(cut).map_or(text, str::trim_end)
}

/// Reads digits with groups and decimals: `1 234,5`, `1.234,50`, `1,234.50`, `,5`.
pub(super) fn unsigned(text: &str, lone: Lone) -> Result<Decimal, ParseAmountError> {
    let (whole, decimals) = split(text, lone);
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let whole = ungrouped(whole).ok_or(NotANumber)?;
    if !digits(decimals) || (whole.is_empty() && decimals.is_empty()) {
        return Err(NotANumber);
    }
    // Only digits are left, so nothing but their number can be refused; further decimals are rounded.
    let whole = if whole.is_empty() { "0" } else { whole.as_str() };
    format!("{whole}.{decimals}0").parse().map_err(|_| TooLarge)
}

/// The whole part, groups and all, and the decimals.
fn split(text: &str, lone: Lone) -> (&str, &str) {
    let is_separator = |c: char| c == ',' || c == '.';
    let Some(last) = text.rfind(is_separator) else { return (text, "") };
    let (whole, rest) = text.split_at(last);
    // Both separators are one byte long.
    let (separator, decimals) = rest.split_at(1);
    if whole.contains(separator) {
        return (text, "");
    }
    let alone = !whole.contains(|c: char| is_separator(c) || is_space(c));
    let like_groups = (1..=3).contains(&whole.len()) && !whole.starts_with('0') && decimals.len() == 3;
    if lone == Lone::Thousands && alone && like_groups { (text, "") } else { (whole, decimals) }
}

/// The digits of a whole part: all of them together, or a first group of one to three and then groups of
/// three, all parted by the same separator or by spaces.
fn ungrouped(whole: &str) -> Option<String> {
    let is_group_sign = |c: char| c == ',' || c == '.' || is_space(c);
    let plain = |c: char| if is_space(c) { ' ' } else { c };
    let mut signs = whole.chars().filter(|c| is_group_sign(*c)).map(plain);
    let first_sign = signs.next();
    if signs.any(|sign| Some(sign) != first_sign) {
        return None;
    }
    let mut digits = String::with_capacity(whole.len());
    for (place, group) in whole.split(is_group_sign).enumerate() {
        let size_fits = match (first_sign, place) {
            (None, _) => true,
            (Some(_), 0) => (1..=3).contains(&group.len()) && !group.starts_with('0'),
            (Some(_), _) => group.len() == 3,
        };
        if !size_fits || !group.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        digits.push_str(group);
    }
    Some(digits)
}
