//! Shapes of budgets met in real files, one rule each.

use previ_sheets::import::{Fate, Question, Reason, YearSource, not_placed, propose, read};

use super::support::{codes, fate, lines, of_csv, options, said, total};

#[test]
fn sections_without_amounts_and_accounts_inside_labels() {
    let (proposal, diagnostics) = of_csv(
        "CHARGES;2027\n60 - Achats;\n604 - Prestations;100\nFournitures de bureau;50\n\
         64 - Charges de personnel;\nSalaires;1000\nPRODUITS;2027\n74 - Subventions;\nRégion;600\n\
         Commune(s);400\n756 - Cotisations;150\n",
    );
    let expected = [
        "604 Prestations 100",
        "6064 Fournitures de bureau 50",
        "641 Salaires 1000",
        "741 Région 600",
        "741 Commune(s) 400",
        "756 Cotisations 150",
    ];
    assert_eq!(lines(&proposal), expected);
    assert_eq!((proposal.first_year, codes(&diagnostics).contains(&"sheets.year-assumed")), (2027, false));
    assert_eq!(fate(&proposal, "A2"), Fate::Header);
}

#[test]
fn a_form_names_under_grants_also_the_funders_that_give_nothing() {
    let (proposal, diagnostics) = of_csv(
        "CHARGES;Montant;PRODUITS;Montant\n60 – Achats;700;70 – Ventes;200\nFournitures;700;74 – Subventions;1 500\n\
         61 – Services extérieurs;900;État : préciser lequel;\nLocations;800;- FDVA;600\n\
         Assurance;100;Régions;900\nDocumentation;;Communes;\nTOTAL DES CHARGES;1 600;756. Cotisations;100\n\
         ;;758. Divers;-200\n;;TOTAL DES PRODUITS;1 600\n\
         86 – Emplois des contributions volontaires;300;87 – Contributions volontaires;300\n\
         864 – Bénévolat;300;870 – Bénévolat;300\nTOTAL;1 900;TOTAL;1 900\n",
    );
    let expected = [
        "606 Fournitures 700",
        "613 Locations 800",
        "616 Assurance 100",
        "70 Ventes 200",
        "741 FDVA 600",
        "741 Régions 900",
        "756 Cotisations 100",
        "758 Divers -200",
        "864 Bénévolat 300",
    ];
    assert_eq!(lines(&proposal), expected);
    assert!(!codes(&diagnostics).iter().any(|code| code.ends_with("-differs")), "{diagnostics:?}");
}

#[test]
fn sub_totals_of_sections_without_accounts_are_checked_and_left() {
    let (proposal, diagnostics) = of_csv(
        "CHARGES;\nFonctionnement;\nLoyer;500\nEau;50\nSous-total;550\nPersonnel;\nSalaire animatrice;1000\n\
         Charges sociales;400\nSous-total;1390\nTOTAL;1950\n",
    );
    assert_eq!(total(&proposal, 6), "1950.00");
    assert_eq!(said(&diagnostics, "sheets.total-differs"), ["B9: Sous-total | 139000 | 140000 | -1000"]);
}

#[test]
fn totals_of_the_side_name_the_rows_above_them() {
    let (proposal, diagnostics) = of_csv(
        "Budget de l'année;\nLoyer;500\nAssurance;100\nTotal des charges;600\nDons;250\nCotisations;300\n\
         Total des produits;550\nRésultat;-50\n",
    );
    let expected = ["6132 Loyer 500", "616 Assurance 100", "7541 Dons 250", "756 Cotisations 300"];
    assert_eq!(lines(&proposal), expected);
    assert_eq!(fate(&proposal, "B8"), Fate::Total);
    assert_eq!(said(&diagnostics, "sheets.total-differs"), Vec::<String>::new());
}

#[test]
fn without_any_side_the_labels_tell_it_where_there_is_a_total() {
    let (proposal, diagnostics) = of_csv("Loyer;500\nAssurance;100\nZumba;20\nTOTAL;620\n");
    assert_eq!(total(&proposal, 6), "620.00");
    assert_eq!(said(&diagnostics, "sheets.side-guessed"), ["B1: Loyer"]);
}

