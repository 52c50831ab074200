//! A new agreement is what its kind and its paper say; what the paper says later can be written down.

use previ_engine::agreement::{FundingAgreement, FundingLine};
use previ_engine::certainty::{Certainty, Stage};
use previ_engine::funder::FunderKind;
use previ_engine::id::{ActivityId, FunderId, InvestmentId, PositionId, TrancheId};
use previ_engine::payment::{Instalment, Part, Receipt, Trigger};
use previ_engine::provision::{Provision, Release};
use previ_engine::rule::{Ceiling, ChosenCost, ChosenKind, CostNature, FlatRate, FlatRateBase, PaymentRule};
use previ_session::Session;
use previ_session::edits::{AgreementEdit, AmountSpan, Edit, NewAgreement, Payer, Purpose, TrancheEdit};
use previ_session::views::agreements::{KindChoice, flat_rates, kind_choices, purposes, usual_ceiling};
use previ_words::Language;

use crate::plan::{do_it, euros, examples, kind, month, percent, small};

fn refused(session: &mut Session, edit: impl Into<Edit>) -> &'static str {
    let before = session.plan().clone();
    let refusal = session.edit(edit.into()).unwrap_err();
    assert_eq!(*session.plan(), before);
    refusal.code.0
}

fn add(new: NewAgreement) -> Edit {
    AgreementEdit::Add(Box::new(new)).into()
}

/// A CPO of the State over the years 2027 to 2030, 12,000 a year.
fn cpo(stage: Stage) -> NewAgreement {
    NewAgreement {
        label: "CPO".into(),
        payer: Payer::New { name: "DRAJES".into(), kind: FunderKind::State },
        kind: kind("cpo"),
        stage,
        from: month("2027-01"),
        to: month("2030-12"),
        amount: euros("12000"),
        span: AmountSpan::EachYear,
        purpose: Purpose::Structure,
    }
}

fn added(session: &mut Session, new: NewAgreement) -> FundingAgreement {
    do_it(session, add(new));
    FundingAgreement::clone(session.plan().agreements.last().unwrap())
}

fn asked(agreement: &FundingAgreement) -> Vec<i64> {
    agreement.tranches.iter().map(|tranche| tranche.lines[0].asked.cents()).collect()
}

#[test]
fn a_cpo_of_four_years_has_four_tranches_of_which_the_first_is_firm() {
    let (mut session, _) = small();
    let cpo = added(&mut session, cpo(Stage::Signed));
    assert_eq!(asked(&cpo), [1_200_000; 4]);
    let decisions: Vec<String> = cpo.tranches.iter().map(|tranche| tranche.decision.to_string()).collect();
    assert_eq!(decisions, ["2027-01", "2028-01", "2029-01", "2030-01"]);
    let levels: Vec<_> = cpo.tranches.iter().map(|tranche| tranche.certainty).collect();
    let later = Some(Certainty::Favourable);
    assert_eq!(levels, [None, later, later, later]);
    // Only the first year is granted; the paper names 48,000 in all.
    assert_eq!(cpo.tranches[0].lines[0].granted, Some(euros("12000")));
    assert_eq!(cpo.tranches[1].lines[0].granted, None);
    assert_eq!(cpo.total, Some(euros("48000")));
    let half = Part::Share(percent("50"));
    let report = Trigger::AfterReport { months: 0 };
    let payments = [Instalment::new(half, Trigger::EachYearIn(3)), Instalment::new(half, report)];
    assert!(cpo.tranches.iter().all(|tranche| tranche.instalments == payments));
}

#[test]
fn a_new_agreement_and_its_new_funder_are_one_step() {
    let (mut session, _) = small();
    let before = session.plan().clone();
    do_it(&mut session, add(cpo(Stage::Filed)));
    assert_eq!(session.plan().funders.last().unwrap().name, "DRAJES");
    session.undo();
    assert_eq!(*session.plan(), before);
}

#[test]
fn what_is_only_asked_for_is_neither_granted_nor_surer_in_later_years() {
    let (mut session, _) = small();
    let asked = added(&mut session, cpo(Stage::Filed));
    assert!(asked.tranches.iter().all(|tranche| tranche.certainty.is_none()));
    assert!(asked.tranches.iter().all(|tranche| tranche.lines[0].granted.is_none()));
    assert_eq!(asked.total, None);
}

