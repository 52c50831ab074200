//! *Accueil*: is the budget in balance, will the cash hold, what is there to do.

mod alerts;
mod steps;

use egui::{Align, Grid, Layout, RichText, Ui, vec2};
use previ_engine::certainty::Certainty;
use previ_engine::diagnostic::Arg;
use previ_engine::figure::{CashPart, Figure};
use previ_session::Session;
use previ_session::views::cell::{CellKind, CellView, Emphasis};
use previ_session::views::explanation::Subject;
use previ_session::views::home::{HomePage, YearSummary};
use previ_words::{Decimals, Language, amount, money, month_long, month_short, text, text_with};

use super::{Desk, Request};
use crate::theme::{BLOCK_GAP, Tokens};
use crate::widget::block::{card, heading, hint, swatch, unbroken};
use crate::widget::list::{Clicked, List, ListColumn};
use crate::widget::{chart, form};

/// A page less wide than this has one column.
const NARROW: f32 = 820.0;

/// Draws the page.
pub fn show(ui: &mut Ui, session: &Session, desk: &mut Desk, requests: &mut Vec<Request>) {
    let page = session.home();
    let language = session.language();
    ui.heading(&page.association);
    let empty = page.years.iter().all(|year| year.charges_cents == 0 && year.income_cents == 0);
    if empty {
        steps::first(ui, session, &page, requests);
        return;
    }
    hint(ui, text(language, "app-home-intro"));
    ui.add_space(8.0);
    years(ui, language, &page.years, requests);
    ui.add_space(BLOCK_GAP);
    let width = ui.available_width();
    if width < NARROW {
        alerts::show(ui, session, &page, desk, requests);
        ui.add_space(BLOCK_GAP);
        pictures(ui, language, &page);
        steps::next(ui, session, &page, requests);
        return;
    }
    let left = (width - BLOCK_GAP) * 0.58;
    let right = width - left - BLOCK_GAP;
    ui.horizontal_top(|ui| {
        side(ui, left, |ui| pictures(ui, language, &page));
        ui.add_space(BLOCK_GAP - ui.spacing().item_spacing.x);
        side(ui, right, |ui| {
            alerts::show(ui, session, &page, desk, requests);
            steps::next(ui, session, &page, requests);
        });
    });
}

/// The two pictures.
fn pictures(ui: &mut Ui, language: Language, page: &HomePage) {
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        heading(ui, text(language, "app-home-cash"));
        chart::cash(ui, "home-cash", language, &page.cash, 220.0);
        cash_words(ui, language, page);
    });
    ui.add_space(BLOCK_GAP);
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        certainty(ui, language, page);
    });
}

/// One of two columns.
fn side(ui: &mut Ui, width: f32, contents: impl FnOnce(&mut Ui)) {
    ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
        ui.set_width(width);
        contents(ui);
    });
}

fn years(ui: &mut Ui, language: Language, years: &[YearSummary], requests: &mut Vec<Request>) {
    let rows = [
        ("app-home-charges", Emphasis::Normal),
        ("app-home-income", Emphasis::Normal),
        ("app-home-result", Emphasis::Result),
        ("app-home-to-find", Emphasis::Normal),
        ("app-home-closing", Emphasis::Normal),
        ("app-home-low", Emphasis::Normal),
    ];
    let number = |cents: i64, emphasis| CellView {
        text: amount(language, cents, Decimals::None),
        cents: Some(cents),
        kind: CellKind::Amount,
        emphasis,
        ..CellView::default()
    };
    let cell = |row: usize, column: usize| {
        let Some(year) = column.checked_sub(1).and_then(|place| years.get(place)) else {
            return CellView {
                text: text(language, rows[row].0),
                kind: CellKind::Text,
                ..CellView::default()
            };
        };
        let emphasis = rows[row].1;
        let mut found = match row {
            0 => number(year.charges_cents, emphasis),
            1 => number(year.income_cents, emphasis),
            2 => number(year.result_cents, emphasis),
            3 => number(year.to_find_cents, emphasis),
            4 => number(year.closing_cents, emphasis),
            _ => match year.low_point {
                Some((month, cents)) => {
                    let shown = amount(language, cents, Decimals::None);
                    let text = format!("{shown} ({})", month_short(language, month));
                    CellView { text, ..number(cents, emphasis) }
                }
                None => CellView::default(),
            },
        };
        found.subject = figure(row, year).map(Subject::Figure);
        found
    };
    let titles_width = if ui.available_width() < NARROW { 214.0 } else { 250.0 };
    // The row of low points is the longest; a digit is about eight points wide.
    let longest = (0..years.len()).map(|place| cell(5, place + 1).text.chars().count()).max().unwrap_or(0);
    let least = (longest as f32 * 8.0 + 20.0).max(120.0);
    let width =
        ((ui.available_width() - titles_width) / years.len() as f32).clamp(least, least.max(240.0)).floor();
    let titles = years.iter().map(|year| ListColumn { title: year.title.clone(), width, number: true });
    let first = ListColumn { title: text(language, "app-home-years"), width: titles_width, number: false };
    let list = List {
        id: "home-years",
        columns: std::iter::once(first).chain(titles).collect(),
        sticky: 1,
        groups: Vec::new(),
        open_hint: String::new(),
        rows: rows.len(),
        cell: &cell,
        emphasis: &|row| rows[row].1,
        selected: None,
        scroll_to: None,
        choose_rows: false,
    };
    if let Some(Clicked::Cell(row, column)) = list.show(ui, f32::INFINITY)
        && let Some(subject) = cell(row, column).subject
    {
        requests.push(Request::Explain(subject));
    }
}

