//! A text by its id.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use previ_engine::diagnostic::Arg;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use unic_langid::LanguageIdentifier;

use crate::language::Language;
use crate::locale::FILES;
use crate::month::month_long;
use crate::number::{Decimals, money, number};

type Bundle = FluentBundle<FluentResource>;

/// The text of a message, or of an attribute as in `file-newer-format.hint`; the id itself when there is
/// none.
#[must_use]
pub fn text(language: Language, id: &str) -> String {
    find(language, id, None).unwrap_or_else(|| id.into())
}

/// The same with values; the id itself when there is no such text.
///
/// Amounts, months and numbers are written as the language wants. A whole number also chooses between
/// singular and plural: `{ $count -> [one] … *[other] … }`.
#[must_use]
pub fn text_with(language: Language, id: &str, args: &[(&str, Arg)]) -> String {
    let values = args.iter().map(|(name, arg)| (*name, arg));
    find(language, id, Some(&fluent_args(language, values))).unwrap_or_else(|| id.into())
}

/// The text of an id, `None` when there is none.
pub(crate) fn find(language: Language, id: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
    let (id, attribute) = id.split_once('.').map_or((id, None), |(id, name)| (id, Some(name)));
    let bundle = bundle(language);
    let message = bundle.get_message(id)?;
    let pattern = match attribute {
        Some(name) => message.get_attribute(name)?.value(),
        None => message.value()?,
    };
    // A missing value shows as its name in braces; tests compare names with codes.
    let mut errors = Vec::new();
    Some(bundle.format_pattern(pattern, args, &mut errors).into_owned())
}

/// The values of a message, each in the form the language wants.
pub(crate) fn fluent_args<'a>(
    language: Language,
    args: impl Iterator<Item = (&'a str, &'a Arg)>,
) -> FluentArgs<'a> {
    args.map(|(name, arg)| (name, value(language, arg))).collect()
}

fn value(language: Language, arg: &Arg) -> FluentValue<'_> {
    match arg {
        Arg::Text(text) => text.as_str().into(),
        Arg::Cents(cents) if cents % 100 == 0 => money(language, *cents, Decimals::None).into(),
        Arg::Cents(cents) => money(language, *cents, Decimals::Two).into(),
        Arg::Month(month) => month_long(language, *month).into(),
        Arg::Number(value) => match value.to_i32().filter(|whole| Decimal::from(*whole) == *value) {
            Some(whole) => whole.into(),
            None => number(language, *value).into(),
        },
        Arg::Account(account) => account.to_string().into(),
        Arg::Year(year) => year.to_string().into(),
    }
}

fn bundle(language: Language) -> &'static Bundle {
    static FRENCH: OnceLock<Bundle> = OnceLock::new();
    static ENGLISH: OnceLock<Bundle> = OnceLock::new();
    match language {
        Language::French => FRENCH.get_or_init(|| load(language)),
        Language::English => ENGLISH.get_or_init(|| load(language)),
    }
}

fn load(language: Language) -> Bundle {
    // Both codes are well-formed; plurals would follow no language otherwise.
    let locale: LanguageIdentifier = language.code().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![locale]);
    // The marks would show as boxes and spoil comparisons; both languages run left to right.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language {
        Language::French => |value: &FluentValue<'_>, _: &_| whole(Language::French, value),
        Language::English => |value: &FluentValue<'_>, _: &_| whole(Language::English, value),
    }));
    for file in &FILES {
        // What is well written in a damaged file still serves; a test refuses damaged files.
        let resource = FluentResource::try_new(file.source(language).into_owned());
        bundle.add_resource_overriding(resource.unwrap_or_else(|(partial, _)| partial));
    }
    bundle
}

fn whole(language: Language, value: &FluentValue<'_>) -> Option<String> {
    let FluentValue::Number(found) = value else { return None };
    Decimal::try_from(found.value).ok().map(|value| number(language, value))
}

#[cfg(test)]
mod tests {
    use super::Language::{English, French};
    use super::*;
    use previ_engine::month::Month;

    #[test]
    fn an_unknown_id_is_shown_as_it_is() {
        assert_eq!(text(French, "no-such-text"), "no-such-text");
        assert_eq!(text(French, "no-such-text.hint"), "no-such-text.hint");
        assert_eq!(text_with(English, "place-text.none", &[]), "place-text.none");
        assert_eq!(text(French, ""), "");
    }

    #[test]
    fn values_are_written_as_the_language_wants() {
        let args = [("line", Arg::Number(1234.into())), ("column", Arg::Number(5.into()))];
        assert_eq!(text_with(French, "place-text", &args), "ligne 1\u{202F}234, colonne 5");
        assert_eq!(text_with(English, "place-text", &args), "line 1,234, column 5");
    }

    #[test]
    fn each_kind_of_value_has_its_form() {
        let shown = |arg: Arg| match value(French, &arg) {
            FluentValue::String(text) => text.into_owned(),
            other => whole(French, &other).unwrap(),
        };
        assert_eq!(shown(Arg::Cents(1_200_000)), "12\u{202F}000\u{A0}€");
        assert_eq!(shown(Arg::Cents(-1_250)), "\u{2212}12,50\u{A0}€");
        assert_eq!(shown(Arg::Month(Month::new(2027, 3).unwrap())), "mars 2027");
        assert_eq!(shown(Arg::Year(2027)), "2027");
        assert_eq!(shown(Arg::Number(Decimal::new(1205, 1))), "120,5");
        assert_eq!(shown(Arg::Number(Decimal::new(120_000, 1))), "12\u{202F}000");
        assert_eq!(shown(Arg::Number(Decimal::MAX)), number(French, Decimal::MAX));
        assert_eq!(shown(Arg::Account("7542".parse().unwrap())), "7542");
    }

    #[test]
    fn zero_is_singular_in_french_and_plural_in_english() {
        let count = |language, n: i32| {
            let args = [("months", Arg::Number(n.into()))];
            text_with(language, "timing-after", &args)
        };
        assert_eq!(count(French, 1), "1 mois après");
        assert_eq!(count(English, 1), "1 month later");
        assert_eq!(count(English, 2), "2 months later");
    }
}
