//! `previ import`: a plan made of a sheet of charges and income.

use std::cmp::Reverse;
use std::io;

use previ_engine::diagnostic::{Arg, Diagnostic, Severity};
use previ_engine::money::Amount;
use previ_file::format::{Document, write};
use previ_file::store;
use previ_sheets::import::{
    self, ImportOptions, Proposal, ProposedItem, ProposedKind, YearSource, not_placed,
};
use previ_words::{Decimals, money, text_with};

use crate::arguments::ImportRequest;
use crate::commands::write_bytes;
use crate::table::wrapped;
use crate::{Console, Exit};

pub(crate) fn run(request: &ImportRequest, console: &mut Console<'_>) -> io::Result<Exit> {
    let workbook = store::read_bytes(&request.file)
        .map_err(|diagnostic| vec![diagnostic])
        .and_then(|bytes| import::read(&bytes, &request.file.to_string_lossy()));
    let workbook = match workbook {
        Ok(workbook) => workbook,
        Err(diagnostics) => {
            console.complain(&diagnostics)?;
            return Ok(Exit::File);
        }
    };
    let reference = previ_reference::reference();
    let options = ImportOptions {
        sheet: request.sheet.clone(),
        first_year: request.first_year,
        this_year: console.surroundings.today.year(),
        reference,
    };
    let (proposal, mut diagnostics) = import::propose(&workbook, &options);
    diagnostics.sort_by_key(|said| Reverse(said.severity));
    console.complain(&diagnostics)?;
    if proposal.items.is_empty() && diagnostics.iter().any(|said| said.severity == Severity::Error) {
        return Ok(Exit::File);
    }
    if let Err(diagnostic) = save(&proposal, request, console) {
        console.complain(&[diagnostic])?;
        return Ok(Exit::File);
    }
    console.out.write_all(report(&proposal, console).as_bytes())?;
    writeln!(console.out, "{} {}", console.text("cli-written"), request.output.display())?;
    Ok(super::check::exit_code(&diagnostics))
}

fn save(proposal: &Proposal, request: &ImportRequest, console: &Console<'_>) -> Result<(), Diagnostic> {
    let stem = request.file.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let name = stem.unwrap_or_default();
    let (plan, next_id) = import::to_plan(proposal, &name, 1, console.language);
    let edition = previ_reference::reference().edition.clone();
    let mut document = Document::new(plan, format!("import-{name}-{}", proposal.first_year), edition);
    document.next_id = next_id;
    write_bytes(&request.output, &write(&document), request.existing)
}

/// What was read, what it adds up to, and what was left aside.
fn report(proposal: &Proposal, console: &Console<'_>) -> String {
    let language = console.language;
    let width = console.surroundings.columns;
    let source = console.text(match proposal.first_year_source {
        YearSource::Asked => "cli-import-year-asked",
        YearSource::Assumed => "cli-import-year-clock",
        YearSource::Column(_) | YearSource::Title(_) | YearSource::SheetName => "cli-import-year-sheet",
        YearSource::FileName => "cli-import-year-file",
    });
    let sheet = [
        ("sheet", Arg::Text(proposal.sheet.clone())),
        ("year", Arg::Year(proposal.first_year)),
        ("source", Arg::Text(source)),
    ];
    let mut text = wrapped(&text_with(language, "cli-import-sheet", &sheet), "", width);
    let count = [("count", Arg::Number(proposal.items.len().into()))];
    text.push_str(&format!("{}\n\n", text_with(language, "cli-import-lines", &count)));
    let (charges, income) = (total(proposal, 6), total(proposal, 7));
    let sums = [
        ("cli-import-charges", charges),
        ("cli-import-income", income),
        ("cli-import-result", income - charges),
    ];
    for (id, cents) in sums {
        text.push_str(&format!("{:<10} {:>16}\n", console.text(id), money(language, cents, Decimals::Two)));
    }
    text.push('\n');
    let left = not_placed(proposal);
    let title = if left.is_empty() { "cli-import-all-placed" } else { "cli-import-not-placed" };
    text.push_str(&format!("{}\n", console.text(title)));
    for cell in left {
        let reason = console.text(cell.reason.text_id());
        let line = format!("{:<5} « {} » : {reason}", cell.address, cell.text.trim());
        text.push_str(&wrapped(&line, "  ", width));
    }
    text.push('\n');
    text
}

/// The cents of the items that become charges (6) or income (7).
fn total(proposal: &Proposal, class: u8) -> i64 {
    let counted =
        |item: &&ProposedItem| !matches!(item.kind, ProposedKind::InKind(_)) && item.account.class() == class;
    proposal.items.iter().filter(counted).map(|item| Amount::cents(item.amount)).sum()
}
