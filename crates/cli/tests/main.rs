//! The command line as people use it.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where its ground is missing")]

use std::ffi::OsString;

use previ_cli::{Surroundings, run};
use previ_engine::month::Month;

const EXAMPLE: &[u8] = include_bytes!("../../../fixtures/employeur/graines-de-lisiere.previ.ron");

/// Runs a command and gives its exit code, what it printed and what it complained about.
fn previ(args: &[&str]) -> (u8, String, String) {
    let surroundings = Surroundings { today: Month::new(2026, 11).unwrap(), columns: 100, example: EXAMPLE };
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let args = std::iter::once("previ").chain(args.iter().copied()).map(OsString::from);
    let exit = run(args, &mut out, &mut err, surroundings);
    (exit, String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap())
}

#[test]
fn a_forecast_shows_the_result_and_the_cash_and_fits_the_terminal() {
    let (exit, out, err) = previ(&["forecast"]);
    assert_eq!((exit, err.as_str()), (0, ""));
    println!("{out}");
    assert!(out.contains("COMPTE DE RÉSULTAT PRÉVISIONNEL"));
    let long: Vec<&str> = out.lines().filter(|line| line.chars().count() > 100).collect();
    assert!(long.is_empty(), "{long:?}");
}

#[test]
fn who_pays_what_and_what_stops_fit_the_terminal_and_add_up_for_machines() {
    let (exit, out, err) = previ(&["funding"]);
    assert_eq!((exit, err.as_str()), (0, ""));
    println!("{out}");
    for title in ["CHAQUE TRANCHE", "CHAQUE FINANCEUR", "QUI PAIE QUOI, EN TOUT", "CE QUI S’ARRÊTE"] {
        assert!(out.contains(title), "{title}");
    }
    let long: Vec<&str> = out.lines().filter(|line| line.chars().count() > 100).collect();
    assert!(long.is_empty(), "{long:?}");
    let (_, out, _) = previ(&["funding", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    let sum = |cents: &serde_json::Value| {
        cents.as_array().unwrap().iter().filter_map(serde_json::Value::as_i64).sum::<i64>()
    };
    let matrix = json["matrix"].as_array().unwrap().iter();
    let paid: i64 = matrix.flat_map(|row| row["cents"].as_array().unwrap()).map(sum).sum();
    let cost = json["activities"].as_array().unwrap().iter().map(|activity| sum(&activity["cost_cents"]));
    assert_eq!(paid, cost.sum::<i64>());
}

#[test]
fn full_costs_fit_the_terminal_and_add_up_for_machines() {
    let (exit, out, err) = previ(&["activity"]);
    assert_eq!((exit, err.as_str()), (0, ""));
    println!("{out}");
    assert!(out.contains("COÛT COMPLET"));
    assert!(out.lines().all(|line| line.chars().count() <= 100));
    let (_, out, _) = previ(&["activity", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    let all = json["activities"].as_array().unwrap();
    for activity in all {
        let first = |name: &str| activity[name][0].as_i64().unwrap();
        assert_eq!(first("direct_cents") + first("shared_cents"), first("total_cents"));
    }
    assert!(json["statement"].is_null());
    let (exit, out, _) = previ(&["activity", "--only", "1-2,1", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!((exit, json["activities"].as_array().unwrap().len()), (0, 2));
    let first = |name: &str| json["statement"][name][0].as_i64().unwrap();
    assert_eq!(first("total_income_cents") - first("total_charges_cents"), first("result_cents"));
    let (_, out, _) = previ(&["activity", "--only", "2"]);
    println!("{out}");
    assert!(out.contains("COMPTE DE RÉSULTAT DE CES ACTIONS"));
}

#[test]
fn what_was_planned_and_done_of_some_activities_fits_the_terminal_and_adds_up() {
    let plan = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/incitu/six-chantiers.previ.ron");
    let (_, out, _) = previ(&["activity", plan, "--only", "5"]);
    println!("{out}");
    assert!(out.contains("PRÉVU ET RÉALISÉ DE CES ACTIONS"));
    // One person worked there a day that was not planned.
    assert!(out.contains("hors prévision"));
    assert!(out.lines().all(|line| line.chars().count() <= 100));
    let (_, out, _) = previ(&["activity", plan, "--only", "1-6", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    let years = json["actuals"].as_array().unwrap();
    let names: Vec<&str> = years.iter().filter_map(|year| year["year"].as_str()).collect();
    assert_eq!(names, ["2024", "2025", "2026"]);
    // The workbook's 159,533.36, and 6,750.00 of provisions.
    let cents = |name: &str| years[2][name]["done_cents"].as_i64().unwrap();
    assert_eq!(cents("total_charges"), 15_953_336 + 675_000);
    assert_eq!(cents("total_income") - cents("total_charges"), cents("result"));
    // Nothing was done in the example.
    let (_, out, _) = previ(&["activity"]);
    assert!(!out.contains("PRÉVU ET RÉALISÉ"));
}

#[test]
fn a_set_of_activities_that_is_none_is_refused_with_the_reason() {
    for (only, why) in [("4-2", "4-2"), ("999", "999"), ("a", "« a »")] {
        let (exit, out, err) = previ(&["activity", "--only", only]);
        assert_eq!((exit, out.as_str()), (2, ""));
        let plain = err.replace(['\u{a0}', '\u{202f}'], " ");
        assert!(plain.contains(why), "{plain}");
    }
}

#[test]
fn days_fit_the_terminal_and_add_up_for_machines() {
    let (exit, out, err) = previ(&["workload"]);
    assert_eq!((exit, err.as_str()), (0, ""));
    println!("{out}");
    for title in ["PLAN DE CHARGE", "JOURS PAR ACTION", "QUI PAIE LES JOURS", "CHARGE DE CHAQUE MOIS"] {
        assert!(out.contains(title), "{title}");
    }
    let long: Vec<&str> = out.lines().filter(|line| line.chars().count() > 100).collect();
    assert!(long.is_empty(), "{long:?}");
    let (_, out, _) = previ(&["workload", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    let sum = |days: &serde_json::Value| -> f64 {
        days.as_array().unwrap().iter().map(|days| days.as_str().unwrap().parse::<f64>().unwrap()).sum()
    };
    for position in json["positions"].as_array().unwrap() {
        // The days of a position are those of its activities and of the structure, and they are paid by
        // somebody or by nobody.
        let time = position["time"].as_array().unwrap();
        let planned: f64 = time.iter().map(|time| sum(&time["planned"])).sum();
        let paid = |time: &serde_json::Value| {
            time["paid"].as_array().unwrap().iter().map(|paid| sum(&paid["days"])).sum::<f64>()
        };
        let paid: f64 = time.iter().map(|time| paid(time) + sum(&time["unpaid"])).sum();
        let available = sum(&position["available"]);
        assert!((planned - available).abs() < 0.001, "{planned} {available}");
        assert!((paid - available).abs() < 0.001, "{paid} {available}");
    }
}

#[test]
fn the_calendar_says_from_when_it_is_seen() {
    let (exit, out, _) = previ(&["calendar", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!((exit, &json["as_of"]), (0, &serde_json::Value::from("2026-11")));
    assert!(json["due"].as_array().unwrap().iter().all(|due| due["standing"].is_string()));
    let (_, out, _) = previ(&["calendar"]);
    println!("{out}");
    assert!(out.lines().all(|line| line.chars().count() <= 100));
}

#[test]
fn a_forecast_for_machines_is_json_with_a_schema() {
    let (exit, out, _) = previ(&["forecast", "--json", "--view", "certain"]);
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!((exit, &json["schema"]), (0, &serde_json::Value::from(1)));
    assert_eq!(json["view"], "certain");
    let totals =
        |name: &str| json[name].as_array().unwrap().iter().map(|v| v.as_i64().unwrap()).collect::<Vec<_>>();
    let both = totals("total_income_cents").into_iter().zip(totals("total_charges_cents"));
    assert_eq!(both.map(|(income, charges)| income - charges).collect::<Vec<_>>(), totals("result_cents"));
}

#[test]
fn the_example_has_nothing_wrong() {
    let (exit, out, _) = previ(&["check"]);
    println!("{out}");
    assert_eq!(exit, 0);
}

#[test]
fn a_file_that_is_not_there_is_said_with_its_name() {
    let (exit, out, err) = previ(&["forecast", "nulle-part.previ.ron"]);
    assert_eq!((exit, out.as_str()), (3, ""));
    assert!(err.contains("nulle-part.previ.ron"), "{err}");
}

#[test]
fn a_command_that_does_not_exist_is_said_in_french_with_the_way_out() {
    let (exit, _, err) = previ(&["prévoir"]);
    assert_eq!(exit, 2);
    assert!(err.contains("previ --help"), "{err}");
}

#[test]
fn what_is_wrong_with_a_command_is_said_without_english() {
    let (exit, _, err) = previ(&["forecast", "--view", "peut-être"]);
    assert_eq!(exit, 2);
    assert!(err.contains("ne convient pas pour --view <VUE>"), "{err}");
    assert!(err.contains("certain, attendu, tout"), "{err}");
    let (exit, _, err) = previ(&["import", "budget.csv", "-o"]);
    assert_eq!(exit, 2);
    assert!(err.contains("--output <FICHIER>."), "{err}");
}

#[test]
fn a_plan_that_somebody_has_open_is_not_replaced() {
    let folder = std::env::temp_dir().join(format!("previ-cli-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("plan.previ.ron");
    std::fs::write(&path, EXAMPLE).unwrap();
    let opened = previ_file::store::open(&path).unwrap();
    let sheet = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/sheets/one-table.csv");
    let (exit, _, err) = previ(&["import", sheet, "-o", path.to_str().unwrap(), "--force"]);
    assert_eq!(exit, 3);
    assert!(err.contains("est déjà ouvert"), "{err}");
    assert_eq!(std::fs::read(&path).unwrap(), EXAMPLE);
    drop(opened);
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn who_reads_the_figures_of_a_wrong_plan_is_told() {
    let plan = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/errors/plan.dangling-id/input.previ.ron");
    for command in [vec!["forecast", plan], vec!["explain", plan, "result.2027"]] {
        let (exit, out, err) = previ(&command);
        assert_eq!(exit, 1);
        assert!(!out.is_empty() && err.contains("existe plus"), "{err}");
    }
}

#[test]
fn help_comes_in_the_language_asked_for() {
    assert!(previ(&["--help"]).1.contains("Codes de sortie"));
    assert!(previ(&["--lang", "en", "--help"]).1.contains("Exit codes"));
}

const SIX_PROJECTS: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/incitu/six-chantiers.previ.ron");

#[test]
fn the_workbook_of_incitu_is_shown_with_the_bridge_to_the_result_of_previ() {
    let (exit, out, err) = previ(&["incitu", SIX_PROJECTS]);
    println!("{out}");
    assert_eq!(exit, 0);
    assert!(err.contains("Divers sans compte") && err.contains("(75"), "{err}");
    // Its result, 149,900.00 − 175,192.40, and that of Prévi, which counts the provisions really made.
    for shown in ["226 jours", "−25\u{202f}292,40", "−28\u{202f}317,40", "Bilan final chantier 4"] {
        assert!(out.contains(shown), "{shown}");
    }
    assert!(out.lines().all(|line| line.chars().count() <= 100));
}

#[test]
fn a_set_of_projects_has_an_account_of_its_own_and_contributions_of_ones_choice() {
    let (exit, out, _) = previ(&["incitu", SIX_PROJECTS, "--set", "1,4-6"]);
    println!("{out}");
    assert!(exit == 0 && out.contains("ACTIONS 1, 4, 5, 6") && !out.contains("RÉSULTAT DE PRÉVI"));
    let (exit, out, _) =
        previ(&["incitu", SIX_PROJECTS, "--json", "--set", "1,4-6", "--contributions", "40"]);
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!((exit, &json["set"]), (0, &serde_json::json!([1, 4, 5, 6])));
    // 56,742.106 of pay in all, ÷ 1.4.
    assert_eq!(json["account"]["pay"]["planned_cents"], 4_053_008);
    assert_eq!(json["account"]["other_income"]["planned_cents"], 440_000);
    assert_eq!(json["bridge"].as_array().unwrap().last().unwrap()["cents"], -2_831_740);
}

#[test]
fn a_set_that_is_none_and_a_year_that_is_not_there_are_told() {
    for (wrong, said) in [("4-2", "4-2"), ("7", "6 actions"), ("a", "ne désigne pas")] {
        let (exit, out, err) = previ(&["incitu", SIX_PROJECTS, "--set", wrong]);
        assert_eq!((exit, out.as_str()), (2, ""));
        assert!(err.contains(said), "{err}");
    }
    let (exit, _, err) = previ(&["incitu", SIX_PROJECTS, "--year", "2031"]);
    assert!(exit == 2 && err.contains("2022 à 2026"), "{err}");
    let (exit, _, err) = previ(&["incitu", SIX_PROJECTS, "--contributions", "120"]);
    assert!(exit == 2 && err.contains("--contributions"), "{err}");
}

#[test]
fn a_file_named_as_a_journal_gets_ledger_text() {
    let folder = std::env::temp_dir().join(format!("previ-cli-journal-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let plan = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/funding/trop-percu/plan.previ.ron");
    let path = folder.join("plan.journal");
    let (exit, _, err) = previ(&["export", plan, "-o", path.to_str().unwrap()]);
    assert_eq!((exit, err.as_str()), (0, ""));
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(
        text.contains("\n2026-12-31 À-nouveau · Compte courant\n"),
        "the opening stands the day before the plan"
    );
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn positions_fit_the_terminal_and_their_pay_adds_up_line_by_line() {
    let (exit, out, err) = previ(&["staff"]);
    assert_eq!((exit, err.as_str()), (0, ""));
    println!("{out}");
    for title in ["COÛT DES POSTES", "JOURS PRÉVUS", "AIDES AUX POSTES", "LES POSTES"] {
        assert!(out.contains(title), "{title}");
    }
    assert!(out.lines().all(|line| line.chars().count() <= 100));
    let (_, out, _) = previ(&["staff", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    let of_year = |position: &serde_json::Value| position["cost_cents"][0].as_i64().unwrap();
    let cost: i64 = json["positions"].as_array().unwrap().iter().map(of_year).sum();
    let (_, out, _) = previ(&["forecast", "--json"]);
    let forecast: serde_json::Value = serde_json::from_str(&out).unwrap();
    // Pay and contributions of typed rates stand in 641 and 645.
    let is_staff = |row: &&serde_json::Value| row["account"] == "641" || row["account"] == "645";
    let staff = forecast["charges"].as_array().unwrap().iter().filter(is_staff);
    let staff: i64 = staff.map(|row| row["cents"][0].as_i64().unwrap()).sum();
    assert_eq!(cost, staff);
}

#[test]
fn the_pay_of_a_position_is_asked_for_by_number_name_or_holder() {
    // 3,150.00 × 35 % = 1,102.50 on top of it, 22 % = 693.00 inside it.
    for post in ["20", "directrice", "Claire"] {
        let (exit, out, err) = previ(&["staff", "--post", post]);
        assert_eq!((exit, err.as_str()), (0, ""));
        println!("{out}");
        for amount in ["3\u{202F}150,00", "1\u{202F}102,50", "4\u{202F}252,50", "2\u{202F}457,00"] {
            assert!(out.contains(amount), "{amount}");
        }
        assert!(out.lines().all(|line| line.chars().count() <= 100));
    }
    let (exit, out, _) = previ(&["staff", "--post", "20", "--month", "2028-03", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!((exit, &json["pay"]["month"]), (0, &serde_json::Value::from("2028-03")));
    assert_eq!(json["positions"].as_array().unwrap().len(), 1);
    // 3,150.00 × 1.015: the index of pay steps in January.
    assert_eq!(json["pay"]["rows"][0]["cents"], 319_725);
    // Several positions begin with "Animat": none is meant more than the other.
    let (exit, _, err) = previ(&["staff", "--post", "animat"]);
    assert_eq!(exit, 2);
    assert!(err.contains("20 (Directrice)"), "{err}");
}
