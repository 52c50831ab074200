//! The team: what the list says, what a month's pay is made of, how pay and lent time are changed.

use previ_engine::certainty::Stage;
use previ_engine::condition::Condition;
use previ_engine::contract::{Contract, ContractKind, PayScale, YearlyBonus};
use previ_engine::employer::PayrollTax;
use previ_engine::id::{AgreementId, IndexId, ItemId, PositionId};
use previ_engine::journal::{Rule, Segment};
use previ_engine::money::Percent;
use previ_engine::month::Month;
use previ_engine::payment::Part;
use previ_session::Session;
use previ_session::edits::{AgreementEdit, Edit, EmployerEdit, PositionEdit};
use previ_session::views::staff::{PayBy, PayColumn, PayRow, StaffColumn, read_working_time};
use previ_words::{Language, text};

use crate::plan::{do_it, euros, month, percent, small};

/// The small association with calculated contributions and the tax on salaries.
fn calculated() -> (Session, PositionId) {
    let (mut session, known) = small();
    let position = known.leader;
    do_it(&mut session, PositionEdit::SetRates { position, employer: None, employee: None });
    let tax = PayrollTax { liable: Percent::WHOLE, before: euros("0") };
    do_it(&mut session, EmployerEdit::SetPayrollTax(Some(tax)));
    (session, position)
}

/// Costs of a position posted for a month, in cents, leave owed aside.
fn posted(session: &Session, position: PositionId, month: Month) -> i64 {
    let view = session.view(session.selected_view());
    let place = view.timeline().index(month);
    let segments = view.segments().iter().filter(|segment| segment.item == ItemId::Position(position));
    let entries = segments.flat_map(Segment::entries).filter(|entry| Some(entry.month) == place);
    let costs = [Rule::Pay, Rule::EmployerContributions, Rule::SalaryTax];
    let is_cost = |account| view.registry().account_at(account).number.class() == 6;
    entries
        .filter(|entry| costs.contains(&entry.rule))
        .map(|entry| {
            entry.amount_cents * (i64::from(is_cost(entry.debit)) - i64::from(is_cost(entry.credit)))
        })
        .sum()
}

fn row<'a>(rows: &'a [PayRow], label: &str) -> &'a PayRow {
    rows.iter().find(|row| row.label == label).unwrap_or_else(|| panic!("{label}: {rows:#?}"))
}

/// The coefficient of a row in ten-thousandths: "coef. 0,1234".
fn coefficient(row: &PayRow) -> i64 {
    row.rate.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap()
}

#[test]
fn the_cost_of_a_month_is_what_is_posted_whatever_it_is_made_of() {
    let (mut session, position) = calculated();
    let scale = PayScale::MinimumWage("1.3".parse().unwrap());
    do_it(&mut session, PositionEdit::SetScale { position, month: month("2028-01"), scale });
    do_it(
        &mut session,
        PositionEdit::SetDates { position, from: month("2027-03"), to: Some(month("2029-06")) },
    );
    let contract = Contract {
        kind: ContractKind::FixedTerm { end_bonus: percent("10") },
        working_time: [(month("2027-03"), percent("80"))].into(),
        bonuses: vec![YearlyBonus { month: 12, part: Part::Share(Percent::WHOLE) }],
        tax_at_source: Some(percent("5")),
        ..Contract::default()
    };
    do_it(&mut session, PositionEdit::SetContract(position, contract));
    let mut month = Some(month("2027-03"));
    let mut seen = 0;
    while let Some(here) = month {
        let pay = session.month_pay(position, Some(here)).unwrap();
        let cost = row(&pay.rows, "Coût du mois pour l'association").cents;
        assert_eq!(cost, Some(posted(&session, position, here)), "{here}");
        seen += 1;
        month = pay.neighbours[1];
    }
    // March 2027 to June 2029.
    assert_eq!(seen, 28);
}

