//! What was done and can be undone: a stack of immutable plans with the edits between them.

use previ_engine::plan::Plan;
use previ_words::Language;

use crate::edits::Edit;

/// How many steps are kept; older ones are forgotten.
const MOST: usize = 500;

/// The state of a plan: two plans with the same revision are the same plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Revision(u64);

/// An edit that took place, with the plan before and after it. Items are shared between plans, so a
/// step costs little more than what it changed.
#[derive(Clone, Debug)]
struct Step {
    edit: Edit,
    before: (Revision, Plan),
    after: (Revision, Plan),
}

/// Done and undone steps.
#[derive(Clone, Debug)]
pub(crate) struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
    current: Revision,
    latest: u64,
}

impl History {
    /// Nothing done yet.
    pub(crate) fn new() -> Self {
        Self { done: Vec::new(), undone: Vec::new(), current: Revision(0), latest: 0 }
    }

    /// The revision of the plan as it is.
    pub(crate) fn current(&self) -> Revision {
        self.current
    }

    /// Remembers an edit; what was undone before it is gone.
    pub(crate) fn push(&mut self, edit: Edit, before: Plan, after: Plan) {
        self.latest += 1;
        let revision = Revision(self.latest);
        self.undone.clear();
        self.done.push(Step { edit, before: (self.current, before), after: (revision, after) });
        if self.done.len() > MOST {
            self.done.remove(0);
        }
        self.current = revision;
    }

    /// The plan before the last edit.
    pub(crate) fn undo(&mut self) -> Option<Plan> {
        let step = self.done.pop()?;
        let (revision, plan) = step.before.clone();
        self.undone.push(step);
        self.current = revision;
        Some(plan)
    }

    /// The plan after the last edit that was undone.
    pub(crate) fn redo(&mut self) -> Option<Plan> {
        let step = self.undone.pop()?;
        let (revision, plan) = step.after.clone();
        self.done.push(step);
        self.current = revision;
        Some(plan)
    }

    /// What would be undone.
    pub(crate) fn undo_label(&self, language: Language) -> Option<String> {
        self.done.last().map(|step| step.edit.label(&step.before.1, language))
    }

    /// What would be done again.
    pub(crate) fn redo_label(&self, language: Language) -> Option<String> {
        self.undone.last().map(|step| step.edit.label(&step.before.1, language))
    }
}
