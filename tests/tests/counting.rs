//! The generator makes every variant of every enumeration of the plan, and every field with something
//! else than its default. The patterns name all of them: a new one does not compile until it is counted.

use std::collections::BTreeSet;

use previ_engine::activity::Activity;
use previ_engine::agreement::{Amendment, FundingAgreement, FundingLine, Tranche};
use previ_engine::certainty::{Certainty, Stage};
use previ_engine::condition::Condition;
use previ_engine::employer::{DaysOff, Employer, WhitMonday};
use previ_engine::frame::{
    Appropriation, AppropriationTarget, Association, Assumptions, CertaintyWeights, ContributionRhythm,
    Frame, Horizon, Index, IndexStep,
};
use previ_engine::funder::{Funder, FunderKind};
use previ_engine::id::ItemId;
use previ_engine::in_kind::{HourlyValue, InKind, InKindKind};
use previ_engine::investment::Investment;
use previ_engine::lending::{Lending, LendingPrice};
use previ_engine::line::BudgetLine;
use previ_engine::loan::{Loan, Repayment};
use previ_engine::money::Amount;
use previ_engine::note::{Note, NoteState};
use previ_engine::opening::{OpeningBalance, OpeningItem, OpeningSide};
use previ_engine::partner::{Answers, PartnerShare, Partnership};
use previ_engine::payment::{Instalment, Part, Receipt, Trigger};
use previ_engine::plan::Plan;
use previ_engine::pool::{AllocationKey, CostPool};
use previ_engine::position::{Position, Time, TimeShare, WorkedDays};
use previ_engine::provision::{Provision, Release};
use previ_engine::rule::{
    Ceiling, ChosenCost, ChosenKind, CostNature, Eligibility, FlatRate, FlatRateBase, PaymentRule,
    UnspentRule,
};
use previ_engine::schedule::{Schedule, ScheduleRule, YearKind};
use previ_engine::timing::{Settlement, Timing};
use previ_engine::treasury::{BalanceReading, Transfer, TreasuryAccount};
use previ_tests::generator::random_plan;

const SAMPLES: u64 = 2_000;

#[test]
fn the_generator_makes_every_variant_and_every_field() {
    let mut seen = Seen::default();
    for seed in 0..SAMPLES {
        plan(&random_plan(seed), &mut seen);
    }
    let missing: Vec<&str> = seen.expected.difference(&seen.found).map(String::as_str).collect();
    assert!(missing.is_empty(), "not made in {SAMPLES} plans: {missing:?}");
    assert!(seen.expected.len() > 220, "only {} are counted", seen.expected.len());
}

/// What there is to find, and what was found of it.
#[derive(Default)]
struct Seen {
    expected: BTreeSet<String>,
    found: BTreeSet<String>,
}

impl Seen {
    /// The variant at `place` of an enumeration of `count` variants.
    fn variant(&mut self, name: &str, count: usize, place: usize) {
        assert!(place < count, "{name} has more than {count} variants");
        for any in 0..count {
            self.expected.insert(format!("{name} #{any}"));
        }
        self.found.insert(format!("{name} #{place}"));
    }

    /// A field that may be left at its default.
    fn field(&mut self, name: &str, is_set: bool) {
        self.expected.insert(name.to_owned());
        if is_set {
            self.found.insert(name.to_owned());
        }
    }
}

fn plan(plan: &Plan, seen: &mut Seen) {
    let Plan {
        frame: of_frame,
        treasury,
        transfers,
        readings,
        activities,
        lines,
        positions,
        funders,
        agreements,
        investments,
        loans,
        in_kind: contributions,
        pools,
        notes,
    } = plan;
    frame(of_frame, seen);
    seen.field("a plan without treasury", treasury.is_empty());
    treasury.iter().for_each(|one| treasury_account(one, seen));
    transfers.iter().for_each(|one| transfer(one, seen));
    readings.iter().for_each(|one| reading(one, seen));
    activities.iter().for_each(|one| activity(one, seen));
    lines.iter().for_each(|one| line(one, seen));
    positions.iter().for_each(|one| position(one, seen));
    funders.iter().for_each(|one| funder(one, seen));
    agreements.iter().for_each(|one| agreement(one, seen));
    investments.iter().for_each(|one| investment(one, seen));
    loans.iter().for_each(|one| loan(one, seen));
    contributions.iter().for_each(|one| in_kind(one, seen));
    pools.iter().for_each(|one| pool(one, seen));
    notes.iter().for_each(|one| note(one, seen));
}

