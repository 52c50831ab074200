//! The workbook as a reader that knows nothing of us finds it.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::Arc;

use calamine::{Data, Range, Reader, Xlsx};
use previ_engine::account::AccountNumber;
use previ_engine::activity::Activity;
use previ_engine::agreement::{FundingAgreement, FundingLine, Tranche};
use previ_engine::cash::cash_forecast;
use previ_engine::certainty::{CertaintyView, Stage};
use previ_engine::condition::Condition;
use previ_engine::employer::Employer;
use previ_engine::frame::{Association, Assumptions, Frame, Horizon};
use previ_engine::funder::{Funder, FunderKind};
use previ_engine::id::{
    ActivityId, AgreementId, FunderId, LineId, PoolId, PositionId, TrancheId, TreasuryId,
};
use previ_engine::income::{Block, income_statement};
use previ_engine::line::BudgetLine;
use previ_engine::opening::OpeningBalance;
use previ_engine::plan::Plan;
use previ_engine::pool::{AllocationKey, CostPool};
use previ_engine::position::{Position, Time, TimeShare};
use previ_engine::projection::project;
use previ_engine::schedule::{Schedule, ScheduleRule};
use previ_engine::timing::{Settlement, Timing};
use previ_engine::treasury::TreasuryAccount;
use previ_engine::view::View;
use previ_sheets::export::workbook;
use previ_words::Language;

/// A choir: a rent paid a month later, dues, a grant, a position, an activity that waits for a grant.
fn plan() -> Plan {
    let mut plan = Plan::new(Frame {
        association: Association {
            name: "Chœur & Cie".into(),
            rna: None,
            siren: None,
            fiscal_year_starts: 1,
            contributions: Default::default(),
            vat: None,
            employer: Employer::default(),
        },
        horizon: Horizon { first_year: 2027, years: 2, as_of: None },
        assumptions: Assumptions::default(),
        opening: OpeningBalance::default(),
    });
    plan.treasury.push(Arc::new(TreasuryAccount {
        id: TreasuryId(1),
        label: "Banque".into(),
        account: number("512"),
        opening: "500".parse().unwrap(),
        overdraft_limit: None,
        blocked: false,
    }));
    plan.activities.push(Arc::new(Activity::new(ActivityId(2), "=SUM(A1:A9)".into())));
    let amounts = [(2027, "1000".parse().unwrap())].into();
    let yearly = ScheduleRule::Yearly { amounts, years: Default::default(), months: Vec::new() };
    plan.lines.push(line(3, "=cmd|' /C calc'!A0", "6132", yearly, Timing::After { months: 1 }));
    plan.lines.push(line(
        4,
        "@Cotisations",
        "7561",
        ScheduleRule::Monthly("45.50".parse().unwrap()),
        Timing::OnReceipt,
    ));
    plan.positions.push(Arc::new(Position {
        holder: Some("+33 6".into()),
        gross: [("2027-03".parse().unwrap(), "400".parse().unwrap())].into(),
        employer_rate: Some("20".parse().unwrap()),
        ..Position::new(PositionId(5), "-Cheffe de chœur".into(), "2027-03".parse().unwrap())
    }));
    plan.funders.push(Arc::new(Funder {
        id: FunderId(6),
        name: "Commune".into(),
        kind: FunderKind::Municipality,
        delay_months: 2,
    }));
    let line = FundingLine {
        activity: Some(ActivityId(2)),
        asked: "6000".parse().unwrap(),
        granted: None,
        certainty: None,
        actual: None,
    };
    let (from, to) = ("2027-07".parse().unwrap(), "2028-06".parse().unwrap());
    let mut tranche = Tranche::new(TrancheId(8), from, to, vec![line]);
    tranche.decision = "2027-05".parse().unwrap();
    plan.agreements.push(Arc::new(FundingAgreement::new(
        AgreementId(7),
        "Subvention".into(),
        FunderId(6),
        Stage::Filed,
        vec![tranche],
    )));
    plan
}