fn figure(row: usize, year: &YearSummary) -> Option<Figure> {
    let key = year.year.key();
    let of = |account: &str| Figure::Result { year: key, account: account.parse().ok(), activity: None };
    Some(match row {
        0 => of("6"),
        1 => of("7"),
        2 => Figure::Result { year: key, account: None, activity: None },
        4 => Figure::Cash { month: year.year.last(), part: CashPart::Closing },
        5 => Figure::Cash { month: year.low_point?.0, part: CashPart::Closing },
        _ => return None,
    })
}

/// The curve in a sentence, for those who read rather than look.
fn cash_words(ui: &mut Ui, language: Language, page: &HomePage) {
    let tokens = Tokens::in_use(ui);
    let both = page.cash.months.iter().zip(&page.cash.closing_cents);
    let Some((month, cents)) = both.min_by_key(|(_, cents)| **cents) else { return };
    let args = [
        ("month", Arg::Text(month_long(language, *month))),
        ("amount", Arg::Text(money(language, *cents, Decimals::None))),
    ];
    let colour = if *cents < 0 { tokens.negative } else { tokens.text };
    ui.label(RichText::new(unbroken(&text_with(language, "app-home-lowest", &args))).color(colour));
    if page.cash.reserve_cents.is_some() {
        hint(ui, text(language, "app-home-reserve-line"));
    }
}

fn certainty(ui: &mut Ui, language: Language, page: &HomePage) {
    let tokens = Tokens::in_use(ui);
    heading(ui, text(language, "app-home-certainty"));
    let colour = |level: Option<Certainty>| match level {
        None => tokens.own_income,
        Some(Certainty::Certain) => tokens.certainty[0],
        Some(Certainty::Favourable) => tokens.certainty[1],
        Some(Certainty::Filed) => tokens.certainty[2],
        Some(Certainty::NotFiled) => tokens.certainty[3],
    };
    let totals = (0..page.years.len()).map(|year| page.income.iter().map(|row| row.cents[year].max(0)).sum());
    let totals: Vec<i64> = totals.collect();
    let charges = page.years.iter().map(|year| year.charges_cents);
    let whole = totals.iter().copied().chain(charges).max().unwrap_or(1);
    let width = (ui.available_width() - 64.0 - 110.0 - 2.0 * ui.spacing().item_spacing.x).max(80.0);
    for (place, year) in page.years.iter().enumerate() {
        ui.horizontal(|ui| {
            form::label(ui, 64.0, &year.title);
            let parts: Vec<_> =
                page.income.iter().map(|row| (colour(row.certainty), row.cents[place])).collect();
            chart::bar(ui, &bar_name(language, page, place), &parts, whole, year.charges_cents, width);
            form::label_right(ui, 110.0, unbroken(&money(language, totals[place], Decimals::None)));
        });
    }
    let shown: Vec<_> = page.income.iter().filter(|row| row.cents.iter().any(|cents| *cents != 0)).collect();
    Grid::new("certainty").num_columns(2).spacing([24.0, 2.0]).show(ui, |ui| {
        for pair in shown.chunks(2) {
            for row in pair {
                ui.horizontal(|ui| {
                    swatch(ui, colour(row.certainty));
                    ui.label(RichText::new(&row.title).small());
                });
            }
            ui.end_row();
        }
    });
    hint(ui, text(language, "app-home-certainty-mark"));
}

/// A bar in words.
fn bar_name(language: Language, page: &HomePage, year: usize) -> String {
    let parts = page.income.iter().filter(|row| row.cents[year] != 0);
    let parts: Vec<String> = parts
        .map(|row| format!("{} : {}", row.title, money(language, row.cents[year], Decimals::None)))
        .collect();
    format!("{} – {}", page.years[year].title, parts.join(", "))
}
