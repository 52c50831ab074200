//! Who pays for several activities together.

use crate::statement::funding::{ActivityFunding, PaidBy};
use crate::view::View;

impl ActivityFunding {
    /// Several activities as one without name, such as a project with those below it, or the whole: each sum
    /// is theirs, an agreement that pays several of them stands once, as sure as the least sure of its parts.
    #[must_use]
    pub fn together<'a>(view: &View, parts: impl IntoIterator<Item = &'a Self>) -> Self {
        let mut whole = Self::none(None, view.timeline.year_count());
        for part in parts {
            add(&mut whole.cost_cents, &part.cost_cents);
            add(&mut whole.own_income_cents, &part.own_income_cents);
            add(&mut whole.left_cents, &part.left_cents);
            add(&mut whole.own_funds_cents, &part.own_funds_cents);
            add(&mut whole.to_find_cents, &part.to_find_cents);
            add(&mut whole.carried_cents, &part.carried_cents);
            add(&mut whole.surplus_cents, &part.surplus_cents);
            for paid in &part.paid {
                match whole.paid.iter_mut().find(|known| known.agreement == paid.agreement) {
                    None => whole.paid.push(paid.clone()),
                    Some(known) => known.add(paid),
                }
            }
        }
        let place = |paid: &PaidBy| view.plan.agreements.iter().position(|known| known.id == paid.agreement);
        whole.paid.sort_by_key(place);
        whole
    }
}

impl PaidBy {
    fn add(&mut self, other: &Self) {
        add(&mut self.cents, &other.cents);
        self.certainty = self.certainty.into_iter().chain(other.certainty).min();
        self.first = self.first.into_iter().chain(other.first).min();
        self.last = self.last.max(other.last);
    }
}

/// Adds cents year by year.
pub(crate) fn add(sum: &mut [i64], cents: &[i64]) {
    for (sum, cents) in sum.iter_mut().zip(cents) {
        *sum += cents;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::certainty::Certainty;
    use crate::id::{ActivityId, AgreementId};
    use crate::testing::{everything, month, plan};
    use alloc::vec::Vec;

    #[test]
    fn who_pays_several_activities_stands_once_and_is_as_sure_as_its_least_sure_part() {
        let view = everything(&plan(2, "0"));
        let part = |id, cost: [i64; 2], certainty, first, last| ActivityFunding {
            cost_cents: cost.into(),
            paid: Vec::from([PaidBy {
                agreement: AgreementId(10),
                certainty: Some(certainty),
                cents: cost.into(),
                first: Some(month(first)),
                last: Some(month(last)),
            }]),
            ..ActivityFunding::none(Some(ActivityId(id)), 2)
        };
        let certain = part(1, [100, 200], Certainty::Certain, "2027-03", "2028-02");
        let filed = part(2, [30, 40], Certainty::Filed, "2027-01", "2027-12");
        let whole = ActivityFunding::together(&view, [&certain, &filed]);
        assert_eq!(whole.activity, None);
        assert_eq!(whole.cost_cents, [130, 240]);
        let expected = PaidBy {
            agreement: AgreementId(10),
            certainty: Some(Certainty::Filed),
            cents: [130, 240].into(),
            first: Some(month("2027-01")),
            last: Some(month("2028-02")),
        };
        assert_eq!(whole.paid, [expected]);
    }
}
