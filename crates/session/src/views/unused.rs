//! Why money found no cost, and what the user's own choices of who pays what cost.

use previ_engine::choices::cost_of_choices;
use previ_engine::diagnostic::Arg;
use previ_engine::funding_reasons::{OtherPayer, PayerId, Reason, funding_reasons};
use previ_engine::id::AgreementId;
use previ_engine::rule::{Ceiling, CostNature};
use previ_engine::view::View;
use previ_words::{Decimals, Language, money, text, text_with};

/// Why money of an agreement found no cost, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnusedView {
    /// Such as "Pourquoi 584,72 € n'ont trouvé aucune dépense".
    pub title: String,
    /// One sentence for each reason.
    pub reasons: Vec<String>,
}

impl UnusedView {
    /// What a view says of an agreement; none where all of its money found a cost or need not find any.
    #[must_use]
    pub fn new(view: &View, agreement: AgreementId, language: Language) -> Option<Self> {
        let found = funding_reasons(view, agreement)?;
        let title = text_with(language, "unused-title", &[("amount", amount(language, found.cents))]);
        let reasons = found.reasons.iter().map(|reason| in_words(view, reason, language));
        Some(Self { title, reasons: reasons.collect() })
    }
}

/// What the chosen costs of a plan cost in all, in words; none where nothing is chosen.
#[must_use]
pub fn choices_in_words(view: &View, language: Language) -> Option<String> {
    let found = cost_of_choices(view)?;
    if found.cents() <= 0 {
        return Some(text(language, "choices-cost-nothing"));
    }
    let args = [
        ("cost", amount(language, found.cents())),
        ("paid", amount(language, found.paid_cents)),
        ("unchosen", amount(language, found.unchosen_cents)),
    ];
    Some(text_with(language, "choices-cost", &args))
}

fn amount(language: Language, cents: i64) -> Arg {
    Arg::Text(exact(language, cents))
}

/// With cents where there are any.
fn exact(language: Language, cents: i64) -> String {
    money(language, cents, if cents % 100 == 0 { Decimals::None } else { Decimals::Two })
}

fn in_words(view: &View, reason: &Reason, language: Language) -> String {
    match reason {
        Reason::NoEligibleCost => text(language, "unused-no-eligible-cost"),
        Reason::TooLittleCost { eligible_cents, cents } => {
            let args =
                [("eligible", amount(language, *eligible_cents)), ("amount", amount(language, *cents))];
            text_with(language, "unused-too-little-cost", &args)
        }
        Reason::AlreadyPaid(others) => {
            let names: Vec<String> = others.iter().map(|other| payer(view, other, language)).collect();
            text_with(language, "unused-already-paid", &[("names", Arg::Text(names.join(", ")))])
        }
        Reason::Ceiling { ceiling, cents } => {
            let id = match ceiling {
                Ceiling::PublicMoney(_) => "unused-ceiling-public",
                Ceiling::Nature(CostNature::Staff, _) => "unused-ceiling-staff",
                Ceiling::Nature(CostNature::OtherDirect, _) => "unused-ceiling-direct",
                Ceiling::Nature(CostNature::Indirect, _) => "unused-ceiling-indirect",
            };
            text_with(language, id, &[("amount", amount(language, *cents))])
        }
    }
}

/// Such as "FONJEP, poste de coordination (7 164 €)".
fn payer(view: &View, other: &OtherPayer, language: Language) -> String {
    let name = match other.payer {
        PayerId::OwnIncome(activity) => {
            let name = Arg::Text(view.plan().label(activity.into()).to_owned());
            text_with(language, "unused-own-income", &[("item", name)])
        }
        PayerId::Agreement(agreement) => view.plan().label(agreement.into()).to_owned(),
    };
    format!("{name} ({})", exact(language, other.cents))
}
