//! `previ incitu`: a year of the plan as InCitu's workbook reckons it, and why its result is another one.

use std::io;

use previ_engine::diagnostic::{Arg, ArgKind, Code, CodeSpec, Diagnostic, Place, Severity};
use previ_engine::plan::Plan;
use previ_engine::projection::project;
use previ_sheets::incitu::{incitu_report, usual_contributions};

use crate::arguments::{Format, InCituRequest};
use crate::commands::{read_numbers, read_plan};
use crate::{Console, Exit, json};

mod account;
mod page;
mod projects;
mod team;

use page::Page;

/// A year that the plan does not have.
pub(crate) const NO_SUCH_YEAR: CodeSpec = CodeSpec {
    code: Code("cli.no-such-year"),
    args: &[("year", ArgKind::Year), ("first", ArgKind::Year), ("last", ArgKind::Year)],
};

pub(crate) fn run(request: &InCituRequest, console: &mut Console<'_>) -> io::Result<Exit> {
    let plan = match read_plan(request.file.as_deref(), console)? {
        Ok(document) => document.plan,
        Err(exit) => return Ok(exit),
    };
    let reference = previ_reference::reference();
    let projection = project(&plan, reference, None);
    let years = years(&plan, console);
    let year = request.year.unwrap_or(years.usual);
    let Some(report) = incitu_report(&plan, reference, year) else {
        let unknown = Diagnostic::new(NO_SUCH_YEAR.code, Severity::Error, Place::Whole);
        let unknown = unknown.with("year", Arg::Year(year)).with("first", Arg::Year(years.first));
        console.complain(&[unknown.with("last", Arg::Year(years.last))])?;
        return Ok(Exit::Usage);
    };
    let set = match read_numbers(request.set.as_deref(), report.projects.len(), console)? {
        Ok(set) => set,
        Err(exit) => return Ok(exit),
    };
    let account = report.account(set.as_deref(), request.contributions.unwrap_or_else(usual_contributions));
    if request.format == Format::Json {
        json::incitu(console.out, &plan, &report, set.as_deref(), &account, console.language)?;
    } else {
        let page = Page { plan: &plan, report: &report, console };
        let text = page.text(set.as_deref(), &account);
        console.out.write_all(text.as_bytes())?;
    }
    console.complain(&report.warnings)?;
    super::check::conclude(&projection.diagnostics, console)
}

/// The years that may be asked for.
struct Years {
    first: i32,
    last: i32,
    /// That of today, or the nearest one.
    usual: i32,
}

fn years(plan: &Plan, console: &Console<'_>) -> Years {
    let timeline = plan.frame.timeline();
    let key = |month| timeline.fiscal_year(month).key();
    let (first, last) = (key(timeline.first()), key(timeline.last()));
    let today = console.surroundings.today;
    let seen = plan.frame.horizon.seen_from(Some(today)).unwrap_or(today);
    Years { first, last, usual: key(seen).clamp(first, last.max(first)) }
}
