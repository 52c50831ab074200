//! Words that head a block or a column, and words of totals.

use super::text::folded;

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
const BESIDE: [&str; 41] = [
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

fn side_word(word: &str) -> Option<Side> {
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

/// What the head of a column of amounts says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ColumnHead {
    pub(crate) nature: Nature,
    pub(crate) year: Option<i32>,
    /// 0 for N, −1 for N-1.
    pub(crate) relative: Option<i32>,
    pub(crate) side: Option<Side>,
}

/// The nature of a column of amounts; the later ones are the better plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Nature {
    /// Quantities, prices, shares, differences: never the plan.
    Other,
    /// A month or a quarter.
    Period,
    /// What happened.
    Actual,
    /// Amounts, no more said.
    Plain,
    /// A total of other columns.
    Total,
    /// What is planned.
    Planned,
}

const PLANNED: [&str; 14] = [
    "prevu",
    "prevue",
    "prevus",
    "prevision",
    "previsions",
    "previsionnel",
    "previsionnelle",
    "budget",
    "bp",
    "budgete",
    "prev",
    "vote",
    "planned",
    "budgeted",
];
const ACTUAL: [&str; 13] = [
    "realise",
    "realisee",
    "realises",
    "reel",
    "reels",
    "realisation",
    "constate",
    "execute",
    "consomme",
    "actual",
    "spent",
    "depense",
    "comptabilise",
];
const OTHER: [&str; 28] = [
    "ecart",
    "ecarts",
    "variation",
    "difference",
    "reste",
    "taux",
    "part",
    "quantite",
    "quantites",
    "qte",
    "nombre",
    "nb",
    "prix",
    "pu",
    "tarif",
    "unite",
    "unitaire",
    "heures",
    "jours",
    "price",
    "remaining",
    "observations",
    "observation",
    "commentaire",
    "commentaires",
    "remarques",
    "notes",
    "pourcentage",
];
const PLAIN: [&str; 9] =
    ["montant", "montants", "somme", "sommes", "euro", "euros", "annee", "exercice", "amount"];
const MONTHS: [&str; 12] = [
    "janvier",
    "fevrier",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
];

/// Reads the head of a column; `None` where it says nothing of the kind.
pub(crate) fn column(text: &str) -> Option<ColumnHead> {
    let folded = folded(text);
    let any = |known: &[&str]| folded.split(' ').any(|word| known.contains(&word));
    let (year, relative, side) = (year(text), relative(text), side(text));
    let nature = if any(&OTHER) || text.contains('%') {
        Nature::Other
    } else if any(&PLANNED) {
        Nature::Planned
    } else if any(&ACTUAL) && side.is_none() {
        Nature::Actual
    } else if any(&["total", "totaux"]) {
        Nature::Total
    } else if folded.split(' ').any(is_period) {
        Nature::Period
    } else if any(&PLAIN) || year.is_some() || relative.is_some() || side.is_some() {
        Nature::Plain
    } else {
        return None;
    };
    Some(ColumnHead { nature, year, relative, side })
}

fn is_period(word: &str) -> bool {
    let numbered = |start: char, most: u8| {
        word.strip_prefix(start).and_then(|n| n.parse::<u8>().ok()).is_some_and(|n| (1..=most).contains(&n))
    };
    let is_month = word.len() >= 3 && MONTHS.iter().any(|month| month.starts_with(word));
    is_month || numbered('m', 12) || numbered('t', 4) || numbered('q', 4) || word.starts_with("trimestre")
}

/// Whether a text names a column that holds no amounts: "Libellé", "N° de compte".
pub(crate) fn names_column(text: &str) -> bool {
    const NAMES: [&str; 15] = [
        "libelle",
        "libelles",
        "intitule",
        "intitules",
        "designation",
        "compte",
        "comptes",
        "poste",
        "postes",
        "nature",
        "code",
        "codes",
        "n",
        "numero",
        "rubrique",
    ];
    let folded = folded(text);
    let is_filler = |word: &str| BESIDE.contains(&word);
    let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    words.iter().any(|word| NAMES.contains(word))
        && words.iter().all(|word| NAMES.contains(word) || is_filler(word) || side_word(word).is_some())
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

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.starts_with("20") && word.bytes().all(|b| b.is_ascii_digit())
}

/// The year that a text names: the latest of 2000–2099 that is no part of a date; the first one of
/// "2026-2027".
pub(crate) fn year(text: &str) -> Option<i32> {
    let mut found: Option<i32> = None;
    let mut before = '\0';
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let (skipped, digits) = rest.split_at(start);
        let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
        let (number, after) = digits.split_at(end);
        let joined = skipped.trim();
        // "12/03/2025" is a date; "2025/2026" one fiscal year, named by its first.
        let behind_number = before.is_ascii_digit() && matches!(joined, "/" | "-" | "–" | ".");
        if is_year(number) && !behind_number {
            found = found.max(number.parse().ok());
        }
        before = number.chars().next_back().unwrap_or('\0');
        rest = after;
    }
    found
}

/// "N" is 0, "Année N-1" −1, "N+1" 1; `None` for "N°" or a word.
fn relative(text: &str) -> Option<i32> {
    let mut before = ' ';
    for (at, sign) in text.char_indices() {
        if matches!(sign, 'N' | 'n') && !before.is_alphanumeric() {
            let after = text.get(at + 1..)?.trim_start();
            let mut signs = after.chars();
            match signs.next() {
                None => return Some(0),
                Some('-' | '–' | '\u{2212}') => {
                    return signs.find(|c| *c != ' ')?.to_digit(10).map(|n| -(n as i32));
                }
                Some('+') => return signs.find(|c| *c != ' ')?.to_digit(10).map(|n| n as i32),
                Some('°' | 'º' | '\'' | '’') => {}
                Some(next) if next.is_alphanumeric() && text.get(at + 1..)?.starts_with(next) => {}
                Some(_) => return Some(0),
            }
        }
        before = sign;
    }
    None
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
    fn years_are_told_from_dates() {
        assert_eq!(year("Budget prévisionnel 2026 (AG du 12/03/2027)"), Some(2026));
        assert_eq!(year("Comparatif 2025 et budget 2026"), Some(2026));
        assert_eq!(year("Exercice 2026-2027"), Some(2026));
        assert_eq!(year("BP2026"), Some(2026));
        assert_eq!(year("n° 120263, 1998"), None);
    }

    #[test]
    fn columns_are_told_by_their_heads() {
        let head = |text| column(text).map(|head| (head.nature, head.year, head.relative));
        assert_eq!(head("Année N-1"), Some((Nature::Plain, None, Some(-1))));
        assert_eq!(head("N"), Some((Nature::Plain, None, Some(0))));
        assert_eq!(head("N + 1"), Some((Nature::Plain, None, Some(1))));
        assert_eq!(head("Budget 2026"), Some((Nature::Planned, Some(2026), None)));
        assert_eq!(head("Réalisé 2025"), Some((Nature::Actual, Some(2025), None)));
        assert_eq!(head("Écart"), Some((Nature::Other, None, None)));
        assert_eq!(head("Janv."), Some((Nature::Period, None, None)));
        assert_eq!(head("T1"), Some((Nature::Period, None, None)));
        assert_eq!(head("Libellé"), None);
        assert_eq!(head("N° de pièce"), None);
        assert_eq!(column("Dépenses").unwrap().side, Some(Side::Charges));
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
