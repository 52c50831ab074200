//! Words that head a block or a column, and words of totals.

use super::text::folded;
use super::years::is_year;

/// The two sides of a budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// Expenses (*charges, dépenses, emplois*): class 6.
    Charges,
    /// Income (*produits, recettes, ressources*): class 7.
    Income,
}

impl Side {
    /// The class of its accounts.
    #[must_use]
    pub fn class(self) -> u8 {
        match self {
            Self::Charges => 6,
            Self::Income => 7,
        }
    }
}

const CHARGES: [&str; 10] = [
    "charges",
    "charge",
    "depenses",
    "depense",
    "emplois",
    "couts",
    "frais",
    "expenses",
    "costs",
    "expenditure",
];
const INCOME: [&str; 8] =
    ["produits", "produit", "recettes", "recette", "ressources", "income", "incomes", "revenues"];

/// Words that may stand beside those without making them a line: "DÉPENSES PRÉVISIONNELLES 2026 (en €)".
pub(super) const BESIDE: [&str; 41] = [
    "de",
    "des",
    "du",
    "d",
    "la",
    "le",
    "les",
    "l",
    "et",
    "en",
    "n",
    "a",
    "i",
    "ii",
    "euro",
    "euros",
    "k",
    "keuro",
    "budget",
    "previsionnel",
    "previsionnelle",
    "previsionnelles",
    "previsionnels",
    "prevues",
    "prevus",
    "prevision",
    "previsions",
    "annee",
    "exercice",
    "exploitation",
    "fonctionnement",
    "association",
    "projet",
    "action",
    "annuelles",
    "annuels",
    "directes",
    "indirectes",
    "total",
    "expected",
    "compte",
];

pub(super) fn side_word(word: &str) -> Option<Side> {
    if CHARGES.contains(&word) {
        Some(Side::Charges)
    } else if INCOME.contains(&word) {
        Some(Side::Income)
    } else {
        None
    }
}

/// The side that a text heads, where it does nothing else: "CHARGES", "Recettes 2026", not "Charges
/// sociales".
pub(crate) fn side(text: &str) -> Option<Side> {
    let folded = folded(text);
    let mut found = None;
    for word in folded.split(' ') {
        match side_word(word) {
            Some(_) if word == "frais" => return None,
            Some(side) if found.is_none_or(|found| found == side) => found = Some(side),
            Some(_) => return None,
            None if BESIDE.contains(&word) || is_year(word) || word.parse::<u8>().is_ok_and(|n| n < 10) => {}
            None => return None,
        }
    }
    // "Total charges" is a total.
    found.filter(|_| !folded.starts_with("total"))
}

/// Whether a text heads contributions in kind.
pub(crate) fn heads_in_kind(text: &str) -> bool {
    let folded = folded(text);
    folded.contains("contributions volontaires") || folded.contains("contributions benevoles")
}

/// What a row of totals says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TotalWord {
    /// A total or sub-total, of a side where it names one.
    Sum { side: Option<Side>, part: bool },
    /// A result: excédent, déficit, résultat.
    Result,
    /// A check: contrôle, écart, différence.
    Check,
}

/// Whether a label is that of a total.
pub(crate) fn total(label: &str) -> Option<TotalWord> {
    let folded = folded(label);
    let mut words = folded.split(' ');
    let first = words.next().unwrap_or_default();
    let second = words.next().unwrap_or_default();
    let side = folded.split(' ').find_map(side_word);
    match (first, second) {
        ("total" | "totaux", _) => {
            let rest: Vec<&str> = folded.split(' ').skip(1).filter(|word| !BESIDE.contains(word)).collect();
            // "Total charges de personnel" is a part, "Total des charges" and "TOTAL GÉNÉRAL" the whole.
            let is_whole = rest.iter().all(|word| {
                side_word(word).is_some()
                    || is_year(word)
                    || matches!(*word, "general" | "generaux" | "ttc" | "ht")
            });
            Some(TotalWord::Sum { side: side.filter(|_| is_whole), part: !is_whole })
        }
        ("sous" | "ss" | "s" | "sub", "total" | "totaux") | ("subtotal" | "stotal" | "soustotal", _) => {
            Some(TotalWord::Sum { side: None, part: true })
        }
        ("excedent" | "deficit" | "insuffisance" | "resultat", _) => Some(TotalWord::Result),
        ("solde" | "benefice" | "perte" | "balance" | "equilibre", "") => Some(TotalWord::Result),
        ("net", "resultat" | "budget") => Some(TotalWord::Result),
        ("controle" | "ecart" | "difference" | "verification", _) => Some(TotalWord::Check),
        _ => None,
    }
}

