//! The money without which a position does not exist.

use previ_engine::condition::Condition;
use previ_engine::diagnostic::Arg;
use previ_engine::id::AgreementId;
use previ_engine::plan::Plan;
use previ_words::{Language, text, text_with};

/// What a position may depend on: nothing, any one agreement, or the several that it depends on now.
pub(super) fn conditions(
    language: Language,
    plan: &Plan,
    now: Option<&Condition>,
) -> Vec<(Option<Condition>, String)> {
    let always = (None, text(language, "staff-always"));
    let agreements = plan.agreements.iter().map(|agreement| {
        let name = [("agreement", Arg::Text(agreement.label.clone()))];
        (Some(Condition::OneOf(vec![agreement.id])), text_with(language, "staff-only-if", &name))
    });
    let several = now.filter(|condition| condition.agreements().len() != 1).map(|condition| {
        let id = match condition {
            Condition::OneOf(_) => "staff-only-if-one",
            Condition::AllOf(_) => "staff-only-if-all",
        };
        let label = |id: &AgreementId| plan.label((*id).into()).to_owned();
        let labels: Vec<String> = condition.agreements().iter().map(label).collect();
        (Some(condition.clone()), text_with(language, id, &[("agreements", Arg::Text(labels.join(", ")))]))
    });
    std::iter::once(always).chain(agreements).chain(several).collect()
}

/// What a position depends on, as [`conditions`] lists it: of one agreement, one of them and all of them are the
/// same.
pub(super) fn listed(now: Option<&Condition>) -> Option<Condition> {
    now.map(|condition| match condition.agreements() {
        [one] => Condition::OneOf(vec![*one]),
        _ => condition.clone(),
    })
}
