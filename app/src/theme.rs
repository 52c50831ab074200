//! The look: colours, sizes and text styles, light and dark. No colour is named anywhere else.

use egui::{
    Color32, CornerRadius, FontFamily, FontId, Margin, Stroke, Style, TextStyle, Theme, Visuals, vec2,
};
use previ_session::views::cell::LoadStep;

/// The colours of one theme, by what they say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tokens {
    /// Behind a page.
    pub page: Color32,
    /// Behind the navigation, the menu bar and the status bar.
    pub panel: Color32,
    /// Cards, tables, text fields.
    pub surface: Color32,
    /// Every second row, headings of groups.
    pub stripe: Color32,
    /// Borders and grid lines.
    pub line: Color32,
    /// Text and amounts.
    pub text: Color32,
    /// Explanations, units, captions.
    pub weak: Color32,
    /// Links, the chosen page, the main button.
    pub accent: Color32,
    /// Text on the main button.
    pub on_accent: Color32,
    /// Selected cells.
    pub selection: Color32,
    /// Amounts below zero, errors.
    pub negative: Color32,
    /// Excess, things that are all right.
    pub positive: Color32,
    /// Warnings.
    pub warning: Color32,
    /// Behind an error.
    pub error_fill: Color32,
    /// Behind a warning.
    pub warning_fill: Color32,
    /// Behind something to know.
    pub note_fill: Color32,
    /// A button at rest.
    pub button: Color32,
    /// A button under the pointer.
    pub button_hover: Color32,
    /// Handles of scroll bars, check boxes.
    pub handle: Color32,
    /// Part of a bar: own income.
    pub own_income: Color32,
    /// Parts of a bar, the surest grants first: certain, favourable, filed, not filed.
    pub certainty: [Color32; 4],
    /// Behind the load of a month: light, medium, full, too much.
    pub load: [Color32; 4],
}

/// Corner of cards and buttons.
const CORNER: CornerRadius = CornerRadius::same(5);

/// Height of a row of a table.
pub const ROW_HEIGHT: f32 = 28.0;

/// Space between blocks of a page.
pub const BLOCK_GAP: f32 = 16.0;

/// Text of headings of blocks.
#[must_use]
pub fn subheading() -> TextStyle {
    TextStyle::Name("subheading".into())
}

/// Large figures of the home page.
#[must_use]
pub fn figure() -> TextStyle {
    TextStyle::Name("figure".into())
}

impl Tokens {
    /// The colours of `theme`.
    #[must_use]
    pub fn of(theme: Theme) -> Self {
        match theme {
            Theme::Light => Self::light(),
            Theme::Dark => Self::dark(),
        }
    }

    /// The colours of the theme `ui` is shown in.
    #[must_use]
    pub fn in_use(ui: &egui::Ui) -> Self {
        Self::of(ui.ctx().theme())
    }

    /// The ground of a load.
    #[must_use]
    pub fn load(&self, step: LoadStep) -> Color32 {
        let [light, medium, full, over] = self.load;
        match step {
            LoadStep::Light => light,
            LoadStep::Medium => medium,
            LoadStep::Full => full,
            LoadStep::Over => over,
        }
    }

    /// The colour of an amount in cents.
    #[must_use]
    pub fn amount(&self, cents: i64) -> Color32 {
        if cents < 0 { self.negative } else { self.text }
    }

