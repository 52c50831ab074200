//! Tables that fit the terminal.

/// A table: its first column holds labels, the others amounts.
pub(crate) struct Table {
    header: Vec<String>,
    rows: Vec<Line>,
}

enum Line {
    Cells(Vec<String>),
    Rule,
}

const GAP: usize = 2;
const NARROWEST_LABEL: usize = 18;
/// Labels are cut down to this width when that brings all columns side by side.
const READABLE_LABEL: usize = 32;

impl Table {
    pub(crate) fn new(header: Vec<String>) -> Self {
        Self { header, rows: Vec::new() }
    }

    pub(crate) fn row(&mut self, label: impl Into<String>, cells: impl IntoIterator<Item = String>) {
        self.rows.push(Line::Cells(std::iter::once(label.into()).chain(cells).collect()));
    }

    /// A horizontal rule.
    pub(crate) fn rule(&mut self) {
        self.rows.push(Line::Rule);
    }

    /// The table in lines of at most `width` characters: labels that are too long are cut, columns
    /// that do not fit beside them follow underneath with the labels again.
    pub(crate) fn render(&self, width: usize) -> String {
        let widths = self.widths();
        let Some((labels, amounts)) = widths.split_first() else { return String::new() };
        let widest = amounts.iter().max().copied().unwrap_or(0) + GAP;
        let all: usize = amounts.iter().map(|column| column + GAP).sum();
        let room = width.saturating_sub(if width >= all + READABLE_LABEL { all } else { widest });
        let label = (*labels).min(room.max(NARROWEST_LABEL));
        let mut text = String::new();
        let mut first = 0;
        loop {
            let mut used = label;
            let mut end = first;
            while let Some(column) = amounts.get(end) {
                used += GAP + column;
                if used > width && end > first {
                    break;
                }
                end += 1;
            }
            if first > 0 {
                text.push('\n');
            }
            self.render_columns(&mut text, label, amounts, first..end);
            first = end;
            if first >= amounts.len() {
                return text;
            }
        }
    }

    fn render_columns(
        &self,
        text: &mut String,
        label: usize,
        amounts: &[usize],
        columns: std::ops::Range<usize>,
    ) {
        let shown = amounts.get(columns.clone()).unwrap_or_default();
        let rule = "─".repeat(label + shown.iter().map(|width| width + GAP).sum::<usize>());
        let line = |cells: &[String]| {
            let name = cells.first().map(String::as_str).unwrap_or_default();
            let mut one = pad_right(&cut(name, label), label);
            for (column, width) in columns.clone().zip(shown) {
                let cell = cells.get(column + 1).map(String::as_str).unwrap_or_default();
                one.push_str(&" ".repeat(GAP + width.saturating_sub(length(cell))));
                one.push_str(cell);
            }
            format!("{}\n", one.trim_end_matches(' '))
        };
        text.push_str(&line(&self.header));
        text.push_str(&format!("{rule}\n"));
        for row in &self.rows {
            match row {
                Line::Cells(cells) => text.push_str(&line(cells)),
                Line::Rule => text.push_str(&format!("{rule}\n")),
            }
        }
    }

    fn widths(&self) -> Vec<usize> {
        let mut widths: Vec<usize> = self.header.iter().map(|cell| length(cell)).collect();
        for row in &self.rows {
            let Line::Cells(cells) = row else { continue };
            for (width, cell) in widths.iter_mut().zip(cells) {
                *width = (*width).max(length(cell));
            }
        }
        widths
    }
}

/// A sentence in lines of at most `width` characters, each after `indent`.
pub(crate) fn wrapped(text: &str, indent: &str, width: usize) -> String {
    let mut lines = String::new();
    let mut line = String::new();
    // Breaks at plain spaces only: the others hold numbers and signs together.
    for word in text.split([' ', '\n']).filter(|word| !word.is_empty()) {
        if !line.is_empty() && length(indent) + length(&line) + 1 + length(word) > width {
            lines.push_str(&format!("{indent}{line}\n"));
            line.clear();
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines.push_str(&format!("{indent}{line}\n"));
    lines
}

/// A sentence in lines of at most `width` characters, the first after `mark`, the others under its text.
pub(crate) fn hanging(text: &str, mark: &str, width: usize) -> String {
    let indent = " ".repeat(length(mark));
    let lines = wrapped(text, &indent, width);
    format!("{mark}{}", lines.strip_prefix(&indent).unwrap_or(&lines))
}

fn length(text: &str) -> usize {
    text.chars().count()
}

/// A text of at most `width` characters, with dots where something is missing.
pub(crate) fn cut(text: &str, width: usize) -> String {
    if length(text) <= width {
        return text.to_owned();
    }
    let kept: String = text.chars().take(width.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

fn pad_right(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(length(text))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        let mut table = Table::new(["Poste", "2027", "2028"].map(String::from).into());
        table.row("Achats de fournitures", ["1 234", "99"].map(String::from));
        table.rule();
        table.row("Total", ["1 234", "99"].map(String::from));
        table
    }

    #[test]
    fn amounts_stand_at_the_right_under_their_year() {
        let expected = "\
Poste                   2027  2028
──────────────────────────────────
Achats de fournitures  1 234    99
──────────────────────────────────
Total                  1 234    99
";
        assert_eq!(table().render(80), expected);
    }

    #[test]
    fn a_long_sentence_is_broken_at_its_spaces() {
        assert_eq!(wrapped("un deux trois", "  ", 9), "  un deux\n  trois\n");
        assert_eq!(hanging("un deux trois", "→ ", 9), "→ un deux\n  trois\n");
        assert_eq!(wrapped("1\u{202f}234\u{a0}€ dus", "", 8), "1\u{202f}234\u{a0}€\ndus\n");
    }

    #[test]
    fn columns_that_do_not_fit_follow_underneath_and_long_labels_are_cut() {
        let text = table().render(26);
        let expected = "\
Poste                 2027
──────────────────────────
Achats de fournitu…  1 234
──────────────────────────
Total                1 234

Poste                2028
─────────────────────────
Achats de fournitu…    99
─────────────────────────
Total                  99
";
        assert_eq!(text, expected);
        assert!(text.lines().all(|line| length(line) <= 26));
    }
}
