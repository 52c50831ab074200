//! Notes on items.

use alloc::string::String;

use serde::{Deserialize, Serialize};

use crate::id::{ItemId, NoteId};
use crate::is_default;

/// A note (*note*) on an item or on the whole plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// Identity.
    pub id: NoteId,
    /// What it is about; the whole plan when absent.
    #[serde(default, skip_serializing_if = "is_default")]
    pub about: Option<ItemId>,
    /// What it says.
    pub text: String,
    /// Who wrote it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub author: String,
    /// What is to be done about it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub state: NoteState,
}

/// What is to be done about a note.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum NoteState {
    /// Nothing: how a figure was reached.
    #[default]
    Settled,
    /// A question to somebody (*question*).
    Question,
    /// Something to do (*à faire*).
    ToDo,
    /// A value to be made precise (*à préciser*): "je ne sais pas" is an accepted answer.
    ToBeSpecified,
}
