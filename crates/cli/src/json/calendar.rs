//! What is due when, for a machine.

use std::io::{self, Write};

use previ_engine::calendar::{self, DueKind};
use previ_engine::view::View;
use serde::Serialize;

use super::{SCHEMA, view_name, write};

#[derive(Serialize)]
struct Calendar {
    schema: u32,
    view: &'static str,
    due: Vec<DueOne>,
}

#[derive(Serialize)]
struct DueOne {
    month: String,
    agreement: u32,
    tranche: u32,
    kind: &'static str,
    cents: Option<i64>,
}

/// Writes what is due.
pub(crate) fn calendar(out: &mut dyn Write, view: &View) -> io::Result<()> {
    let due = calendar::calendar(view).into_iter().map(|due| DueOne {
        month: due.month.to_string(),
        agreement: due.agreement.0,
        tranche: due.tranche.0,
        kind: match due.kind {
            DueKind::Decision => "decision",
            DueKind::Payment => "payment",
            DueKind::Report => "report",
            DueKind::GiveBack => "give-back",
        },
        cents: due.cents,
    });
    write(out, &Calendar { schema: SCHEMA, view: view_name(view.certainty), due: due.collect() })
}