#[test]
fn a_signature_leaves_later_decisions_favourable_and_what_was_typed_as_it_was() {
    let (mut session, _) = small();
    let id = added(&mut session, cpo(Stage::Filed)).id;
    let third = session.plan().agreements[1].tranches[2].id;
    do_it(&mut session, TrancheEdit::SetCertainty(third, Some(Certainty::NotFiled)));
    do_it(&mut session, AgreementEdit::SetStage(id, Stage::Signed));
    let signed = &session.plan().agreements[1];
    let levels: Vec<_> = signed.tranches.iter().map(|tranche| tranche.certainty).collect();
    let favourable = Some(Certainty::Favourable);
    assert_eq!(levels, [None, favourable, Some(Certainty::NotFiled), favourable]);
}

#[test]
fn money_in_all_is_shared_by_months_and_a_short_year_has_its_part() {
    let (mut session, _) = small();
    // 30 months: 12, 12 and 6.
    let all = NewAgreement {
        to: month("2029-06"),
        amount: euros("25000"),
        span: AmountSpan::InAll,
        ..cpo(Stage::Filed)
    };
    assert_eq!(asked(&added(&mut session, all.clone())), [1_000_000, 1_000_000, 500_000]);
    let yearly = NewAgreement { span: AmountSpan::EachYear, amount: euros("10000"), ..all.clone() };
    assert_eq!(asked(&added(&mut session, yearly)), [1_000_000, 1_000_000, 500_000]);
    // One tranche for all its time: 10,000 a year are 25,000.
    let project =
        NewAgreement { span: AmountSpan::EachYear, amount: euros("10000"), kind: kind("project"), ..all };
    assert_eq!(asked(&added(&mut session, project)), [2_500_000]);
}

#[test]
fn the_kind_fills_in_what_the_paper_usually_says() {
    let (mut session, known) = small();
    let for_caf = NewAgreement {
        payer: Payer::New { name: "CAF".into(), kind: FunderKind::SocialBody },
        kind: kind("caf"),
        to: month("2027-12"),
        ..cpo(Stage::Signed)
    };
    let caf = added(&mut session, for_caf.clone());
    assert_eq!((caf.payment, caf.income_account), (PaymentRule::Scale, None));
    assert_eq!(caf.tranches[0].report, Some(month("2028-03")));
    let project = added(&mut session, NewAgreement { kind: kind("project"), ..for_caf });
    assert_eq!(project.income_account.unwrap().to_string(), "741");
    let europe = NewAgreement {
        payer: Payer::New { name: "FSE+".into(), kind: FunderKind::Europe },
        kind: kind("leader"),
        ..cpo(Stage::Filed)
    };
    let europe = added(&mut session, europe);
    assert_eq!(europe.ceilings, [Ceiling::PublicMoney(percent("80"))]);
    assert_eq!(europe.provision, Some(Provision { received: percent("10"), unpaid: percent("25") }));
    assert_eq!(session.plan().funders.last().unwrap().delay_months, 6);
    let aid = NewAgreement {
        payer: Payer::Known(known.town),
        kind: kind("post-aid"),
        purpose: Purpose::Post(known.leader),
        ..cpo(Stage::Signed)
    };
    let aid = added(&mut session, aid);
    assert_eq!(aid.eligible.positions, [known.leader]);
    // Firm for all its time, decided once.
    assert!(aid.tranches.iter().all(|tranche| tranche.decision == month("2027-01")));
    assert!(aid.tranches.iter().all(|tranche| tranche.certainty.is_none()));
}

#[test]
fn a_grant_for_an_investment_needs_the_investment() {
    let (mut session, _) = small();
    let grant = NewAgreement { kind: kind("investment"), ..cpo(Stage::Filed) };
    assert_eq!(refused(&mut session, add(grant.clone())), "session.investment-missing");
    let nowhere = NewAgreement { purpose: Purpose::Investment(InvestmentId(9999)), ..grant.clone() };
    assert_eq!(refused(&mut session, add(nowhere)), "session.item-gone");
    let mut session = examples().remove(0);
    let known = session.plan().investments[0].clone();
    let grant = added(&mut session, NewAgreement { purpose: Purpose::Investment(known.id), ..grant });
    assert_eq!(grant.investment, Some(known.id));
    assert_eq!(grant.tranches[0].lines[0].activity, known.activity);
}

