//! The State's own calculator of pay (modele-social with publicodes, pinned in `pay/package.json`) gives the
//! same employer's contributions, reduction and net pay; what differs by more than a euro a month is
//! explained below.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use previ_engine::contract::ContractKind;
use previ_engine::employer::HeadcountBand;
use previ_engine::money::Percent;
use previ_engine::month::Month;
use previ_engine::payroll::{Contribution, Growth, Pay, Payer, Terms, YearSoFar, slip};
use rust_decimal::Decimal;

/// A case of the grid.
#[derive(Clone, Copy, Debug)]
struct Case {
    month: &'static str,
    /// In cents.
    gross: i64,
    /// Hours a week in tenths.
    hours: i64,
    kind: ContractKind,
    is_executive: bool,
    headcount: HeadcountBand,
    is_in_alsace_moselle: bool,
}

const USUAL: Case = Case {
    month: "2026-07",
    gross: 0,
    hours: 350,
    kind: ContractKind::Permanent,
    is_executive: false,
    headcount: HeadcountBand::Under11,
    is_in_alsace_moselle: false,
};

const BANDS: [HeadcountBand; 3] = [HeadcountBand::Under11, HeadcountBand::From11To49, HeadcountBand::From50];

/// Other cases than those worked out by hand: no pay of the grid stands there.
fn grid() -> Vec<Case> {
    let mut cases = Vec::new();
    for headcount in BANDS {
        let base = Case { headcount, ..USUAL };
        let pays = [188_000, 199_550, 217_525, 239_999, 266_667, 311_110, 351_200, 410_000, 510_000];
        let high = [559_900, 650_000, 900_000, 1_500_000, 1_850_000];
        for gross in pays.into_iter().chain(high) {
            cases.extend([false, true].map(|is_executive| Case { gross, is_executive, ..base }));
        }
        for hours in [105, 175, 245, 280] {
            let pays = [190_000, 215_000, 270_000, 390_000, 480_000, 720_000];
            cases.extend(pays.map(|full| Case { gross: full * hours / 350, hours, ..base }));
        }
        cases.extend([230_000, 440_000].map(|gross| Case { gross, hours: 210, is_executive: true, ..base }));
        let kind = ContractKind::FixedTerm { end_bonus: Percent::default() };
        cases.extend([187_000, 205_000, 248_000, 330_000, 470_000].map(|gross| Case { gross, kind, ..base }));
        let kind = ContractKind::Apprentice;
        let pays = [50_410, 72_814, 95_100, 113_888, 125_090, 150_000, 190_000];
        cases.extend(pays.map(|gross| Case { gross, kind, ..base }));
        let pays = [188_500, 252_000, 345_678, 456_789];
        cases.extend(pays.map(|gross| Case { gross, is_in_alsace_moselle: true, ..base }));
        for month in ["2026-01", "2026-02", "2026-03", "2026-05"] {
            cases.extend([183_000, 222_222, 303_030].map(|gross| Case { gross, month, ..base }));
        }
    }
    cases
}

const ACCIDENT: &str = "1.1";
const MOBILITY: &str = "1.6";
const COVER: i64 = 4_400;

/// What is compared, in cents.
#[derive(Debug)]
struct Found {
    employer: i64,
    reduction: i64,
    net: i64,
}

fn ours(case: &Case) -> Found {
    let month: Month = case.month.parse().unwrap();
    let levels = previ_reference::reference().payroll.levels(month, &Growth::default()).unwrap();
    let share = Decimal::from(case.hours * 100) / Decimal::from(350);
    let payer = Payer {
        headcount: case.headcount,
        accident: ACCIDENT.parse().unwrap(),
        mobility: MOBILITY.parse().unwrap(),
        is_in_alsace_moselle: case.is_in_alsace_moselle,
        health_cover: COVER / 2,
        health_cover_employee: COVER / 2,
        ..Payer::default()
    };
    let terms = Terms { kind: case.kind, is_executive: case.is_executive };
    let pay = Pay { gross: case.gross, share: Percent::new(share.round_dp(6)).unwrap() };
    let slip = slip(&pay, &terms, &payer, &levels, &mut YearSoFar::default());
    let reduces =
        |contribution| matches!(contribution, Contribution::Reduction | Contribution::PensionReduction);
    let reduction = slip.lines.iter().filter(|line| reduces(line.contribution)).map(|line| -line.cents).sum();
    Found { employer: slip.employer, reduction, net: slip.net }
}

