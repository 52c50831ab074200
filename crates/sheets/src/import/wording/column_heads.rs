//! Words at the head of a column.

use super::headings::{BESIDE, Side, side, side_word};
use super::text::folded;
use super::years::{relative, year};

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
pub(crate) fn read(text: &str) -> Option<ColumnHead> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_told_by_their_heads() {
        let head = |text| read(text).map(|head| (head.nature, head.year, head.relative));
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
        assert_eq!(read("Dépenses").unwrap().side, Some(Side::Charges));
    }
}