fn pool(pool: &CostPool, seen: &mut Seen) {
    let CostPool { id: _, label: _, key } = pool;
    let place = match key {
        AllocationKey::Days => 0,
        AllocationKey::DaysAvailable => 1,
        AllocationKey::FullTimeEquivalents => 2,
        AllocationKey::DirectCost => 3,
        AllocationKey::FloorArea(parts) => {
            seen.field("AllocationKey without parts", parts.is_empty());
            4
        }
        AllocationKey::Shares(_) => 5,
    };
    seen.variant("AllocationKey", 6, place);
}

fn frame(frame: &Frame, seen: &mut Seen) {
    let Frame { association, horizon, assumptions, opening } = frame;
    let Association { name: _, rna, siren, fiscal_year_starts, contributions, employer, vat } = association;
    seen.field("Association.rna", rna.is_some());
    seen.field("Association.siren", siren.is_some());
    seen.field("Association.fiscal_year_starts", *fiscal_year_starts != 1);
    seen.field("Association.vat", vat.is_some());
    let Employer {
        collective_agreement: _,
        headcount: _,
        is_in_alsace_moselle,
        work_accident_rate: _,
        mobility_rate: _,
        health_cover: _,
        provident_rate: _,
        occupational_health: _,
        payroll_tax: _,
        posts_leave_owed: _,
        days_off,
    } = employer;
    seen.field("Employer.is_in_alsace_moselle", *is_in_alsace_moselle);
    let DaysOff { leave, reduced_time, further, whit_monday } = days_off;
    seen.field("DaysOff.leave", leave.is_some());
    seen.field("DaysOff.reduced_time", !reduced_time.value().is_zero());
    seen.field("DaysOff.further", !further.value().is_zero());
    let place = match whit_monday {
        WhitMonday::Holiday => 0,
        WhitMonday::Worked => 1,
    };
    seen.variant("WhitMonday", 2, place);
    let place = match contributions {
        ContributionRhythm::Monthly => 0,
        ContributionRhythm::Quarterly => 1,
    };
    seen.variant("ContributionRhythm", 2, place);
    let Horizon { first_year: _, years, as_of: _ } = horizon;
    seen.field("Horizon.years is ten", *years == 10);
    seen.field("Horizon.years is one", *years == 1);
    let Assumptions { indexes, reserve_months, certainty_weights, appropriation } = assumptions;
    seen.field("Assumptions.reserve_months", reserve_months.is_some());
    seen.field("Assumptions.certainty_weights", certainty_weights.is_some());
    if let Some(CertaintyWeights { not_filed, filed, favourable, certain }) = certainty_weights {
        for (name, weight) in
            [("not_filed", not_filed), ("filed", filed), ("favourable", favourable), ("certain", certain)]
        {
            seen.field(&format!("CertaintyWeights.{name}"), weight.value() != 0.into());
            seen.field(&format!("CertaintyWeights.{name} is zero"), weight.value() == 0.into());
        }
    }
    let Appropriation { after_months, to } = appropriation;
    seen.field("Appropriation.after_months", *after_months != 6);
    let place = match to {
        AppropriationTarget::CarriedForward => 0,
        AppropriationTarget::ProjectReserves => 1,
    };
    seen.variant("AppropriationTarget", 2, place);
    for Index { id: _, name: _, steps, yearly, by_year } in indexes {
        seen.field("Index.yearly", yearly.value() != 0.into());
        seen.field("Index.yearly below zero", yearly.value() < 0.into());
        seen.field("Index.by_year", !by_year.is_empty());
        let place = match steps {
            IndexStep::January => 0,
            IndexStep::FiscalYear => 1,
        };
        seen.variant("IndexStep", 2, place);
    }
    let OpeningBalance { items, reserves } = opening;
    seen.field("OpeningBalance.reserves", *reserves != Amount::ZERO);
    for OpeningItem { id: _, label: _, account: _, side, amount, due: _ } in items {
        let side = match side {
            OpeningSide::Receivable => 0,
            OpeningSide::Payable => 1,
        };
        seen.variant("OpeningSide", 2, side);
        amounts("OpeningItem.amount", *amount, seen);
    }
}

