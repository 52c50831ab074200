//! How cells look: a discreet style, one colour for what is typed.

use previ_engine::month::Month;
use previ_words::Language;
use rust_xlsxwriter::{ExcelDateTime, Format, FormatAlign, FormatBorder};

use super::cell::{Look, Role, Shape};

const INK: u32 = 0x20_2A_33;
const MUTED: u32 = 0x66_70_78;
const RULE: u32 = 0x9F_AC_B5;
const BAND: u32 = 0xDD_E6_EB;
const HEAD: u32 = 0x2F_4B_5C;
const INPUT_FILL: u32 = 0xE3_EF_FB;
const INPUT_INK: u32 = 0x12_43_8A;
const INPUT_RULE: u32 = 0xC3_D6_EA;
/// Fill of an amount below zero that matters, and of the first of them.
pub(super) const ALERT_FILL: u32 = 0xFB_E3_DF;
pub(super) const ALERT_FIRST_FILL: u32 = 0xD6_4A_36;
pub(super) const ALERT_INK: u32 = 0xA0_24_14;

/// Every format of the workbook.
pub(super) struct Styles {
    formats: Vec<Format>,
}

impl Styles {
    pub(super) fn new(language: Language) -> Self {
        let all = Role::ALL.iter().flat_map(|role| Shape::ALL.iter().map(|shape| Look(*role, *shape)));
        Self { formats: all.map(|look| format(look, language)).collect() }
    }

    /// The format of a look.
    pub(super) fn get(&self, Look(role, shape): Look) -> &Format {
        // Every role has every shape, in the order of their declaration.
        &self.formats[role as usize * Shape::ALL.len() + shape as usize]
    }
}

/// The font of everything: one whose widths are the same on every system.
pub(super) fn base() -> Format {
    Format::new().set_font_name("Arial").set_font_size(10)
}

fn format(Look(role, shape): Look, language: Language) -> Format {
    let format = base().set_font_color(INK).set_align(FormatAlign::VerticalCenter);
    let format = match role {
        Role::Title => format.set_bold().set_font_size(15),
        Role::Section => format.set_bold().set_background_color(BAND),
        Role::Header => format
            .set_bold()
            .set_font_color(0xFF_FF_FF)
            .set_background_color(HEAD)
            .set_align(if shape == Shape::Text { FormatAlign::Left } else { FormatAlign::Center })
            .set_align(FormatAlign::VerticalCenter),
        Role::Note => format.set_italic().set_font_color(MUTED),
        Role::Plain => format,
        Role::Input => format
            .set_font_color(INPUT_INK)
            .set_background_color(INPUT_FILL)
            .set_border(FormatBorder::Hair)
            .set_border_color(INPUT_RULE),
        Role::Derived => format.set_italic().set_font_color(MUTED),
        Role::Subtotal => format.set_bold(),
        Role::Total => format
            .set_bold()
            .set_border_top(FormatBorder::Thin)
            .set_border_bottom(FormatBorder::Thin)
            .set_border_color(RULE),
    };
    match shape {
        Shape::Text => format,
        Shape::Wrapped => format.set_text_wrap(),
        Shape::Centred => format.set_align(FormatAlign::Center),
        Shape::Whole => format.set_num_format("0").set_align(FormatAlign::Center),
        // Nothing is a dash, so that what there is can be seen.
        Shape::Cents => format.set_num_format("#,##0.00;[Red]-#,##0.00;\"–\"").set_align(FormatAlign::Right),
        Shape::Flow => format.set_num_format("#,##0.00;-#,##0.00;\"–\"").set_align(FormatAlign::Right),
        Shape::Euros => format.set_num_format("#,##0;[Red]-#,##0;\"–\"").set_align(FormatAlign::Right),
        Shape::Decimal => {
            format.set_num_format("#,##0.######;[Red]-#,##0.######").set_align(FormatAlign::Right)
        }
        Shape::Percent => format.set_num_format("0.00%").set_align(FormatAlign::Right),
        Shape::Level => format.set_num_format("0.000000").set_align(FormatAlign::Right),
        Shape::Month => format
            .set_num_format(match language {
                Language::French => "[$-40C]mmm yyyy",
                Language::English => "[$-809]mmm yyyy",
            })
            .set_align(if role == Role::Header { FormatAlign::Center } else { FormatAlign::Right }),
    }
}

/// The number by which spreadsheets write the first day of a month; January 1900 for any month before.
pub(super) fn serial(month: Month) -> i64 {
    let year = u16::try_from(month.year()).unwrap_or_default();
    ExcelDateTime::from_ymd(year, month.number(), 1).map_or(1, |date| date.to_excel() as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_numbered_as_spreadsheets_number_days() {
        // 1 January 2000 is day 36,526; January 2027 comes 27 years and 7 leap days later.
        let serial_of = |text: &str| serial(text.parse().unwrap());
        assert_eq!(serial_of("2000-01"), 36_526);
        assert_eq!(serial_of("2027-01"), 36_526 + 27 * 365 + 7);
        assert_eq!(serial_of("1500-03"), 1);
    }

    #[test]
    fn every_look_has_its_format() {
        let styles = Styles::new(Language::French);
        for (place, role) in Role::ALL.into_iter().enumerate() {
            assert_eq!(place, role as usize);
        }
        for (place, shape) in Shape::ALL.into_iter().enumerate() {
            assert_eq!(place, shape as usize);
        }
        assert_eq!(styles.formats.len(), Role::ALL.len() * Shape::ALL.len());
    }
}
