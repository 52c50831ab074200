//! Who pays a grant, told by its label.

use previ_engine::funder::FunderKind;

use super::text::{position, words};

/// Words and the kind of funder they name; the first that stands in a label wins, so that the more
/// precise ones come first ("politique de la ville" is the State's).
const KINDS: &[(FunderKind, &[&str])] = &[
    (
        FunderKind::EmploymentAid,
        &[
            "fonjep",
            "asp",
            "agence de services et de paiement",
            "emploi aidé",
            "emplois aidés",
            "contrat aidé",
            "contrats aidés",
            "aide à l'emploi",
            "aides à l'emploi",
            "aide au poste",
            "adulte relais",
            "PEC",
            "aide à l'apprentissage",
            "service civique",
        ],
    ),
    (
        FunderKind::Europe,
        &[
            "europe",
            "européen",
            "européens",
            "europeenne",
            "FSE",
            "FEDER",
            "FEADER",
            "leader",
            "erasmus",
            "interreg",
        ],
    ),
    (
        FunderKind::SocialBody,
        &["CAF", "CPAM", "MSA", "CARSAT", "organismes sociaux", "organisme social", "allocations familiales"],
    ),
    (
        FunderKind::State,
        &[
            "ministère",
            "ministériel",
            "préfecture",
            "DRAC",
            "DREETS",
            "DIRECCTE",
            "DDCS",
            "DDETS",
            "DRAJES",
            "SDJES",
            "FDVA",
            "ANCT",
            "DILCRAH",
            "DREAL",
            "politique de la ville",
            "contrat de ville",
        ],
    ),
    (
        FunderKind::Foundation,
        &[
            "fondation",
            "fonds de dotation",
            "fédération",
            "aides privées",
            "aide privée",
            "autres associations",
        ],
    ),
    (FunderKind::Company, &["entreprise", "mécénat", "mécène", "sponsor"]),
    (FunderKind::Region, &["région", "régional", "régionaux", "regionale"]),
    (FunderKind::Department, &["département", "départemental", "départementaux", "departementale"]),
    (
        FunderKind::Municipality,
        &[
            "commune",
            "communal",
            "communale",
            "mairie",
            "ville",
            "municipal",
            "municipale",
            "municipalité",
            "intercommunalité",
            "intercommunal",
            "communauté de communes",
            "agglomération",
            "agglo",
            "métropole",
            "EPCI",
        ],
    ),
    (FunderKind::State, &["état"]),
    (
        FunderKind::PublicBody,
        &["établissements publics", "établissement public", "agence", "ARS", "ANS", "ADEME"],
    ),
];

/// The kind of funder that a label names; `None` where it names none.
pub(crate) fn kind(label: &str) -> Option<FunderKind> {
    let label = words(label);
    let named = |all: &[&str]| all.iter().any(|name| position(&label, &words(name)).is_some());
    KINDS.iter().find(|(_, names)| named(names)).map(|(kind, _)| *kind)
}

/// The funder's name inside a label: "Subvention de la Région Bretagne" names the "Région Bretagne".
pub(crate) fn name(label: &str) -> String {
    const STARTS: [&str; 4] = ["subventions", "subvention", "aides", "aide"];
    const LINKS: [&str; 9] = ["de la ", "de l'", "de l’", "du ", "des ", "de ", "d'", "d’", "- "];
    let lower = label.to_lowercase();
    let start = STARTS
        .iter()
        .find(|start| lower.strip_prefix(**start).is_some_and(|rest| rest.starts_with([' ', ':', '-', '–'])));
    // Lower case keeps the length of these words, so the same place is meant.
    let Some(rest) = start.and_then(|start| label.get(start.len()..)) else { return label.trim().to_owned() };
    let rest = rest.trim_start_matches([' ', ':', '-', '–']);
    let lower = rest.to_lowercase();
    let link = LINKS.iter().find(|link| lower.starts_with(**link)).map_or(0, |link| link.len());
    let name = rest.get(link..).unwrap_or(rest).trim();
    let mut letters = name.chars();
    match letters.next() {
        Some(first) if kind(name).is_some() => first.to_uppercase().chain(letters).collect(),
        _ => label.trim().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_the_official_form_name_their_funders() {
        let kinds = [
            ("État : préciser le(s) ministère(s) sollicité(s)", FunderKind::State),
            ("Conseil-s Régional(aux)", FunderKind::Region),
            ("Conseil-s Départemental (aux)", FunderKind::Department),
            ("Communautés de communes ou d'agglomérations", FunderKind::Municipality),
            ("Commune(s)", FunderKind::Municipality),
            ("Organismes sociaux (CAF, etc. détailler)", FunderKind::SocialBody),
            ("Fonds européens (FSE, FEDER, etc.)", FunderKind::Europe),
            ("L'agence de services et de paiement (emplois aidés)", FunderKind::EmploymentAid),
            ("Autres établissements publics", FunderKind::PublicBody),
            ("Aides privées (fondation)", FunderKind::Foundation),
            ("FONJEP", FunderKind::EmploymentAid),
            ("Subvention politique de la ville", FunderKind::State),
        ];
        for (label, expected) in kinds {
            assert_eq!(kind(label), Some(expected), "{label}");
        }
        assert_eq!(kind("Cotisations"), None);
    }

    #[test]
    fn the_name_of_a_funder_stands_behind_the_word_subvention() {
        assert_eq!(name("Subvention de la Région Bretagne"), "Région Bretagne");
        assert_eq!(name("Subventions : mairie de Rennes"), "Mairie de Rennes");
        assert_eq!(name("Subvention d'exploitation"), "Subvention d'exploitation");
        assert_eq!(name("Conseil départemental"), "Conseil départemental");
    }
}