#[test]
fn each_line_is_its_base_times_its_rate() {
    let (session, position) = calculated();
    let january = session.month_pay(position, None).unwrap();
    assert_eq!((january.title.as_str(), january.neighbours[0]), ("janvier 2027", None));
    // 2,000.00 × 13 %, the rate of all employers since January 2026.
    let health = row(&january.rows, "Maladie, maternité, invalidité, décès");
    assert_eq!((health.base_cents, health.cents), (Some(200_000), Some(26_000)));
    assert_eq!((health.rate.as_str(), health.since.as_str()), ("13,00\u{202F}%", "depuis janv. 26"));
    let reduction = row(&january.rows, "Réduction générale (RGDU)");
    let times = coefficient(reduction);
    // In ten-thousandths: 2,000.00 of a month are 200,000 cents.
    assert_eq!((reduction.base_cents, reduction.cents), (Some(200_000), Some(-20 * times)));
    // The second month counts both, less what the first one had.
    let february = session.month_pay(position, january.neighbours[1]).unwrap();
    let since = row(&february.rows, "Réduction générale (RGDU) depuis janvier");
    let times = coefficient(since);
    assert_eq!((since.base_cents, since.cents), (Some(400_000), Some(-40 * times)));
    let before = row(&february.rows, "… moins celle des mois précédents").cents;
    assert_eq!(before, reduction.cents.map(|cents| -cents));
    // The lines of each side add up to its sum.
    for pay in [&january, &february] {
        let place = |label: &str| pay.rows.iter().position(|row| row.label == label).unwrap();
        let said = |id| text(Language::French, id);
        let sides = [
            (said("pay-employer-heading"), said("pay-employer-total")),
            (said("pay-employee-heading"), said("pay-employee-total")),
        ];
        for (first, last) in sides {
            let lines = &pay.rows[place(&first) + 1..place(&last)];
            let sum: i64 = lines.iter().filter_map(|row| row.cents).sum();
            assert_eq!(Some(sum), row(&pay.rows, &last).cents);
        }
    }
}

#[test]
fn typed_rates_are_gross_times_rate() {
    let (session, known) = small();
    let pay = session.month_pay(known.leader, Some(month("2028-05"))).unwrap();
    // 2,000.00 × 40 % on top, the usual 22 % inside.
    let cents: Vec<_> = pay.rows.iter().map(|row| row.cents.unwrap()).collect();
    assert_eq!(cents, [200_000, 80_000, 280_000, 44_000, 156_000]);
    assert_eq!(pay.cell(1, PayColumn::Rate).text, "40,00\u{202F}%");
}

#[test]
fn a_month_outside_the_position_is_the_nearest_of_its_own() {
    let (mut session, known) = small();
    let position = known.leader;
    do_it(
        &mut session,
        PositionEdit::SetDates { position, from: month("2027-03"), to: Some(month("2027-06")) },
    );
    let shown = |at| session.month_pay(position, at).unwrap();
    assert_eq!(shown(None).month, month("2027-03"));
    assert_eq!(shown(Some(month("2029-01"))).month, month("2027-06"));
    assert_eq!(shown(Some(month("2029-01"))).neighbours, [Some(month("2027-05")), None]);
    do_it(&mut session, PositionEdit::SetDates { position, from: month("2040-01"), to: None });
    assert_eq!(session.month_pay(position, None), None);
}

#[test]
fn the_list_sums_up_below_its_last_row() {
    let (session, _) = small();
    let page = session.staff();
    let column = page.columns.iter().position(|column| matches!(column, StaffColumn::Cost(_))).unwrap();
    assert_eq!(column, 2);
    // 12 × 2,000 × 1.4
    assert_eq!(page.cell(1, column).cents, Some(3_360_000));
    // 261 weekdays of 2027 less 7 holidays on weekdays (1 January, Easter Monday, Ascension, Whit Monday, 14 July,
    // 1 and 11 November) and 25 of leave; half of them on workshops: 114.5.
    let row = &page.rows[0];
    assert_eq!(row.available_in(0), "229".parse::<previ_engine::money::Quantity>().unwrap().into());
    assert_eq!(row.planned_in(0), "114.5".parse::<previ_engine::money::Quantity>().unwrap().into());
}

#[test]
fn an_amount_takes_the_place_of_the_scale_of_its_month() {
    let (mut session, known) = small();
    let position = known.leader;
    let at = month("2027-01");
    let scale = PayScale::MinimumWage("1.2".parse().unwrap());
    do_it(&mut session, PositionEdit::SetScale { position, month: at, scale });
    assert_eq!(session.position(position).unwrap().pay[0].pay, PayBy::Scale(scale));
    // Both begin with the position.
    do_it(&mut session, PositionEdit::SetDates { position, from: month("2027-02"), to: None });
    let pay = session.position(position).unwrap().pay;
    assert_eq!((pay.len(), pay[0].month, pay[0].pay), (1, month("2027-02"), PayBy::Scale(scale)));
    do_it(&mut session, PositionEdit::SetGross { position, month: month("2027-02"), amount: euros("2300") });
    let pay = session.position(position).unwrap().pay;
    assert_eq!((pay.len(), pay[0].pay), (1, PayBy::Amount(euros("2300"))));
}

