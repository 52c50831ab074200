//! Funding agreements: where their lines and instalments stand on *Financements*, and their rows of *Mois*
//! and *Règlements*.

use previ_engine::agreement::{FundingAgreement, FundingLine, Tranche};
use previ_engine::cash::CashRow;
use previ_engine::funder::Funder;
use previ_engine::journal::accounts;
use previ_engine::month::Month;
use previ_engine::payment::{Instalment, Part, Trigger};
use previ_engine::rule::Ceiling;
use previ_words::{fiscal_year, month_short};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::super::cell::Cell;
use super::super::formula::Slice;
use super::super::refs::Tab;
use super::super::source::Source;
use super::payments::{Cost, Payments};
use super::{FIRST_ROW, Grids, assets, month_row, settled};

/// The column of *Financements* with what the view counts of a line, and with each payment.
pub(in super::super) const COUNTED_COLUMN: u16 = 13;

/// A tranche with its places on *Financements*.
pub(in super::super) struct Placed<'a> {
    pub(in super::super) agreement: &'a FundingAgreement,
    pub(in super::super) funder: &'a Funder,
    pub(in super::super) tranche: &'a Tranche,
    /// Row of its first line; one row for each.
    pub(in super::super) first_row: u32,
    /// What the view counts of each line.
    pub(in super::super) counted: Vec<i64>,
    /// Its payments.
    pub(in super::super) receipts: Vec<Receipt<'a>>,
    /// The row of *Mois* of each line, where it has one.
    pub(in super::super) month_rows: Vec<Option<u32>>,
}

/// A payment of a tranche.
pub(in super::super) struct Receipt<'a> {
    /// `None` for the one payment of a tranche without instalments.
    pub(in super::super) instalment: Option<&'a Instalment>,
    pub(in super::super) row: u32,
    /// The month in which the money comes.
    pub(in super::super) month: Month,
    /// What is called up to and with it, in hundredths of a cent.
    pub(in super::super) called: u64,
    pub(in super::super) cents: i64,
}

impl Placed<'_> {
    /// Whether its payments are parts of the tranche in months that the plan names. The others follow from
    /// costs, from other agreements or from what came, and stand on the sheets as Prévi calculated them.
    pub(in super::super) fn has_simple_payments(&self) -> bool {
        let is_simple = |instalment: &Instalment| {
            let is_dated = matches!(
                instalment.trigger,
                Trigger::InMonth(_) | Trigger::OnDecision | Trigger::OnSignature
            );
            is_dated && instalment.received.is_none()
        };
        // What a ceiling cuts is paid in part.
        let is_cut = |ceiling: &Ceiling| matches!(ceiling, Ceiling::PublicMoney(_));
        let may_be_cut = self.agreement.must_find_cost() && self.agreement.ceilings.iter().any(is_cut);
        !self.agreement.is_claimed() && !may_be_cut && self.tranche.instalments.iter().all(is_simple)
    }

    /// Whether it posts more to costs and income than its awards.
    fn has_other_flows(&self) -> bool {
        self.agreement.must_find_cost()
            || self.agreement.provision.is_some()
            || self.agreement.partners.is_some()
    }

    /// The line at a place with its row of *Financements*.
    pub(in super::super) fn lines(&self) -> impl Iterator<Item = (u32, &FundingLine)> {
        (self.first_row..).zip(&self.tranche.lines)
    }

    /// Its agreement, with its fiscal year or its dates where the agreement has several tranches.
    pub(in super::super) fn label(&self, source: &Source<'_>) -> String {
        let label = &self.agreement.label;
        if self.agreement.tranches.len() < 2 {
            return label.clone();
        }
        let dates = [self.tranche.from, self.tranche.to];
        let [first, last] = dates.map(|month| source.timeline.fiscal_year(month));
        if first == last {
            return format!("{label} ({})", fiscal_year(first));
        }
        let [from, to] = dates.map(|month| month_short(source.language, month));
        format!("{label} ({from} – {to})")
    }
}

/// The tranches of the plan in its order, those of the view and the others.
pub(in super::super) fn place<'a>(source: &Source<'a>) -> Vec<Placed<'a>> {
    let weights = source.plan.frame.weights();
    let mut placed: Vec<Placed<'a>> = Vec::new();
    let mut row = FIRST_ROW;
    for agreement in &source.plan.agreements {
        let Some(funder) = source.plan.funders.iter().find(|funder| funder.id == agreement.funder) else {
            continue;
        };
        for tranche in &agreement.tranches {
            let counted = |line| agreement.counted_cents(tranche, line, source.view.certainty, &weights);
            placed.push(Placed {
                agreement,
                funder,
                tranche,
                first_row: row,
                counted: tranche.lines.iter().map(counted).collect(),
                receipts: Vec::new(),
                month_rows: Vec::new(),
            });
            row += tranche.lines.len() as u32;
        }
    }
    // Two empty rows, a title and the heads of the second block.
    row += 4;
    for found in &mut placed {
        if found.has_simple_payments() {
            found.receipts = receipts(source, found, row);
        }
        row += found.receipts.len() as u32;
    }
    placed
}

