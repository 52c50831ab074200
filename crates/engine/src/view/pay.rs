//! The pay of a position in a month, as a view posts it.

use crate::id::PositionId;
use crate::journal::Context;
use crate::month::Month;
use crate::staff::month_pay::{MonthPay, month_pay};
use crate::view::View;

impl View {
    /// What a position is paid in a month, with everything it is made of; none outside the horizon and in
    /// months without pay.
    #[must_use]
    pub fn month_pay(&self, position: PositionId, month: Month) -> Option<MonthPay> {
        self.timeline.index(month)?;
        let position = self.plan.positions.iter().find(|known| known.id == position)?;
        let (frame, timeline, registry) = (&self.plan.frame, &self.timeline, &self.registry);
        month_pay(position, month, &Context { frame, timeline, registry, pay: &self.pay })
    }
}
