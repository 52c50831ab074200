//! A line of text that becomes an edit when the person leaves it or presses Enter, and is forgotten
//! with Escape.

use egui::text::CCursorRange;
use egui::text_edit::TextEditState;
use egui::{Align2, Id, Key, Margin, Response, TextEdit, Ui, vec2};

/// A field stands below the others rather than be less wide than this.
const LEAST: f32 = 200.0;

/// Space between the sides of a field and its text.
const SIDE: i8 = 8;

/// A text field.
pub struct Field<'a> {
    id: Id,
    name: &'a str,
    value: &'a str,
    width: f32,
    align: Align2,
    hint: &'a str,
    at_rest: Option<&'a str>,
}

impl<'a> Field<'a> {
    /// A field that screen readers call `name`, showing `value`.
    #[must_use]
    pub fn new(id: Id, name: &'a str, value: &'a str) -> Self {
        Self { id, name, value, width: f32::INFINITY, align: Align2::LEFT_CENTER, hint: "", at_rest: None }
    }

    /// As wide as this; all there is when not said.
    #[must_use]
    pub fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// For amounts and numbers, which stand on the right.
    #[must_use]
    pub fn number(mut self) -> Self {
        self.align = Align2::RIGHT_CENTER;
        self
    }

    /// Shown in place of an empty value.
    #[must_use]
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// How the value looks while nobody types: with spaces between thousands, which would be in the way of
    /// typing.
    #[must_use]
    pub fn at_rest(mut self, shown: &'a str) -> Self {
        self.at_rest = Some(shown);
        self
    }

    /// Shows it; the text typed, when it is finished and differs from the value.
    #[must_use]
    pub fn show(self, ui: &mut Ui) -> Option<String> {
        let draft_id = self.id.with("draft");
        let draft: Option<String> = ui.data(|data| data.get_temp(draft_id));
        let resting = draft.is_none() && !ui.memory(|memory| memory.has_focus(self.id));
        let value = self.at_rest.filter(|_| resting).unwrap_or(self.value);
        let mut typed = draft.clone().unwrap_or_else(|| value.to_owned());
        // A text field adds its margins to the width it is given.
        let room = |width: f32| (width - 2.0 * f32::from(SIDE)).max(40.0);
        let beside = room(ui.available_size_before_wrap().x);
        let width = if beside >= LEAST.min(self.width) { beside } else { room(ui.available_width()) };
        let width = self.width.min(width);
        let edit = TextEdit::singleline(&mut typed)
            .id(self.id)
            .align(self.align)
            .hint_text(self.hint.to_owned())
            .margin(Margin::symmetric(SIDE, 3))
            .min_size(vec2(width, ui.spacing().interact_size.y))
            .desired_width(width);
        let response = ui.add(edit).accessible_name(self.name);
        select_when_reached(&response, &typed);
        if response.has_focus() {
            if response.changed() || draft.is_some() {
                ui.data_mut(|data| data.insert_temp(draft_id, typed));
            }
            return None;
        }
        if !response.lost_focus() && draft.is_none() {
            return None;
        }
        ui.data_mut(|data| data.remove_temp::<String>(draft_id));
        let given_up = ui.input(|input| input.key_pressed(Key::Escape));
        let draft = if response.changed() { Some(typed) } else { draft };
        draft.filter(|draft| !given_up && draft != self.value)
    }
}

/// Selects all that stands in a text field which the keyboard has just reached: what is typed replaces it.
pub fn select_when_reached(response: &Response, typed: &str) {
    let ctx = &response.ctx;
    let is_clicked = ctx.input(|input| input.pointer.any_down() || input.pointer.any_released());
    if response.gained_focus() && !is_clicked {
        let mut state = TextEditState::load(ctx, response.id).unwrap_or_default();
        state.cursor.set_char_range(Some(CCursorRange::select_all_str(typed)));
        state.store(ctx, response.id);
    }
}