fn amounts(name: &str, amount: Amount, seen: &mut Seen) {
    seen.field(name, amount > Amount::ZERO);
    seen.field(&format!("{name} below zero"), amount < Amount::ZERO);
}

fn treasury_account(account: &TreasuryAccount, seen: &mut Seen) {
    let TreasuryAccount { id: _, label: _, account: _, opening, overdraft_limit, blocked } = account;
    amounts("TreasuryAccount.opening", *opening, seen);
    seen.field("TreasuryAccount.overdraft_limit", overdraft_limit.is_some());
    seen.field("TreasuryAccount.blocked", *blocked);
}

fn transfer(transfer: &Transfer, seen: &mut Seen) {
    let Transfer { id: _, label: _, from, to, month: _, amount } = transfer;
    seen.field("Transfer between two accounts", from != to);
    amounts("Transfer.amount", *amount, seen);
}

fn reading(reading: &BalanceReading, seen: &mut Seen) {
    let BalanceReading { id: _, account: _, month: _, balance } = reading;
    amounts("BalanceReading.balance", *balance, seen);
}

fn activity(activity: &Activity, seen: &mut Seen) {
    let Activity { id: _, label: _, parent, from, to, deliverables: _, details: _, only_if } = activity;
    seen.field("Activity.parent", parent.is_some());
    seen.field("Activity.from", from.is_some());
    seen.field("Activity.to", to.is_some());
    condition("Activity", only_if.as_ref(), seen);
}

fn condition(of: &str, condition: Option<&Condition>, seen: &mut Seen) {
    let place = match condition {
        None => 0,
        Some(Condition::OneOf(_)) => 1,
        Some(Condition::AllOf(_)) => 2,
    };
    seen.variant(&format!("{of}.only_if"), 3, place);
}

fn line(line: &BudgetLine, seen: &mut Seen) {
    let BudgetLine {
        id: _,
        label: _,
        account,
        activity,
        schedule: of_line,
        settlement: paid,
        pool,
        actual: _,
        only_if,
    } = line;
    seen.field("BudgetLine.pool", pool.is_some());
    seen.variant("BudgetLine.account", 2, usize::from(account.class() == 7));
    seen.field("BudgetLine.activity", activity.is_some());
    schedule(of_line, seen);
    settlement("BudgetLine", paid, seen);
    condition("BudgetLine", only_if.as_ref(), seen);
}

fn schedule(schedule: &Schedule, seen: &mut Seen) {
    let Schedule { rule, from, to, overrides } = schedule;
    seen.field("Schedule.from", from.is_some());
    seen.field("Schedule.to", to.is_some());
    seen.field("Schedule.overrides", !overrides.is_empty());
    let place = match rule {
        ScheduleRule::Yearly { amounts: by_year, years, months } => {
            by_year.values().for_each(|amount| amounts("Yearly.amounts", *amount, seen));
            seen.field("Yearly.months", !months.is_empty());
            let kind = match years {
                YearKind::Fiscal => 0,
                YearKind::Calendar => 1,
            };
            seen.variant("YearKind", 2, kind);
            0
        }
        ScheduleRule::Monthly(amount) => {
            amounts("Monthly", *amount, seen);
            1
        }
        ScheduleRule::Once { month: _, amount } => {
            amounts("Once.amount", *amount, seen);
            2
        }
        ScheduleRule::QuantityPrice { quantities, unit_price, months } => {
            let any = quantities.values().any(|quantity| quantity.value() > 0.into());
            seen.field("QuantityPrice.quantities", any);
            amounts("QuantityPrice.unit_price", *unit_price, seen);
            seen.field("QuantityPrice.months", !months.is_empty());
            3
        }
        ScheduleRule::Indexed { yearly, index: _ } => {
            amounts("Indexed.yearly", *yearly, seen);
            4
        }
        ScheduleRule::Free(by_month) => {
            seen.field("Free", !by_month.is_empty());
            by_month.values().for_each(|amount| amounts("Free", *amount, seen));
            5
        }
    };
    seen.variant("ScheduleRule", 6, place);
}