/// Whether a label names a result of earlier years, which is neither income nor expense.
pub(crate) fn is_carried_result(label: &str) -> bool {
    let folded = folded(label);
    let carried = folded.contains("report") || folded.contains("anterieur");
    let result = ["excedent", "deficit", "resultat", "a nouveau"].iter().any(|word| folded.contains(word));
    carried && result
}

/// Whether a text says that amounts are in thousands of euros.
pub(crate) fn in_thousands(text: &str) -> bool {
    let folded = folded(text);
    let words: Vec<&str> = folded.split(' ').collect();
    let pair = |one: &str, two: &str| words.windows(2).any(|pair| pair == [one, two]);
    pair("k", "euro")
        || words.contains(&"keuros")
        || words.contains(&"keuro")
        || folded.contains("milliers d euro")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_text_that_does_nothing_else_heads_a_side() {
        for text in ["CHARGES", "Dépenses 2026", "EMPLOIS", "6 - Charges", "Charges prévisionnelles (en €)"]
        {
            assert_eq!(side(text), Some(Side::Charges), "{text}");
        }
        for text in ["PRODUITS", "Recettes", "RESSOURCES", "Produits de fonctionnement"] {
            assert_eq!(side(text), Some(Side::Income), "{text}");
        }
        for text in [
            "Charges sociales",
            "Produits financiers",
            "Total des charges",
            "Frais",
            "Charges et produits",
            "",
        ] {
            assert_eq!(side(text), None, "{text}");
        }
    }

    #[test]
    fn totals_results_and_checks_are_told_by_their_first_words() {
        let whole = |side| Some(TotalWord::Sum { side, part: false });
        assert_eq!(total("TOTAL"), whole(None));
        assert_eq!(total("Total des charges"), whole(Some(Side::Charges)));
        assert_eq!(total("TOTAL GÉNÉRAL 2026"), whole(None));
        assert_eq!(total("Total recettes (€)"), whole(Some(Side::Income)));
        let part = Some(TotalWord::Sum { side: None, part: true });
        for label in ["Total charges de personnel", "Sous-total", "S/Total", "Sous total 60"] {
            assert_eq!(total(label), part, "{label}");
        }
        assert_eq!(total("EXCÉDENT"), Some(TotalWord::Result));
        assert_eq!(total("Résultat de l'exercice"), Some(TotalWord::Result));
        assert_eq!(total("Écart à analyser"), Some(TotalWord::Check));
        for line in ["Solde subvention CAF", "Pertes sur créances", "Bénéfice de la kermesse", "Loyer"] {
            assert_eq!(total(line), None, "{line}");
        }
    }

    #[test]
    fn thousands_of_euros_are_announced() {
        for text in ["en k€", "(K€)", "Montants en milliers d'euros", "KEUROS"] {
            assert!(in_thousands(text), "{text}");
        }
        assert!(!in_thousands("en €"));
    }

    #[test]
    fn a_result_brought_forward_is_no_income() {
        assert!(is_carried_result("Report à nouveau"));
        assert!(is_carried_result("Excédent antérieur reporté"));
        assert!(!is_carried_result("Report de ressources affectées"));
    }
}
