//! Refusals of an edit: what a person does to the example association, and what the window answers.

use previ_engine::certainty::Stage;
use previ_engine::contract::PayScale;
use previ_engine::diagnostic::Diagnostic;
use previ_engine::employer::DaysOff;
use previ_engine::id::{ActivityId, AgreementId, FunderId, InvestmentId, ItemId, LineId, PositionId};
use previ_engine::money::Amount;
use previ_engine::month::Month;
use previ_engine::payment::{Instalment, Part, Trigger};
use previ_engine::pool::AllocationKey;
use previ_engine::timeline::FiscalYear;
use previ_engine::timing::Timing;
use previ_session::Session;
use previ_session::edits::{
    ActivityEdit, AgreementEdit, AmountSpan, Edit, EmployerEdit, FrameEdit, FunderEdit, LineEdit, LineFields,
    NewAgreement, Payer, PoolEdit, PositionEdit, Purpose, TimeChange, TimeEdit, TrancheEdit, TreasuryEdit,
};
use previ_session::grid::{CellAt, GridState, Intent, run};
use previ_session::views::budget::{BudgetLayout, RowKey};
use previ_session::views::workload::{WorkloadColumn, WorkloadLayout};
use previ_sheets::import::ImportOptions;
use previ_words::{Language, message};

use super::EXAMPLE;

/// A code, what provokes it in words, and the doing.
pub(super) type Case = (&'static str, &'static str, fn(&mut Session) -> Option<Diagnostic>);

const RENT: LineId = LineId(110);
const CARAVAN: LineId = LineId(140);
const DIRECTOR: PositionId = PositionId(20);
const STATE_GRANT: AgreementId = AgreementId(50);
const GREENHOUSE: InvestmentId = InvestmentId(160);
const EDUCATION: ActivityId = ActivityId(10);
const SCHOOLS: ActivityId = ActivityId(11);
const GARDEN: ActivityId = ActivityId(15);

/// A new line.
fn rent() -> LineEdit {
    let fields = LineFields::new("Loyer".into(), "6132".parse().unwrap(), None);
    LineEdit::Add { fields, yearly: Amount::ZERO }
}

