//! Labels of the engine's enums, for lists to choose from and for titles.

use previ_engine::cash::CashRow;
use previ_engine::certainty::{Certainty, CertaintyView, Stage};
use previ_engine::diagnostic::{Arg, Severity};
use previ_engine::frame::{AppropriationTarget, ContributionRhythm, IndexStep};
use previ_engine::funder::FunderKind;
use previ_engine::id::ItemId;
use previ_engine::in_kind::InKindKind;
use previ_engine::journal::Rule;
use previ_engine::loan::Repayment;
use previ_engine::note::NoteState;
use previ_engine::opening::OpeningSide;
use previ_engine::payment::Trigger;
use previ_engine::payroll::Contribution;
use previ_engine::schedule::{ScheduleRule, YearKind};
use previ_engine::timing::Timing;

use crate::language::Language;
use crate::month::{month_names, month_short};
use crate::number;
use crate::text::{text, text_with};

/// A row of the cash forecast: `Salaires nets`, `Subventions – État`.
#[must_use]
pub fn cash_row(language: Language, row: CashRow) -> String {
    text(language, &format!("cash-row-{}", row.name()))
}

/// Why an entry exists, in the words of French accounting: `Dotation aux amortissements`.
#[must_use]
pub fn rule(language: Language, rule: Rule) -> String {
    let id = match rule {
        Rule::Opening => "rule-opening",
        Rule::OpeningReceipt => "rule-opening-receipt",
        Rule::OpeningPayment => "rule-opening-payment",
        Rule::Expense => "rule-expense",
        Rule::ExpensePayment => "rule-expense-payment",
        Rule::Income => "rule-income",
        Rule::IncomeReceipt => "rule-income-receipt",
        Rule::Pay => "rule-pay",
        Rule::EmployerContributions => "rule-employer-contributions",
        Rule::SalaryTax => "rule-salary-tax",
        Rule::LeaveOwed => "rule-leave-owed",
        Rule::NetPayPayment => "rule-net-pay-payment",
        Rule::ContributionsPayment => "rule-contributions-payment",
        Rule::Lending => "rule-lending",
        Rule::LendingReceipt => "rule-lending-receipt",
        Rule::Award => "rule-award",
        Rule::DeferredIncome => "rule-deferred-income",
        Rule::Instalment => "rule-instalment",
        Rule::DedicatedFundsCarried => "rule-dedicated-funds-carried",
        Rule::DedicatedFundsUsed => "rule-dedicated-funds-used",
        Rule::GivenBack => "rule-given-back",
        Rule::GivenBackPayment => "rule-given-back-payment",
        Rule::PartnersMoney => "rule-partners-money",
        Rule::PartnersMoneyPassedOn => "rule-partners-money-passed-on",
        Rule::PartnersShare => "rule-partners-share",
        Rule::PartnersSharePayment => "rule-partners-share-payment",
        Rule::ProvisionMade => "rule-provision-made",
        Rule::ProvisionReleased => "rule-provision-released",
        Rule::InvestmentGrantAward => "rule-investment-grant-award",
        Rule::InvestmentGrantRelease => "rule-investment-grant-release",
        Rule::InvestmentGrantCleared => "rule-investment-grant-cleared",
        Rule::Investment => "rule-investment",
        Rule::InvestmentPayment => "rule-investment-payment",
        Rule::Depreciation => "rule-depreciation",
        Rule::LoanDrawn => "rule-loan-drawn",
        Rule::LoanRepayment => "rule-loan-repayment",
        Rule::LoanInterest => "rule-loan-interest",
        Rule::InKind => "rule-in-kind",
        Rule::Transfer => "rule-transfer",
        Rule::Reading => "rule-reading",
        Rule::Appropriation => "rule-appropriation",
    };
    text(language, id)
}

