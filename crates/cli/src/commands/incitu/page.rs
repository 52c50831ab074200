//! The tables one under the other, and how their cells are written.

use previ_engine::money::to_cents;
use previ_engine::plan::Plan;
use previ_sheets::incitu::{Account, Both, Report};
use previ_words::{Decimals, amount, completion, fiscal_year, hundredths};
use rust_decimal::Decimal;

use crate::Console;
use crate::table::{Table, wrapped};

/// What was planned or what came of it.
pub(super) type Side = fn(Both) -> Decimal;

pub(super) struct Page<'a, 'c> {
    pub(super) plan: &'a Plan,
    pub(super) report: &'a Report,
    pub(super) console: &'a Console<'c>,
}

impl Page<'_, '_> {
    pub(super) fn text(&self, set: Option<&[usize]>, account: &Account) -> String {
        let width = self.console.surroundings.columns;
        let name = &self.plan.frame.association.name;
        let year = fiscal_year(self.report.year);
        let mut text = format!("{name} · {year} · {}\n\n", self.say("cli-incitu-title"));
        text.push_str(&wrapped(&self.days(), "", width));
        let mut add = |title: &str, table: Table| {
            text.push_str(&format!("\n{}{}", wrapped(title, "", width), table.render(width)));
        };
        if !self.report.people.is_empty() {
            add(&self.say("cli-incitu-people"), self.people());
        }
        add(&self.say("cli-incitu-charges"), self.charges());
        let sides: [(&str, Side); 2] = [
            ("cli-incitu-projects-planned", |amount| amount.planned),
            ("cli-incitu-projects-realised", |amount| amount.realised),
        ];
        for (title, side) in sides {
            add(&self.say(title), self.projects(side));
        }
        add(&self.say("cli-incitu-certainty"), self.certainties());
        add(&self.account_title(set, account), self.account(account));
        if set.is_none() {
            add(&self.say("cli-incitu-bridge"), self.bridge());
        }
        text.push_str(&self.promises(width));
        text
    }

    pub(super) fn say(&self, id: &str) -> String {
        self.console.text(id)
    }

    pub(super) fn euros(&self, euros: Decimal) -> String {
        amount(self.console.language, to_cents(euros), Decimals::Two)
    }

    pub(super) fn number(&self, value: Decimal) -> String {
        hundredths(self.console.language, value)
    }

    pub(super) fn header(&self, columns: &[&str]) -> Table {
        Table::new(columns.iter().map(|id| self.say(id)).collect())
    }

    pub(super) fn completion(&self, amount: Both) -> String {
        completion(self.console.language, Some(amount.completion()))
    }
}
