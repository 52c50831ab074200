use super::*;
use crate::number::{Decimals, amount, editable, money, number, percent};
use crate::{month_long, month_short};
use previ_engine::money::MAX_CENTS;
use previ_engine::month::Month;
use proptest::prelude::*;

fn read(text: &str) -> Result<String, ParseAmountError> {
    parse_amount(text).map(|amount| amount.euros().to_string())
}

fn refused(text: &str) -> ParseAmountError {
    parse_amount(text).expect_err(text)
}

fn euros(text: &str) -> Amount {
    text.parse().unwrap()
}

#[test]
fn amounts_are_read_in_french_and_english_typography() {
    for text in ["1234.5", "1234,5", "1 234,5", "1\u{202F}234,50", "1\u{A0}234.5", "1.234,50", "1,234.50"] {
        assert_eq!(read(text), Ok("1234.5".into()), "{text}");
    }
    for text in ["1234567", "1 234 567", "1.234.567", "1,234,567", "1\u{2009}234\u{2009}567,00"] {
        assert_eq!(read(text), Ok("1234567".into()), "{text}");
    }
    assert_eq!(read(" 12 "), Ok("12".into()));
    assert_eq!(read(",5"), Ok("0.5".into()));
    assert_eq!(read("5,"), Ok("5".into()));
}

#[test]
fn a_minus_stands_before_the_number_or_the_euro() {
    for text in ["-12", "−12 €", "– 12", "−€12.00", "€ -12", "-12,00 EUR"] {
        assert_eq!(read(text), Ok("-12".into()), "{text}");
    }
    assert_eq!(read("+12"), Ok("12".into()));
    for text in ["12-", "(12)", "--12", "-€-12", "+-12"] {
        assert_eq!(refused(text), ParseAmountError::NotANumber, "{text}");
    }
}

#[test]
fn the_euro_may_be_told_before_or_after_and_thousands_shortened() {
    for text in ["12 €", "€ 12", "€12", "12€", "12 EUR", "12 euros", "12 Euro"] {
        assert_eq!(read(text), Ok("12".into()), "{text}");
    }
    for text in ["3 k€", "3k", "3 K€", "3 keur"] {
        assert_eq!(read(text), Ok("3000".into()), "{text}");
    }
    assert_eq!(read("1,5 k€"), Ok("1500".into()));
    assert_eq!(read("2 M€"), Ok("2000000".into()));
    for text in ["€", "k€", "€ 12 €", "12 $", "12 m€", "12 €€"] {
        assert_eq!(refused(text), ParseAmountError::NotANumber, "{text}");
    }
}

#[test]
fn a_lone_separator_before_three_digits_is_refused_with_both_readings() {
    let both =
        |decimals, thousands| ParseAmountError::Ambiguous { readings: [euros(decimals), euros(thousands)] };
    assert_eq!(refused("1.234"), both("1.234", "1234"));
    assert_eq!(refused("1,234"), both("1.234", "1234"));
    assert_eq!(refused("−12,345 €"), both("-12.345", "-12345"));
    assert_eq!(refused("€123.456"), both("123.456", "123456"));
    assert_eq!(refused("1.500 k€"), both("1500", "1500000"));
    assert_eq!(refused("=2*1.500"), both("3", "3000"));
}

#[test]
fn what_cannot_be_thousands_is_read_as_decimals() {
    for (text, expected) in [
        ("0,123", "0.123"),
        ("0.123", "0.123"),
        ("012,345", "12.345"),
        ("1234,567", "1234.567"),
        ("1 234,567", "1234.567"),
        ("1.234,567", "1234.567"),
        ("1,2340", "1.234"),
        (",123", "0.123"),
        // 12,345 million pass the largest amount.
        ("12.345 M€", "12345000"),
    ] {
        assert_eq!(read(text), Ok(expected.into()), "{text}");
    }
}

#[test]
fn three_zeros_are_ambiguous_as_well() {
    let readings = [euros("1"), euros("1000")];
    assert_eq!(refused("1.000"), ParseAmountError::Ambiguous { readings });
}

#[test]
fn groups_have_three_digits_and_one_kind_of_separator() {
    let bad = ["12 34", "1 2345", "1.23.456", "1,234,56", "1 234.567,8.9", "1.234 567", "0.123.456", "1'234"];
    for text in bad.into_iter().chain(["1 234 ,5", ".", ",", "1..2", "1.2.3", "1,234.567.890,1"]) {
        assert_eq!(refused(text), ParseAmountError::NotANumber, "{text}");
    }
}