/// One case per code of the session.
pub(super) const CASES: &[Case] = &[
    ("session.item-gone", "remove a line that is not there", |session| {
        edit(session, LineEdit::Remove(LineId(9999)))
    }),
    ("session.no-more-ids", "add a line to a document whose counter is at its end", |_| {
        let text =
            String::from_utf8(EXAMPLE.to_vec()).unwrap().replace("next_id: 402", "next_id: 4294967295");
        let mut session = Session::example(text.as_bytes(), Language::French).unwrap();
        (0..2).find_map(|_| edit(&mut session, rent()))
    }),
    ("session.name-empty", "rename the rent to nothing", |session| {
        edit(session, LineEdit::Rename(RENT, "  ".into()))
    }),
    ("session.still-used", "remove an activity that has lines", |session| {
        edit(session, ActivityEdit::Remove(SCHOOLS))
    }),
    ("session.activity-below-itself", "move an activity below one of its own", |session| {
        edit(session, ActivityEdit::SetParent(EDUCATION, Some(SCHOOLS)))
    }),
    ("session.dates-reversed", "end an activity before it begins", |session| {
        let (from, to) = (Some(month("2028-01")), Some(month("2027-01")));
        edit(session, ActivityEdit::SetDates { activity: SCHOOLS, from, to })
    }),
    ("session.year-outside-dates", "an amount in a year before the activity of the line", |session| {
        let year = FiscalYear { first: month("2027-01") };
        edit(session, LineEdit::SetYearAmount { line: CARAVAN, year, amount: "100".parse().unwrap() })
    }),
    ("session.month-outside-dates", "an amount in a month before the activity of the line", |session| {
        let month = month("2027-03");
        edit(session, LineEdit::SetMonthAmount { line: CARAVAN, month, amount: "100".parse().unwrap() })
    }),
    ("session.line-class", "a line of the budget in account 2183", |session| {
        edit(session, LineEdit::SetAccount(RENT, "2183".parse().unwrap()))
    }),
    ("session.cost-class", "a grant that would pay account 741", |session| {
        edit(session, AgreementEdit::SetEligibleAccounts(STATE_GRANT, vec!["741".parse().unwrap()]))
    }),
    ("session.income-class", "the income of a grant in account 613", |session| {
        edit(session, AgreementEdit::SetIncomeAccount(STATE_GRANT, Some("613".parse().unwrap())))
    }),
    ("session.treasury-class", "a bank account in account 411", |session| {
        let account = "411".parse().unwrap();
        edit(session, TreasuryEdit::Add { label: "Banque".into(), account, opening: "0".parse().unwrap() })
    }),
    ("session.timing-out-of-range", "pay the rent 61 months later", |session| {
        edit(session, LineEdit::SetTiming(RENT, Timing::After { months: 61 }))
    }),
    ("session.delay-out-of-range", "a funder that pays 61 months later", |session| {
        edit(session, FunderEdit::SetDelay(FunderId(30), 61))
    }),
    ("session.rate-out-of-range", "an employer's rate of 101 %", |session| {
        let employer = Some("101".parse().unwrap());
        edit(session, PositionEdit::SetRates { position: DIRECTOR, employer, employee: None })
    }),
    ("session.trigger-month", "a payment in month 13 of each year", |session| {
        let tranche = session.plan().agreements[0].tranches[0].id;
        let part = Part::Amount("100".parse().unwrap());
        let payment = Instalment::new(part, Trigger::EachYearIn(13));
        edit(session, TrancheEdit::SetInstalments(tranche, vec![payment]))
    }),
    ("session.too-many-tranches", "a CPO of 20 years", |session| {
        edit(session, new_agreement("cpo", "2046-12"))
    }),
    ("session.investment-missing", "a grant for no investment", |session| {
        edit(session, new_agreement("investment", "2027-12"))
    }),
    ("session.time-over-100", "95 % of a time of which 10 % is already given", |session| {
        let share = "95".parse().unwrap();
        edit(session, TimeEdit { position: DIRECTOR, activity: SCHOOLS, change: TimeChange::Share(share) })
    }),
    ("session.days-out-of-range", "400 days in a year", |session| {
        let days = "400".parse().unwrap();
        edit(session, TimeEdit { position: DIRECTOR, activity: SCHOOLS, change: TimeChange::Days(days) })
    }),
    ("session.days-off", "300 days of leave", |session| {
        let leave = Some("300".parse().unwrap());
        edit(session, EmployerEdit::SetDaysOff(DaysOff { leave, ..DaysOff::default() }))
    }),
    ("session.negative-part", "a floor area below zero", |session| {
        let key = AllocationKey::FloorArea([(SCHOOLS, "-20".parse().unwrap())].into());
        edit(session, PoolEdit::Add { label: "Locaux".into(), key })
    }),
    ("session.pay-scale", "half of the minimum wage", |session| {
        let scale = PayScale::MinimumWage("0.5".parse().unwrap());
        edit(session, PositionEdit::SetScale { position: DIRECTOR, month: "2027-01".parse().unwrap(), scale })
    }),
    ("session.horizon-years", "a plan of 11 fiscal years", |session| {
        edit(session, FrameEdit::SetHorizonYears(11))
    }),
    ("session.first-year", "a plan from the year 27 on", |session| {
        edit(session, FrameEdit::SetFirstYear(27))
    }),
    ("session.fiscal-year-month", "a fiscal year from month 13 on", |session| {
        edit(session, FrameEdit::SetFiscalYearStart(13))
    }),
    ("session.reserve-months", "a reserve of 25 months", |session| {
        edit(session, FrameEdit::SetReserveMonths(Some("25".parse().unwrap())))
    }),
    ("session.negative-amount", "a salary of −1", |session| {
        let (month, amount) = (month("2027-01"), "-1".parse().unwrap());
        edit(session, PositionEdit::SetGross { position: DIRECTOR, month, amount })
    }),
    ("session.stale-import", "accept an import after another edit", |session| {
        let workbook =
            previ_sheets::import::read("CHARGES;2027\nLoyer;500\nEau;40\n".as_bytes(), "budget.csv");
        let reference = previ_reference::reference();
        let options = ImportOptions { sheet: None, first_year: None, this_year: 2026, reference };
        let (proposal, _) = previ_sheets::import::propose(&workbook.unwrap(), &options);
        let next = session.document().next_id;
        let items = previ_sheets::import::items(&proposal, 1, next, session.language());
        assert_eq!(edit(session, rent()), None);
        edit(session, Edit::Import(Box::new(items)))
    }),
    ("session.cell-is-a-sum", "type into the result", |session| {
        keys(session, At::Row(RowKey::Result), [Intent::Type("5".into())])
    }),
    ("session.cell-from-staff", "type into a salary", |session| {
        keys(session, At::Item(DIRECTOR.into()), [Intent::Type("5".into())])
    }),
    ("session.cell-from-agreement", "type into a grant", |session| {
        keys(session, At::Item(STATE_GRANT.into()), [Intent::Type("5".into())])
    }),
    ("session.cell-computed", "type into a depreciation", |session| {
        keys(session, At::Item(GREENHOUSE.into()), [Intent::Type("5".into())])
    }),
    ("session.cell-of-days", "type into the days that are left", |session| {
        typed_days(session, WorkloadColumn::Left, "5")
    }),
    ("session.no-days", "days on a garden that begins when the director has left", |session| {
        let dates =
            PositionEdit::SetDates { position: DIRECTOR, from: month("2016-09"), to: Some(month("2027-08")) };
        assert!(edit(session, dates).is_none());
        typed_days(session, WorkloadColumn::Activity(GARDEN), "5")
    }),
    ("session.not-an-amount", "type “douze” into the rent", |session| typed(session, "douze")),
    ("session.ambiguous-amount", "type “1.234” into the rent", |session| typed(session, "1.234")),
    ("session.amount-too-large", "type “99999999999” into the rent", |session| {
        typed(session, "99999999999")
    }),
    ("session.division-by-zero", "type “=100/0” into the rent", |session| typed(session, "=100/0")),
    ("session.paste-not-an-amount", "paste a label beside an amount", |session| {
        keys(session, At::Item(RENT.into()), [Intent::Paste("100\tloyer".into())])
    }),
    ("session.paste-too-large", "paste sixteen columns", |session| {
        keys(session, At::Item(RENT.into()), [Intent::Paste("1\t".repeat(15) + "1")])
    }),
    ("session.nothing-to-paste", "paste an empty clipboard", |session| {
        keys(session, At::Item(RENT.into()), [Intent::Paste(String::new())])
    }),
    ("session.nothing-to-clear", "clear two totals", |session| {
        let row = session.budget(&BudgetLayout::default()).place(RowKey::Result)?;
        let two = Intent::SelectTo(CellAt { row, column: 1 });
        keys(session, At::Row(RowKey::Result), [two, Intent::Clear])
    }),
];

