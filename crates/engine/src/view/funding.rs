//! Funding in a view: who pays what, what agreements are paid and post.

use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::agreement::FundingAgreement;
use crate::cash::CashRow;
use crate::frame::CertaintyWeights;
use crate::funding::award;
use crate::funding::cells::{Cells, looked_at};
use crate::funding::expected::{self, Money};
use crate::funding::settlement::{Settlement, settle};
use crate::investment;
use crate::journal::{ActivityIndex, Book, Context, Segment, Sheet};
use crate::projection::same;
use crate::view::View;
use crate::view::changes::Changes;
use crate::view::items::kept_activities;

impl View {
    /// Settles who pays what and posts the agreements, over the items that it counts.
    ///
    /// Takes everything over from `last`, the view of a plan with the same frame, where no agreement and no cost
    /// or income that funding looks at is another; else the settlement goes on from its own, and where
    /// agreements are the same so is what those post to which nothing happened.
    pub(super) fn fund(&mut self, last: Option<&View>, takes_place: &[bool]) {
        let before = last;
        let last = last.filter(|last| self.has_agreements_of(last));
        if let Some(last) = last.filter(|last| self.shares_as(last) && self.looks_like(last)) {
            self.settlement = Arc::clone(&last.settlement);
            self.payments = Arc::clone(&last.payments);
            self.agreements = Arc::clone(&last.agreements);
            return;
        }
        let weights = self.plan.frame.weights();
        if self.plan.agreements.iter().any(|agreement| agreement.must_find_cost()) {
            self.settlement = Arc::new(self.settled(before, &weights, takes_place));
        }
        let (settlement, registry, timeline) = (&self.settlement, &self.registry, &self.timeline);
        let money = Money { view: self.certainty, weights: &weights, settlement, registry, timeline };
        self.payments = Arc::new(expected::payments(&self.plan, money));
        let agreements = self.plan.agreements.iter().enumerate();
        let segments = agreements.map(|(place, item)| {
            let before = last.filter(|last| self.pays_as(last, place));
            let before = before.and_then(|last| last.agreements.get(place)).cloned();
            before.unwrap_or_else(|| self.segment_of((place, item), &weights, takes_place))
        });
        self.agreements = Arc::new(segments.collect());
    }

    /// Adds what agreements post, investment grants first.
    pub(super) fn add_agreements(&mut self) {
        let all = self.plan.agreements.iter().zip(self.agreements.iter());
        let (grants, others): (Vec<_>, Vec<_>) = all.partition(|(item, _)| item.investment.is_some());
        let segments = grants.into_iter().chain(others).map(|(_, segment)| segment);
        self.segments.extend(segments.filter(|segment| !segment.is_empty()).cloned());
    }

    /// Whether its agreements and what they name are those of `last`.
    pub(super) fn has_agreements_of(&self, last: &View) -> bool {
        let (plan, before) = (&self.plan, &last.plan);
        same(&plan.agreements, &before.agreements)
            && same(&plan.funders, &before.funders)
            && same(&plan.investments, &before.investments)
    }

    /// Whether funding finds the same costs and income as in `last`.
    pub(super) fn looks_like(&self, last: &View) -> bool {
        let Changes { gone, come } = Changes::between(&last.segments[..last.before_readings], &self.segments);
        looked_at(gone, &self.registry).eq(looked_at(come, &self.registry))
    }

    /// Whether the agreement at a place comes to the same as in `last`.
    fn pays_as(&self, last: &View, place: usize) -> bool {
        self.payments.get(place) == last.payments.get(place)
            && self.settlement.of_agreement(place).eq(last.settlement.of_agreement(place))
    }

    fn settled(&self, last: Option<&View>, weights: &CertaintyWeights, takes_place: &[bool]) -> Settlement {
        let agreements = self.costs_of_agreements(weights, takes_place);
        let segments = self.segments.iter().chain(&agreements);
        let mut cells = Cells::of(segments, &self.together, &self.registry, &self.timeline);
        self.allocation.moved.apply(&mut cells);
        let last = last.map(|last| &*last.settlement);
        settle(&self.plan, self.certainty, weights, &cells, &self.registry, &self.timeline, last)
    }

    /// What agreements add to the costs that may be paid: investment grants, which lower the depreciation that
    /// other money may pay; what goes to partners, which is a cost like others.
    pub(super) fn costs_of_agreements(
        &self,
        weights: &CertaintyWeights,
        takes_place: &[bool],
    ) -> Vec<Segment> {
        let agreements = self.plan.agreements.iter().enumerate();
        let costs = agreements.filter_map(|(place, item)| {
            if item.investment.is_some() {
                Some(self.segment_of((place, item), weights, takes_place))
            } else {
                item.pays_its_partners().map(|_| self.partners_cost(item, weights, takes_place))
            }
        });
        costs.collect()
    }

    /// What an agreement gives on to partners.
    fn partners_cost(
        &self,
        item: &FundingAgreement,
        weights: &CertaintyWeights,
        takes_place: &[bool],
    ) -> Segment {
        self.posted(item, takes_place, |book| {
            award::post_partners_cost(item, (self.certainty, weights), book);
        })
    }

    /// The entries of an agreement, as far as its settlement and its payments are known.
    fn segment_of(
        &self,
        (place, item): (usize, &FundingAgreement),
        weights: &CertaintyWeights,
        takes_place: &[bool],
    ) -> Segment {
        let funder = self.plan.funders.iter().find(|funder| funder.id == item.funder);
        let mut segment = self.posted(item, takes_place, |book| {
            let Some(funder) = funder else { return };
            let payments = self.payments.get(place).map_or(&[][..], |payments| payments);
            award::post((place, item), funder, (self.certainty, weights), &self.settlement, payments, book);
            let paid_for = self.plan.investments.iter().find(|found| Some(found.id) == item.investment);
            if let Some(paid_for) = paid_for {
                investment::post_grant_release(item, paid_for, self.certainty, weights, book);
            }
        });
        if let Some(funder) = funder {
            segment.own_row = CashRow::Grants(funder.kind);
        }
        segment
    }

    /// What `post` writes into the book of an agreement, for the activities that take place.
    fn posted(
        &self,
        item: &FundingAgreement,
        takes_place: &[bool],
        post: impl FnOnce(&mut Book<'_>),
    ) -> Segment {
        let (frame, timeline, registry) = (&self.plan.frame, &self.timeline, &self.registry);
        let context = &Context { frame, timeline, registry, pay: &self.pay };
        let mut sheet = Sheet::default();
        let mut book = Book::new(context, item.id.into(), ActivityIndex::STRUCTURE, &mut sheet);
        post(&mut book);
        kept_activities(&Segment::new(item.id.into(), &book), takes_place)
    }
}
