//! *Financements*: each line of each tranche with what was asked, granted and counted, and the payments.

use previ_engine::certainty::Certainty;
use previ_engine::partner::Answers;
use previ_engine::payment::{Part, Trigger};
use previ_words::{certainty, funder_kind, month_short, stage};
use rust_decimal::Decimal;

use super::super::cell::{Look, Role, Shape};
use super::super::grids::agreements::{COUNTED_COLUMN, Placed, Receipt};
use super::super::grids::{FIRST_ROW, Grids, year_column};
use super::super::refs::Tab;
use super::super::sheet::{Print, Sheet};
use super::super::source::Source;

const ASKED: u16 = 9;
const GRANTED: u16 = 10;
const WEIGHT: u16 = 11;
/// What is granted, else what is asked; among payments what is called so far.
const AMOUNT: u16 = 12;
const FIRST_YEAR: u16 = COUNTED_COLUMN + 1;

/// The sheet.
pub(in super::super) fn sheet(source: &Source<'_>, placed: &[Placed<'_>], grids: &Grids) -> Sheet {
    let name = source.tab(Tab::Funding);
    let mut sheet = Sheet::new(&name, &source.word("funding-title"), (0, &source.word("funding-note")));
    let years = source.years.len() as u16;
    let last = FIRST_YEAR + years - 1;
    sheet.widths = vec![(0, 0, 21.0), (1, 1, 26.0), (2, 2, 15.0), (3, 3, 11.0), (4, 4, 15.0), (5, 7, 8.5)];
    sheet.widths.extend([(8, 8, 17.0), (ASKED, last, 11.5)]);
    sheet.frozen = (FIRST_ROW, 2);
    sheet.print = Print::OnePageWide { repeated: (FIRST_ROW - 1, FIRST_ROW - 1) };
    let heads = [
        "funder",
        "agreement",
        "funder-kind",
        "stage",
        "certainty",
        "from",
        "to",
        "decision",
        "activity",
        "asked",
        "granted",
        "weight",
        "amount-kept",
        "counted",
    ];
    sheet.headers(FIRST_ROW - 1, 0, &source.words(&heads));
    let names: Vec<String> =
        source.year_names().iter().map(|year| format!("{} {year}", source.word("income"))).collect();
    sheet.headers(FIRST_ROW - 1, FIRST_YEAR, &names);
    for tranche in placed {
        lines(source, &mut sheet, tranche, grids);
    }
    let rows = placed.iter().map(|tranche| tranche.tranche.lines.len() as u32).sum::<u32>();
    totals(source, &mut sheet, placed, FIRST_ROW + rows, grids);
    payments(source, &mut sheet, placed, FIRST_ROW + rows + 2, last + 1);
    sheet
}

fn names(source: &Source<'_>, sheet: &mut Sheet, row: u32, placed: &Placed<'_>) {
    sheet.wrapped(row, 0, &placed.funder.name, Role::Plain);
    sheet.wrapped(row, 1, &placed.agreement.label, Role::Plain);
    let dates = [placed.tranche.from, placed.tranche.to];
    for (column, month) in (5..).zip(dates) {
        let text = month_short(source.language, month);
        sheet.shaped_text(row, column, &text, Look(Role::Plain, Shape::Centred));
    }
}

fn lines(source: &Source<'_>, sheet: &mut Sheet, placed: &Placed<'_>, grids: &Grids) {
    let language = source.language;
    let weights = source.plan.frame.weights();
    let cents = Look(Role::Plain, Shape::Cents);
    for (place, (row, line)) in placed.lines().enumerate() {
        names(source, sheet, row, placed);
        let level: Option<Certainty> = placed.agreement.certainty_of(placed.tranche, line);
        sheet.wrapped(row, 2, &funder_kind(language, placed.funder.kind), Role::Plain);
        sheet.wrapped(row, 3, &stage(language, placed.agreement.stage), Role::Plain);
        let shown = level.map_or_else(String::new, |level| certainty(language, level));
        sheet.wrapped(row, 4, &shown, Role::Plain);
        let decision = month_short(language, placed.tranche.decision);
        sheet.shaped_text(row, 7, &decision, Look(Role::Plain, Shape::Centred));
        sheet.wrapped(row, 8, &source.activity(line.activity), Role::Plain);
        let input = Look(Role::Input, Shape::Cents);
        sheet.decimal(row, ASKED, line.asked.euros(), input);
        match line.granted {
            Some(granted) => sheet.decimal(row, GRANTED, granted.euros(), input),
            None => sheet.blank(row, GRANTED, input),
        }
        let weight = source.view.certainty.weight(level, &weights).fraction();
        sheet.decimal(row, WEIGHT, weight, Look(Role::Input, Shape::Percent));
        let [asked, granted, weight, amount] =
            [ASKED, GRANTED, WEIGHT, AMOUNT].map(|column| source.refs.here(row, column));
        let kept = format!("ROUND(IF({granted}=\"\",{asked},{granted}),2)");
        sheet.formula(row, AMOUNT, kept, line.amount().cents(), cents);
        let counted = placed.counted.get(place).copied().unwrap_or(0);
        let whole = format!("ROUND({amount}*{weight},2)");
        sheet.formula(row, COUNTED_COLUMN, own_part(placed, &whole), counted, cents);
        let Some(months) = placed.month_rows.get(place).copied().flatten() else { continue };
        for year in 0..source.years.len() {
            let income =
                grids.months.get((months - FIRST_ROW) as usize).map_or(0, |row| row.year_cents(year));
            let formula = source.refs.at(Tab::Months, months, year_column(year));
            sheet.formula(row, FIRST_YEAR + year as u16, formula, income, cents);
        }
    }
}

