//! What stops: agreements that end within the plan, what they paid, and what goes on without them.

use previ_engine::cliff::{Cliff, Ending, cliff};
use previ_engine::diagnostic::Arg;
use previ_engine::id::AgreementId;
use previ_engine::view::View;
use previ_words::{Decimals, Language, fiscal_year, money, month_long, text, text_with};

use super::sureness::sureness;

/// What stops (*ce qui s'arrête*).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CliffPage {
    /// The ends in order.
    pub endings: Vec<EndingView>,
    /// The fiscal years.
    pub years: Vec<String>,
    /// By fiscal year, the money per year that ends, of agreements tied to costs, in cents.
    pub tied_cents: Vec<i64>,
}

/// The end of an agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndingView {
    /// Which agreement.
    pub agreement: AgreementId,
    /// Its last month, such as "juin 2028".
    pub month: String,
    /// Its name and its funder.
    pub title: String,
    /// How sure it is.
    pub certainty: String,
    /// What it brought in its last twelve months, in cents.
    pub yearly_cents: i64,
    /// A sentence: what it paid in them.
    pub paid: String,
    /// A sentence: the posts it may have paid for; empty without any.
    pub positions: String,
    /// A sentence: what goes on costing, and who pays.
    pub after: String,
    /// What nobody pays per month afterwards, on average, in cents.
    pub left_cents: i64,
}

/// How many names a sentence holds before it says how many others there are.
const MOST_NAMES: usize = 4;
/// How many months after an end are looked at.
const MONTHS_AFTER: usize = 12;

impl CliffPage {
    /// What stops in a view.
    #[must_use]
    pub fn new(view: &View, language: Language) -> Self {
        let Cliff { endings, tied_cents } = cliff(view);
        Self {
            endings: endings.iter().map(|ending| ending_view(view, ending, language)).collect(),
            years: view.timeline().fiscal_years().into_iter().map(fiscal_year).collect(),
            tied_cents: tied_cents.chunks(12).map(|months| months.iter().sum()).collect(),
        }
    }
}

fn ending_view(view: &View, ending: &Ending, language: Language) -> EndingView {
    let plan = view.plan();
    let agreement = plan.agreements.iter().find(|known| known.id == ending.agreement);
    let funder = agreement.map(|known| plan.label(known.funder.into()).to_owned()).unwrap_or_default();
    let year = (ending.month.plus(-11), ending.month);
    let certainty = agreement.map(|known| sureness(known, Some(year), language));
    let title = [("label", plan.label(ending.agreement.into()).to_owned()), ("funder", funder)].map(in_words);
    let activities = ending.activities.iter().map(|(id, cents)| {
        let name = id.map(|id| plan.label(id.into()).to_owned());
        (name.unwrap_or_else(|| text(language, "activities-structure")), *cents)
    });
    let activities = names(language, activities.collect());
    let positions = ending.positions.iter().map(|(id, cents)| (plan.label((*id).into()).to_owned(), *cents));
    let positions = names(language, positions.collect());
    let (after, left_cents) = after(ending, language);
    EndingView {
        agreement: ending.agreement,
        month: month_long(language, ending.month),
        title: text_with(language, "cliff-title", &title),
        certainty: certainty.unwrap_or_default(),
        yearly_cents: ending.yearly_cents,
        paid: match activities {
            Some(names) => text_with(language, "cliff-paid", &[in_words(("names", names))]),
            None => text(language, "cliff-paid-nothing"),
        },
        positions: positions
            .map(|names| text_with(language, "cliff-positions", &[in_words(("names", names))]))
            .unwrap_or_default(),
        after,
        left_cents,
    }
}

fn in_words((name, words): (&'static str, String)) -> (&'static str, Arg) {
    (name, Arg::Text(words))
}

/// "Animations (12 000 €), Jardin (3 000 €) et 2 autres", the dearest first; none without any.
fn names(language: Language, mut all: Vec<(String, i64)>) -> Option<String> {
    all.sort_by_key(|(_, cents)| std::cmp::Reverse(*cents));
    let others = all.len().saturating_sub(MOST_NAMES);
    let shown = all.iter().take(MOST_NAMES);
    let shown = shown.map(|(name, cents)| format!("{name} ({})", money(language, *cents, Decimals::None)));
    let shown = shown.collect::<Vec<_>>().join(", ");
    if others == 0 {
        return (!shown.is_empty()).then_some(shown);
    }
    let args = [("names", Arg::Text(shown)), ("count", Arg::Number(others.into()))];
    Some(text_with(language, "cliff-and-others", &args))
}

/// What the activities cost in the months that follow, and what nobody pays of it per month.
fn after(ending: &Ending, language: Language) -> (String, i64) {
    if ending.activities.is_empty() {
        return (String::new(), 0);
    }
    let months = ending.cost_cents.len().clamp(1, MONTHS_AFTER);
    let monthly = |cents: &[i64]| cents.iter().take(months).sum::<i64>() / months as i64;
    let (cost, left) = (monthly(&ending.cost_cents), monthly(&ending.left_cents));
    let id = match (cost, left) {
        (..=0, _) => "cliff-after-nothing",
        (_, ..=0) => "cliff-after-paid",
        _ => "cliff-after",
    };
    let args = [
        ("cost", Arg::Text(money(language, cost, Decimals::None))),
        ("left", Arg::Text(money(language, left, Decimals::None))),
    ];
    (text_with(language, id, &args), left.max(0))
}
