//! Addresses of cells as formulas write them.

/// A sheet that formulas of other sheets point to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tab {
    /// *Résultat*: the income statement of all years by account.
    Statement,
    /// *Trésorerie*.
    Cash,
    /// *Financements*.
    Funding,
    /// *Hypothèses*.
    Assumptions,
    /// *Lignes*: what was typed for budget lines, contributions in kind and investments.
    Lines,
    /// *Équipe*: pay by month.
    Team,
    /// *Mois*: every cost and income by month.
    Months,
    /// *Règlements*: every movement of money by month.
    Money,
}

impl Tab {
    pub(super) const ALL: [Self; 8] = [
        Self::Statement,
        Self::Cash,
        Self::Funding,
        Self::Assumptions,
        Self::Lines,
        Self::Team,
        Self::Months,
        Self::Money,
    ];

    /// The id of its name among the texts.
    pub(super) fn text_id(self) -> &'static str {
        match self {
            Self::Statement => "export-tab-statement",
            Self::Cash => "export-tab-cash",
            Self::Funding => "export-tab-funding",
            Self::Assumptions => "export-tab-assumptions",
            Self::Lines => "export-tab-lines",
            Self::Team => "export-tab-team",
            Self::Months => "export-tab-months",
            Self::Money => "export-tab-money",
        }
    }
}

/// Writes addresses; rows and columns are counted from 0 as the writing library does. Texts are put together from
/// their pieces: a workbook has half a million of them.
#[derive(Clone, Debug)]
pub(super) struct Refs {
    prefixes: Vec<String>,
    columns: Vec<String>,
}

impl Refs {
    /// `name` gives the name of a sheet; addresses go up to column `columns`.
    pub(super) fn new(name: impl Fn(Tab) -> String, columns: u16) -> Self {
        let prefixes = Tab::ALL.map(|tab| prefix(&name(tab))).into();
        let columns = (0..columns).map(rust_xlsxwriter::utility::column_number_to_name).collect();
        Self { prefixes, columns }
    }

    fn column(&self, column: u16) -> &str {
        self.columns.get(usize::from(column)).map_or("A", String::as_str)
    }

    fn prefix(&self, tab: Tab) -> &str {
        self.prefixes.get(tab as usize).map_or("", String::as_str)
    }

    /// A cell of the same sheet: `H12`.
    pub(super) fn here(&self, row: u32, column: u16) -> String {
        [self.column(column), &number(row)].concat()
    }

    /// Cells of the same sheet, one beside or below the other: `H12:S12`.
    pub(super) fn here_span(&self, (row, column): (u32, u16), (last_row, last_column): (u32, u16)) -> String {
        let (first, last) = (number(row), number(last_row));
        [self.column(column), &first, ":", self.column(last_column), &last].concat()
    }

    /// A cell that moves with the formula when it is copied: `Mois!H12`.
    pub(super) fn at(&self, tab: Tab, row: u32, column: u16) -> String {
        [self.prefix(tab), self.column(column), &number(row)].concat()
    }

    /// A cell that stays: `Lignes!$H$12`.
    pub(super) fn fixed(&self, tab: Tab, row: u32, column: u16) -> String {
        [self.prefix(tab), "$", self.column(column), "$", &number(row)].concat()
    }

    /// Cells side by side: `Mois!H12:S12`.
    pub(super) fn across(&self, tab: Tab, row: u32, first: u16, last: u16) -> String {
        let number = number(row);
        [self.prefix(tab), self.column(first), &number, ":", self.column(last), &number].concat()
    }

    /// Cells one below the other whose rows stay: `Mois!H$5:H$90`, with the column fixed as well where
    /// `stays`: `Mois!$D$5:$D$90`.
    pub(super) fn down(&self, tab: Tab, column: u16, rows: &Rows, stays: bool) -> String {
        let dollar = if stays { "$" } else { "" };
        let (prefix, column) = (self.prefix(tab), self.column(column));
        let (first, last) = (rows.first + 1, rows.end.max(rows.first + 1));
        format!("{prefix}{dollar}{column}${first}:{dollar}{column}${last}")
    }
}

/// The number of a row as a spreadsheet shows it.
fn number(row: u32) -> String {
    (row + 1).to_string()
}

/// Rows of a sheet, `end` not counted; at least one row even when there is nothing to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rows {
    pub(super) first: u32,
    pub(super) end: u32,
}

/// The name of a sheet before an address, in quotes where it is not made of letters alone.
fn prefix(name: &str) -> String {
    if name.chars().all(char::is_alphabetic) {
        format!("{name}!")
    } else {
        format!("'{}'!", name.replace('\'', "''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refs() -> Refs {
        let name = |tab| if tab == Tab::Months { "Mois".to_owned() } else { "L'an 1".to_owned() };
        Refs::new(name, 30)
    }

    #[test]
    fn addresses_are_written_as_in_a_spreadsheet() {
        assert_eq!(refs().here(11, 7), "H12");
        assert_eq!(refs().here_span((0, 0), (2, 1)), "A1:B3");
        assert_eq!(refs().at(Tab::Months, 0, 26), "Mois!AA1");
        assert_eq!(refs().across(Tab::Months, 1, 2, 3), "Mois!C2:D2");
        let rows = Rows { first: 4, end: 9 };
        assert_eq!(refs().down(Tab::Months, 3, &rows, true), "Mois!$D$5:$D$9");
        assert_eq!(refs().down(Tab::Months, 3, &rows, false), "Mois!D$5:D$9");
    }

    #[test]
    fn a_name_with_signs_in_it_stands_in_quotes() {
        assert_eq!(refs().fixed(Tab::Cash, 0, 0), "'L''an 1'!$A$1");
    }

    #[test]
    fn no_rows_are_still_an_address() {
        let none = Rows { first: 4, end: 4 };
        assert_eq!(refs().down(Tab::Months, 0, &none, true), "Mois!$A$5:$A$5");
    }
}