fn number(text: &str) -> AccountNumber {
    text.parse().unwrap()
}

fn line(id: u32, label: &str, account: &str, rule: ScheduleRule, timing: Timing) -> Arc<BudgetLine> {
    Arc::new(BudgetLine {
        id: LineId(id),
        label: label.into(),
        account: number(account),
        activity: None,
        schedule: Schedule::new(rule),
        settlement: Settlement { timing, account: None },
        only_if: None,
        pool: None,
        actual: BTreeMap::new(),
    })
}

fn everything(plan: &Plan) -> View {
    project(plan, previ_reference::reference(), None).view(CertaintyView::Everything)
}

fn export(view: &View, language: Language) -> Vec<u8> {
    workbook(view, previ_reference::reference(), language).unwrap()
}

fn open(plan: &Plan) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(export(&everything(plan), Language::French))).unwrap()
}

/// The cents of a cell, row and column counted from 0 in the whole sheet.
fn cents(range: &Range<Data>, row: u32, column: u32) -> i64 {
    match range.get_value((row, column)) {
        Some(Data::Float(euros)) => (euros * 100.0).round() as i64,
        Some(Data::Int(euros)) => euros * 100,
        other => panic!("{other:?} at {row}, {column}"),
    }
}

/// The row whose cell in `column` is this text.
fn row_of(range: &Range<Data>, column: u32, text: &str) -> u32 {
    let rows = range.start().unwrap().0..=range.end().unwrap().0;
    let wanted = |row: &u32| range.get_value((*row, column)) == Some(&Data::String(text.to_owned()));
    rows.into_iter().find(wanted).unwrap_or_else(|| panic!("no {text}"))
}

#[test]
fn the_same_view_always_gives_the_same_bytes() {
    let view = everything(&plan());
    assert_eq!(export(&view, Language::French), export(&view, Language::French));
}

#[test]
fn every_sheet_of_both_languages_is_there_and_holds_formulas() {
    let french =
        ["Synthèse", "Budget 2027", "Budget 2028", "Résultat", "Trésorerie", "Actions", "Coût complet"];
    let mut book = open(&plan());
    let names = book.sheet_names();
    assert_eq!(names[..7], french);
    let further = ["Financements", "Hypothèses", "Lignes", "Équipe", "Plan de charge", "Mois", "Règlements"];
    assert_eq!(names[7..], further);
    // This plan has no index: its assumptions are all typed. Full costs stand there as they were when exported.
    for name in names.iter().filter(|name| !["Hypothèses", "Coût complet"].contains(&name.as_str())) {
        assert!(book.worksheet_formula(name).unwrap().used_cells().count() > 0, "{name}");
    }
    let english = Xlsx::new(Cursor::new(export(&everything(&plan()), Language::English))).unwrap();
    assert_eq!(english.sheet_names()[..2], ["Summary", "Budget 2027"]);
}

#[test]
fn the_statement_shows_the_engines_figures() {
    let view = everything(&plan());
    let statement = income_statement(&view, None);
    let range = open(&plan()).worksheet_range("Résultat").unwrap();
    let check = |block: &Block, total: &str| {
        for (year, cents_of_year) in block.total_cents.iter().enumerate() {
            assert_eq!(cents(&range, row_of(&range, 1, total), 2 + year as u32), *cents_of_year, "{total}");
        }
    };
    check(&statement.charges, "Total des charges");
    check(&statement.income, "Total des produits");
    for (year, result) in statement.result_cents.iter().enumerate() {
        assert_eq!(cents(&range, row_of(&range, 1, "Résultat"), 2 + year as u32), *result);
    }
    // 6132 in 2027 and 2028: the amount typed for 2027, taken over.
    let rent =
        (0..range.end().unwrap().0).find(|row| range.get_value((*row, 0)) == Some(&Data::Float(6132.0)));
    assert_eq!([2, 3].map(|column| cents(&range, rent.unwrap(), column)), [100_000, 100_000]);
}

