//! What the association is as an employer, and its pools of shared costs.

use previ_engine::contract::{Contract, ContractKind, PayScale, YearlyBonus};
use previ_engine::employer::{DaysOff, HeadcountBand, PayrollTax, WhitMonday};
use previ_engine::id::{ItemId, PoolId};
use previ_engine::payment::Part;
use previ_engine::pool::AllocationKey;
use previ_session::Session;
use previ_session::edits::{ActivityEdit, Edit, EmployerEdit, LineEdit, PoolEdit, PositionEdit};

use crate::plan::{do_it, euros, month, percent, small};

fn refused(session: &mut Session, edit: impl Into<Edit>) -> &'static str {
    let before = session.plan().clone();
    let refusal = session.edit(edit.into()).unwrap_err();
    assert_eq!(*session.plan(), before);
    refusal.code.0
}

fn pool(session: &mut Session, label: &str, key: AllocationKey) -> PoolId {
    match session.edit(PoolEdit::Add { label: label.into(), key }.into()) {
        Ok(Some(ItemId::Pool(id))) => id,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_the_employer_is_can_be_said_and_taken_back() {
    let (mut session, _) = small();
    let before = session.plan().clone();
    let tax = PayrollTax { liable: percent("100"), before: euros("3200") };
    let days = DaysOff {
        leave: Some("30".parse().unwrap()),
        reduced_time: "6".parse().unwrap(),
        further: "1".parse().unwrap(),
        whit_monday: WhitMonday::Worked,
    };
    let edits = [
        EmployerEdit::SetCollectiveAgreement(" ÉCLAT ".into()),
        EmployerEdit::SetHeadcount(HeadcountBand::From11To49),
        EmployerEdit::SetAlsaceMoselle(true),
        EmployerEdit::SetWorkAccidentRate(Some(percent("1.2"))),
        EmployerEdit::SetMobilityRate(Some(percent("2.95"))),
        EmployerEdit::SetHealthCover(Some(euros("32.50"))),
        EmployerEdit::SetProvidentRate(Some(percent("0.6"))),
        EmployerEdit::SetOccupationalHealth(Some(euros("110"))),
        EmployerEdit::SetPayrollTax(Some(tax)),
        EmployerEdit::SetLeaveOwed(true),
        EmployerEdit::SetDaysOff(days),
    ];
    let count = edits.len();
    for edit in edits {
        do_it(&mut session, edit);
    }
    let employer = session.plan().frame.association.employer.clone();
    assert_eq!(employer.collective_agreement.as_deref(), Some("ÉCLAT"));
    assert_eq!((employer.payroll_tax, employer.days_off), (Some(tax), days));
    for _ in 0..count {
        session.undo();
    }
    assert_eq!(*session.plan(), before);
}

#[test]
fn impossible_numbers_of_an_employer_are_refused() {
    let (mut session, known) = small();
    let days = DaysOff { further: "-1".parse().unwrap(), ..DaysOff::default() };
    assert_eq!(refused(&mut session, EmployerEdit::SetDaysOff(days)), "session.days-off");
    let tax = PayrollTax { liable: percent("101"), before: euros("0") };
    assert_eq!(refused(&mut session, EmployerEdit::SetPayrollTax(Some(tax))), "session.rate-out-of-range");
    let cover = EmployerEdit::SetHealthCover(Some(euros("-1")));
    assert_eq!(refused(&mut session, cover), "session.negative-amount");
    let bonus = YearlyBonus { month: 13, part: Part::Share(percent("100")) };
    let contract = Contract { bonuses: vec![bonus], ..Contract::default() };
    let contract = PositionEdit::SetContract(known.leader, contract);
    assert_eq!(refused(&mut session, contract), "session.trigger-month");
}

#[test]
fn a_post_may_be_paid_by_a_scale_and_its_contributions_be_calculated() {
    let (mut session, known) = small();
    let position = known.leader;
    do_it(&mut session, PositionEdit::SetRates { position, employer: None, employee: None });
    let scale = PayScale::MinimumWage("1.2".parse().unwrap());
    do_it(&mut session, PositionEdit::SetScale { position, month: month("2028-01"), scale });
    let kind = ContractKind::FixedTerm { end_bonus: percent("10") };
    do_it(&mut session, PositionEdit::SetContract(position, Contract { kind, ..Contract::default() }));
    do_it(&mut session, PositionEdit::SetOperationalShare(position, Some(percent("75"))));
    let found = &session.plan().positions.iter().find(|found| found.id == position).unwrap();
    assert_eq!((found.employer_rate, found.contract.kind), (None, kind));
    assert_eq!(found.scale.get(&month("2028-01")), Some(&scale));
    do_it(&mut session, PositionEdit::ForgetScale { position, month: month("2028-01") });
    assert!(session.plan().positions.iter().all(|found| found.scale.is_empty()));
}

#[test]
fn pools_keep_their_order_and_costs_forget_a_pool_that_goes() {
    let (mut session, known) = small();
    let parts = AllocationKey::Shares([(known.workshops, "60".parse().unwrap())].into());
    let premises = pool(&mut session, "Locaux", parts);
    let office = pool(&mut session, "Bureau", AllocationKey::Days);
    do_it(&mut session, PoolEdit::MoveUp(office));
    let order: Vec<PoolId> = session.plan().pools.iter().map(|pool| pool.id).collect();
    assert_eq!(order, [office, premises]);
    do_it(&mut session, LineEdit::SetPool(known.rent, Some(premises)));
    do_it(&mut session, PositionEdit::SetPool(known.leader, Some(premises)));
    // The activity has a part in a key, which would be lost with it.
    assert_eq!(refused(&mut session, ActivityEdit::Remove(known.workshops)), "session.still-used");
    do_it(&mut session, PoolEdit::Remove(premises));
    assert!(session.plan().lines.iter().all(|line| line.pool.is_none()));
    assert!(session.plan().positions.iter().all(|position| position.pool.is_none()));
    assert_eq!(refused(&mut session, LineEdit::SetPool(known.rent, Some(premises))), "session.item-gone");
}