/// A kind of funder: `Département`.
#[must_use]
pub fn funder_kind(language: Language, kind: FunderKind) -> String {
    let id = match kind {
        FunderKind::State => "funder-kind-state",
        FunderKind::Region => "funder-kind-region",
        FunderKind::Department => "funder-kind-department",
        FunderKind::Municipality => "funder-kind-municipality",
        FunderKind::PublicBody => "funder-kind-public-body",
        FunderKind::SocialBody => "funder-kind-social-body",
        FunderKind::Europe => "funder-kind-europe",
        FunderKind::EmploymentAid => "funder-kind-employment-aid",
        FunderKind::Foundation => "funder-kind-foundation",
        FunderKind::Company => "funder-kind-company",
        FunderKind::Person => "funder-kind-person",
    };
    text(language, id)
}

/// Where an agreement stands: `Déposée`.
#[must_use]
pub fn stage(language: Language, stage: Stage) -> String {
    let id = match stage {
        Stage::Idea => "stage-idea",
        Stage::Filed => "stage-filed",
        Stage::InformalYes => "stage-informal-yes",
        Stage::Decided => "stage-decided",
        Stage::Signed => "stage-signed",
        Stage::Running => "stage-running",
        Stage::ReportDue => "stage-report-due",
        Stage::Closed => "stage-closed",
        Stage::Refused => "stage-refused",
    };
    text(language, id)
}

/// What makes a payment due: `à la décision`, `mars 2027`, `chaque trimestre`.
#[must_use]
pub fn trigger(language: Language, trigger: Trigger) -> String {
    let months = |id, months: u8| text_with(language, id, &[("months", Arg::Number(months.into()))]);
    match trigger {
        Trigger::InMonth(month) => month_short(language, month),
        Trigger::OnDecision => text(language, "trigger-on-decision"),
        Trigger::OnSignature => text(language, "trigger-on-signature"),
        Trigger::EachYearIn(number) => {
            let place = usize::from(number.clamp(1, 12)) - 1;
            let month = Arg::Text(month_names(language)[place].into());
            text_with(language, "trigger-each-year-in", &[("month", month)])
        }
        Trigger::Quarterly => text(language, "trigger-quarterly"),
        Trigger::OnInterimReport => text(language, "trigger-on-interim-report"),
        Trigger::AfterReport { months: 0 } => text(language, "trigger-on-report"),
        Trigger::AfterReport { months: delay } => months("trigger-after-report", delay),
        Trigger::WhenSpent(share) => {
            let share = Arg::Text(number::percent(language, share));
            text_with(language, "trigger-when-spent", &[("share", share)])
        }
        Trigger::AfterOthers { months: 0 } => text(language, "trigger-with-others"),
        Trigger::AfterOthers { months: delay } => months("trigger-after-others", delay),
    }
}

/// A level of certainty with its number: `2 – déposé, incertain`.
#[must_use]
pub fn certainty(language: Language, certainty: Certainty) -> String {
    let id = match certainty {
        Certainty::NotFiled => "certainty-not-filed",
        Certainty::Filed => "certainty-filed",
        Certainty::Favourable => "certainty-favourable",
        Certainty::Certain => "certainty-certain",
    };
    text(language, id)
}

/// Which money is counted: `Le certain`, `L'attendu`, `Tout ce qui est demandé`.
#[must_use]
pub fn view(language: Language, view: CertaintyView) -> String {
    let id = match view {
        CertaintyView::Certain => "view-certain",
        CertaintyView::Expected => "view-expected",
        CertaintyView::Everything => "view-everything",
    };
    text(language, id)
}

/// The kind of an item: `Ligne`, `Poste`, `Financeur`.
#[must_use]
pub fn item_kind(language: Language, item: ItemId) -> String {
    let id = match item {
        ItemId::Frame => "item-frame",
        ItemId::Treasury(_) => "item-treasury",
        ItemId::Transfer(_) => "item-transfer",
        ItemId::Reading(_) => "item-reading",
        ItemId::Opening(_) => "item-opening",
        ItemId::Index(_) => "item-index",
        ItemId::Activity(_) => "item-activity",
        ItemId::Line(_) => "item-line",
        ItemId::Position(_) => "item-position",
        ItemId::Funder(_) => "item-funder",
        ItemId::Agreement(_) => "item-agreement",
        ItemId::Tranche(_) => "item-tranche",
        ItemId::Investment(_) => "item-investment",
        ItemId::Loan(_) => "item-loan",
        ItemId::InKind(_) => "item-in-kind",
        ItemId::Pool(_) => "item-pool",
        ItemId::Note(_) => "item-note",
    };
    text(language, id)
}

