//! Rows of forms: a label, and a field whose text becomes a value.

use egui::text::{LayoutJob, TextFormat};
use egui::{Align, CollapsingHeader, ComboBox, Id, Layout, Response, Stroke, TextStyle, Ui, vec2};
use previ_engine::diagnostic::Arg;
use previ_engine::money::{Amount, Percent, Quantity};
use previ_engine::month::Month;
use previ_words::{
    Decimals, Language, Message, editable, month_long, number, parse_amount, parse_month, parse_percent,
    parse_quantity, text, text_with,
};

use super::block::unbroken;
use super::field::Field;
use crate::theme::Tokens;

/// Width of the labels of a form.
pub const LABEL: f32 = 210.0;

/// Width of amounts, months and percentages.
pub const SHORT: f32 = 150.0;

/// Width of a cell with a label above an amount or a month.
pub const CELL: f32 = SHORT + 16.0;

/// What a field gave: nothing yet, a value, or why the text is none.
pub type Typed<T> = Option<Result<T, Message>>;

/// A label as wide as `width`.
pub fn label(ui: &mut Ui, width: f32, words: &str) -> Response {
    let size = vec2(width, ui.spacing().interact_size.y);
    let layout = Layout::left_to_right(Align::Center);
    ui.allocate_ui_with_layout(size, layout, |ui| {
        ui.set_min_size(size);
        ui.label(words)
    })
    .inner
}

/// A label as wide as `width`, its text on the right, as amounts stand.
pub fn label_right(ui: &mut Ui, width: f32, words: impl Into<egui::WidgetText>) -> Response {
    let size = vec2(width, ui.spacing().interact_size.y);
    let layout = Layout::right_to_left(Align::Center);
    ui.allocate_ui_with_layout(size, layout, |ui| {
        ui.set_min_size(size);
        ui.label(words)
    })
    .inner
}

/// A row of a form.
pub fn row<R>(ui: &mut Ui, words: &str, add: impl FnOnce(&mut Ui) -> R) -> R {
    // What does not fit stands below: with large text the page is narrow.
    ui.horizontal_wrapped(|ui| {
        let named = label(ui, LABEL, words);
        ui.label_inputs_by(named.id, add)
    })
    .inner
}

/// A field with its label above it, `width` wide: several stand beside each other, and one that finds no room
/// goes to the next line with its label.
pub fn above<R>(ui: &mut Ui, width: f32, words: &str, add: impl FnOnce(&mut Ui) -> R) -> R {
    let title = ui.text_style_height(&TextStyle::Body);
    let height = title + ui.spacing().item_spacing.y + ui.spacing().interact_size.y;
    let size = vec2(width.min(ui.available_width()), height);
    let inner = ui.allocate_ui_with_layout(size, Layout::top_down(Align::Min), |ui| {
        ui.set_min_size(size);
        // Something without a label, such as a button, stands level with the fields all the same.
        let named = ui.allocate_ui(vec2(size.x, title), |ui| {
            ui.set_min_height(title);
            ui.label(words)
        });
        ui.label_inputs_by(named.inner.id, |ui| ui.horizontal(add).inner)
    });
    inner.inner
}

/// What the line of a folded part of a form shows.
pub struct Folded<'a> {
    /// What it is.
    pub title: &'a str,
    /// What it holds, in short.
    pub told: &'a str,
    /// How the title is written.
    pub style: TextStyle,
}

impl<'a> Folded<'a> {
    /// A part inside a card.
    #[must_use]
    pub fn new(title: &'a str, told: &'a str) -> Self {
        Self { title, told, style: TextStyle::Body }
    }
}

/// A part of a form that is folded until somebody opens it; at first it is as `open` says.
pub fn fold(ui: &mut Ui, id: Id, shown: &Folded<'_>, open: bool, add: impl FnOnce(&mut Ui)) {
    let tokens = Tokens::in_use(ui);
    let format = |style: &TextStyle, colour| TextFormat::simple(style.resolve(ui.style()), colour);
    let mut words = LayoutJob::default();
    words.append(shown.title, 0.0, format(&shown.style, tokens.text));
    if !shown.told.is_empty() {
        words.append(&unbroken(shown.told), 10.0, format(&TextStyle::Body, tokens.weak));
    }
    CollapsingHeader::new(words).id_salt(id).default_open(open).show_unindented(ui, add);
}

/// A box to tick, or a round button, with a white face and a dark edge: a grey one looks disabled.
pub fn marks<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    let tokens = Tokens::in_use(ui);
    // Not in a scope of its own: it would not go to the next line where there is no room.
    let style = ui.style().clone();
    let widgets = &mut ui.visuals_mut().widgets;
    for widget in [&mut widgets.inactive, &mut widgets.hovered] {
        widget.bg_fill = tokens.surface;
        widget.bg_stroke = Stroke::new(1.5, tokens.weak);
        widget.fg_stroke = Stroke::new(2.0, tokens.accent);
    }
    // The words beside the mark keep their colour.
    ui.visuals_mut().override_text_color = Some(tokens.text);
    let added = add(ui);
    ui.set_style(style);
    added
}

/// A list to choose one of; what was chosen, if it is another one.
pub fn choose<T: Clone + PartialEq>(
    ui: &mut Ui,
    id: impl egui::AsIdSalt,
    name: &str,
    current: &T,
    options: &[(T, String)],
) -> Option<T> {
    let shown = options.iter().find(|(value, _)| value == current).map_or("", |(_, label)| label);
    let mut chosen = None;
    ComboBox::from_id_salt(id)
        .selected_text(shown)
        .width(ui.available_width().min(ui.spacing().combo_width))
        .show_ui(ui, |ui| {
            for (value, label) in options {
                if ui.selectable_label(value == current, label).clicked() && value != current {
                    chosen = Some(value.clone());
                }
            }
        })
        .response
        .accessible_name(format!("{name} : {shown}"));
    chosen
}

