//! Sheets become the bytes of a workbook.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rust_xlsxwriter::{
    Chart, ChartFont, ChartLegendPosition, ChartLine, ChartType, ConditionalFormatFormula, DocProperties,
    ExcelDateTime, Format, Formula, Workbook, Worksheet, XlsxError,
};

use super::cell::{Content, Look, Role, Shape};
use super::refs::Refs;
use super::sheet::{Curve, Placed, Print, Sheet};
use super::style::{ALERT_FILL, ALERT_FIRST_FILL, ALERT_INK, Styles, base};

/// A text cell of a spreadsheet holds this many characters.
const LONGEST_TEXT: usize = 32_767;
const A4: u8 = 9;
/// Height of a line of text in points.
const LINE_HEIGHT: f64 = 13.0;

/// The workbook; the same sheets always give the same bytes.
pub(super) fn bytes(
    sheets: &[Sheet],
    styles: &Styles,
    refs: &Refs,
    association: &str,
) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // No clock: a date that says nothing keeps the bytes the same.
    let date = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let title: String = fitting(association).chars().take(250).collect();
    workbook.set_properties(
        &DocProperties::new().set_title(title).set_author("Prévi").set_creation_datetime(&date),
    );
    workbook.set_default_format(&base(), 20, 64)?;
    // The usual level takes a third longer for a file that is a seventh smaller.
    workbook.set_zip_compression_level(2);
    for _ in sheets {
        workbook.add_worksheet();
    }
    let pages = sheets.iter().zip(workbook.worksheets_mut());
    each(pages.map(|(sheet, worksheet)| move || fill(worksheet, sheet, styles, refs, association)))?;
    workbook.save_to_buffer()
}

/// Does each of some tasks, side by side where there are threads.
#[cfg(not(target_family = "wasm"))]
fn each<'a>(
    tasks: impl Iterator<Item = impl FnOnce() -> Result<(), XlsxError> + Send + 'a>,
) -> Result<(), XlsxError> {
    std::thread::scope(|scope| {
        let started: Vec<_> = tasks.map(|task| scope.spawn(task)).collect();
        let done = started.into_iter().map(|task| match task.join() {
            Ok(done) => done,
            Err(panic) => std::panic::resume_unwind(panic),
        });
        done.collect()
    })
}

#[cfg(target_family = "wasm")]
fn each<'a>(
    mut tasks: impl Iterator<Item = impl FnOnce() -> Result<(), XlsxError> + 'a>,
) -> Result<(), XlsxError> {
    tasks.try_for_each(|task| task())
}

fn fill(
    worksheet: &mut Worksheet,
    sheet: &Sheet,
    styles: &Styles,
    refs: &Refs,
    association: &str,
) -> Result<(), XlsxError> {
    worksheet.set_name(&sheet.name)?;
    set_up(sheet, worksheet, association)?;
    let usual = usual_looks(sheet);
    for (column, look) in &usual {
        worksheet.set_column_format(*column, styles.get(*look))?;
    }
    for cell in &sheet.cells {
        let is_usual = usual.get(&cell.column) == Some(&cell.look);
        put(cell, (!is_usual).then(|| styles.get(cell.look)), worksheet)?;
    }
    warn(sheet, refs, worksheet)?;
    if let Some(curve) = &sheet.curve {
        worksheet.insert_chart(curve.row, 0, &chart(curve))?;
    }
    Ok(())
}

/// What most cells of each column look like, of looks that nobody sees in an empty cell: those need no format of
/// their own, and looking one up takes longer than all else about a cell.
fn usual_looks(sheet: &Sheet) -> BTreeMap<u16, Look> {
    let is_unseen = |cell: &&Placed| matches!(cell.look.0, Role::Plain | Role::Derived);
    let mut counts: BTreeMap<u16, Vec<(Look, usize)>> = BTreeMap::new();
    for cell in sheet.cells.iter().filter(is_unseen) {
        let known = counts.entry(cell.column).or_default();
        match known.iter_mut().find(|(look, _)| *look == cell.look) {
            Some((_, count)) => *count += 1,
            None => known.push((cell.look, 1)),
        }
    }
    let most = |(column, known): (u16, Vec<(Look, usize)>)| {
        let (look, _) = known.into_iter().max_by_key(|(_, count)| *count)?;
        Some((column, look))
    };
    counts.into_iter().filter_map(most).collect()
}