fn settlement(of: &str, settlement: &Settlement, seen: &mut Seen) {
    let Settlement { timing, account } = settlement;
    seen.field(&format!("{of}.settlement.account"), account.is_some());
    let place = match timing {
        Timing::SameMonth => 0,
        Timing::After { months: _ } => 1,
        Timing::Before { months: _ } => 2,
        Timing::InMonths { months } => {
            seen.field("InMonths.months, several", months.len() > 1);
            3
        }
        Timing::Instalments { count, every_months } => {
            seen.field("Instalments.count, several", *count > 1);
            seen.field("Instalments.every_months, several", *every_months > 1);
            4
        }
        Timing::OnReceipt => 5,
    };
    seen.variant(&format!("{of} Timing"), 6, place);
}

fn position(position: &Position, seen: &mut Seen) {
    let Position {
        id: _,
        label: _,
        holder,
        from: _,
        to,
        gross,
        scale: _,
        index,
        employer_rate,
        employee_rate,
        contract: _,
        time,
        operational_share,
        worked,
        lent,
        pool,
        only_if,
    } = position;
    seen.field("Position.pool", pool.is_some());
    seen.field("Position.holder", holder.is_some());
    lent.iter().for_each(|one| lending(one, seen));
    seen.field("Position.lent, several", lent.len() > 1);
    seen.field("Position.to", to.is_some());
    seen.field("Position.gross, several", gross.len() > 1);
    seen.field("Position.index", index.is_some());
    seen.field("Position.employer_rate", employer_rate.is_some());
    seen.field("Position.employee_rate", employee_rate.is_some());
    seen.field("Position.time", !time.is_empty());
    let mut total = rust_decimal::Decimal::ZERO;
    for TimeShare { activity: _, time, from, to } in time {
        seen.field("TimeShare.from", from.is_some());
        seen.field("TimeShare.to", to.is_some());
        let place = match time {
            Time::Share(share) => {
                total += share.value();
                0
            }
            Time::Days(_) => 1,
        };
        seen.variant("Time", 2, place);
    }
    seen.field("Position.time above 100 %", total > 100.into());
    seen.field("Position.operational_share", operational_share.is_some());
    seen.field("Position.worked", !worked.is_empty());
    for WorkedDays { activity: _, year: _, days } in worked {
        seen.field("WorkedDays.days", !days.value().is_zero());
    }
    condition("Position", only_if.as_ref(), seen);
}

fn funder(funder: &Funder, seen: &mut Seen) {
    let Funder { id: _, name: _, kind, delay_months } = funder;
    seen.field("Funder.delay_months", *delay_months > 0);
    let place = match kind {
        FunderKind::State => 0,
        FunderKind::Region => 1,
        FunderKind::Department => 2,
        FunderKind::Municipality => 3,
        FunderKind::PublicBody => 4,
        FunderKind::SocialBody => 5,
        FunderKind::Europe => 6,
        FunderKind::EmploymentAid => 7,
        FunderKind::Foundation => 8,
        FunderKind::Company => 9,
        FunderKind::Person => 10,
    };
    seen.variant("FunderKind", 11, place);
}