#[test]
fn working_time_is_read_in_percent_or_hours_a_week() {
    let read = |typed| read_working_time(Language::French, typed).unwrap();
    for typed in ["80", "80 %", "28 h", "28h", " 28 heures "] {
        assert_eq!(read(typed), percent("80"), "{typed}");
    }
    // 24 ÷ 35
    assert_eq!(read("24 h"), percent("68.571429"));
    assert!(read_working_time(Language::French, "mi-temps").is_err());
    // 40 ÷ 35 is more than full time; the edit refuses it too, but only here is it known which field it is.
    assert!(read_working_time(Language::French, "40 h").is_err());
    assert!(read_working_time(Language::French, "100 %").is_ok());
}

#[test]
fn a_position_that_depends_on_money_costs_nothing_without_it() {
    let (mut session, known) = small();
    let position = known.leader;
    let form = session.position(position).unwrap();
    assert_eq!((form.only_if, form.conditions.len()), (None, 2));
    let on_grant = Some(Condition::OneOf(vec![known.town_grant]));
    do_it(&mut session, PositionEdit::SetCondition(position, on_grant.clone()));
    let form = session.position(position).unwrap();
    assert_eq!((&form.only_if, &form.conditions[1].0), (&on_grant, &on_grant));
    // 2,000 and 40 % of it.
    assert_eq!(posted(&session, position, month("2027-02")), 280_000);
    let refused = Edit::from(AgreementEdit::SetStage(known.town_grant, Stage::Refused));
    do_it(&mut session, refused);
    assert_eq!(posted(&session, position, month("2027-02")), 0);
    do_it(&mut session, PositionEdit::SetCondition(position, None));
    assert_eq!(posted(&session, position, month("2027-02")), 280_000);
}

#[test]
fn a_position_depends_on_agreements_of_the_plan_and_on_several_as_it_is() {
    let (mut session, known) = small();
    let position = known.leader;
    let gone = Condition::OneOf(vec![AgreementId(9999)]);
    let refused = session.edit(PositionEdit::SetCondition(position, Some(gone)).into());
    assert_eq!(refused.unwrap_err().code.0, "session.item-gone");
    // All of one agreement is that agreement; all of several stays as it is among the choices.
    let all = |ids| Some(Condition::AllOf(ids));
    do_it(&mut session, PositionEdit::SetCondition(position, all(vec![known.town_grant])));
    let form = session.position(position).unwrap();
    assert_eq!((form.only_if, form.conditions.len()), (Some(Condition::OneOf(vec![known.town_grant])), 2));
    let twice = all(vec![known.town_grant, known.town_grant]);
    do_it(&mut session, PositionEdit::SetCondition(position, twice.clone()));
    let form = session.position(position).unwrap();
    assert_eq!((&form.only_if, &form.conditions[2].0), (&twice, &twice));
    assert!(form.conditions[2].1.contains("Subvention de la Ville"));
}

#[test]
fn a_new_position_has_its_working_time_from_its_first_month_on() {
    let (mut session, _) = small();
    let add = |working_time| PositionEdit::Add {
        label: "Comptable".into(),
        from: month("2027-04"),
        gross: euros("1200"),
        working_time,
        employer_rate: None,
    };
    do_it(&mut session, add(percent("50")));
    do_it(&mut session, add(percent("100")));
    let time = |place: usize| session.plan().positions[place].contract.working_time.clone();
    assert_eq!(time(1), [(month("2027-04"), percent("50"))].into());
    assert!(time(2).is_empty());
    assert_eq!(session.edit(add(percent("101")).into()).unwrap_err().code.0, "session.rate-out-of-range");
}

#[test]
fn pay_follows_an_index_of_the_plan_and_no_other() {
    let (mut session, known) = small();
    let refused = session.edit(PositionEdit::SetIndex(known.leader, Some(IndexId(9999))).into());
    assert_eq!(refused.unwrap_err().code.0, "session.item-gone");
    let form = session.position(known.leader).unwrap();
    assert_eq!((form.index, form.indexes[0].0), (None, None));
    let indexes = session.plan().frame.assumptions.indexes.clone();
    for index in indexes {
        do_it(&mut session, PositionEdit::SetIndex(known.leader, Some(index.id)));
        assert_eq!(session.position(known.leader).unwrap().index, Some(index.id));
    }
}
