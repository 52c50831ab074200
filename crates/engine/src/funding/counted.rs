//! What a view counts of agreements, for statements and alerts.

use crate::agreement::{FundingAgreement, FundingLine, Tranche};
use crate::funding::settlement::LinePlace;
use crate::view::View;

impl View {
    /// What it counts of a line, in cents: less where a ceiling on public money cuts it. 0 for a line that is
    /// not in the plan.
    pub(crate) fn counted_cents(&self, line: LinePlace) -> i64 {
        let cut = self.settlement.cuts.get(&line).copied();
        cut.unwrap_or_else(|| self.promised_cents(line))
    }

    /// What it counts of a line before any ceiling, in cents.
    fn promised_cents(&self, (agreement, tranche, line): LinePlace) -> i64 {
        let found = self.plan.agreements.get(agreement).and_then(|agreement| {
            let tranche = agreement.tranches.get(tranche)?;
            Some((agreement, tranche, tranche.lines.get(line)?))
        });
        found.map_or(0, |(agreement, tranche, line)| self.before_ceilings(agreement, tranche, line))
    }

    fn before_ceilings(&self, agreement: &FundingAgreement, tranche: &Tranche, line: &FundingLine) -> i64 {
        agreement.counted_cents(tranche, line, self.certainty, &self.plan.frame.weights())
    }

    /// Whether it counts a line, whatever ceilings leave of it.
    pub(crate) fn counts_line(
        &self,
        agreement: &FundingAgreement,
        tranche: &Tranche,
        line: &FundingLine,
    ) -> bool {
        self.before_ceilings(agreement, tranche, line) > 0
    }

    /// Whether it counts money of a tranche.
    pub(crate) fn counts(&self, agreement: &FundingAgreement, tranche: &Tranche) -> bool {
        tranche.lines.iter().any(|line| self.counts_line(agreement, tranche, line))
    }

    /// What ceilings on public money cut off the agreement at a place of the plan, in cents.
    pub(crate) fn cut_cents(&self, agreement: usize) -> i64 {
        let cuts = self.settlement.cuts.range((agreement, 0, 0)..(agreement + 1, 0, 0));
        cuts.map(|(line, left)| self.promised_cents(*line) - left).sum()
    }
}