fn certainty(of: &str, certainty: Option<Certainty>, seen: &mut Seen) {
    let place = match certainty {
        None => 0,
        Some(Certainty::NotFiled) => 1,
        Some(Certainty::Filed) => 2,
        Some(Certainty::Favourable) => 3,
        Some(Certainty::Certain) => 4,
    };
    seen.variant(&format!("{of}.certainty"), 5, place);
}

fn agreement(agreement: &FundingAgreement, seen: &mut Seen) {
    let FundingAgreement {
        id: _,
        label: _,
        funder: _,
        stage,
        certainty: of_agreement,
        income_account,
        investment,
        payment,
        eligible: Eligibility { accounts, positions, flat_rate: at_flat_rate, in_kind: counts_in_kind },
        ceilings,
        provision: set_aside,
        partners: shared,
        account,
        total,
        person,
        tranches,
    } = agreement;
    let place = match stage {
        Stage::Idea => 0,
        Stage::Filed => 1,
        Stage::InformalYes => 2,
        Stage::Decided => 3,
        Stage::Signed => 4,
        Stage::Running => 5,
        Stage::ReportDue => 6,
        Stage::Closed => 7,
        Stage::Refused => 8,
    };
    seen.variant("Stage", 9, place);
    certainty("FundingAgreement", *of_agreement, seen);
    partners(shared.as_ref(), seen);
    seen.field("FundingAgreement.income_account", income_account.is_some());
    seen.field("FundingAgreement.investment", investment.is_some());
    seen.field("FundingAgreement.account", account.is_some());
    payment_rule(*payment, seen);
    seen.field("Eligibility.accounts", !accounts.is_empty());
    seen.field("Eligibility.positions", !positions.is_empty());
    flat_rate(*at_flat_rate, seen);
    seen.field("Eligibility.in_kind", *counts_in_kind);
    ceilings.iter().for_each(|one| ceiling(*one, seen));
    seen.field("FundingAgreement.ceilings, several", ceilings.len() > 1);
    provision(*set_aside, seen);
    seen.field("FundingAgreement.total", total.is_some());
    seen.field("FundingAgreement.person", !person.is_empty());
    for tranche in tranches {
        let Tranche {
            id: _,
            from,
            to,
            decision,
            filing,
            signature,
            interim_report,
            report,
            certainty: of_tranche,
            lines,
            instalments,
            chosen,
            releases,
            amendments,
        } = tranche;
        seen.field("Tranche.filing", filing.is_some());
        seen.field("Tranche.signature", signature.is_some());
        seen.field("Tranche.interim_report", interim_report.is_some());
        seen.field("Tranche.report", report.is_some());
        chosen.iter().for_each(|one| chosen_cost(one, seen));
        for Release { month: _, amount } in releases {
            seen.field("Release.amount", *amount != Amount::ZERO);
        }
        for Amendment { month: _, reason, before } in amendments {
            seen.field("Amendment.reason", !reason.is_empty());
            seen.field("Amendment.before", !before.is_empty());
        }
        seen.field("Tranche over several years", to.since(*from) > 12);
        seen.field("Tranche decided before it begins", decision < from);
        seen.field("Tranche decided after it began", decision > from);
        certainty("Tranche", *of_tranche, seen);
        lines.iter().for_each(|one| funding_line(one, seen));
        seen.field("Tranche without instalments", instalments.is_empty());
        instalments.iter().for_each(|one| instalment(one, seen));
    }
}

fn payment_rule(rule: PaymentRule, seen: &mut Seen) {
    let place = match rule {
        PaymentRule::General => 0,
        PaymentRule::Fixed(unspent) => {
            let place = match unspent {
                UnspentRule::Carry { until } => {
                    seen.field("Carry.until", until.is_some());
                    0
                }
                UnspentRule::GiveBack => 1,
                UnspentRule::Keep { up_to } => {
                    seen.field("Keep.up_to", up_to.value() != 0.into());
                    2
                }
            };
            seen.variant("UnspentRule", 3, place);
            1
        }
        PaymentRule::Rate(share) => {
            seen.field("Rate", share.value() != 0.into());
            2
        }
        PaymentRule::Scale => 3,
    };
    seen.variant("PaymentRule", 4, place);
}