/// How an amount is laid over the months: `Montant annuel`, `Quantité × prix`.
#[must_use]
pub fn schedule_rule(language: Language, rule: &ScheduleRule) -> String {
    let id = match rule {
        ScheduleRule::Yearly { .. } => "schedule-yearly",
        ScheduleRule::Monthly(_) => "schedule-monthly",
        ScheduleRule::Once { .. } => "schedule-once",
        ScheduleRule::QuantityPrice { .. } => "schedule-quantity-price",
        ScheduleRule::Indexed { .. } => "schedule-indexed",
        ScheduleRule::Free(_) => "schedule-free",
    };
    text(language, id)
}

/// The years of a yearly amount: `Exercice` or `Année civile`.
#[must_use]
pub fn year_kind(language: Language, kind: YearKind) -> String {
    let id = match kind {
        YearKind::Fiscal => "year-kind-fiscal",
        YearKind::Calendar => "year-kind-calendar",
    };
    text(language, id)
}

/// When money moves: `Le même mois`, `2 mois après`, `En 3 fois, tous les 2 mois`.
#[must_use]
pub fn timing(language: Language, timing: &Timing) -> String {
    let number = |value: u8| Arg::Number(value.into());
    match timing {
        Timing::SameMonth => text(language, "timing-same-month"),
        Timing::After { months } => text_with(language, "timing-after", &[("months", number(*months))]),
        Timing::Before { months } => text_with(language, "timing-before", &[("months", number(*months))]),
        Timing::InMonths { .. } => text(language, "timing-in-months"),
        Timing::Instalments { count, every_months } => {
            let args = [("count", number(*count)), ("months", number(*every_months))];
            text_with(language, "timing-instalments", &args)
        }
        Timing::OnReceipt => text(language, "timing-on-receipt"),
    }
}

/// A kind of contribution in kind: `Bénévolat`.
#[must_use]
pub fn in_kind_kind(language: Language, kind: InKindKind) -> String {
    let id = match kind {
        InKindKind::Relief => "in-kind-relief",
        InKindKind::FreeUse => "in-kind-free-use",
        InKindKind::Services => "in-kind-services",
        InKindKind::Volunteering => "in-kind-volunteering",
    };
    text(language, id)
}

/// How a loan is repaid: `Échéances constantes`.
#[must_use]
pub fn repayment(language: Language, repayment: Repayment) -> String {
    let id = match repayment {
        Repayment::ConstantPayment => "repayment-constant-payment",
        Repayment::ConstantPrincipal => "repayment-constant-principal",
        Repayment::AtTheEnd => "repayment-at-the-end",
    };
    text(language, id)
}

/// How social contributions are paid: `Chaque mois` or `Chaque trimestre`.
#[must_use]
pub fn contribution_rhythm(language: Language, rhythm: ContributionRhythm) -> String {
    let id = match rhythm {
        ContributionRhythm::Monthly => "contributions-monthly",
        ContributionRhythm::Quarterly => "contributions-quarterly",
    };
    text(language, id)
}

/// When an index steps: `En janvier`.
#[must_use]
pub fn index_step(language: Language, step: IndexStep) -> String {
    let id = match step {
        IndexStep::January => "index-step-january",
        IndexStep::FiscalYear => "index-step-fiscal-year",
    };
    text(language, id)
}

/// Where a result goes: `Report à nouveau`.
#[must_use]
pub fn appropriation_target(language: Language, target: AppropriationTarget) -> String {
    let id = match target {
        AppropriationTarget::CarriedForward => "appropriation-carried-forward",
        AppropriationTarget::ProjectReserves => "appropriation-project-reserves",
    };
    text(language, id)
}

/// A claim or a debt of the opening balance: `Créance` or `Dette`.
#[must_use]
pub fn opening_side(language: Language, side: OpeningSide) -> String {
    let id = match side {
        OpeningSide::Receivable => "opening-receivable",
        OpeningSide::Payable => "opening-payable",
    };
    text(language, id)
}