#[test]
fn rows_whose_side_nothing_tells_are_left_and_said() {
    let (proposal, diagnostics) = of_csv("Zumba;20\nTango;30\nCHARGES;\nLoyer;500\nEau;40\n");
    assert_eq!(lines(&proposal), ["6132 Loyer 500", "6061 Eau 40"]);
    assert_eq!(fate(&proposal, "B1"), Fate::NotPlaced(Reason::SideUnknown));
    assert_eq!(said(&diagnostics, "sheets.side-unknown"), ["B1: Zumba"]);
}

#[test]
fn thousands_of_euros_are_multiplied() {
    let (proposal, diagnostics) = of_csv("CHARGES (en k€);\nLoyer;5,5\nSalaires;30\n");
    assert_eq!(lines(&proposal), ["6132 Loyer 5500", "641 Salaires 30000"]);
    assert_eq!(codes(&diagnostics).iter().filter(|code| **code == "sheets.thousands").count(), 1);
}

#[test]
fn months_without_total_are_added_up() {
    let (proposal, _) = of_csv("CHARGES;janv.;févr.;mars\nLoyer;100;100;110\nEau;;30;\n");
    assert_eq!(lines(&proposal), ["6132 Loyer 310", "6061 Eau 30"]);
}

#[test]
fn planned_comes_before_actual_and_the_rest_is_listed() {
    let (proposal, _) = of_csv("CHARGES;Réalisé;Prévu;Écart\nLoyer;90;100;10\nEau;8;9;1\n");
    assert_eq!(lines(&proposal), ["6132 Loyer 100", "6061 Eau 9"]);
    let left: Vec<String> = not_placed(&proposal).into_iter().map(|cell| cell.address).collect();
    assert_eq!(left, ["B2", "D2", "B3", "D3"]);
}

#[test]
fn numbers_without_class_and_balance_sheet_accounts_are_listed() {
    let (proposal, diagnostics) = of_csv(
        "Compte;CHARGES;2027\n606;Fournitures;100\n613;Locations;50\n999;Réserve;10\n2183;Ordinateur;900\n",
    );
    assert_eq!(lines(&proposal), ["606 Fournitures 100", "613 Locations 50"]);
    assert_eq!(said(&diagnostics, "sheets.account-without-class"), ["C4: Réserve | 999"]);
    assert_eq!(said(&diagnostics, "sheets.account-not-budget"), ["C5: Ordinateur | 2183"]);
    assert_eq!(fate(&proposal, "A4"), Fate::NotPlaced(Reason::NoClass));
    assert_eq!(fate(&proposal, "C5"), Fate::NotPlaced(Reason::NotBudget));
}

#[test]
fn an_account_whose_label_says_otherwise_is_kept_and_asked_about() {
    let (proposal, diagnostics) = of_csv("7;Produits;500\n7581;Cotisations des adhérents;500\n");
    assert_eq!(lines(&proposal), ["7581 Cotisations des adhérents 500"]);
    let asked = Question::LabelSaysOtherwise("756".parse().unwrap());
    assert_eq!(proposal.items[0].question, Some(asked));
    let unknown = ["C2: Cotisations des adhérents | 7581 | 758"];
    assert_eq!(said(&diagnostics, "sheets.account-unknown"), unknown);
}

#[test]
fn an_account_and_its_sub_account_that_do_not_add_up_are_both_kept() {
    let (proposal, diagnostics) = of_csv("CHARGES;;\n618;Divers;100\n6181;Documentation;30\n626;Poste;20\n");
    assert_eq!(total(&proposal, 6), "150.00");
    assert_eq!(said(&diagnostics, "sheets.both-kept"), ["C2: 618 Divers | 10000 | 3000"]);
}

#[test]
fn rows_without_amount_come_only_from_a_template() {
    let (proposal, diagnostics) = of_csv("CHARGES;;\n606;Fournitures;0\n613;Locations;\n616;Assurance;80\n");
    assert_eq!(lines(&proposal), ["616 Assurance 80"]);
    assert_eq!(said(&diagnostics, "sheets.zero-rows"), [": 2 | B2, B3"]);
    let (proposal, _) =
        of_csv("CHARGES;;\n60;Achats;0\n606;Fournitures;0\n613;Locations;\n616;Assurance;0\n");
    assert_eq!(lines(&proposal), ["606 Fournitures 0", "613 Locations 0", "616 Assurance 0"]);
}