/// Writes a cell; without a format where it is that of its column.
fn put(cell: &Placed, format: Option<&Format>, worksheet: &mut Worksheet) -> Result<(), XlsxError> {
    let (row, column) = (cell.row, cell.column);
    match (&cell.content, format) {
        (Content::Blank, None) => worksheet,
        (Content::Blank, Some(format)) => worksheet.write_blank(row, column, format)?,
        (Content::Text(text), None) => worksheet.write_string(row, column, &*fitting(text))?,
        (Content::Text(text), Some(format)) => {
            worksheet.write_string_with_format(row, column, &*fitting(text), format)?
        }
        (Content::Number(number), None) => worksheet.write_number(row, column, *number)?,
        (Content::Number(number), Some(format)) => {
            worksheet.write_number_with_format(row, column, *number, format)?
        }
        (Content::Formula(formula, result), format) => {
            let formula = Formula::new(formula).set_result(result.as_str());
            match format {
                None => worksheet.write_formula(row, column, formula)?,
                Some(format) => worksheet.write_formula_with_format(row, column, formula, format)?,
            }
        }
    };
    Ok(())
}

/// The text as a cell can hold it: not too long, without signs that no such file may contain.
fn fitting(text: &str) -> Cow<'_, str> {
    let is_allowed = |c: char| c == '\n' || !(c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}'));
    if text.len() <= LONGEST_TEXT && text.chars().all(is_allowed) {
        return Cow::Borrowed(text);
    }
    // Counted as the file format counts: signs beyond the common ones twice.
    let mut length = 0;
    let fits = |c: &char| {
        length += c.len_utf16();
        length <= LONGEST_TEXT
    };
    Cow::Owned(text.chars().filter(|c| is_allowed(*c)).take_while(fits).collect())
}

fn set_up(sheet: &Sheet, worksheet: &mut Worksheet, association: &str) -> Result<(), XlsxError> {
    for (first, last, width) in &sheet.widths {
        worksheet.set_column_range_width(*first, *last, *width)?;
    }
    worksheet.set_row_height(0, 24)?;
    worksheet.set_freeze_panes(sheet.frozen.0, sheet.frozen.1)?;
    worksheet.set_screen_gridlines(false);
    worksheet.set_landscape().set_paper_size(A4).set_margins(0.4, 0.4, 0.7, 0.6, 0.3, 0.3);
    for (row, lines) in lines_of_rows(sheet) {
        worksheet.set_row_height(row, LINE_HEIGHT * f64::from(lines) + 2.0)?;
    }
    match &sheet.print {
        Print::OnePage => {
            worksheet.set_print_fit_to_pages(1, 1);
        }
        Print::OnePageWide { repeated: (first, last) } => {
            worksheet.set_repeat_rows(*first, *last)?;
            worksheet.set_print_fit_to_pages(1, 0);
        }
        Print::PageByYear { breaks, repeated, repeated_columns, scale } => {
            worksheet.set_repeat_rows(repeated.0, repeated.1)?;
            worksheet.set_repeat_columns(repeated_columns.0, repeated_columns.1)?;
            worksheet.set_vertical_page_breaks(breaks)?;
            worksheet.set_print_scale(*scale);
        }
    }
    // In heads and feet of pages `&` begins a command; they hold 255 characters.
    let name: String = fitting(association).chars().filter(|c| *c != '\n').take(100).collect();
    let name = name.replace('&', "&&");
    // The font stands between size and name, or a name that begins with a digit would change the size.
    let font = "&9&\"Arial,Regular\"";
    worksheet.set_header(format!("&L{font}{name}&R{font}{}", sheet.name));
    worksheet.set_footer(format!("&L{font}Prévi&R{font}&P / &N"));
    Ok(())
}