#[test]
fn cash_shows_the_engines_figures_month_by_month() {
    let view = everything(&plan());
    let forecast = cash_forecast(&view);
    let range = open(&plan()).worksheet_range("Trésorerie").unwrap();
    let [closing, worst] =
        ["Trésorerie à la fin", "Pire en cours de mois"].map(|label| row_of(&range, 1, label));
    for month in 0..24 {
        // The total of each year stands after its twelve months.
        let column = 2 + month as u32 + month as u32 / 12;
        assert_eq!(cents(&range, closing, column), forecast.closing_cents[month]);
        assert_eq!(cents(&range, worst, column), forecast.worst_cents[month]);
    }
}

#[test]
fn a_budget_closes_with_the_same_total_on_both_sides() {
    let mut book = open(&plan());
    for name in ["Budget 2027", "Budget 2028"] {
        let range = book.worksheet_range(name).unwrap();
        let total = row_of(&range, 1, "TOTAL");
        assert_eq!(cents(&range, total, 2), cents(&range, total, 6), "{name}");
    }
}

#[test]
fn a_yearly_amount_reaches_its_months_and_its_payments_by_formulas() {
    let mut book = open(&plan());
    let months = book.worksheet_formula("Mois").unwrap();
    let payments = book.worksheet_formula("Règlements").unwrap();
    // Eight columns of labels and two years before January 2027 (K); the line is the first row.
    let month = |column| months.get_value((4, column)).map(String::as_str);
    assert_eq!(month(10), Some("ROUND(Lignes!$I$5*1/12,2)"));
    assert_eq!(month(11), Some("ROUND(Lignes!$I$5*2/12,2)-ROUND(Lignes!$I$5*1/12,2)"));
    assert_eq!(month(21), Some("ROUND(Lignes!$I$5,2)-ROUND(Lignes!$I$5*11/12,2)"));
    assert_eq!(month(22), Some("ROUND(Lignes!$J$5*1/12,2)"));
    // Paid a month later: nothing in January, January's rent in February.
    assert_eq!(payments.get_value((4, 10)).map_or("", String::as_str), "");
    assert_eq!(payments.get_value((4, 11)).map(String::as_str), Some("-Mois!K5"));
    let lines = book.worksheet_formula("Lignes").unwrap();
    assert_eq!(lines.get_value((4, 9)).map(String::as_str), Some("I5"), "2028 takes over 2027");
}

#[test]
fn the_full_cost_of_an_activity_has_its_part_of_shared_costs_and_who_pays() {
    let mut plan = plan();
    let key = AllocationKey::Shares([(ActivityId(2), "1".parse().unwrap())].into());
    plan.pools.push(Arc::new(CostPool { id: PoolId(9), label: "Locaux".into(), key }));
    Arc::make_mut(&mut plan.lines[0]).pool = Some(PoolId(9));
    let range = open(&plan).worksheet_range("Coût complet").unwrap();
    let rows = |title: &str, column: u32| -> Vec<i64> {
        let first = row_of(&range, 1, title);
        (first..first + 8).map(|row| cents(&range, row, column)).collect()
    };
    // The rent of 1,000.00 goes to the activity; half of its grant of 6,000.00 is of 2027 and pays all of it.
    assert_eq!(rows("=SUM(A1:A9)", 3), [0, 100_000, 100_000, 0, 100_000, 0, 0, 0]);
    // The rent, ten months of 400.00 and 20 % on top, less the rent. The year brings dues of 12 × 45.50 = 546.00
    // and 2,000.00 of the grant that no cost of its activity needs; 4,800.00 − 2,546.00 is missing.
    assert_eq!(rows("Structure", 3), [580_000, -100_000, 480_000, 0, 0, 480_000, 254_600, 225_400]);
    let all = [580_000, 0, 580_000, 0, 100_000, 480_000, 254_600, 225_400];
    assert_eq!(rows("Ensemble de l’association", 3), all);
}