fn funding_line(line: &FundingLine, seen: &mut Seen) {
    let FundingLine { activity, asked, granted, certainty: of_line, actual: _ } = line;
    seen.field("FundingLine.activity", activity.is_some());
    seen.field("FundingLine.asked", *asked != Amount::ZERO);
    seen.field("FundingLine.granted", granted.is_some());
    certainty("FundingLine", *of_line, seen);
}

fn flat_rate(flat_rate: Option<FlatRate>, seen: &mut Seen) {
    seen.field("Eligibility.flat_rate", flat_rate.is_some());
    if let Some(FlatRate { rate, of }) = flat_rate {
        seen.field("FlatRate.rate", rate.value() != 0.into());
        let place = match of {
            FlatRateBase::DirectCost => 0,
            FlatRateBase::StaffCost => 1,
        };
        seen.variant("FlatRateBase", 2, place);
    }
}

fn ceiling(ceiling: Ceiling, seen: &mut Seen) {
    let place = match ceiling {
        Ceiling::PublicMoney(share) => {
            seen.field("PublicMoney", share.value() != 0.into());
            0
        }
        Ceiling::Nature(nature, most) => {
            let nature = match nature {
                CostNature::Staff => 0,
                CostNature::OtherDirect => 1,
                CostNature::Indirect => 2,
            };
            let part = match most {
                Part::Share(_) => 0,
                Part::Amount(_) => 1,
            };
            seen.variant("Ceiling::Nature", 6, 3 * part + nature);
            1
        }
    };
    seen.variant("Ceiling", 2, place);
}

fn provision(provision: Option<Provision>, seen: &mut Seen) {
    seen.field("FundingAgreement.provision", provision.is_some());
    if let Some(Provision { received, unpaid }) = provision {
        seen.field("Provision.received", received.value() != 0.into());
        seen.field("Provision.unpaid", unpaid.value() != 0.into());
    }
}

fn chosen_cost(chosen: &ChosenCost, seen: &mut Seen) {
    let ChosenCost { activity, cost, amount } = chosen;
    seen.field("ChosenCost.activity", activity.is_some());
    seen.field("ChosenCost of the structure", activity.is_none());
    seen.field("ChosenCost.amount", *amount != Amount::ZERO);
    let place = match cost {
        ChosenKind::Account(_) => 0,
        ChosenKind::Position(_) => 1,
    };
    seen.variant("ChosenKind", 2, place);
}

fn instalment(instalment: &Instalment, seen: &mut Seen) {
    let Instalment { part, trigger, received } = instalment;
    let part = match part {
        Part::Share(_) => 0,
        Part::Amount(_) => 1,
    };
    seen.variant("Part", 2, part);
    let trigger = match trigger {
        Trigger::InMonth(_) => 0,
        Trigger::OnDecision => 1,
        Trigger::OnSignature => 2,
        Trigger::EachYearIn(_) => 3,
        Trigger::Quarterly => 4,
        Trigger::OnInterimReport => 5,
        Trigger::AfterReport { months: _ } => 6,
        Trigger::WhenSpent(_) => 7,
        Trigger::AfterOthers { months: _ } => 8,
    };
    seen.variant("Trigger", 9, trigger);
    seen.field("Instalment.received", received.is_some());
    if let Some(Receipt { month: _, amount }) = received {
        seen.field("Receipt.amount", *amount != Amount::ZERO);
    }
}