/// The rows whose texts need more than one line: not every spreadsheet makes rows higher by itself.
fn lines_of_rows(sheet: &Sheet) -> BTreeMap<u32, u32> {
    let mut rows: BTreeMap<u32, u32> = BTreeMap::new();
    for cell in &sheet.cells {
        if let (Content::Text(text), Look(_, Shape::Wrapped)) = (&cell.content, cell.look) {
            // Letters are narrower than digits on average; lines break at words.
            let on_a_line = (sheet.width(cell.column) * 1.05).max(1.0);
            let lines = (text.chars().count() as f64 / on_a_line).ceil().clamp(1.0, 6.0) as u32;
            let known = rows.entry(cell.row).or_insert(1);
            *known = lines.max(*known);
        }
    }
    rows.retain(|_, lines| *lines > 1);
    rows
}

/// Amounts below zero stand out, the first of a row most.
fn warn(sheet: &Sheet, refs: &Refs, worksheet: &mut Worksheet) -> Result<(), XlsxError> {
    let below = Format::new().set_background_color(ALERT_FILL).set_font_color(ALERT_INK);
    let first_below =
        Format::new().set_background_color(ALERT_FIRST_FILL).set_font_color(0xFF_FF_FF).set_bold();
    for (row, first, last) in &sheet.warned {
        let here = refs.here(*row, *first);
        let before = refs.here(*row, first.saturating_sub(1));
        let rule = format!("=AND({here}<0,COUNTIF(${before}:{before},\"<0\")=0)");
        let stands_out = ConditionalFormatFormula::new().set_rule(rule.as_str()).set_format(&first_below);
        worksheet.add_conditional_format(*row, *first, *row, *last, &stands_out)?;
        let rule = format!("={here}<0");
        let shown = ConditionalFormatFormula::new().set_rule(rule.as_str()).set_format(&below);
        worksheet.add_conditional_format(*row, *first, *row, *last, &shown)?;
    }
    Ok(())
}

fn chart(curve: &Curve) -> Chart {
    let mut chart = Chart::new(ChartType::Line);
    chart.title().set_name(&curve.title).set_font(ChartFont::new().set_size(12));
    let sheet = curve.data.as_str();
    let (first, last) = curve.columns;
    for ((name, row), color) in curve.lines.iter().zip([0x2F_4B_5C, 0xD6_4A_36]) {
        chart
            .add_series()
            .set_name(name)
            .set_categories((sheet, curve.months, first, curve.months, last))
            .set_values((sheet, *row, first, *row, last))
            .set_format(ChartLine::new().set_color(color).set_width(1.75));
    }
    chart
        .x_axis()
        .set_num_format(curve.month_format)
        .set_label_position(rust_xlsxwriter::ChartAxisLabelPosition::Low);
    chart.y_axis().set_num_format("#,##0");
    chart.legend().set_position(ChartLegendPosition::Bottom);
    chart.set_width(900).set_height(320);
    chart
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_looks_like_most_of_its_cells_but_never_fills_empty_ones() {
        let mut sheet = Sheet::new("Mois", "Mois", (0, ""));
        let (derived, plain, outside) =
            [Role::Derived, Role::Plain, Role::Outside].map(|role| Look(role, Shape::Cents)).into();
        for row in 5..8 {
            sheet.cents(row, 1, 100, if row == 5 { derived } else { plain });
            sheet.blank(row, 2, outside);
        }
        let usual = usual_looks(&sheet);
        assert_eq!(usual.get(&1), Some(&plain));
        assert_eq!(usual.get(&2), None);
    }
}
