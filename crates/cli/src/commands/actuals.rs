//! What was planned beside what was done, of the whole or of a set of activities.

use std::io;

use previ_engine::account::AccountNumber;
use previ_engine::actuals::{ActualBlock, YearActuals, actuals};
use previ_engine::completion::Beside;
use previ_engine::days::Days;
use previ_engine::diagnostic::Arg;
use previ_engine::id::{ActivityId, ItemId};
use previ_engine::view::View;
use previ_engine::workload::workload;
use previ_words::{Decimals, account_label, amount, completion, fiscal_year, hundredths, text_with};

use crate::Console;
use crate::table::{Table, wrapped};

/// A row: its title and its cells, those of each year one after the other.
type Row = (String, Vec<String>);

/// Writes the years of which something was done; nothing where there are none.
pub(super) fn show(view: &View, chosen: Option<&[ActivityId]>, console: &mut Console<'_>) -> io::Result<()> {
    let years = actuals(view, &workload(view), chosen);
    if years.is_empty() {
        return Ok(());
    }
    let page = Page { view, years: &years, console };
    let mut table = Table::new(page.header());
    let mut add = |rows: Vec<Row>| {
        for (title, cells) in rows {
            table.row(title, cells);
        }
        table.rule();
    };
    add(page.block(|year| &year.charges, "cli-total-charges"));
    add(page.block(|year| &year.income, "cli-total-income"));
    add(vec![(console.text("cli-result"), page.result())]);
    for rows in [page.agreements(), page.pools(), page.days()] {
        if !rows.is_empty() {
            add(rows);
        }
    }
    let title = if chosen.is_some() { "cli-title-actuals-of-set" } else { "cli-title-actuals" };
    let (title, why, width) =
        (console.text(title), console.text("cli-actuals-why"), console.surroundings.columns);
    writeln!(console.out, "\n{title}")?;
    console.out.write_all(table.render(width).as_bytes())?;
    console.out.write_all(wrapped(&why, "", width).as_bytes())
}

struct Page<'a, 'b> {
    view: &'a View,
    years: &'a [YearActuals],
    console: &'a Console<'b>,
}

impl Page<'_, '_> {
    fn header(&self) -> Vec<String> {
        let mut header = vec![self.console.text("cli-euros")];
        for year in self.years {
            let title =
                |id| text_with(self.console.language, id, &[("year", Arg::Text(fiscal_year(year.year)))]);
            if year.is_planned() {
                header.push(title("actuals-planned"));
            }
            header.push(title("actuals-done"));
            if year.is_planned() {
                header.push(self.console.text("actuals-percent"));
            }
        }
        header
    }

    /// A cell or three for each year: one of which nothing was planned was only done.
    fn cells(&self, of: impl Fn(&YearActuals) -> [String; 3]) -> Vec<String> {
        let cells = |year: &YearActuals| {
            let [planned, done, percent] = of(year);
            if year.is_planned() { vec![planned, done, percent] } else { vec![done] }
        };
        self.years.iter().flat_map(cells).collect()
    }

    fn euros(&self, of: impl Fn(&YearActuals) -> Beside<i64>) -> Vec<String> {
        let language = self.console.language;
        self.cells(|year| {
            let found = of(year);
            let euros = |cents: Option<i64>| {
                cents.map_or_else(String::new, |cents| amount(language, cents, Decimals::None))
            };
            [euros(found.planned), euros(found.done), completion(language, found.completion())]
        })
    }

    fn block(&self, of: impl Fn(&YearActuals) -> &ActualBlock, total: &str) -> Vec<Row> {
        let titles = |account: AccountNumber| {
            account_label(self.console.language, previ_reference::reference(), account)
        };
        let headings = self.years.iter().flat_map(|year| &of(year).headings);
        let mut accounts: Vec<(AccountNumber, AccountNumber)> = headings
            .flat_map(|heading| heading.rows.iter().map(|(account, _)| (heading.account, *account)))
            .collect();
        accounts.sort_unstable();
        accounts.dedup();
        let mut rows: Vec<Row> = Vec::new();
        let mut last = None;
        for (heading, account) in accounts {
            if last != Some(heading) {
                let title = format!("{heading} {}", titles(heading));
                rows.push((title, self.euros(|year| of(year).heading(heading))));
                last = Some(heading);
            }
            let title = format!("    {account} {}", titles(account));
            rows.push((title, self.euros(|year| of(year).account(account))));
        }
        rows.push((self.console.text(total), self.euros(|year| of(year).total_cents)));
        rows
    }

    /// A result says nothing in percent of another one.
    fn result(&self) -> Vec<String> {
        let euros = |cents: Option<i64>| {
            cents.map_or_else(String::new, |cents| amount(self.console.language, cents, Decimals::None))
        };
        self.cells(|year| [euros(year.result_cents.planned), euros(year.result_cents.done), String::new()])
    }

    /// The agreements that say something in any year.
    fn agreements(&self) -> Vec<Row> {
        let agreements = self.view.plan().agreements.iter().map(|agreement| agreement.id);
        self.items(agreements, |year, id| amount_of(&year.agreements, id))
    }

    /// The pools that say something in any year.
    fn pools(&self) -> Vec<Row> {
        let pools = self.view.plan().pools.iter().map(|pool| pool.id);
        self.items(pools, |year, id| amount_of(&year.pools, id))
    }

    fn items<I: Copy + Into<ItemId>>(
        &self,
        ids: impl Iterator<Item = I>,
        of: impl Fn(&YearActuals, I) -> Option<Beside<i64>>,
    ) -> Vec<Row> {
        let says = |id: &I| self.years.iter().any(|year| of(year, *id).is_some());
        let row = |id: I| {
            let title = self.view.plan().label(id.into()).to_owned();
            (title, self.euros(|year| of(year, id).unwrap_or_default()))
        };
        ids.filter(says).map(row).collect()
    }

    /// The days of each post, all of them, and what they cost.
    fn days(&self) -> Vec<Row> {
        let language = self.console.language;
        let row = |title: String, of: &dyn Fn(&YearActuals) -> Beside<Days>| {
            let cells = self.cells(|year| {
                let found = of(year);
                let days = |days: Option<Days>| {
                    days.map_or_else(String::new, |days| hundredths(language, days.value()))
                };
                [days(found.planned), days(found.done), completion(language, found.completion())]
            });
            (title, cells)
        };
        let plan = self.view.plan();
        let posts = plan.positions.iter().map(|position| position.id);
        let has = |year: &YearActuals, id| year.posts.iter().find(|post| post.position == id).copied();
        let mut rows: Vec<Row> = posts
            .filter(|id| self.years.iter().any(|year| has(year, *id).is_some()))
            .map(|id| {
                let days = |year: &YearActuals| has(year, id).map(|post| post.days).unwrap_or_default();
                row(plan.label(id.into()).to_owned(), &days)
            })
            .collect();
        if !rows.is_empty() {
            rows.push(row(self.console.text("workload-total"), &YearActuals::days));
            rows.push((self.console.text("workload-cost"), self.euros(YearActuals::staff_cents)));
        }
        rows
    }
}

fn amount_of<I: Copy + PartialEq>(amounts: &[(I, Beside<i64>)], id: I) -> Option<Beside<i64>> {
    amounts.iter().find(|(known, _)| *known == id).map(|(_, amount)| *amount)
}
