//! What is due when, for a machine.

use std::io::{self, Write};

use previ_engine::calendar::{self, DueKind, Standing};
use previ_engine::month::Month;
use previ_engine::view::View;
use serde::Serialize;

use super::{SCHEMA, view_name, write};

#[derive(Serialize)]
struct Calendar {
    schema: u32,
    view: &'static str,
    as_of: String,
    due: Vec<DueOne>,
}

#[derive(Serialize)]
struct DueOne {
    month: String,
    agreement: u32,
    tranche: u32,
    kind: &'static str,
    cents: Option<i64>,
    standing: &'static str,
    person: Option<String>,
}

/// Writes what is due, seen from the month `as_of`.
pub(crate) fn calendar(out: &mut dyn Write, view: &View, as_of: Month) -> io::Result<()> {
    let person = |id| {
        let agreement = view.plan().agreements.iter().find(|known| known.id == id);
        agreement.map(|known| known.person.clone()).filter(|person| !person.is_empty())
    };
    let due = calendar::calendar(view, Some(as_of)).into_iter().map(|due| DueOne {
        month: due.month.to_string(),
        agreement: due.agreement.0,
        tranche: due.tranche.0,
        kind: match due.kind {
            DueKind::Filing => "filing",
            DueKind::Decision => "decision",
            DueKind::Signature => "signature",
            DueKind::Claim => "claim",
            DueKind::Payment => "payment",
            DueKind::ToPartners => "to-partners",
            DueKind::InterimReport => "interim-report",
            DueKind::Report => "report",
            DueKind::GiveBack => "give-back",
        },
        cents: due.cents,
        standing: match due.standing {
            Standing::Late => "late",
            Standing::Unknown => "to-check",
            Standing::Ahead => "ahead",
            Standing::Done => "done",
        },
        person: person(due.agreement),
    });
    let (view, as_of) = (view_name(view.certainty), as_of.to_string());
    write(out, &Calendar { schema: SCHEMA, view, as_of, due: due.collect() })
}
