//! Pay slips agree with those worked out by hand in `fixtures/payroll/cas.fr.md`, of which every calculation
//! is made again here.

use std::collections::BTreeMap;
use std::path::Path;

use previ_engine::contract::ContractKind;
use previ_engine::employer::HeadcountBand;
use previ_engine::money::{Percent, to_cents};
use previ_engine::month::Month;
use previ_engine::payroll::{Contribution, Growth, Pay, Payer, Side, Slip, Terms, YearSoFar, slip};
use previ_tests::arithmetic::{evaluate, number};
use rust_decimal::{Decimal, RoundingStrategy};

/// One case of the page.
#[derive(Debug)]
struct Case {
    title: String,
    month: Month,
    pay: Pay,
    terms: Terms,
    payer: Payer,
    /// By side and contribution of the page, in cents.
    lines: BTreeMap<(bool, String), i64>,
    /// The figures named after an arrow, in cents.
    figures: BTreeMap<String, i64>,
}

fn page() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/payroll/cas.fr.md");
    std::fs::read_to_string(path).unwrap()
}

fn amount(text: &str) -> i64 {
    to_cents(number(text.trim()).unwrap_or_else(|| panic!("no amount: {text}")))
}

fn percent(text: &str) -> Percent {
    let value = number(text.trim().trim_end_matches('%').trim());
    value.and_then(Percent::new).unwrap_or_else(|| panic!("no rate: {text}"))
}

/// A case from what its page says is typed.
fn case(title: &str, typed: &str) -> Case {
    let mut case = Case {
        title: title.to_owned(),
        month: Month::new(2026, 7).unwrap(),
        pay: Pay { gross: 0, share: Percent::WHOLE },
        terms: Terms::default(),
        payer: Payer::default(),
        lines: BTreeMap::new(),
        figures: BTreeMap::new(),
    };
    let payer = &mut case.payer;
    for said in typed.split(" | ") {
        let (name, value) = said.split_once(' ').unwrap_or((said, ""));
        let (first, second) = value.split_once(" et ").unwrap_or((value, "0"));
        match name {
            "mois" => case.month = value.parse().unwrap(),
            "brut" => case.pay.gross = amount(value),
            "temps" => case.pay.share = percent(value),
            "effectif" => {
                payer.headcount = match value {
                    "moins de 11" => HeadcountBand::Under11,
                    "11 à 49" => HeadcountBand::From11To49,
                    "50 et plus" => HeadcountBand::From50,
                    other => panic!("no headcount: {other}"),
                }
            }
            "AT/MP" => payer.accident = percent(value),
            "mobilité" => payer.mobility = percent(value),
            "mutuelle" => (payer.health_cover, payer.health_cover_employee) = (amount(first), amount(second)),
            "prévoyance" => (payer.provident, payer.provident_employee) = (percent(first), percent(second)),
            "Alsace-Moselle" => payer.is_in_alsace_moselle = true,
            "CDI" | "non-cadre" => {}
            "CDD" => case.terms.kind = ContractKind::FixedTerm { end_bonus: percent("10") },
            "apprenti" => case.terms.kind = ContractKind::Apprentice,
            "cadre" => case.terms.is_executive = true,
            other => panic!("nothing called {other} can be typed"),
        }
    }
    case
}

/// Whether `left` gives `right`, exactly or rounded to the decimals written.
fn agrees(left: Decimal, right: Decimal, exact: bool) -> bool {
    let rounded = left.round_dp_with_strategy(right.scale(), RoundingStrategy::MidpointAwayFromZero);
    if exact { left == right } else { left != right && rounded == right }
}

/// The two sides of a calculation, and whether it is exact.
fn sides(text: &str) -> (&str, &str, bool) {
    let exact = !text.contains('≈');
    let (left, right) = text.split_once(if exact { '=' } else { '≈' }).unwrap();
    (left.trim(), right.trim(), exact)
}

/// Reads a line of the page; every calculation in it is made again.
fn read_line(case: &mut Case, line: &str) {
    let text = line.trim_start_matches("- ");
    let (sum, name) = text.split_once('→').map_or((text, None), |(sum, name)| (sum, Some(name.trim())));
    if let Some((label, rest)) = sum.split_once(" | ") {
        let (base, rates) = rest.split_once(" | ").unwrap();
        let base = number(base).unwrap();
        for rated in rates.split(" ; ") {
            let (left, right, exact) = sides(rated);
            let (name, rate) = left.rsplit_once(' ').and_then(|(rest, _)| rest.rsplit_once(' ')).unwrap();
            let value = base * percent(rate).fraction();
            assert!(agrees(value, number(right).unwrap(), exact), "{}: {rated} of {base}", case.title);
            let key = (label.starts_with("part patronale"), name.to_owned());
            *case.lines.entry(key).or_default() += amount(right);
        }
        return;
    }
    let (left, right, exact) = sides(sum);
    let expression = left.rsplit_once(" : ").map_or(left, |(_, expression)| expression);
    let (value, written) = (evaluate(expression).unwrap(), number(right).unwrap());
    assert!(agrees(value, written, exact), "{}: {line}: gives {value}", case.title);
    if let Some(name) = name {
        case.figures.insert(name.to_owned(), to_cents(written));
    }
}

fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut title = "";
    for line in page().lines().collect::<Vec<_>>() {
        if let Some(found) = line.strip_prefix("## ") {
            title = found;
        } else if let Some(typed) = line.strip_prefix("Saisie | ") {
            cases.push(case(title, typed));
        } else if let Some(case) = cases.last_mut().filter(|_| !line.is_empty()) {
            read_line(case, line);
        }
    }
    cases
}

/// The name of a contribution on the page.
fn name(contribution: Contribution) -> &'static str {
    match contribution {
        Contribution::Health => "maladie",
        Contribution::OldAgeCapped => "vieillesse plafonnée",
        Contribution::OldAge => "vieillesse",
        Contribution::Family => "famille",
        Contribution::Autonomy => "autonomie",
        Contribution::Accident => "AT/MP",
        Contribution::HousingFund => "FNAL",
        Contribution::Unemployment => "chômage",
        Contribution::WageGuarantee => "AGS",
        Contribution::Pension1 => "retraite T1",
        Contribution::Pension2 => "retraite T2",
        Contribution::Balance1 => "CEG T1",
        Contribution::Balance2 => "CEG T2",
        Contribution::TechnicalBalance => "CET",
        Contribution::Executives => "APEC",
        Contribution::ExecutiveCover => "prévoyance cadres",
        Contribution::Cover => "prévoyance",
        Contribution::SocialDialogue => "dialogue",
        Contribution::Training => "formation",
        Contribution::FixedTermTraining => "CPF-CDD",
        Contribution::ApprenticeshipTax => "apprentissage",
        Contribution::HousingEffort => "construction",
        Contribution::Mobility => "mobilité",
        Contribution::CoverLevy => "forfait social",
        Contribution::SocialContribution => "CSG déductible",
        Contribution::SocialContributionTaxed => "CSG non déductible",
        Contribution::SocialDebt => "CRDS",
        Contribution::HealthCover
        | Contribution::OccupationalHealth
        | Contribution::Reduction
        | Contribution::PensionReduction => "",
    }
}

fn calculated(case: &Case) -> Slip {
    let levels = previ_reference::reference().payroll.levels(case.month, &Growth::default()).unwrap();
    slip(&case.pay, &case.terms, &case.payer, &levels, &mut YearSoFar::default())
}

fn reduction(slip: &Slip) -> i64 {
    let reduces =
        |contribution| matches!(contribution, Contribution::Reduction | Contribution::PensionReduction);
    -slip.lines.iter().filter(|line| reduces(line.contribution)).map(|line| line.cents).sum::<i64>()
}

#[test]
fn sixty_slips_agree_line_by_line_with_those_made_by_hand() {
    let cases = cases();
    assert_eq!(cases.len(), 60);
    for case in &cases {
        let slip = calculated(case);
        let mut lines: BTreeMap<(bool, String), i64> = BTreeMap::new();
        for line in slip.lines.iter().filter(|line| !name(line.contribution).is_empty()) {
            let key = (line.side == Side::Employer, name(line.contribution).to_owned());
            *lines.entry(key).or_default() += line.cents;
        }
        assert_eq!(lines, case.lines, "{}", case.title);
        let figures = [
            ("réduction", reduction(&slip)),
            ("part patronale", slip.employer),
            ("coût", slip.cost()),
            ("net", slip.net),
        ];
        let figures: BTreeMap<_, _> = figures.map(|(name, cents)| (name.to_owned(), cents)).into();
        assert_eq!(figures, case.figures, "{}", case.title);
    }
}

/// The employer's contributions that the State's calculator (modele-social 11.1.0, defaults, July 2026)
/// gives, which rounds no single line: three cents at most lie between.
#[test]
fn the_states_calculator_gives_the_same_for_the_mean_accident_rate() {
    let known =
        [(186_702, 7_762), (224_000, 42_378), (280_100, 85_094), (373_400, 142_234), (597_400, 259_338)];
    let cases = cases();
    for (gross, employer) in known {
        let at = |case: &&Case| case.pay.gross == gross && case.payer.accident == percent("2,08");
        let slip = calculated(cases.iter().find(at).unwrap());
        assert!((slip.employer - employer).abs() <= 3, "{gross}: {} {employer}", slip.employer);
    }
}

/// Rates after the reduction by level of pay, in tenths of a percent, for 0.64 and 2.08 % of accidents.
#[test]
fn rates_by_level_of_pay_are_those_of_the_published_table() {
    let known = [(27, 42), (175, 189), (289, 304), (367, 381), (394, 409), (420, 434)];
    let cases = cases();
    for (place, (support, mean)) in known.into_iter().enumerate() {
        for (case, rate) in [(&cases[place], support), (&cases[place + 6], mean)] {
            let slip = calculated(case);
            let found = Decimal::from(1_000 * slip.employer) / Decimal::from(slip.gross);
            // The table was made without the rounding of each line.
            assert!((found - Decimal::from(rate)).abs() < Decimal::new(6, 1), "{}: {found}", case.title);
        }
    }
}