#[test]
fn a_new_agreement_that_cannot_be_is_refused_and_leaves_no_funder() {
    let (mut session, _) = small();
    let sound = || cpo(Stage::Filed);
    let reversed = NewAgreement { to: month("2026-12"), ..sound() };
    assert_eq!(refused(&mut session, add(reversed)), "session.dates-reversed");
    let endless = NewAgreement { to: month("2047-12"), ..sound() };
    assert_eq!(refused(&mut session, add(endless)), "session.too-many-tranches");
    let nameless = NewAgreement { label: " ".into(), ..sound() };
    assert_eq!(refused(&mut session, add(nameless)), "session.name-empty");
    let nobody = Payer::New { name: String::new(), kind: FunderKind::State };
    assert_eq!(refused(&mut session, add(NewAgreement { payer: nobody, ..sound() })), "session.name-empty");
    let gone = Payer::Known(FunderId(9999));
    assert_eq!(refused(&mut session, add(NewAgreement { payer: gone, ..sound() })), "session.item-gone");
    let debt = NewAgreement { amount: euros("-1"), ..sound() };
    assert_eq!(refused(&mut session, add(debt)), "session.negative-amount");
    for purpose in [Purpose::Activity(ActivityId(9999)), Purpose::Post(PositionId(9999))] {
        assert_eq!(refused(&mut session, add(NewAgreement { purpose, ..sound() })), "session.item-gone");
    }
}

#[test]
fn conditions_out_of_bounds_are_refused() {
    let (mut session, known) = small();
    let (agreement, tranche) = (known.town_grant, known.town_tranche);
    let over = percent("101");
    let flat_rate = FlatRate { rate: over, of: FlatRateBase::DirectCost };
    let rates: [Edit; 5] = [
        AgreementEdit::SetFlatRate(agreement, Some(flat_rate)).into(),
        AgreementEdit::SetCeilings(agreement, vec![Ceiling::PublicMoney(over)]).into(),
        AgreementEdit::SetCeilings(agreement, vec![Ceiling::Nature(CostNature::Staff, Part::Share(over))])
            .into(),
        AgreementEdit::SetProvision(agreement, Some(Provision { received: over, unpaid: over })).into(),
        instalment(tranche, Trigger::WhenSpent(over)),
    ];
    for edit in rates {
        assert_eq!(refused(&mut session, edit), "session.rate-out-of-range");
    }
    let total = AgreementEdit::SetTotal(agreement, Some(euros("-1")));
    assert_eq!(refused(&mut session, total), "session.negative-amount");
    assert_eq!(refused(&mut session, instalment(tranche, Trigger::EachYearIn(13))), "session.trigger-month");
    let late = instalment(tranche, Trigger::AfterReport { months: 61 });
    assert_eq!(refused(&mut session, late), "session.delay-out-of-range");
    let receipt = Receipt { month: month("2027-03"), amount: euros("-5") };
    let came = Instalment { received: Some(receipt), ..Instalment::new(half(), Trigger::OnDecision) };
    let came = TrancheEdit::SetInstalments(tranche, vec![came]);
    assert_eq!(refused(&mut session, came), "session.negative-amount");
    let release = Release { month: month("2029-01"), amount: euros("-1") };
    let release = TrancheEdit::SetReleases(tranche, vec![release]);
    assert_eq!(refused(&mut session, release), "session.negative-amount");
}

fn half() -> Part {
    Part::Share(percent("50"))
}

fn instalment(tranche: TrancheId, trigger: Trigger) -> Edit {
    TrancheEdit::SetInstalments(tranche, vec![Instalment::new(half(), trigger)]).into()
}