#[test]
fn the_days_of_a_position_are_told_with_what_is_left_of_them() {
    let mut plan = plan();
    let position = Arc::make_mut(&mut plan.positions[0]);
    let time = Time::Days("12.5".parse().unwrap());
    position.time.push(TimeShare { activity: ActivityId(2), time, from: None, to: None });
    position.operational_share = Some("50".parse().unwrap());
    let mut book = open(&plan);
    let range = book.worksheet_range("Plan de charge").unwrap();
    // 260 weekdays of 2028, less 9 holidays on one of them and 25 days of leave; half of them for activities.
    let days: Vec<i64> = (4..9).map(|row| cents(&range, row, 4)).collect();
    assert_eq!(days, [22_600, 11_300, 1_250, 1_250, 10_050]);
    let formulas = book.worksheet_formula("Plan de charge").unwrap();
    assert_eq!(formulas.get_value((8, 4)).map(String::as_str), Some("ROUND(E6-E8,6)"));
}

#[test]
fn a_text_never_becomes_a_formula() {
    let mut book = open(&plan());
    for name in book.sheet_names() {
        for (_, _, formula) in book.worksheet_formula(&name).unwrap().used_cells() {
            assert!(!formula.contains("cmd") && !formula.contains('@'), "{name}: {formula}");
        }
    }
    let lines = book.worksheet_range("Lignes").unwrap();
    assert_eq!(lines.get_value((4, 0)), Some(&Data::String("=cmd|' /C calc'!A0".into())));
    assert_eq!(lines.get_value((5, 0)), Some(&Data::String("@Cotisations".into())));
    let activities = book.worksheet_range("Actions").unwrap();
    row_of(&activities, 1, "=SUM(A1:A9)");
}

#[test]
fn names_of_any_length_and_with_any_sign_are_written() {
    let mut plan = plan();
    let frame = Arc::make_mut(&mut plan.frame);
    frame.association.name = "&\u{1}\u{FFFE}<é>\"'".repeat(20_000);
    let mut book = open(&plan);
    assert!(book.worksheet_range("Synthèse").is_ok());
}

#[test]
fn every_text_has_words_in_both_languages() {
    for language in Language::ALL {
        let bytes = export(&everything(&plan()), language);
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        for name in book.sheet_names() {
            for (_, _, data) in book.worksheet_range(&name).unwrap().used_cells() {
                let text = data.to_string();
                assert!(!text.contains("export-"), "{name}: {text}");
            }
        }
    }
}

#[test]
fn what_the_view_does_not_count_is_named_and_left_out() {
    let mut plan = plan();
    let mut hoped = BudgetLine::clone(&plan.lines[0]);
    hoped.only_if = Some(Condition::AllOf(vec![AgreementId(7)]));
    plan.lines[0] = Arc::new(hoped);
    let certain = project(&plan, previ_reference::reference(), None).view(CertaintyView::Certain);
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(export(&certain, Language::French))).unwrap();
    let assumptions = book.worksheet_range("Hypothèses").unwrap();
    let title = row_of(&assumptions, 0, "Non compté dans ce classeur");
    assert!(row_of(&assumptions, 0, "=cmd|' /C calc'!A0") > title);
    let lines = book.worksheet_range("Lignes").unwrap();
    assert_eq!(lines.get_value((4, 0)), Some(&Data::String("@Cotisations".into())));
}

#[test]
fn an_empty_plan_gives_a_workbook() {
    let mut empty = plan();
    empty.treasury.clear();
    empty.lines.clear();
    empty.positions.clear();
    empty.agreements.clear();
    let mut book = open(&empty);
    let range = book.worksheet_range("Trésorerie").unwrap();
    assert_eq!(cents(&range, row_of(&range, 1, "Trésorerie à la fin"), 2), 0);
}