/// The payments of a tranche, from `row` on, with the months and amounts of the journal.
fn receipts<'a>(source: &Source<'_>, placed: &Placed<'a>, row: u32) -> Vec<Receipt<'a>> {
    let tranche = placed.tranche;
    let payments = source.view.payments(placed.agreement.id, tranche.id);
    // Hundredths of a cent, so that shares and amounts round together.
    let whole = tranche.total_cents().max(0).unsigned_abs() * 100;
    let mut called = 0;
    let mut receipts = Vec::new();
    for (row, payment) in (row..).zip(payments) {
        let instalment = payment.instalment.and_then(|place| tranche.instalments.get(place));
        let weight = match instalment.map(|instalment| instalment.part) {
            Some(Part::Share(share)) => share.fraction().saturating_mul(Decimal::from(whole)),
            Some(Part::Amount(amount)) => amount.euros().saturating_mul(Decimal::from(10_000)),
            None => Decimal::from(whole),
        };
        called += weight.round().to_u64().unwrap_or(0).min(whole - called);
        receipts.push(Receipt { instalment, row, month: payment.arrival, called, cents: payment.cents });
    }
    receipts
}

/// Adds the rows of agreements: income by line, payments by tranche, then what follows from costs.
pub(in super::super) fn push(source: &Source<'_>, placed: &mut [Placed<'_>], grids: &mut Grids) {
    push_awards(source, placed, grids);
    for tranche in placed.iter().filter(|tranche| tranche.has_other_flows()) {
        settled::push_flows(source, tranche, grids);
    }
    let mut last = None;
    let has_other_money = |tranche: &&Placed<'_>| {
        let agreement = tranche.agreement;
        agreement.must_find_cost() || agreement.partners.is_some() || !tranche.has_simple_payments()
    };
    for tranche in placed.iter().filter(has_other_money) {
        if last.replace(tranche.agreement.id) != Some(tranche.agreement.id) {
            settled::push_money(source, tranche.agreement, grids);
        }
    }
}

fn push_awards(source: &Source<'_>, placed: &mut [Placed<'_>], grids: &mut Grids) {
    for tranche in placed {
        let label = tranche.label(source);
        let mut month_rows = Vec::new();
        for ((row, line), counted) in tranche.lines().zip(&tranche.counted) {
            let address = source.refs.fixed(Tab::Funding, row, COUNTED_COLUMN);
            let (account, cells) = match tranche.agreement.investment {
                None if tranche.agreement.is_claimed() => {
                    month_rows.push(None);
                    continue;
                }
                None => {
                    let account = tranche.agreement.account_of_income(tranche.funder);
                    (account, award_cells(source, tranche.tranche, *counted, &address))
                }
                Some(id) => {
                    let cells = assets::release_cells(source, id, tranche.tranche, *counted, &address);
                    (accounts::INVESTMENT_GRANT_INCOME, cells)
                }
            };
            let mut row = month_row(source, tranche.agreement.id.into(), account);
            row.label.clone_from(&label);
            row.activity = source.kept_activity(line.activity);
            row.certainty = tranche.agreement.certainty_of(tranche.tranche, line);
            row.cells = cells;
            let is_used = row.cells.iter().any(Cell::is_used);
            month_rows.push(is_used.then(|| grids.push_months(row)));
        }
        tranche.month_rows = month_rows;
        push_receipts(source, tranche, &label, grids);
    }
}

/// The income of a line: at the decision the shares of its fiscal year and of earlier ones, then each
/// later year's in its first month.
fn award_cells(source: &Source<'_>, tranche: &Tranche, counted: i64, address: &str) -> Vec<Cell> {
    let mut cells = vec![Cell::Blank; source.months.len()];
    let months = tranche.to.since(tranche.from).max(0).unsigned_abs() + 1;
    let of = u64::from(months);
    let decided = source.timeline.fiscal_year(tranche.decision);
    let elapsed = |last: Month| last.since(tranche.from).saturating_add(1).clamp(0, months as i32);
    let mut post = |month: Month, from: i32, to: i32| {
        let slice = Slice { from: from.unsigned_abs().into(), to: to.unsigned_abs().into(), of }.reduced();
        if slice.is_empty() {
            return;
        }
        if let Some(cell) = source.place(month).and_then(|place| cells.get_mut(place)) {
            let cents = slice.cents(Decimal::new(counted, 2));
            *cell = Cell::Formula(slice.formula_of_cents(address), cents);
        }
    };
    let mut given = elapsed(decided.last());
    post(tranche.decision, 0, given);
    let mut year = source.timeline.fiscal_year(decided.last().plus(1));
    while given < months as i32 && year.first <= source.timeline.last() {
        let until = elapsed(year.last());
        post(year.first, given, until);
        given = until;
        year = source.timeline.fiscal_year(year.last().plus(1));
    }
    cells
}

fn push_receipts(source: &Source<'_>, tranche: &Placed<'_>, label: &str, grids: &mut Grids) {
    let treasury = source.registry.treasury(tranche.agreement.account);
    let mut payments = Payments::new(source, false);
    for receipt in &tranche.receipts {
        let address = source.refs.fixed(Tab::Funding, receipt.row, COUNTED_COLUMN);
        let cost = Cost { month: receipt.month, cents: receipt.cents, address: Some(address) };
        payments.add(source, receipt.month, Slice::WHOLE, &cost);
    }
    let item = tranche.agreement.id.into();
    payments.push(source, (item, label), CashRow::Grants(tranche.funder.kind), treasury, grids);
}