#[test]
fn chosen_costs_are_costs_of_the_plan() {
    let (mut session, known) = small();
    let tranche = known.town_tranche;
    let of = |cost, activity| {
        TrancheEdit::SetChosen(tranche, vec![ChosenCost { activity, cost, amount: euros("100") }])
    };
    let income = ChosenKind::Account("741".parse().unwrap());
    assert_eq!(refused(&mut session, of(income, None)), "session.cost-class");
    let nobody = ChosenKind::Position(PositionId(9999));
    assert_eq!(refused(&mut session, of(nobody, None)), "session.item-gone");
    let post = ChosenKind::Position(known.leader);
    assert_eq!(refused(&mut session, of(post, Some(ActivityId(9999)))), "session.item-gone");
    do_it(&mut session, of(post, Some(known.workshops)));
    let form = session.agreement(known.town_grant).unwrap();
    assert_eq!(form.tranches[0].chosen[0].label, "Animatrice, Ateliers");
}

#[test]
fn an_amendment_keeps_the_lines_before_it() {
    let (mut session, known) = small();
    let tranche = known.town_tranche;
    let amend = |when: &str, amount: &str| TrancheEdit::Amend {
        tranche,
        month: month(when),
        reason: " Coupe budgétaire ".into(),
        lines: vec![FundingLine { granted: Some(euros(amount)), ..FundingLine::new(None, euros("20000")) }],
    };
    do_it(&mut session, amend("2027-09", "15000"));
    do_it(&mut session, amend("2027-10", "12000"));
    let form = session.agreement(known.town_grant).unwrap();
    assert_eq!(form.promised_cents, 1_200_000);
    let steps: Vec<_> =
        form.tranches[0].amendments.iter().map(|step| (step.before_cents, step.after_cents)).collect();
    assert_eq!(steps, [(2_000_000, 1_500_000), (1_500_000, 1_200_000)]);
    assert_eq!(form.tranches[0].amendments[0].reason, "Coupe budgétaire");
    let elsewhere = TrancheEdit::Amend {
        tranche,
        month: month("2027-11"),
        reason: String::new(),
        lines: vec![FundingLine::new(Some(ActivityId(9999)), euros("1"))],
    };
    assert_eq!(refused(&mut session, elsewhere), "session.item-gone");
    do_it(&mut session, TrancheEdit::ForgetAmendment { tranche, place: 0 });
    assert_eq!(
        refused(&mut session, TrancheEdit::ForgetAmendment { tranche, place: 1 }),
        "session.item-gone"
    );
    assert_eq!(session.agreement(known.town_grant).unwrap().promised_cents, 1_200_000);
}

#[test]
fn a_further_tranche_is_paid_like_the_last_one_a_year_later_and_is_not_yet_certain() {
    let (mut session, known) = small();
    let tranche = known.town_tranche;
    let came = Receipt { month: month("2027-03"), amount: euros("9000") };
    let instalments = vec![
        Instalment { received: Some(came), ..Instalment::new(half(), Trigger::InMonth(month("2027-03"))) },
        Instalment::new(half(), Trigger::AfterReport { months: 1 }),
    ];
    do_it(&mut session, TrancheEdit::SetInstalments(tranche, instalments));
    do_it(&mut session, AgreementEdit::AddTranche(known.town_grant));
    let new = &session.plan().agreements[0].tranches[1];
    let triggers: Vec<_> =
        new.instalments.iter().map(|payment| (payment.trigger, payment.received)).collect();
    let expected = [(Trigger::InMonth(month("2028-03")), None), (Trigger::AfterReport { months: 1 }, None)];
    assert_eq!(triggers, expected);
    assert_eq!(new.certainty, Some(Certainty::Favourable));
}

#[test]
fn every_kind_has_its_texts_and_the_usual_ones_come_first() {
    for language in Language::ALL {
        for funder in FunderKind::ALL {
            let choices = kind_choices(language, funder);
            assert!(choices[0].is_usual);
            assert!(choices.is_sorted_by_key(|choice| !choice.is_usual));
            for choice in choices {
                let KindChoice { name, short, why, payments, .. } = choice;
                for text in [&name, &short, &why, &payments] {
                    assert!(!text.contains("agreement-kind") && !text.contains("kind-one"), "{text}");
                }
            }
        }
    }
    let cpo = &kind_choices(Language::French, FunderKind::State)[0];
    assert_eq!(cpo.payments, "50\u{202F}% chaque année en mars, 50\u{202F}% au compte rendu final");
}

