//! How sure an agreement is over its tranches: a first year granted says nothing of those that follow.

use previ_engine::agreement::FundingAgreement;
use previ_engine::certainty::Certainty;
use previ_engine::diagnostic::Arg;
use previ_engine::month::Month;
use previ_words::{Language, certainty, month_short, text_with};

/// Tranches one after the other that are equally sure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    level: Certainty,
    last: Month,
}

/// How sure an agreement is from one month to another, such as "4 – certain, puis 3"; empty when refused.
pub(crate) fn sureness(
    agreement: &FundingAgreement,
    span: Option<(Month, Month)>,
    language: Language,
) -> String {
    match runs(agreement, span).as_slice() {
        [] => agreement.level().map(|level| certainty(language, level)).unwrap_or_default(),
        [only] => certainty(language, only.level),
        [first, others @ ..] => {
            let args = [("first", certainty(language, first.level)), ("others", numbers(others))];
            text_with(language, "sureness-then", &args.map(|(name, words)| (name, Arg::Text(words))))
        }
    }
}

/// The same where there is little room, with the month in which it changes: "4 jusqu'en déc. 28, puis 2".
pub(crate) fn sureness_until(
    agreement: &FundingAgreement,
    span: (Month, Month),
    language: Language,
) -> String {
    match runs(agreement, Some(span)).as_slice() {
        [first, others @ ..] if !others.is_empty() => {
            let until = month_short(language, first.last);
            let args = [("first", number(first)), ("until", until), ("others", numbers(others))];
            text_with(language, "sureness-until", &args.map(|(name, words)| (name, Arg::Text(words))))
        }
        _ => sureness(agreement, Some(span), language),
    }
}

/// A tranche is as sure as its least sure line.
fn runs(agreement: &FundingAgreement, span: Option<(Month, Month)>) -> Vec<Run> {
    let touches = |from: Month, to: Month| span.is_none_or(|(first, last)| from <= last && to >= first);
    let mut tranches: Vec<_> =
        agreement.tranches.iter().filter(|tranche| touches(tranche.from, tranche.to)).collect();
    tranches.sort_by_key(|tranche| tranche.from);
    let mut runs: Vec<Run> = Vec::new();
    for tranche in tranches {
        let levels = tranche.lines.iter().map(|line| agreement.certainty_of(tranche, line));
        let Some(level) = levels.min().flatten() else { continue };
        match runs.last_mut() {
            Some(run) if run.level == level => run.last = run.last.max(tranche.to),
            _ => runs.push(Run { level, last: tranche.to }),
        }
    }
    runs
}

fn numbers(runs: &[Run]) -> String {
    runs.iter().map(number).collect::<Vec<_>>().join(", ")
}

/// Its number from 1 to 4.
fn number(run: &Run) -> String {
    let place = Certainty::ALL.iter().position(|known| *known == run.level).unwrap_or(0);
    (place + 1).to_string()
}