    #[expect(clippy::disallowed_methods, reason = "the table of colours")]
    fn light() -> Self {
        let rgb = Color32::from_rgb;
        Self {
            page: rgb(250, 250, 248),
            panel: rgb(238, 241, 239),
            surface: rgb(255, 255, 255),
            stripe: rgb(244, 246, 245),
            line: rgb(208, 214, 212),
            text: rgb(28, 35, 38),
            weak: rgb(78, 90, 95),
            accent: rgb(11, 94, 104),
            on_accent: rgb(255, 255, 255),
            selection: rgb(207, 231, 234),
            negative: rgb(176, 32, 24),
            positive: rgb(22, 101, 52),
            warning: rgb(128, 80, 0),
            error_fill: rgb(252, 230, 227),
            warning_fill: rgb(255, 243, 214),
            note_fill: rgb(228, 239, 245),
            button: rgb(225, 231, 229),
            button_hover: rgb(211, 221, 219),
            handle: rgb(184, 194, 192),
            own_income: rgb(122, 134, 76),
            certainty: [rgb(11, 94, 104), rgb(62, 146, 156), rgb(138, 190, 196), rgb(203, 222, 225)],
            load: [rgb(240, 246, 246), rgb(214, 231, 233), rgb(170, 208, 213), rgb(252, 220, 200)],
        }
    }

    #[expect(clippy::disallowed_methods, reason = "the table of colours")]
    fn dark() -> Self {
        let rgb = Color32::from_rgb;
        Self {
            page: rgb(27, 31, 33),
            panel: rgb(21, 24, 26),
            surface: rgb(35, 40, 43),
            stripe: rgb(41, 47, 50),
            line: rgb(62, 70, 74),
            text: rgb(230, 235, 235),
            weak: rgb(168, 179, 183),
            accent: rgb(112, 197, 206),
            on_accent: rgb(12, 28, 31),
            selection: rgb(24, 63, 69),
            negative: rgb(255, 141, 131),
            positive: rgb(126, 204, 152),
            warning: rgb(242, 197, 108),
            error_fill: rgb(70, 34, 32),
            warning_fill: rgb(66, 53, 25),
            note_fill: rgb(34, 52, 62),
            button: rgb(52, 60, 64),
            button_hover: rgb(66, 76, 80),
            handle: rgb(88, 99, 104),
            own_income: rgb(150, 163, 98),
            certainty: [rgb(112, 197, 206), rgb(72, 148, 157), rgb(50, 104, 112), rgb(47, 70, 75)],
            load: [rgb(38, 48, 51), rgb(38, 66, 72), rgb(33, 88, 96), rgb(98, 52, 36)],
        }
    }
}

/// Gives `ctx` the styles of both themes.
pub fn install(ctx: &egui::Context) {
    for theme in [Theme::Light, Theme::Dark] {
        ctx.set_style_of(theme, style(theme));
    }
    // For desktops that do not say how they look.
    ctx.options_mut(|options| options.fallback_theme = Theme::Light);
}

fn style(theme: Theme) -> Style {
    let tokens = Tokens::of(theme);
    let mut style = theme.default_style();
    let size = |points: f32| FontId::new(points, FontFamily::Proportional);
    style.text_styles = [
        (TextStyle::Small, size(13.5)),
        (TextStyle::Body, size(16.0)),
        (TextStyle::Button, size(16.0)),
        (TextStyle::Heading, size(25.0)),
        (TextStyle::Monospace, FontId::new(15.0, FontFamily::Monospace)),
        (subheading(), size(19.0)),
        (figure(), size(24.0)),
    ]
    .into();
    style.spacing.item_spacing = vec2(8.0, 6.0);
    style.spacing.button_padding = vec2(10.0, 4.0);
    style.spacing.interact_size = vec2(40.0, 28.0);
    style.spacing.menu_margin = Margin::same(6);
    style.spacing.window_margin = Margin::same(18);
    style.spacing.combo_width = 280.0;
    style.spacing.combo_height = 320.0;
    style.spacing.text_edit_width = 220.0;
    style.spacing.tooltip_width = 420.0;
    style.spacing.icon_width = 18.0;
    style.spacing.icon_width_inner = 10.0;
    style.spacing.scroll =
        egui::style::ScrollStyle { foreground_color: false, ..egui::style::ScrollStyle::solid() };
    style.interaction.selectable_labels = false;
    // The cursor of a text field would repaint the window twice a second for ever.
    style.visuals = visuals(theme, &tokens);
    style
}