#[test]
fn an_aid_to_a_post_is_for_a_post_first() {
    let (session, known) = small();
    let first = purposes(&session, kind("post-aid")).remove(0);
    assert_eq!(first, (Purpose::Post(known.leader), "Poste\u{a0}: Animatrice".to_owned()));
    assert_eq!(purposes(&session, kind("cpo"))[0].0, Purpose::Structure);
    assert!(purposes(&session, kind("investment")).is_empty());
}

#[test]
fn flat_rates_in_usual_use_are_listed_once() {
    let rates: Vec<String> =
        flat_rates().iter().map(|flat_rate| flat_rate.rate.value().to_string()).collect();
    assert_eq!(rates, ["7", "15", "20", "25", "40"]);
}

#[test]
fn a_payment_of_each_quarter_can_be_written_as_four_so_that_each_may_come() {
    // The employer example: FONJEP, 7,164.00 a year, four times 1,791.00.
    let session = examples().remove(0);
    let plan = session.plan();
    let post_aid = plan.agreements.iter().find(|agreement| agreement.label.starts_with("FONJEP")).unwrap();
    let tranche = &session.agreement(post_aid.id).unwrap().tranches[0];
    let payment = &tranche.instalments[0];
    assert_eq!((payment.awaited_cents, payment.expected), (716_400, None));
    let months = ["2027-03", "2027-06", "2027-09", "2027-12"];
    let quarter = |due: &str| {
        Instalment::new(Part::Amount("1791".parse().unwrap()), Trigger::InMonth(due.parse().unwrap()))
    };
    assert_eq!(payment.one_by_one, months.map(quarter));
}

#[test]
fn what_a_form_begins_with_is_calculated_below_it() {
    let (mut session, _) = small();
    let cpo = added(&mut session, cpo(Stage::Signed));
    let tranche = cpo.tranches[0].id;
    let form = |session: &Session| session.agreement(cpo.id).unwrap().tranches.remove(0);
    // No payment typed: the first one to add is a half of two.
    do_it(&mut session, TrancheEdit::SetInstalments(tranche, Vec::new()));
    let halves = form(&session).with_one_more;
    assert_eq!(halves.iter().map(|payment| payment.part).collect::<Vec<_>>(), [half(), half()]);
    // 12,000.00: 5,000.00 typed is 41.66 % of it, down to two decimals; 7,000.00 are left for one more.
    let typed = Instalment::new(Part::Amount(euros("5000")), Trigger::InMonth(month("2027-03")));
    let payments = vec![typed];
    do_it(&mut session, TrancheEdit::SetInstalments(tranche, payments.clone()));
    let with_one = form(&session);
    assert_eq!(with_one.instalments[0].other_part, Part::Share(percent("41.66")));
    assert_eq!(with_one.unpaid_cents, 700_000);
    assert_eq!(with_one.with_one_more[1].part, Part::Amount(euros("7000")));
    // 4,200.00 came of 5,000.00.
    let received = Some(Receipt { month: month("2027-04"), amount: euros("4200") });
    let instalments = vec![Instalment { received, ..payments[0].clone() }];
    do_it(&mut session, TrancheEdit::SetInstalments(tranche, instalments));
    let came = form(&session);
    assert_eq!((came.instalments[0].cents, came.instalments[0].missing_cents), (500_000, 80_000));
}

#[test]
fn a_limit_begins_with_what_is_usual_for_what_it_limits() {
    // The reference data: public money 80 %, indirect cost 10 %; nothing is known of staff.
    assert_eq!(usual_ceiling(None), Ceiling::PublicMoney(percent("80")));
    let of = |nature| usual_ceiling(Some(nature));
    let share = |share| Part::Share(percent(share));
    assert_eq!(of(CostNature::Indirect), Ceiling::Nature(CostNature::Indirect, share("10")));
    assert_eq!(of(CostNature::Staff), Ceiling::Nature(CostNature::Staff, share("100")));
}
