//! Documents to try things on.

use previ_engine::certainty::CertaintyView;
use previ_engine::id::{ActivityId, AgreementId, FunderId, LineId, PositionId, TrancheId, TreasuryId};
use previ_engine::money::{Amount, Percent};
use previ_engine::month::Month;
use previ_engine::timeline::FiscalYear;
use previ_reference::{AgreementKind, agreement_kinds};
use previ_session::edits::{
    ActivityEdit, AgreementEdit, AmountSpan, Edit, FunderEdit, LineEdit, LineFields, NewAgreement, Payer,
    PositionEdit, Purpose, TimeChange, TimeEdit, TreasuryEdit,
};
use previ_session::events::NewPlan;
use previ_session::views::columns::OpenYears;
use previ_session::{Input, Now, Session};
use previ_words::Language;

pub const NOW: Now = Now { seconds: 1_795_000_000 };

/// An amount in euros.
pub fn euros(text: &str) -> Amount {
    text.parse().unwrap()
}

pub fn percent(text: &str) -> Percent {
    text.parse().unwrap()
}

pub fn month(text: &str) -> Month {
    text.parse().unwrap()
}

/// The fiscal year from January on.
pub fn year(key: i32) -> FiscalYear {
    FiscalYear { first: Month::new(key, 1).unwrap() }
}

/// The items of [`small`].
pub struct Small {
    pub bank: TreasuryId,
    pub workshops: ActivityId,
    pub festival: ActivityId,
    pub rent: LineId,
    pub dues: LineId,
    pub stage_hire: LineId,
    pub leader: PositionId,
    pub town: FunderId,
    pub town_grant: AgreementId,
    pub town_tranche: TrancheId,
}

/// A new plan of three years from 2027 without anything in it but a bank account of 5,000.
pub fn empty() -> Session {
    let wanted = NewPlan {
        association: "Les Amis du quai".into(),
        first_year: 2027,
        years: 3,
        fiscal_year_starts: 1,
        opening: euros("5000"),
    };
    Session::new_plan(&wanted, Language::French, NOW).unwrap()
}

/// A small association: rent of 7,200 a year, dues of 3,000, a festival in June 2028, one position
/// from 2027 with half of its time on workshops, a grant of the town of 20,000 for 2027.
pub fn small() -> (Session, Small) {
    let mut session = empty();
    let bank = session.plan().treasury[0].id;
    let workshops = activity(&mut session, "Ateliers");
    let festival = activity(&mut session, "Festival");
    let dates = ActivityEdit::SetDates {
        activity: festival,
        from: Some(month("2028-05")),
        to: Some(month("2028-07")),
    };
    do_it(&mut session, dates);
    let rent = line(&mut session, "Loyer", "6132", None);
    let dues = line(&mut session, "Cotisations", "7561", None);
    let stage_hire = line(&mut session, "Scène", "6135", Some(festival));
    for (line, key, amount) in [(rent, 2027, "7200"), (rent, 2028, "7200"), (rent, 2029, "7200")] {
        do_it(&mut session, LineEdit::SetYearAmount { line, year: year(key), amount: euros(amount) });
    }
    for key in [2027, 2028, 2029] {
        do_it(&mut session, LineEdit::SetYearAmount { line: dues, year: year(key), amount: euros("3000") });
    }
    let hire = LineEdit::SetYearAmount { line: stage_hire, year: year(2028), amount: euros("900") };
    do_it(&mut session, hire);
    let add = PositionEdit::Add {
        label: "Animatrice".into(),
        from: month("2027-01"),
        gross: euros("2000"),
        working_time: percent("100"),
        employer_rate: Some(percent("40")),
    };
    do_it(&mut session, add);
    let leader = session.plan().positions[0].id;
    do_it(
        &mut session,
        TimeEdit { position: leader, activity: workshops, change: TimeChange::Share(percent("50")) },
    );
    do_it(
        &mut session,
        FunderEdit::Add { name: "Ville".into(), kind: previ_engine::funder::FunderKind::Municipality },
    );
    let town = session.plan().funders[0].id;
    let grant = NewAgreement {
        label: "Subvention de la Ville".into(),
        payer: Payer::Known(town),
        kind: kind("operating"),
        stage: previ_engine::certainty::Stage::Signed,
        from: month("2027-01"),
        to: month("2027-12"),
        amount: euros("20000"),
        span: AmountSpan::EachYear,
        purpose: Purpose::Structure,
    };
    do_it(&mut session, AgreementEdit::Add(Box::new(grant)));
    let town_grant = session.plan().agreements[0].id;
    let town_tranche = session.plan().agreements[0].tranches[0].id;
    let small =
        Small { bank, workshops, festival, rent, dues, stage_hire, leader, town, town_grant, town_tranche };
    (session, small)
}

/// A kind of agreement of the reference data.
pub fn kind(id: &str) -> &'static AgreementKind {
    agreement_kinds().iter().find(|kind| kind.id == id).unwrap()
}

/// Does an edit that must take place.
pub fn do_it(session: &mut Session, edit: impl Into<Edit>) {
    let edit = edit.into();
    if let Err(refused) = session.edit(edit.clone()) {
        panic!("{edit:?}: {refused:?}");
    }
}

fn activity(session: &mut Session, label: &str) -> ActivityId {
    do_it(session, ActivityEdit::Add { label: label.into(), parent: None });
    session.plan().activities.last().unwrap().id
}

fn line(session: &mut Session, label: &str, account: &str, activity: Option<ActivityId>) -> LineId {
    do_it(session, new_line(label, account, activity));
    session.plan().lines.last().unwrap().id
}

/// A line without any amount yet.
pub fn new_line(label: &str, account: &str, activity: Option<ActivityId>) -> LineEdit {
    let fields = LineFields::new(label.into(), account.parse().unwrap(), activity);
    LineEdit::Add { fields, yearly: Amount::ZERO }
}

/// A savings account beside the bank.
pub fn add_savings(session: &mut Session) -> TreasuryId {
    let account = "502".parse().unwrap();
    do_it(session, TreasuryEdit::Add { label: "Livret".into(), account, opening: euros("1000") });
    session.plan().treasury.last().unwrap().id
}

/// The example associations of the tree.
pub fn examples() -> Vec<Session> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/");
    ["employeur/graines-de-lisiere.previ.ron", "volontaires/choeur-des-quatre-rivieres.previ.ron"]
        .iter()
        .map(|name| {
            let bytes = std::fs::read(format!("{folder}{name}")).unwrap();
            Session::example(&bytes, Language::French).unwrap()
        })
        .collect()
}

/// Each example and the small plan in each of the three views.
pub fn sessions() -> Vec<Session> {
    let mut all = Vec::new();
    for view in CertaintyView::ALL {
        for mut session in examples().into_iter().chain([small().0, empty()]) {
            session.apply(Input::SetView(view), NOW);
            all.push(session);
        }
    }
    all
}

/// Every fiscal year of a plan.
pub fn all_open(session: &Session) -> OpenYears {
    session.income().years.iter().map(|year| year.key()).collect()
}
