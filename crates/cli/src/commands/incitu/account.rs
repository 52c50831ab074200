//! The result account, and the bridge to the result of Prévi.

use previ_engine::diagnostic::Arg;
use previ_sheets::incitu::{Account, Both};
use previ_words::{account_label, funder_kind, text_with};
use rust_decimal::Decimal;

use super::page::Page;
use crate::json;
use crate::table::Table;

impl Page<'_, '_> {
    pub(super) fn account_title(&self, set: Option<&[usize]>, account: &Account) -> String {
        let Some(set) = set else { return self.say("cli-incitu-account") };
        let numbers = set.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        let hundredths = |share: Decimal| self.number(share.saturating_mul(Decimal::ONE_HUNDRED));
        let args = [
            ("projects", Arg::Text(numbers)),
            ("planned", Arg::Text(hundredths(account.rate.planned))),
            ("realised", Arg::Text(hundredths(account.rate.realised))),
        ];
        text_with(self.console.language, "cli-incitu-account-of", &args)
    }

    pub(super) fn account(&self, account: &Account) -> Table {
        let columns = [
            "cli-incitu-account-heading",
            "cli-incitu-planned",
            "cli-incitu-realised",
            "cli-incitu-completion",
        ];
        let mut table = self.header(&columns);
        let mut row = |label: String, amount: Both| {
            let cells = [self.euros(amount.planned), self.euros(amount.realised), self.completion(amount)];
            table.row(label, cells);
        };
        let inside = |id: &str| format!("    {}", self.say(id));
        let reference = previ_reference::reference();
        for (heading, amount) in account.charges.iter().filter(|(_, amount)| *amount != Both::default()) {
            let label = account_label(self.console.language, reference, *heading);
            row(format!("{heading} {label}"), *amount);
            if heading.get() == 64 {
                row(inside("cli-incitu-pay"), account.pay);
                row(inside("cli-incitu-contributions"), account.contributions);
            }
            if heading.get() == 68 && account.provisions_made != Both::default() {
                row(inside("cli-incitu-provisions-made"), account.provisions_made);
            }
        }
        row(self.say("cli-total-charges"), account.total_charges());
        row(self.say("cli-incitu-own-income"), account.own_income);
        row(self.say("cli-incitu-funders"), account.total_funders());
        for (kind, amount) in &account.funders {
            row(format!("    {}", funder_kind(self.console.language, *kind)), *amount);
        }
        row(self.say("cli-incitu-other-income"), account.other_income);
        row(self.say("cli-incitu-provisions-released"), account.provisions_released);
        row(self.say("cli-total-income"), account.total_income());
        // A share of a deficit says nothing.
        let result = [account.result().planned, account.result().realised].map(|euros| self.euros(euros));
        table.row(self.say("cli-result"), result);
        table
    }

    pub(super) fn bridge(&self) -> Table {
        let mut table = self.header(&["cli-incitu-why", "cli-amount"]);
        for (place, step) in self.report.bridge.iter().enumerate() {
            let label = self.say(json::step_id(step.kind));
            if step.kind.is_result() && place > 0 {
                table.rule();
            }
            let label = if step.kind.is_result() { label } else { format!("    {label}") };
            table.row(label, [self.euros(step.euros)]);
        }
        table
    }
}
