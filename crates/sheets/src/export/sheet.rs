//! A sheet as it will be written: its cells, widths and print set-up.

use rust_decimal::Decimal;

use super::cell::{Cell, Content, Look, Outcome, Role, Shape, nearest};

/// A sheet.
#[derive(Clone, Debug)]
pub(super) struct Sheet {
    /// Its name, which also heads it.
    pub(super) name: String,
    pub(super) cells: Vec<Placed>,
    /// First column, last column, width in characters.
    pub(super) widths: Vec<(u16, u16, f64)>,
    /// First row and column that move.
    pub(super) frozen: (u32, u16),
    pub(super) print: Print,
    /// Row, first and last column of amounts that stand out below zero, the first of them most.
    pub(super) warned: Vec<(u32, u16, u16)>,
    pub(super) curve: Option<Curve>,
}

/// A sheet still to be made, by whoever writes it.
pub(super) type Page<'a> = Box<dyn FnOnce() -> Sheet + Send + 'a>;

/// A cell and its place.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    pub(super) row: u32,
    pub(super) column: u16,
    pub(super) content: Content,
    pub(super) look: Look,
}

/// How a sheet is printed, always in landscape on A4.
#[derive(Clone, Debug)]
pub(super) enum Print {
    /// On one page.
    OnePage,
    /// One page wide; these rows, first and last, are repeated.
    OnePageWide { repeated: (u32, u32) },
    /// A page for each year: it begins at these columns; rows and columns repeated as given.
    PageByYear { breaks: Vec<u32>, repeated: (u32, u32), repeated_columns: (u16, u16), scale: u16 },
}

/// A line chart of cash at month ends.
#[derive(Clone, Debug)]
pub(super) struct Curve {
    pub(super) title: String,
    /// Where its upper left corner stands.
    pub(super) row: u32,
    /// The sheet that holds its amounts and the columns they stand in.
    pub(super) data: String,
    pub(super) columns: (u16, u16),
    /// The row of the months, and how they are shown.
    pub(super) months: u32,
    pub(super) month_format: &'static str,
    /// Name and row of each line.
    pub(super) lines: Vec<(String, u32)>,
}

impl Sheet {
    /// An empty sheet with its title in the first cell and a note below it, in column `note_column` so
    /// that it is not cut where the columns before are repeated on each page.
    pub(super) fn new(name: &str, title: &str, (note_column, note): (u16, &str)) -> Self {
        let mut sheet = Self {
            name: name.to_owned(),
            cells: Vec::new(),
            widths: Vec::new(),
            frozen: (0, 0),
            print: Print::OnePage,
            warned: Vec::new(),
            curve: None,
        };
        sheet.text(0, 0, title, Role::Title);
        sheet.text(1, note_column, note, Role::Note);
        sheet
    }

    fn put(&mut self, row: u32, column: u16, content: Content, look: Look) {
        self.cells.push(Placed { row, column, content, look });
    }

    /// A text, never a formula.
    pub(super) fn text(&mut self, row: u32, column: u16, text: &str, role: Role) {
        self.shaped_text(row, column, text, Look(role, Shape::Text));
    }

    /// A text in a shape of its own.
    pub(super) fn shaped_text(&mut self, row: u32, column: u16, text: &str, look: Look) {
        let content = if text.is_empty() { Content::Blank } else { Content::Text(text.to_owned()) };
        self.put(row, column, content, look);
    }

    /// Heads of columns from `column` on.
    pub(super) fn headers(&mut self, row: u32, column: u16, texts: &[String]) {
        for (column, text) in (column..).zip(texts) {
            self.shaped_text(row, column, text, Look(Role::Header, Shape::Wrapped));
        }
    }

    /// A block begins: its title over `columns` columns.
    pub(super) fn section(&mut self, row: u32, columns: u16, text: &str) {
        self.text(row, 0, text, Role::Section);
        for column in 1..columns {
            self.blank(row, column, Look(Role::Section, Shape::Text));
        }
    }

    /// Nothing but a look.
    pub(super) fn blank(&mut self, row: u32, column: u16, look: Look) {
        self.put(row, column, Content::Blank, look);
    }

    /// A whole number, such as an account.
    pub(super) fn whole(&mut self, row: u32, column: u16, number: i64, look: Look) {
        self.put(row, column, Content::Number(number as f64), look);
    }

    /// A number as typed.
    pub(super) fn decimal(&mut self, row: u32, column: u16, number: Decimal, look: Look) {
        self.put(row, column, Content::Number(nearest(number)), look);
    }

    /// An amount that is no formula.
    pub(super) fn cents(&mut self, row: u32, column: u16, cents: i64, look: Look) {
        self.put(row, column, Content::Number(cents as f64 / 100.0), look);
    }

    /// A formula that gives an amount.
    pub(super) fn formula(&mut self, row: u32, column: u16, formula: String, cents: i64, look: Look) {
        self.put(row, column, Content::Formula(formula, Outcome::Cents(cents)), look);
    }

    /// A formula that gives a number or a text.
    pub(super) fn formula_of(
        &mut self,
        row: u32,
        column: u16,
        formula: String,
        result: &impl ToString,
        look: Look,
    ) {
        self.put(row, column, Content::Formula(formula, Outcome::Written(result.to_string())), look);
    }

    /// A text that may take several lines.
    pub(super) fn wrapped(&mut self, row: u32, column: u16, text: &str, role: Role) {
        self.shaped_text(row, column, text, Look(role, Shape::Wrapped));
    }

    /// The width of a column in characters.
    pub(super) fn width(&self, column: u16) -> f64 {
        let set = self.widths.iter().rev().find(|(first, last, _)| (*first..=*last).contains(&column));
        set.map_or(9.0, |(.., width)| *width)
    }

    /// A cell of a grid of amounts.
    pub(super) fn cell(&mut self, row: u32, column: u16, cell: Cell, shape: Shape) {
        let look = |role| Look(role, shape);
        match cell {
            Cell::Blank => {}
            Cell::Open => self.blank(row, column, look(Role::Input)),
            Cell::Typed(cents) => self.cents(row, column, cents, look(Role::Input)),
            Cell::Derived(cents) => self.cents(row, column, cents, look(Role::Derived)),
            Cell::Formula(formula, cents) => {
                self.formula(row, column, formula, cents, look(Role::Plain));
            }
        }
    }
}
