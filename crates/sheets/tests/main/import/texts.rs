//! Every code and every reason has its texts in both languages.

use std::collections::BTreeSet;

use previ_sheets::import::{CODES, Reason};
use previ_words::{Language, ids};

#[test]
fn every_code_has_a_message_and_a_hint_with_its_arguments_only() {
    for language in Language::ALL {
        let known = ids(language);
        for spec in CODES {
            let id = spec.code.0.replace('.', "-");
            let of = |attribute: Option<&str>| {
                let found = known.iter().find(|text| text.id == id && text.attribute.as_deref() == attribute);
                found.unwrap_or_else(|| panic!("{id} has no text in {language:?}"))
            };
            let args: BTreeSet<String> = spec.args.iter().map(|(name, _)| (*name).to_owned()).collect();
            let (message, hint) = (&of(None).variables, &of(Some("hint")).variables);
            assert!(hint.is_subset(&args), "{id}");
            assert_eq!(message.union(hint).cloned().collect::<BTreeSet<_>>(), args, "{id} in {language:?}");
        }
    }
}

#[test]
fn every_reason_has_its_text() {
    let all = [
        Reason::Outside,
        Reason::OtherColumn,
        Reason::Duplicate,
        Reason::OtherUnit,
        Reason::NoLabel,
        Reason::NotAnAmount,
        Reason::Error,
        Reason::NoClass,
        Reason::NotBudget,
        Reason::SideUnknown,
        Reason::CarriedResult,
        Reason::OfWhich,
        Reason::TooLarge,
    ];
    for language in Language::ALL {
        for reason in all {
            assert!(ids(language).iter().any(|text| text.id == reason.text_id()), "{reason:?}");
        }
    }
}
