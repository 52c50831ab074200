//! Days of the year, people, indirect charges.

use previ_engine::diagnostic::Arg;
use previ_engine::id::ItemId;
use previ_sheets::incitu::Both;
use previ_words::text_with;
use rust_decimal::Decimal;

use super::page::Page;
use crate::table::Table;

impl Page<'_, '_> {
    pub(super) fn days(&self) -> String {
        let days = &self.report.days;
        let values = [
            ("workable", days.workable),
            ("days", days.days.into()),
            ("weekend", days.weekend.into()),
            ("holidays", days.holidays.into()),
            ("off", days.off),
        ];
        let args = values.map(|(name, value)| (name, Arg::Number(value.normalize())));
        text_with(self.console.language, "cli-incitu-days", &args)
    }

    pub(super) fn people(&self) -> Table {
        let columns = [
            "cli-incitu-person",
            "cli-incitu-days-in-year",
            "cli-incitu-operational",
            "cli-incitu-planned",
            "cli-incitu-done",
            "cli-incitu-cost",
            "cli-incitu-day-cost",
        ];
        let mut table = self.header(&columns);
        let mut whole = [Decimal::ZERO; 5];
        for person in &self.report.people {
            let on_projects: Both = person.on_projects.iter().copied().sum();
            let numbers = [
                person.days,
                person.operational_days,
                on_projects.planned,
                on_projects.realised,
                person.cost,
            ];
            for (sum, value) in whole.iter_mut().zip(numbers) {
                *sum += value;
            }
            let cells = self.person_cells(numbers).into_iter().chain([self.euros(person.day_cost)]);
            table.row(self.person_name(person.position.into()), cells);
        }
        table.rule();
        table.row(self.say("cli-incitu-total"), self.person_cells(whole));
        table
    }

    fn person_cells(&self, [days, operational, planned, realised, cost]: [Decimal; 5]) -> [String; 5] {
        [
            self.number(days),
            self.number(operational),
            self.number(planned),
            self.number(realised),
            self.euros(cost),
        ]
    }

    fn person_name(&self, item: ItemId) -> String {
        let holder = self.plan.positions.iter().find(|known| item == known.id.into());
        let holder = holder.and_then(|position| position.holder.clone());
        holder.unwrap_or_else(|| self.plan.label(item).to_owned())
    }

    pub(super) fn charges(&self) -> Table {
        let columns = [
            "cli-incitu-category",
            "cli-incitu-two-before",
            "cli-incitu-one-before",
            "cli-incitu-planned",
            "cli-incitu-realised",
            "cli-incitu-completion",
            "cli-incitu-per-day",
        ];
        let mut table = self.header(&columns);
        let cells = |[first, second]: [Decimal; 2], amount: Both| {
            let amounts = [first, second, amount.planned, amount.realised].map(|euros| self.euros(euros));
            amounts.into_iter().chain([self.completion(amount)]).collect::<Vec<_>>()
        };
        let (mut before, mut whole) = ([Decimal::ZERO; 2], Both::default());
        for category in &self.report.categories {
            let label = category.pool.map(|pool| self.plan.label(pool.into()).to_owned());
            let mut cells = cells(category.before, category.amount);
            cells.push(self.euros(category.day_cost.planned));
            table.row(label.unwrap_or_else(|| self.say("cli-incitu-one-category")), cells);
            whole = whole + category.amount;
            for (sum, euros) in before.iter_mut().zip(category.before) {
                *sum += euros;
            }
        }
        table.rule();
        table.row(self.say("cli-incitu-total"), cells(before, whole));
        table
    }
}