/// What is to be done about a note: `À préciser`.
#[must_use]
pub fn note_state(language: Language, state: NoteState) -> String {
    let id = match state {
        NoteState::Settled => "note-settled",
        NoteState::Question => "note-question",
        NoteState::ToDo => "note-to-do",
        NoteState::ToBeSpecified => "note-to-be-specified",
    };
    text(language, id)
}

/// A line of a pay slip: `Allocations familiales`.
#[must_use]
pub fn contribution(language: Language, contribution: Contribution) -> String {
    let id = match contribution {
        Contribution::Health => "contribution-health",
        Contribution::OldAgeCapped => "contribution-old-age-capped",
        Contribution::OldAge => "contribution-old-age",
        Contribution::Family => "contribution-family",
        Contribution::Autonomy => "contribution-autonomy",
        Contribution::Accident => "contribution-accident",
        Contribution::HousingFund => "contribution-housing-fund",
        Contribution::Unemployment => "contribution-unemployment",
        Contribution::WageGuarantee => "contribution-wage-guarantee",
        Contribution::Pension1 => "contribution-pension-1",
        Contribution::Pension2 => "contribution-pension-2",
        Contribution::Balance1 => "contribution-balance-1",
        Contribution::Balance2 => "contribution-balance-2",
        Contribution::TechnicalBalance => "contribution-technical-balance",
        Contribution::Executives => "contribution-executives",
        Contribution::ExecutiveCover => "contribution-executive-cover",
        Contribution::Cover => "contribution-cover",
        Contribution::HealthCover => "contribution-health-cover",
        Contribution::OccupationalHealth => "contribution-occupational-health",
        Contribution::SocialDialogue => "contribution-social-dialogue",
        Contribution::Training => "contribution-training",
        Contribution::FixedTermTraining => "contribution-fixed-term-training",
        Contribution::ApprenticeshipTax => "contribution-apprenticeship-tax",
        Contribution::HousingEffort => "contribution-housing-effort",
        Contribution::Mobility => "contribution-mobility",
        Contribution::CoverLevy => "contribution-cover-levy",
        Contribution::SocialContribution => "contribution-social-contribution",
        Contribution::SocialContributionTaxed => "contribution-social-contribution-taxed",
        Contribution::SocialDebt => "contribution-social-debt",
        Contribution::Reduction => "contribution-reduction",
        Contribution::PensionReduction => "contribution-pension-reduction",
    };
    text(language, id)
}

/// How serious a diagnostic is: `Erreur`.
#[must_use]
pub fn severity(language: Language, severity: Severity) -> String {
    let id = match severity {
        Severity::Note => "severity-note",
        Severity::Warning => "severity-warning",
        Severity::Error => "severity-error",
    };
    text(language, id)
}

#[cfg(test)]
mod tests {
    use super::Language::{English, French};
    use super::*;
    use previ_engine::id::{
        ActivityId, AgreementId, FunderId, InKindId, IndexId, InvestmentId, LineId, LoanId, NoteId,
        OpeningId, PoolId, PositionId, ReadingId, TrancheId, TransferId, TreasuryId,
    };
    use previ_engine::money::Amount;
    use previ_engine::month::Month;
    use std::collections::{BTreeMap, BTreeSet};

    fn items() -> Vec<ItemId> {
        vec![
            ItemId::Frame,
            TreasuryId(1).into(),
            TransferId(1).into(),
            ReadingId(1).into(),
            OpeningId(1).into(),
            IndexId(1).into(),
            ActivityId(1).into(),
            LineId(1).into(),
            PositionId(1).into(),
            FunderId(1).into(),
            AgreementId(1).into(),
            TrancheId(1).into(),
            InvestmentId(1).into(),
            LoanId(1).into(),
            InKindId(1).into(),
            PoolId(1).into(),
            NoteId(1).into(),
        ]
    }

    fn schedules() -> [ScheduleRule; 6] {
        let (month, amount) = (Month::new(2027, 1).unwrap(), Amount::ZERO);
        [
            ScheduleRule::Yearly { amounts: BTreeMap::new(), years: YearKind::Fiscal, months: vec![] },
            ScheduleRule::Monthly(amount),
            ScheduleRule::Once { month, amount },
            ScheduleRule::QuantityPrice { quantities: BTreeMap::new(), unit_price: amount, months: vec![] },
            ScheduleRule::Indexed { yearly: amount, index: IndexId(1) },
            ScheduleRule::Free(BTreeMap::new()),
        ]
    }