#[test]
fn expenses_written_below_zero_are_turned_and_said() {
    let (proposal, diagnostics) = of_csv("CHARGES;\nLoyer;-500\nEau;(40)\nPRODUITS;\nDons;600\n");
    assert_eq!([total(&proposal, 6), total(&proposal, 7)], ["540.00", "600.00"]);
    assert_eq!(codes(&diagnostics).iter().filter(|code| code.ends_with("negative-charges")).count(), 1);
}

#[test]
fn a_table_repeated_for_an_older_year_is_left_out() {
    let (proposal, diagnostics) = of_csv(
        "CHARGES;2026;;CHARGES;2027\nLoyer;480;;Loyer;500\nEau;38;;Eau;40\nAssurance;90;;Assurance;95\n",
    );
    assert_eq!(lines(&proposal), ["6132 Loyer 500", "6061 Eau 40", "616 Assurance 95"]);
    assert_eq!(said(&diagnostics, "sheets.duplicate-table"), ["A2: A–B"]);
    assert_eq!(fate(&proposal, "B3"), Fate::NotPlaced(Reason::Duplicate));
}

#[test]
fn a_result_brought_forward_is_neither_income_nor_expense() {
    let (proposal, _) = of_csv("PRODUITS;\nDons;600\nCotisations;50\nExcédent antérieur reporté;300\n");
    assert_eq!(total(&proposal, 7), "650.00");
    assert_eq!(fate(&proposal, "B4"), Fate::NotPlaced(Reason::CarriedResult));
}

#[test]
fn amounts_that_can_be_read_in_two_ways_are_said() {
    let (proposal, diagnostics) = of_csv("CHARGES;\nLoyer;1.234\nEau;40,50\n");
    assert_eq!(total(&proposal, 6), "1274.50");
    assert_eq!(said(&diagnostics, "sheets.ambiguous-amount"), ["B2: 1.234 | 123400"]);
}

#[test]
fn contributions_in_kind_without_account_stand_apart() {
    let (proposal, diagnostics) = of_csv(
        "CHARGES;;;PRODUITS;\nLoyer;500;;Dons;500\nEau;50;;Cotisations;50\nTOTAL;550;;TOTAL;550\n\
         Personnel bénévole;800;;Bénévolat;700\n",
    );
    assert_eq!([total(&proposal, 6), total(&proposal, 7)], ["550.00", "550.00"]);
    assert_eq!(lines(&proposal).last().map(String::as_str), Some("864 Personnel bénévole 800"));
    assert_eq!(said(&diagnostics, "sheets.in-kind-unbalanced"), ["E5: 80000 | 70000"]);
}

#[test]
fn the_year_is_the_one_asked_for_else_the_one_written_else_next_year() {
    let year = |csv: &str, name: &str, asked: Option<i32>| {
        let book = read(csv.as_bytes(), name).unwrap();
        let mut options = options();
        options.first_year = asked;
        let (proposal, _) = propose(&book, &options);
        (proposal.first_year, proposal.first_year_source)
    };
    let plain = "CHARGES;\nLoyer;500\nEau;50\n";
    assert_eq!(year(plain, "budget.csv", Some(2030)), (2030, YearSource::Asked));
    assert_eq!(year(plain, "budget.csv", None), (2027, YearSource::Assumed));
    // A csv names its sheet after the file.
    assert_eq!(year(plain, "budget 2028.csv", None), (2028, YearSource::SheetName));
    let titled = year("Budget 2029, voté le 03/04/2028;\nCHARGES;\nLoyer;500\nEau;50\n", "b.csv", None);
    assert_eq!(titled.0, 2029);
    assert!(matches!(titled.1, YearSource::Title(_)));
}

#[test]
fn a_list_of_payments_is_no_budget() {
    let (proposal, diagnostics) = of_csv(
        "Compte;Objet;Montant\n65748;Subvention APE;105\n65748;Subvention club;132\n65748;Subvention chorale;90\n",
    );
    assert!(proposal.items.is_empty());
    assert_eq!(said(&diagnostics, "sheets.no-block-found"), [": budget"]);
    assert_eq!(not_placed(&proposal).len(), proposal.fates.len());
}