#[test]
fn nothing_is_empty_and_words_are_no_number() {
    for text in ["", " ", "\u{202F}\t"] {
        assert_eq!(refused(text), ParseAmountError::Empty, "{text:?}");
    }
    for text in ["douze", "1e3", "12 %", "0x10", "١٢", "∞", "NaN", "12*850", "="] {
        assert_eq!(refused(text), ParseAmountError::NotANumber, "{text}");
    }
}

#[test]
fn numbers_beyond_the_largest_amount_are_too_large() {
    assert_eq!(read("9 999 999 999,99"), Ok("9999999999.99".into()));
    for text in ["10 000 000 000", "99999999999999999999999999999999999999999", "10000 M€", "-10000000000"]
    {
        assert_eq!(refused(text), ParseAmountError::TooLarge, "{text}");
    }
}

#[test]
fn decimals_after_the_sixth_are_rounded_half_away_from_zero() {
    assert_eq!(read("33,3333333333333333333333333333333333"), Ok("33.333333".into()));
    assert_eq!(read("-0,0000005"), Ok("-0.000001".into()));
}

#[test]
fn calculations_follow_the_usual_order_with_exact_decimals() {
    for (text, expected) in [
        ("=12*850", "10200"),
        ("=1200/12", "100"),
        ("=850+45,5", "895.5"),
        ("= 850 + 45,5 * 2", "941"),
        ("=(850+45,5)*2", "1791"),
        ("=12×850÷4", "2550"),
        ("=-5+−3", "-8"),
        ("=--5", "5"),
        ("=2*(3-(4-1,5))", "1"),
        ("=1 200/12", "100"),
        // A third, to six decimals; times three it is whole again before rounding.
        ("=1/3", "0.333333"),
        ("=850/3*3", "850"),
        ("=0,1+0,2", "0.3"),
        ("=12", "12"),
    ] {
        assert_eq!(read(text), Ok(expected.into()), "{text}");
    }
}

#[test]
fn a_wrong_calculation_is_refused() {
    assert_eq!(refused("=1/0"), ParseAmountError::DivisionByZero);
    assert_eq!(refused("=5/(2-2)"), ParseAmountError::DivisionByZero);
    assert_eq!(refused("=9999999999*9999999999*9999999999"), ParseAmountError::TooLarge);
    let deep = format!("={}1{}", "(".repeat(100_000), ")".repeat(100_000));
    for text in ["=1+", "=*2", "=(1", "=1)", "=()", "=1 2", "=A1+2", "=1//2", "=2=2", deep.as_str()] {
        assert_eq!(refused(text), ParseAmountError::NotANumber);
    }
}

#[test]
fn percentages_and_quantities_have_their_own_signs_and_bounds() {
    let rate = |text| parse_percent(text).map(|percent| percent.value().to_string());
    for text in ["22,5", "22.5 %", "22,5\u{202F}%", "=45/2"] {
        assert_eq!(rate(text), Ok("22.5".into()), "{text}");
    }
    assert_eq!(rate("1,234 %"), Ok("1.234".into()));
    assert_eq!(rate("10001"), Err(ParseAmountError::TooLarge));
    assert_eq!(rate("22 €"), Err(ParseAmountError::NotANumber));
    let quantity = |text| parse_quantity(text).map(|quantity| quantity.value().to_string());
    assert_eq!(quantity("1 500"), Ok("1500".into()));
    assert_eq!(quantity("3 k"), Err(ParseAmountError::NotANumber));
    assert_eq!(quantity("10000001"), Err(ParseAmountError::TooLarge));
    assert!(matches!(quantity("1.500"), Err(ParseAmountError::Ambiguous { .. })));
}

#[test]
fn months_are_read_as_people_write_them() {
    let march = Month::new(2027, 3).unwrap();
    for text in
        ["2027-03", "2027-3", "03/2027", "3/27", "03-2027", "mars 2027", "mars 27", "March 2027", " Mar. 27 "]
    {
        assert_eq!(parse_month(text), Ok(march), "{text}");
    }
    assert_eq!(parse_month("déc. 2027"), Month::new(2027, 12).ok_or(NotAMonth));
    assert_eq!(parse_month("FEVRIER 2028"), Month::new(2028, 2).ok_or(NotAMonth));
    assert_eq!(parse_month("aout 28"), Month::new(2028, 8).ok_or(NotAMonth));
    assert_eq!(parse_month("juil. 27"), Month::new(2027, 7).ok_or(NotAMonth));
}