fn tabulate(cases: &[Case]) -> String {
    let mut table = String::new();
    for case in cases {
        let kind = match case.kind {
            ContractKind::Permanent => "CDI",
            ContractKind::FixedTerm { .. } => "CDD",
            ContractKind::Apprentice => "apprentissage",
        };
        let headcount = match case.headcount {
            HeadcountBand::Under11 => "moins de 11",
            HeadcountBand::From11To49 => "moins de 50",
            HeadcountBand::From50 => "moins de 150",
        };
        let euros = |cents| Decimal::new(cents, 2);
        let (month, gross, hours) = (case.month, euros(case.gross), Decimal::new(case.hours, 1).normalize());
        let executive = if case.is_executive { "oui" } else { "non" };
        let department = if case.is_in_alsace_moselle { "Bas-Rhin" } else { "" };
        let cover = euros(COVER);
        writeln!(
            table,
            "{month}\t{gross}\t{hours}\t{kind}\t{executive}\t{headcount}\t{ACCIDENT}\t{MOBILITY}\t{department}\t{cover}"
        )
        .unwrap();
    }
    table
}

/// Installs the calculator in the target folder, from the pinned list, and asks it.
fn theirs(cases: &[Case]) -> Vec<Found> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracles/pay");
    let folder: PathBuf = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pay");
    std::fs::create_dir_all(&folder).unwrap();
    for file in ["package.json", "package-lock.json", "pay.mjs"] {
        std::fs::copy(source.join(file), folder.join(file)).unwrap();
    }
    std::fs::write(folder.join("cases.tsv"), tabulate(cases)).unwrap();
    run(Command::new("npm").args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(&folder));
    run(Command::new("node").args(["pay.mjs", "cases.tsv", "results.tsv"]).current_dir(&folder));
    let results = std::fs::read_to_string(folder.join("results.tsv")).unwrap();
    let found = results.lines().map(|line| {
        let cents: Vec<i64> = line
            .split('\t')
            .map(|euros| previ_engine::money::to_cents(Decimal::from_str_exact(euros).unwrap()))
            .collect();
        Found { employer: cents[0], reduction: cents[1], net: cents[2] }
    });
    found.collect()
}

fn run(command: &mut Command) {
    let done = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(done.status.success(), "{command:?}: {}", String::from_utf8_lossy(&done.stderr));
}

/// Why a case may differ by more than a euro, with the month from which the parameter that makes it holds.
struct Explained {
    why: &'static str,
    since: &'static str,
    concerns: fn(&Case) -> bool,
    /// At most so many cents, in any figure.
    bound: i64,
}

const EXPLAINED: [Explained; 1] = [Explained {
    why: "1.50 % for executives is counted up to the ceiling of part time here, of full time there",
    since: "2018-01",
    concerns: |case| case.is_executive && case.hours < 350,
    bound: 3_000,
}];

#[test]
#[ignore = "needs node and npm: run `cargo xtask oracles`"]
fn the_states_calculator_finds_the_same_pay_slips() {
    let cases = grid();
    assert!(cases.len() >= 200, "{} cases", cases.len());
    let theirs = theirs(&cases);
    assert_eq!(theirs.len(), cases.len());
    let (mut largest, mut explained, mut wrong) = (0, 0, Vec::new());
    for (case, theirs) in cases.iter().zip(&theirs) {
        let ours = ours(case);
        let differences =
            [ours.employer - theirs.employer, ours.reduction - theirs.reduction, ours.net - theirs.net];
        let worst = differences.into_iter().map(i64::abs).max().unwrap_or(0);
        if worst <= 100 {
            largest = largest.max(worst);
        } else if EXPLAINED.iter().any(|reason| (reason.concerns)(case) && worst <= reason.bound) {
            explained += 1;
        } else {
            wrong.push(format!("{case:?}: ours {ours:?}, theirs {theirs:?}"));
        }
    }
    println!("{} cases; largest difference {largest} cents; {explained} explained:", cases.len());
    for reason in &EXPLAINED {
        println!("  since {}: {} (at most {} cents)", reason.since, reason.why, reason.bound);
    }
    assert!(wrong.is_empty(), "{} of them: {:#?}", wrong.len(), &wrong[..wrong.len().min(12)]);
}
