//! What fixtures/sheets/README.md says of each fixture.

use previ_engine::funder::FunderKind;
use previ_engine::in_kind::InKindKind;
use previ_sheets::import::{Confidence, Fate, ProposedKind, Reason, YearSource, not_placed, propose, read};

use super::support::{codes, fate, fixture, lines, options, proposed, said, total};

#[test]
fn a_stacked_csv_gives_its_lines_once() {
    let book = read(&fixture("stacked.csv"), "stacked.csv").unwrap();
    let (proposal, diagnostics) = proposed(&book);
    // 120.50 + 300 + 900 + 180 + 230 + 120 + 1,100 + 400 = 3,350.50
    assert_eq!(total(&proposal, 6), "3350.50");
    // 650 + 1,200 + 700 + 800 + 150 = 3,500
    assert_eq!(total(&proposal, 7), "3500.00");
    let expected = [
        "6064 Fournitures de bureau 120.5",
        "607 Livres revendus 300",
        "6132 Loyer de la salle 900",
        "616 Assurance 180",
        "6257 Goûters et réceptions 230",
        "627 Frais bancaires 120",
        "641 Animatrice (salaire brut) 1100",
        "645 Charges sociales 400",
        "707 Vente de livres 650",
        "7411 Ville de Tilleul 1200",
        "7412 Conseil départemental 700",
        "756 Cotisations 800",
        "7541 Dons 150",
    ];
    assert_eq!(lines(&proposal), expected);
    assert_eq!(proposal.first_year, 2027);
    assert!(matches!(proposal.first_year_source, YearSource::Title(_)));
    for total in ["C2", "C3", "C12", "C17", "A18", "C19", "C30", "A31"] {
        assert_eq!(fate(&proposal, total), Fate::Total, "{total}");
    }
    let hours: Vec<String> = not_placed(&proposal).into_iter().map(|cell| cell.address).collect();
    assert_eq!(hours, ["A16", "B16", "C16", "A29", "B29", "C29"]);
    assert_eq!(fate(&proposal, "C16"), Fate::NotPlaced(Reason::OtherUnit));
    assert_eq!(said(&diagnostics, "sheets.other-unit"), ["C16: Bénévolat | 150 h", "C29: Bénévolat | 150 h"]);
    assert!(!codes(&diagnostics).iter().any(|code| code.ends_with("-differs")));
}

#[test]
fn two_blocks_side_by_side_give_the_same_in_every_format() {
    let of = |name: &str| {
        let book = read(&fixture(name), name).unwrap();
        let (mut proposal, diagnostics) = proposed(&book);
        proposal.file_name.clear();
        (proposal, diagnostics)
    };
    let ods = of("side-by-side.ods");
    assert_eq!(ods, of("side-by-side.xlsx"));
    assert_eq!(ods, of("side-by-side.xls"));
}

#[test]
fn two_blocks_side_by_side_give_charges_grants_income_and_contributions_in_kind() {
    let (proposal, _) = proposed(&read(&fixture("side-by-side.ods"), "side-by-side.ods").unwrap());
    // 600 + 400 + 250 + 4,800 + 350 + 150 + 900 + 700 + 420 + 18,000 + 4,500 + 500 = 31,570
    assert_eq!(total(&proposal, 6), "31570.00");
    // 6,500 + 2,000 + 8,000 + 7,000 + 3,500 + 7,000 + 1,800 + 900 + 100 + 50 = 36,850
    assert_eq!(total(&proposal, 7), "36850.00");
    let grants: Vec<_> = proposal
        .items
        .iter()
        .filter_map(|item| match &item.kind {
            ProposedKind::Agreement { funder, funder_kind } => Some((funder.as_str(), *funder_kind)),
            _ => None,
        })
        .collect();
    let expected = [
        ("État – FDVA", FunderKind::State),
        ("Région Bretagne", FunderKind::Region),
        ("Ville de Kerlan", FunderKind::Municipality),
        ("CAF", FunderKind::SocialBody),
        ("FONJEP", FunderKind::EmploymentAid),
    ];
    assert_eq!(grants, expected);
    let in_kind: Vec<_> = proposal
        .items
        .iter()
        .filter_map(|item| match item.kind {
            ProposedKind::InKind(kind) => Some((kind, item.amount.cents())),
            _ => None,
        })
        .collect();
    // Use and resource are one item.
    assert_eq!(in_kind, [(InKindKind::FreeUse, 120_000), (InKindKind::Volunteering, 300_000)]);
    assert_eq!(proposal.title.as_deref(), Some("Association Les Galets – budget prévisionnel"));
    let without_account = proposal.items.iter().find(|item| item.label == "CAF").unwrap();
    assert_eq!(without_account.confidence, Confidence::Medium);
}