#[test]
fn what_is_no_month_is_refused() {
    // "jui" may be juin or juillet; two letters may be anything.
    for text in ["", "2027", "mars", "13/2027", "0/2027", "2027-13", "jui 27", "ma 27", "3/2/2027", "3/127"] {
        assert_eq!(parse_month(text), Err(NotAMonth), "{text}");
    }
}

#[test]
fn every_refusal_has_a_text_and_a_hint_in_both_languages() {
    let ambiguous = refused("1.234");
    let all = [refused(""), refused("?"), refused("=9999999999*10"), refused("=1/0"), ambiguous];
    for (error, language) in all.into_iter().flat_map(|error| Language::ALL.map(|l| (error, l))) {
        let message = error.message(language);
        assert_ne!(message.text, error.text_id());
        assert!(!message.text.contains('{') && !message.hint.contains("parse-"), "{message:?}");
    }
    assert_ne!(text(Language::French, NotAMonth.text_id()), NotAMonth.text_id());
    let said = ambiguous.message(Language::French).text;
    assert!(said.ends_with("1,234 ou 1\u{202F}234."), "{said}");
}

fn any_language() -> impl Strategy<Value = Language> {
    prop_oneof![Just(Language::French), Just(Language::English)]
}

fn any_number() -> impl Strategy<Value = Decimal> {
    // From two decimals on, twelve digits are never beyond the largest amount.
    (-MAX_CENTS..=MAX_CENTS, 2_u32..=6).prop_map(|(digits, scale)| Decimal::new(digits, scale))
}

proptest! {
    #[test]
    fn money_with_cents_is_read_as_it_is_written(l in any_language(), cents in -MAX_CENTS..=MAX_CENTS) {
        let written = Amount::from_cents(cents);
        prop_assert_eq!(parse_amount(&money(l, cents, Decimals::Two)), Ok(written));
        prop_assert_eq!(parse_amount(&amount(l, cents, Decimals::Two)), Ok(written));
    }

    #[test]
    fn whole_euros_are_read_as_written_or_both_readings_are_given(
        l in any_language(), euros in -9_999_999_999_i64..=9_999_999_999,
    ) {
        let written = Amount::from_cents(euros * 100);
        match parse_amount(&money(l, euros * 100, Decimals::None)) {
            Ok(read) => prop_assert_eq!(read, written),
            Err(ParseAmountError::Ambiguous { readings }) => {
                prop_assert_eq!(l, Language::English);
                prop_assert_eq!(readings[1], written);
            }
            Err(other) => prop_assert!(false, "{:?}", other),
        }
    }

    #[test]
    fn what_is_edited_is_read_as_the_same_number(l in any_language(), value in any_number()) {
        let written = Amount::new(value).unwrap();
        prop_assert_eq!(parse_amount(&editable(l, value)), Ok(written));
    }

    #[test]
    fn numbers_are_read_as_written_or_both_readings_are_given(l in any_language(), value in any_number()) {
        let written = Amount::new(value).unwrap();
        match parse_amount(&number(l, value)) {
            Ok(read) => prop_assert_eq!(read, written),
            Err(ParseAmountError::Ambiguous { readings }) => prop_assert!(readings.contains(&written)),
            Err(other) => prop_assert!(false, "{:?}", other),
        }
    }

    #[test]
    fn percentages_are_read_as_they_are_written(l in any_language(), millionths in 0_i64..=999_999_999) {
        let rate = Percent::new(Decimal::new(millionths, 6)).unwrap();
        prop_assert_eq!(parse_percent(&percent(l, rate)), Ok(rate));
        prop_assert_eq!(parse_percent(&editable(l, rate.value())), Ok(rate));
    }

    #[test]
    fn months_are_read_as_they_are_written(l in any_language(), year in 1000..=9999, number in 1_u8..=12) {
        let month = Month::new(year, number).unwrap();
        prop_assert_eq!(parse_month(&month_long(l, month)), Ok(month));
        prop_assert_eq!(parse_month(&month_short(l, month)), Ok(month));
        prop_assert_eq!(parse_month(&month.to_string()), Ok(month));
    }

    #[test]
    fn no_text_at_all_makes_the_readers_panic(any in "\\PC*", near in "[=0-9 ,.€kM%()+*/×÷−–a-z\u{202F}-]{0,40}") {
        for text in [any, near] {
            let _ = (parse_amount(&text), parse_percent(&text), parse_quantity(&text), parse_month(&text));
        }
    }
}