fn investment(investment: &Investment, seen: &mut Seen) {
    let Investment {
        id: _,
        label: _,
        account: _,
        activity,
        purchase: _,
        amount,
        in_use,
        life_months,
        settlement: paid,
        only_if,
    } = investment;
    seen.field("Investment.activity", activity.is_some());
    seen.field("Investment.amount", *amount != Amount::ZERO);
    seen.field("Investment.in_use", in_use.is_some());
    seen.field("Investment.life_months", life_months.is_some());
    seen.field("Investment without life", life_months.is_none());
    settlement("Investment", paid, seen);
    condition("Investment", only_if.as_ref(), seen);
}

fn loan(loan: &Loan, seen: &mut Seen) {
    let Loan {
        id: _,
        label: _,
        account,
        drawn: _,
        amount,
        yearly_rate,
        months,
        repayment,
        treasury,
        only_if,
    } = loan;
    seen.field("Loan.account", account.prefix(3) != 164);
    seen.field("Loan.amount", *amount != Amount::ZERO);
    seen.field("Loan.yearly_rate", yearly_rate.value() != 0.into());
    seen.field("Loan without interest", yearly_rate.value() == 0.into());
    seen.field("Loan.months, one", *months == 1);
    seen.field("Loan.treasury", treasury.is_some());
    let place = match repayment {
        Repayment::ConstantPayment => 0,
        Repayment::ConstantPrincipal => 1,
        Repayment::AtTheEnd => 2,
    };
    seen.variant("Repayment", 3, place);
    condition("Loan", only_if.as_ref(), seen);
}

fn lending(lending: &Lending, seen: &mut Seen) {
    let Lending { to: _, share, from, until, price, delay_months } = lending;
    seen.field("Lending.share", share.value() != 0.into());
    seen.field("Lending.from", from.is_some());
    seen.field("Lending.until", until.is_some());
    let place = match price {
        LendingPrice::Cost => 0,
        LendingPrice::Monthly(_) => 1,
    };
    seen.variant("LendingPrice", 2, place);
    seen.field("Lending.delay_months", *delay_months != 0);
}

fn partners(shared: Option<&Partnership>, seen: &mut Seen) {
    let Some(Partnership { answers, shares, delay_months }) = shared else { return };
    let place = match answers {
        Answers::EachPartner => 0,
        Answers::LeadAlone { is_eligible: false } => 1,
        Answers::LeadAlone { is_eligible: true } => 2,
    };
    seen.variant("Answers", 3, place);
    seen.field("Partnership.shares, several", shares.len() > 1);
    for PartnerShare { name: _, share } in shares {
        seen.field("PartnerShare.share", share.value() != 0.into());
    }
    seen.field("Partnership.delay_months", *delay_months != 0);
}

fn in_kind(item: &InKind, seen: &mut Seen) {
    let InKind { id: _, label: _, kind, activity, schedule: of_item, hourly, only_if } = item;
    let place = match kind {
        InKindKind::Relief => 0,
        InKindKind::FreeUse => 1,
        InKindKind::Services => 2,
        InKindKind::Volunteering => 3,
    };
    seen.variant("InKindKind", 4, place);
    seen.field("InKind.activity", activity.is_some());
    let place = match hourly {
        None => 0,
        Some(HourlyValue::MinimumWage) => 1,
        Some(HourlyValue::MinimumWageWithContributions) => 2,
    };
    seen.variant("InKind.hourly", 3, place);
    let has_hours = matches!(of_item.rule, ScheduleRule::QuantityPrice { .. });
    seen.field("InKind.hourly of hours", hourly.is_some() && has_hours);
    schedule(of_item, seen);
    condition("InKind", only_if.as_ref(), seen);
}

fn note(note: &Note, seen: &mut Seen) {
    let Note { id: _, about, text: _, author, state } = note;
    seen.field("Note.about", about.is_some());
    seen.field("Note on the whole", about.is_none());
    seen.field("Note on an item", about.is_some_and(|item| item != ItemId::Frame));
    seen.field("Note.author", !author.is_empty());
    let place = match state {
        NoteState::Settled => 0,
        NoteState::Question => 1,
        NoteState::ToDo => 2,
        NoteState::ToBeSpecified => 3,
    };
    seen.variant("NoteState", 4, place);
}
