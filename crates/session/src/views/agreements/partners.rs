//! Whether the money of an agreement is shared, and how.

use previ_engine::diagnostic::Arg;
use previ_engine::money::Percent;
use previ_engine::partner::{Answers, PartnerShare, Partnership};
use previ_words::{Language, text_with};

/// The answer to the one question about partners: does the convention name them with their shares?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartnersChoice {
    /// There is nobody else.
    Nobody,
    /// It does: each answers for its own share.
    Named,
    /// It does not: the association answers for all of it.
    LeadAlone,
}

impl PartnersChoice {
    /// The answers in their order.
    pub const ALL: [Self; 3] = [Self::Nobody, Self::Named, Self::LeadAlone];

    /// The answer of an agreement.
    #[must_use]
    pub fn of(partners: Option<&Partnership>) -> Self {
        match partners.map(|known| known.answers) {
            None => Self::Nobody,
            Some(Answers::EachPartner) => Self::Named,
            Some(Answers::LeadAlone { .. }) => Self::LeadAlone,
        }
    }

    /// The partners after this answer: those there are, or a first one without a share yet.
    #[must_use]
    pub fn take(self, partners: Option<&Partnership>, language: Language) -> Option<Partnership> {
        let answers = match self {
            Self::Nobody => return None,
            Self::Named => Answers::EachPartner,
            Self::LeadAlone => Answers::LeadAlone { is_eligible: true },
        };
        let known = partners.cloned();
        let first = || one_more(&Partnership { answers, shares: Vec::new(), delay_months: 0 }, language);
        Some(Partnership { answers, ..known.unwrap_or_else(first) })
    }
}

/// With another partner, without a share yet.
#[must_use]
pub fn one_more(partners: &Partnership, language: Language) -> Partnership {
    let number = Arg::Number((partners.shares.len() + 1).into());
    let name = text_with(language, "partner-new", &[("number", number)]);
    let mut changed = partners.clone();
    changed.shares.push(PartnerShare { name, share: Percent::default() });
    changed
}
