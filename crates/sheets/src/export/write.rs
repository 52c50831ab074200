//! Sheets become the bytes of a workbook.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rust_xlsxwriter::{
    Chart, ChartFont, ChartLegendPosition, ChartLine, ChartType, ConditionalFormatFormula, DocProperties,
    ExcelDateTime, Format, Formula, Workbook, Worksheet, XlsxError,
};

use super::cell::{Content, Look, Outcome, Role, Shape, result_of};
use super::refs::Refs;
use super::sheet::{Curve, Page, Placed, Print, Sheet};
use super::style::{ALERT_FILL, ALERT_FIRST_FILL, ALERT_INK, Styles, base};
use super::workers::side_by_side;

/// A text cell of a spreadsheet holds this many characters.
const LONGEST_TEXT: usize = 32_767;
const A4: u8 = 9;
/// Height of a line of text in points.
const LINE_HEIGHT: f64 = 13.0;

/// The workbook; the same sheets always give the same bytes.
pub(super) fn bytes(
    pages: Vec<Page<'_>>,
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
    for _ in &pages {
        workbook.add_worksheet();
    }
    let pages = pages.into_iter().zip(workbook.worksheets_mut()).collect();
    let filled: Result<Vec<()>, XlsxError> =
        side_by_side(pages, |(page, worksheet)| fill(worksheet, page(), styles, refs, association))
            .into_iter()
            .collect();
    filled?;
    workbook.save_to_buffer()
}

fn fill(
    worksheet: &mut Worksheet,
    sheet: Sheet,
    styles: &Styles,
    refs: &Refs,
    association: &str,
) -> Result<(), XlsxError> {
    worksheet.set_name(&sheet.name)?;
    set_up(&sheet, worksheet, association)?;
    let usual = usual_looks(&sheet);
    for (column, look) in (0..).zip(&usual) {
        if let Some(look) = look {
            worksheet.set_column_format(column, styles.get(*look))?;
        }
    }
    warn(&sheet, refs, worksheet)?;
    if let Some(curve) = &sheet.curve {
        worksheet.insert_chart(curve.row, 0, &chart(curve))?;
    }
    let mut run: Option<Run> = None;
    for cell in sheet.cells {
        let is_usual = usual.get(usize::from(cell.column)) == Some(&Some(cell.look));
        run = match run {
            Some(run) if !is_usual && run.goes_on_with(&cell) => Some(Run { last: cell.column, ..run }),
            ended => {
                ended.map_or(Ok(()), |run| run.format(worksheet, styles))?;
                (!is_usual).then(|| Run::of(&cell))
            }
        };
        put(cell, worksheet)?;
    }
    run.map_or(Ok(()), |run| run.format(worksheet, styles))
}

/// Cells side by side that look alike, and not like their columns: their format is looked up once.
struct Run {
    row: u32,
    first: u16,
    last: u16,
    look: Look,
}

impl Run {
    fn of(cell: &Placed) -> Self {
        Self { row: cell.row, first: cell.column, last: cell.column, look: cell.look }
    }

    fn goes_on_with(&self, cell: &Placed) -> bool {
        (self.row, self.last + 1, self.look) == (cell.row, cell.column, cell.look)
    }

    fn format(&self, worksheet: &mut Worksheet, styles: &Styles) -> Result<(), XlsxError> {
        let format = styles.get(self.look);
        // The sheet does not grow with the format of a range, only with that of a cell.
        worksheet.set_cell_format(self.row, self.last, format)?;
        if self.first < self.last {
            worksheet.set_range_format(self.row, self.first, self.row, self.last - 1, format)?;
        }
        Ok(())
    }
}

/// What most cells of each column look like, by column, of looks that nobody sees in an empty cell: those need no
/// format of their own, and looking one up takes longer than all else about a cell.
fn usual_looks(sheet: &Sheet) -> Vec<Option<Look>> {
    let mut counts: Vec<Vec<(Look, usize)>> = Vec::new();
    for cell in &sheet.cells {
        if !matches!(cell.look.0, Role::Plain | Role::Derived) {
            continue;
        }
        let column = usize::from(cell.column);
        counts.resize_with(counts.len().max(column + 1), Vec::new);
        let known = &mut counts[column];
        match known.iter_mut().find(|(look, _)| *look == cell.look) {
            Some((_, count)) => *count += 1,
            None => known.push((cell.look, 1)),
        }
    }
    let most = |known: Vec<(Look, usize)>| known.into_iter().max_by_key(|(_, count)| *count);
    counts.into_iter().map(|known| most(known).map(|(look, _)| look)).collect()
}

/// Writes what stands in a cell.
fn put(cell: Placed, worksheet: &mut Worksheet) -> Result<(), XlsxError> {
    let (row, column) = (cell.row, cell.column);
    match cell.content {
        Content::Blank => worksheet,
        Content::Text(text) => worksheet.write_string(row, column, &*fitting(&text))?,
        Content::Number(number) => worksheet.write_number(row, column, number)?,
        Content::Formula(formula, outcome) => {
            let result = match outcome {
                Outcome::Cents(cents) => result_of(cents),
                Outcome::Written(text) => text,
            };
            worksheet.write_formula(row, column, Formula::new(formula).set_result(result))?
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
        let (derived, plain, input) =
            [Role::Derived, Role::Plain, Role::Input].map(|role| Look(role, Shape::Cents)).into();
        for row in 5..8 {
            sheet.cents(row, 1, 100, if row == 5 { derived } else { plain });
            sheet.blank(row, 2, input);
        }
        let usual = usual_looks(&sheet);
        assert_eq!(usual[1], Some(plain));
        assert_eq!(usual.get(2), None);
    }
}
