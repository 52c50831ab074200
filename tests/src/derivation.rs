//! Derivation pages: figures worked out by hand, one calculation a line, recomputed here and compared
//! with the engine.
//!
//! A calculation is a line such as `loyer : 12 × 850,00 = 10 200,00 → result.2027.6132`: a bullet and a
//! label followed by ` : ` where one wishes, numbers written the French way, `+ − × ÷`, parentheses and
//! `%`. `=` says that the result is exact, `≈` that it was rounded to the cent, half away from zero. The
//! figure is named as in [`previ_engine::figure`], with `certain:` or `expected:` before it for these
//! views. A line with any of `=`, `≈`, `→` is a calculation or an error: none is passed over.

use previ_engine::certainty::CertaintyView;
use previ_engine::figure::Figure;
use previ_engine::money::to_cents;
use previ_engine::projection::Projection;
use previ_engine::view::View;
use rust_decimal::Decimal;

use crate::arithmetic::{evaluate, number};

/// A line of a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Calculation {
    /// Its line, counted from 1.
    pub line: usize,
    /// What it gives, as written after the sign and found right.
    pub outcome: Decimal,
    /// The figure it derives, if it names one.
    pub figure: Option<Derived>,
}

/// A figure named by a page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Derived {
    /// In which view.
    pub view: CertaintyView,
    /// Which one.
    pub figure: Figure,
}

/// The calculations of a page, each recomputed.
///
/// # Errors
///
/// Every line that cannot be read or whose two sides differ.
pub fn read(page: &str) -> Result<Vec<Calculation>, Vec<String>> {
    let lines = (1..).zip(page.lines()).filter(|(_, line)| line.contains(['=', '≈', '→']));
    let (mut found, mut wrong) = (Vec::new(), Vec::new());
    for (number, line) in lines {
        match calculation(line) {
            Ok((outcome, figure)) => found.push(Calculation { line: number, outcome, figure }),
            Err(why) => wrong.push(format!("line {number}: {why}: {line}")),
        }
    }
    if wrong.is_empty() { Ok(found) } else { Err(wrong) }
}

fn calculation(line: &str) -> Result<(Decimal, Option<Derived>), String> {
    let (sum, name) = match line.split_once('→') {
        Some((sum, name)) => (sum, Some(name.trim())),
        None => (line, None),
    };
    let exact = !sum.contains('≈');
    let (left, right) = sum.split_once(if exact { '=' } else { '≈' }).ok_or("no = or ≈")?;
    let left = left.trim().trim_start_matches("- ");
    let left = evaluate(left.rsplit_once(" : ").map_or(left, |(_, expression)| expression))?;
    let right = number(right.trim()).ok_or("one number must follow")?;
    if exact && left != right {
        return Err(format!("gives {left}"));
    }
    if !exact && (left == right || to_cents(left) != to_cents(right) || right.scale() > 2) {
        return Err(format!("gives {left}, which does not round to it"));
    }
    Ok((right, name.map(derived).transpose()?))
}

fn derived(name: &str) -> Result<Derived, String> {
    let (view, figure) = match name.split_once(':') {
        Some(("certain", figure)) => (CertaintyView::Certain, figure),
        Some(("expected", figure)) => (CertaintyView::Expected, figure),
        Some((other, _)) => return Err(format!("no view « {other} »")),
        None => (CertaintyView::Everything, name),
    };
    let figure = figure.parse().map_err(|_| format!("no figure « {figure} »"))?;
    Ok(Derived { view, figure })
}

/// Where the engine gives something else than a page, one sentence per figure.
#[must_use]
pub fn differences(calculations: &[Calculation], projection: &Projection) -> Vec<String> {
    let views = CertaintyView::ALL.map(|view| projection.view(view));
    let value = |derived: Derived| {
        let view = views.iter().find(|view: &&View| view.certainty == derived.view)?;
        derived.figure.value(view)
    };
    let with_figure = calculations.iter().filter_map(|found| Some((found, found.figure?)));
    with_figure
        .map(|(found, derived)| (found, derived, value(derived)))
        .filter(|(found, _, value)| *value != Some(to_cents(found.outcome)))
        .map(|(found, derived, value)| {
            let value = value.map_or("nothing".to_owned(), |cents| Decimal::new(cents, 2).to_string());
            let (line, outcome) = (found.line, found.outcome);
            format!("line {line}: {outcome} by hand, {value} calculated for {}", derived.figure)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn only(line: &str) -> Result<(Decimal, Option<Derived>), String> {
        calculation(line)
    }

    #[test]
    fn a_line_gives_its_outcome_and_its_figure() {
        let (outcome, derived) =
            only("- loyer : 12 × 850,00 = 10 200,00 → certain:result.2027.6132").unwrap();
        assert_eq!(outcome, Decimal::new(1_020_000, 2));
        let derived = derived.unwrap();
        assert_eq!(derived.view, CertaintyView::Certain);
        assert_eq!(derived.figure.to_string(), "result.2027.6132");
        assert_eq!(only("12 × 850,00 = 10 200,00").unwrap().1, None);
    }

    #[test]
    fn a_rounded_outcome_says_so() {
        assert!(only("5 200,00 ÷ 3 ≈ 1 733,33").is_ok());
        assert!(only("1 067,50 × 1,005 ≈ 1 072,84").is_ok(), "1,072.8375 goes up");
        assert!(only("5 200,00 ÷ 3 = 1 733,33").is_err(), "not exact");
        assert!(only("5 200,00 ÷ 3 ≈ 1 733,34").is_err(), "not the nearest cent");
        assert!(only("12 × 850,00 ≈ 10 200,00").is_err(), "exact: = is the sign");
    }

    #[test]
    fn no_line_is_passed_over() {
        let page = "# Page\n\n12 × 850,00 = 10 200,00\ntext\nA = B\n→ result.2027\n1 + 1 = 3\n1 = 1 → result.2027.913\n";
        let wrong = read(page).unwrap_err();
        let lines: Vec<&str> = wrong.iter().filter_map(|said| said.split(':').next()).collect();
        assert_eq!(lines, ["line 5", "line 6", "line 7", "line 8"]);
        assert_eq!(read("# Page\n\n1 + 1 = 2\n").map(|found| found.len()), Ok(1));
    }
}