#[test]
fn what_is_wrong_in_the_two_blocks_is_said_with_its_cell() {
    let (proposal, diagnostics) = proposed(&read(&fixture("side-by-side.ods"), "side-by-side.ods").unwrap());
    let heading = "D5: 60 Achats | 100000 | 125000 | -25000";
    assert_eq!(said(&diagnostics, "sheets.heading-differs"), [heading]);
    let total = "D21: TOTAL DES CHARGES | 3132000 | 3157000 | -25000";
    assert_eq!(said(&diagnostics, "sheets.total-differs"), [total]);
    let columns = ["D5: 2027 (D) | 2026 (C)", "I5: 2027 (I) | 2026 (H)"];
    assert_eq!(said(&diagnostics, "sheets.column-chosen"), columns);
    assert_eq!(said(&diagnostics, "sheets.hidden-sheets"), [": Brouillon 2026"]);
    assert_eq!(said(&diagnostics, "sheets.error-cells"), ["D29: 1 | D29"]);
    let disagrees = ["I16: Cotisations de soutien | 75881 | 756", "I26: Bénévolat | 870 | 875"];
    assert_eq!(said(&diagnostics, "sheets.label-says-otherwise"), disagrees);
    assert_eq!(fate(&proposal, "C6"), Fate::NotPlaced(Reason::OtherColumn));
    assert_eq!(fate(&proposal, "A28"), Fate::NotPlaced(Reason::Outside));
    assert_eq!(fate(&proposal, "D29"), Fate::NotPlaced(Reason::Error));
    assert_eq!(fate(&proposal, "A2"), Fate::Header);
    assert_eq!(fate(&proposal, "D4"), Fate::Header);
    assert_eq!(fate(&proposal, "D22"), Fate::Total);
}

#[test]
fn a_hidden_draft_is_read_only_when_asked_for() {
    let book = read(&fixture("side-by-side.ods"), "side-by-side.ods").unwrap();
    let mut asked = options();
    asked.sheet = Some("brouillon 2026".into());
    let (proposal, diagnostics) = propose(&book, &asked);
    assert_eq!(proposal.sheet, "Brouillon 2026");
    assert_eq!(total(&proposal, 6), "22410.00");
    assert_eq!(codes(&diagnostics).iter().filter(|code| code.ends_with("hidden-sheets")).count(), 0);
    asked.sheet = Some("Feuil9".into());
    let (proposal, diagnostics) = propose(&book, &asked);
    assert!(proposal.items.is_empty());
    let names = ": Feuil9 | Notes, Brouillon 2026, Budget";
    assert_eq!(said(&diagnostics, "sheets.unknown-sheet"), [names]);
    asked.sheet = Some("Notes".into());
    let (_, diagnostics) = propose(&book, &asked);
    assert_eq!(said(&diagnostics, "sheets.no-block-found"), [": Notes, Brouillon 2026, Budget"]);
}

#[test]
fn a_table_with_a_column_for_each_side_gives_both() {
    let (proposal, diagnostics) = proposed(&read(&fixture("one-table.csv"), "one-table.csv").unwrap());
    let expected = [
        "613 Location de la sonorisation 450",
        "616 Assurance 120.5",
        "6257 Repas des bénévoles 1234.56",
        "6236 Impression des affiches 79.99",
        "628 Lampions 60",
        "607 Buvette 800",
        "707 Buvette 2150",
        "7541 Dons 310",
        "741 Subvention mairie de Kerlan 500",
        "7551 Fondation du Port 400",
    ];
    assert_eq!(lines(&proposal), expected);
    // 450 + 120.50 + 1,234.56 + 79.99 + 60 + 800 = 2,745.05; 2,150 + 310 + 500 + 400 = 3,360
    assert_eq!([total(&proposal, 6), total(&proposal, 7)], ["2745.05", "3360.00"]);
    assert_eq!(said(&diagnostics, "sheets.account-guessed"), ["B8: Lampions | 628"]);
    assert_eq!(fate(&proposal, "B6"), Fate::NotPlaced(Reason::OfWhich));
    assert_eq!(fate(&proposal, "A14"), Fate::NotPlaced(Reason::Outside));
    let funder = proposal.items.iter().find_map(|item| match &item.kind {
        ProposedKind::Agreement { funder, .. } => Some(funder.as_str()),
        _ => None,
    });
    assert_eq!(funder, Some("Mairie de Kerlan"));
}