/// The association's part of an amount: all but that of partners who answer themselves to the funder.
fn own_part(placed: &Placed<'_>, whole: &str) -> String {
    let partners = placed.agreement.partners.as_ref();
    match partners.filter(|partners| partners.answers == Answers::EachPartner) {
        Some(partners) => format!("{whole}-ROUND({whole}*{}/100,2)", partners.all_shares().value()),
        None => whole.to_owned(),
    }
}

/// The totals of what was counted and of each year's income.
fn totals(source: &Source<'_>, sheet: &mut Sheet, placed: &[Placed<'_>], row: u32, grids: &Grids) {
    if row == FIRST_ROW {
        sheet.text(row, 0, &source.word("no-funding"), Role::Note);
        return;
    }
    let look = Look(Role::Total, Shape::Cents);
    sheet.text(row, 0, &source.word("total"), Role::Total);
    for column in 1..AMOUNT {
        sheet.blank(row, column, Look(Role::Total, Shape::Text));
    }
    let kept: i64 = placed.iter().map(|placed| placed.tranche.total_cents()).sum();
    let counted: i64 = placed.iter().flat_map(|placed| &placed.counted).sum();
    let rows = || placed.iter().flat_map(|placed| placed.month_rows.iter().flatten());
    let income = |year: usize| -> i64 {
        let found = rows().filter_map(|row| grids.months.get((*row - FIRST_ROW) as usize));
        found.map(|row| row.year_cents(year)).sum()
    };
    let mut cents = vec![kept, counted];
    cents.extend((0..source.years.len()).map(income));
    for (column, cents) in (AMOUNT..).zip(cents) {
        let span = source.refs.here_span((FIRST_ROW, column), (row - 1, column));
        sheet.formula(row, column, format!("SUM({span})"), cents, look);
    }
}

fn payments(source: &Source<'_>, sheet: &mut Sheet, placed: &[Placed<'_>], row: u32, columns: u16) {
    if placed.is_empty() {
        return;
    }
    sheet.section(row, columns, &source.word("payments-title"));
    let heads = [
        "funder",
        "agreement",
        "trigger",
        "empty",
        "empty",
        "from",
        "to",
        "received-in",
        "empty",
        "fixed-part",
        "share",
        "empty",
        "called",
        "payment",
    ];
    sheet.headers(row + 1, 0, &source.words(&heads));
    for tranche in placed {
        let mut before: Option<u32> = None;
        for receipt in &tranche.receipts {
            names(source, sheet, receipt.row, tranche);
            payment(source, sheet, tranche, receipt, before);
            before = Some(receipt.row);
        }
    }
}

/// A payment: the difference of two running totals, each the rounded share of what is called so far.
fn payment(
    source: &Source<'_>,
    sheet: &mut Sheet,
    placed: &Placed<'_>,
    receipt: &Receipt<'_>,
    before: Option<u32>,
) {
    const SHARE: u16 = 10;
    const FIXED: u16 = 9;
    let (row, refs) = (receipt.row, &source.refs);
    let trigger = receipt.instalment.map_or(Trigger::OnDecision, |instalment| instalment.trigger);
    let trigger = previ_words::trigger(source.language, trigger);
    sheet.text(row, 2, &trigger, Role::Plain);
    let month = month_short(source.language, receipt.month);
    sheet.shaped_text(row, 7, &month, Look(Role::Plain, Shape::Centred));
    let last = placed.first_row + (placed.tranche.lines.len() as u32).saturating_sub(1);
    let sum = |column| format!("SUM({})", refs.here_span((placed.first_row, column), (last, column)));
    let (kept, counted) = (sum(AMOUNT), sum(COUNTED_COLUMN));
    let cents = Look(Role::Plain, Shape::Cents);
    let Some(instalment) = receipt.instalment else {
        sheet.formula(row, COUNTED_COLUMN, counted, receipt.cents, cents);
        return;
    };
    let (mut fixed, mut share) = (None, None);
    match instalment.part {
        Part::Amount(amount) => fixed = Some(amount.euros()),
        Part::Share(percent) => share = Some(percent.fraction()),
    }
    let [input, percent] = [Shape::Cents, Shape::Percent].map(|shape| Look(Role::Input, shape));
    match fixed {
        Some(amount) => sheet.decimal(row, FIXED, amount, input),
        None => sheet.blank(row, FIXED, input),
    }
    match share {
        Some(share) => sheet.decimal(row, SHARE, share, percent),
        None => sheet.blank(row, SHARE, percent),
    }
    let [fixed, share, called] = [FIXED, SHARE, AMOUNT].map(|column| refs.here(row, column));
    let previous = before.map(|row| refs.here(row, AMOUNT));
    let part = format!("MAX(0,IF({share}=\"\",{fixed},ROUND({share}*MAX(0,{kept}),4)))");
    let running = previous.as_ref().map_or_else(|| part.clone(), |previous| format!("{previous}+{part}"));
    let euros = Decimal::from(receipt.called) / Decimal::from(10_000);
    sheet.formula_of(row, AMOUNT, format!("MIN(MAX(0,{kept}),{running})"), &euros.normalize(), cents);
    let until = |called: &str| format!("ROUND({counted}*{called}/{kept},2)");
    let paid =
        previous.map_or_else(|| until(&called), |before| format!("{}-{}", until(&called), until(&before)));
    let formula = format!("IF({kept}>0,{paid},0)");
    sheet.formula(row, COUNTED_COLUMN, formula, receipt.cents, cents);
}