/// An amount in euros.
pub fn amount(ui: &mut Ui, id: Id, name: &str, language: Language, value: Amount) -> Typed<Amount> {
    let shown = if value == Amount::ZERO { String::new() } else { editable(language, value.euros()) };
    let at_rest = if value == Amount::ZERO { String::new() } else { grouped(language, value) };
    let field = Field::new(id, name, &shown).at_rest(&at_rest).number().width(SHORT).hint("0");
    Some(parse_or_zero(language, name, &field.show(ui)?))
}

/// An amount that may be unknown.
pub fn amount_or_none(
    ui: &mut Ui,
    id: Id,
    name: &str,
    language: Language,
    value: Option<Amount>,
) -> Typed<Option<Amount>> {
    let shown = value.map(|value| editable(language, value.euros())).unwrap_or_default();
    let at_rest = value.map(|value| grouped(language, value)).unwrap_or_default();
    let typed = Field::new(id, name, &shown).at_rest(&at_rest).number().width(SHORT).hint("–").show(ui)?;
    if typed.trim().is_empty() {
        return Some(Ok(None));
    }
    Some(parse_amount(&typed).map(Some).map_err(|error| about(language, name, error.message(language))))
}

/// An amount as it is read: in groups, with its cents where there are any.
pub fn grouped(language: Language, value: Amount) -> String {
    let decimals = if value.cents() % 100 == 0 { Decimals::None } else { Decimals::Two };
    unbroken(&previ_words::amount(language, value.cents(), decimals))
}

fn parse_or_zero(language: Language, name: &str, typed: &str) -> Result<Amount, Message> {
    if typed.trim().is_empty() {
        return Ok(Amount::ZERO);
    }
    parse_amount(typed).map_err(|error| about(language, name, error.message(language)))
}

/// A percentage; the sign stands behind the field.
pub fn percent(ui: &mut Ui, id: Id, name: &str, language: Language, value: Percent) -> Typed<Percent> {
    let shown = editable(language, value.value());
    let typed = Field::new(id, name, &shown).number().width(80.0).show(ui);
    ui.label("%");
    Some(parse_percent(&typed?).map_err(|error| about(language, name, error.message(language))))
}

/// A percentage with what holds without one, shown in the empty field.
pub fn percent_or(
    ui: &mut Ui,
    id: Id,
    name: &str,
    language: Language,
    value: Option<Percent>,
    otherwise: &str,
) -> Typed<Option<Percent>> {
    let shown = value.map(|value| editable(language, value.value())).unwrap_or_default();
    let typed = Field::new(id, name, &shown).number().width(SHORT).hint(otherwise).show(ui);
    ui.label("%");
    let typed = typed?;
    if typed.trim().is_empty() {
        return Some(Ok(None));
    }
    Some(parse_percent(&typed).map(Some).map_err(|error| about(language, name, error.message(language))))
}

/// A quantity that may be unknown.
pub fn quantity_or_none(
    ui: &mut Ui,
    id: Id,
    name: &str,
    language: Language,
    value: Option<Quantity>,
) -> Typed<Option<Quantity>> {
    let shown = value.map(|value| editable(language, value.value())).unwrap_or_default();
    let at_rest = value.map(|value| unbroken(&number(language, value.value()))).unwrap_or_default();
    let typed = Field::new(id, name, &shown).at_rest(&at_rest).number().width(80.0).hint("–").show(ui)?;
    if typed.trim().is_empty() {
        return Some(Ok(None));
    }
    Some(parse_quantity(&typed).map(Some).map_err(|error| about(language, name, error.message(language))))
}

/// A month.
pub fn month(ui: &mut Ui, id: Id, name: &str, language: Language, value: Month) -> Typed<Month> {
    let typed = Field::new(id, name, &month_long(language, value)).width(SHORT).show(ui)?;
    Some(read_month(language, name, &typed))
}

/// A month that may be open.
pub fn month_or_none(
    ui: &mut Ui,
    id: Id,
    name: &str,
    language: Language,
    value: Option<Month>,
) -> Typed<Option<Month>> {
    month_or(ui, id, name, language, value, &text(language, "app-form-open-date"))
}

/// A month with what holds without one, shown in the empty field.
pub fn month_or(
    ui: &mut Ui,
    id: Id,
    name: &str,
    language: Language,
    value: Option<Month>,
    otherwise: &str,
) -> Typed<Option<Month>> {
    let shown = value.map(|month| month_long(language, month)).unwrap_or_default();
    let typed = Field::new(id, name, &shown).width(SHORT).hint(otherwise).show(ui)?;
    if typed.trim().is_empty() {
        return Some(Ok(None));
    }
    Some(read_month(language, name, &typed).map(Some))
}

/// What is wrong with a field, after the name of the field.
#[must_use]
pub fn about(language: Language, name: &str, wrong: Message) -> Message {
    let said = [("field", Arg::Text(name.to_owned())), ("text", Arg::Text(wrong.text))];
    Message { text: text_with(language, "app-form-wrong", &said), hint: wrong.hint }
}

/// The month that the text of the field `name` means.
///
/// # Errors
/// What to type instead.
pub fn read_month(language: Language, name: &str, typed: &str) -> Result<Month, Message> {
    parse_month(typed).map_err(|error| {
        let id = error.text_id();
        let typed = [("text", Arg::Text(typed.trim().to_owned()))];
        let wrong =
            Message { text: text_with(language, id, &typed), hint: text(language, &format!("{id}.hint")) };
        about(language, name, wrong)
    })
}