/// The refusal of a case, and how it is told.
pub(super) fn told((code, doing, provoke): &Case, language: Language) -> String {
    let mut session = Session::example(EXAMPLE, language).unwrap();
    let Some(refusal) = provoke(&mut session) else { return format!("{code} is not provoked\n") };
    let said = message(language, &refusal);
    format!("({doing})\n{}\n→ {}\n", said.text, said.hint)
}

/// Whether a case provokes its code.
pub(super) fn is_provoked((code, _, provoke): &Case) -> bool {
    let mut session = Session::example(EXAMPLE, Language::French).unwrap();
    provoke(&mut session).is_some_and(|refusal| refusal.code.0 == *code)
}

fn edit(session: &mut Session, edit: impl Into<Edit>) -> Option<Diagnostic> {
    session.edit(edit.into()).err()
}

/// An agreement of a kind for the structure, from January 2027 on.
fn new_agreement(kind: &str, to: &str) -> Edit {
    let kind = previ_reference::agreement_kinds().iter().find(|known| known.id == kind);
    let new = NewAgreement {
        label: "Convention".into(),
        payer: Payer::Known(FunderId(30)),
        kind: kind.unwrap(),
        stage: Stage::Filed,
        from: month("2027-01"),
        to: month(to),
        amount: "1000".parse().unwrap(),
        span: AmountSpan::EachYear,
        purpose: Purpose::Structure,
    };
    AgreementEdit::Add(Box::new(new)).into()
}

/// Where keys are pressed: the column of 2027 in a row of the budget.
#[derive(Clone, Copy)]
enum At {
    Row(RowKey),
    Item(ItemId),
}

fn keys(session: &mut Session, at: At, intents: impl IntoIterator<Item = Intent>) -> Option<Diagnostic> {
    let layout = BudgetLayout::default();
    let page = session.budget(&layout);
    let row = match at {
        At::Row(key) => page.place(key),
        At::Item(item) => page.place_of_item(item),
    };
    let mut state = GridState::default();
    run(session, &page, &mut state, Intent::Select(CellAt { row: row?, column: 0 }));
    intents.into_iter().find_map(|intent| {
        let page = session.budget(&layout);
        run(session, &page, &mut state, intent).refused
    })
}

/// The refusal of a number typed into the workload of 2027, in the row of the director.
fn typed_days(session: &mut Session, column: WorkloadColumn, text: &str) -> Option<Diagnostic> {
    let page = session.workload(WorkloadLayout::default());
    let row = page.place(DIRECTOR)?;
    let column = page.columns.iter().position(|known| *known == column)?;
    let mut state = GridState::default();
    state.apply(Intent::Select(CellAt { row, column }), &*page);
    run(session, &*page, &mut state, Intent::Type(text.into())).refused
}

fn typed(session: &mut Session, text: &str) -> Option<Diagnostic> {
    keys(session, At::Item(RENT.into()), [Intent::Type(text.into()), Intent::Commit])
}

fn month(text: &str) -> Month {
    text.parse().unwrap()
}