    fn timings() -> [Timing; 6] {
        [
            Timing::SameMonth,
            Timing::After { months: 2 },
            Timing::Before { months: 2 },
            Timing::InMonths { months: vec![3] },
            Timing::Instalments { count: 3, every_months: 2 },
            Timing::OnReceipt,
        ]
    }

    /// The labels of each enum, one list per enum.
    fn labels(l: Language) -> Vec<Vec<String>> {
        vec![
            CashRow::all().into_iter().map(|row| cash_row(l, row)).collect(),
            Rule::ALL.map(|value| rule(l, value)).into(),
            FunderKind::ALL.map(|kind| funder_kind(l, kind)).into(),
            Stage::ALL.map(|value| stage(l, value)).into(),
            Certainty::ALL.map(|level| certainty(l, level)).into(),
            CertaintyView::ALL.map(|value| view(l, value)).into(),
            items().into_iter().map(|item| item_kind(l, item)).collect(),
            schedules().map(|value| schedule_rule(l, &value)).into(),
            timings().map(|value| timing(l, &value)).into(),
            [YearKind::Fiscal, YearKind::Calendar].map(|kind| year_kind(l, kind)).into(),
            [InKindKind::Relief, InKindKind::FreeUse, InKindKind::Services, InKindKind::Volunteering]
                .map(|kind| in_kind_kind(l, kind))
                .into(),
            [Repayment::ConstantPayment, Repayment::ConstantPrincipal, Repayment::AtTheEnd]
                .map(|value| repayment(l, value))
                .into(),
            [ContributionRhythm::Monthly, ContributionRhythm::Quarterly]
                .map(|rhythm| contribution_rhythm(l, rhythm))
                .into(),
            [IndexStep::January, IndexStep::FiscalYear].map(|step| index_step(l, step)).into(),
            [AppropriationTarget::CarriedForward, AppropriationTarget::ProjectReserves]
                .map(|target| appropriation_target(l, target))
                .into(),
            [OpeningSide::Receivable, OpeningSide::Payable].map(|side| opening_side(l, side)).into(),
            [NoteState::Settled, NoteState::Question, NoteState::ToDo, NoteState::ToBeSpecified]
                .map(|state| note_state(l, state))
                .into(),
            [Severity::Note, Severity::Warning, Severity::Error].map(|value| severity(l, value)).into(),
        ]
    }

    #[test]
    fn no_label_is_missing_in_either_language() {
        for label in Language::ALL.into_iter().flat_map(labels).flatten() {
            // A missing text shows as its id, and no label looks like one.
            let id = label.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
            assert!(!id && !label.contains('{'), "{label}");
        }
    }

    #[test]
    fn the_labels_of_an_enum_differ_from_each_other() {
        for list in Language::ALL.into_iter().flat_map(labels) {
            let different: BTreeSet<&String> = list.iter().collect();
            assert_eq!(different.len(), list.len(), "{list:?}");
        }
    }

    #[test]
    fn labels_are_the_words_of_the_field() {
        assert_eq!(cash_row(French, CashRow::NetPay), "Salaires nets");
        assert_eq!(cash_row(French, CashRow::Grants(FunderKind::State)), "Subventions – État");
        assert_eq!(rule(French, Rule::Depreciation), "Dotation aux amortissements");
        assert_eq!(stage(English, Stage::ReportDue), "Report due");
        assert_eq!(item_kind(French, LineId(3).into()), "Ligne");
    }

    #[test]
    fn a_timing_is_told_with_its_numbers() {
        let thirds = |every_months| Timing::Instalments { count: 3, every_months };
        assert_eq!(timing(French, &thirds(1)), "En 3 fois, chaque mois");
        assert_eq!(timing(French, &thirds(2)), "En 3 fois, tous les 2 mois");
        assert_eq!(timing(English, &Timing::After { months: 1 }), "1 month later");
    }
}