fn visuals(theme: Theme, tokens: &Tokens) -> Visuals {
    let mut visuals = theme.default_visuals();
    visuals.text_cursor.blink = false;
    visuals.panel_fill = tokens.page;
    visuals.window_fill = tokens.surface;
    visuals.window_stroke = Stroke::new(1.0, tokens.line);
    visuals.window_corner_radius = CornerRadius::same(8);
    visuals.menu_corner_radius = CORNER;
    visuals.extreme_bg_color = tokens.surface;
    visuals.faint_bg_color = tokens.stripe;
    visuals.code_bg_color = tokens.stripe;
    visuals.hyperlink_color = tokens.accent;
    visuals.warn_fg_color = tokens.warning;
    visuals.error_fg_color = tokens.negative;
    visuals.weak_text_color = Some(tokens.weak);
    visuals.selection.bg_fill = tokens.selection;
    visuals.selection.stroke = Stroke::new(1.5, tokens.accent);
    visuals.text_cursor.stroke = Stroke::new(2.0, tokens.accent);
    let widgets = &mut visuals.widgets;
    for widget in [
        &mut widgets.noninteractive,
        &mut widgets.inactive,
        &mut widgets.hovered,
        &mut widgets.active,
        &mut widgets.open,
    ] {
        widget.corner_radius = CORNER;
        widget.fg_stroke = Stroke::new(1.0, tokens.text);
        widget.bg_stroke = Stroke::new(1.0, tokens.line);
        widget.bg_fill = tokens.button;
        widget.weak_bg_fill = tokens.button;
        widget.expansion = 0.0;
    }
    widgets.noninteractive.bg_fill = tokens.surface;
    widgets.noninteractive.weak_bg_fill = tokens.surface;
    widgets.inactive.bg_fill = tokens.handle;
    widgets.hovered.bg_fill = tokens.weak;
    widgets.hovered.weak_bg_fill = tokens.button_hover;
    widgets.hovered.bg_stroke = Stroke::new(1.0, tokens.weak);
    widgets.active.bg_fill = tokens.selection;
    widgets.active.weak_bg_fill = tokens.selection;
    // What the keyboard stands on.
    widgets.active.bg_stroke = Stroke::new(2.0, tokens.accent);
    widgets.open.bg_fill = tokens.button_hover;
    widgets.open.weak_bg_fill = tokens.button_hover;
    visuals
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance after WCAG 2.2.
    fn luminance(colour: Color32) -> f64 {
        let channel = |value: u8| {
            let c = f64::from(value) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(colour.r()) + 0.7152 * channel(colour.g()) + 0.0722 * channel(colour.b())
    }

    fn contrast(a: Color32, b: Color32) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn every_text_colour_reaches_aa_on_every_ground_it_stands_on() {
        for theme in [Theme::Light, Theme::Dark] {
            let t = Tokens::of(theme);
            for ground in t.load {
                assert!(contrast(t.text, ground) >= 4.5, "{theme:?} {ground:?}");
            }
            let grounds = [t.page, t.panel, t.surface, t.stripe, t.selection, t.note_fill];
            for text in [t.text, t.weak, t.negative] {
                for ground in grounds {
                    assert!(contrast(text, ground) >= 4.5, "{theme:?} {text:?} on {ground:?}");
                }
            }
            for (text, ground) in [
                (t.accent, t.page),
                (t.accent, t.panel),
                (t.accent, t.surface),
                (t.on_accent, t.accent),
                (t.positive, t.surface),
                (t.positive, t.page),
                (t.warning, t.surface),
                (t.warning, t.warning_fill),
                (t.negative, t.error_fill),
                (t.text, t.error_fill),
                (t.text, t.warning_fill),
                (t.text, t.button),
                (t.text, t.button_hover),
                (t.weak, t.error_fill),
                (t.weak, t.warning_fill),
            ] {
                assert!(contrast(text, ground) >= 4.5, "{theme:?} {text:?} on {ground:?}");
            }
        }
    }
}
