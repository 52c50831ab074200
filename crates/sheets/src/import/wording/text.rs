//! Texts as they are compared: without capitals, accents, punctuation and plurals.

/// Small letters without accents, anything else than letters and digits a single space; `€` reads "euro".
pub(crate) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for sign in text.chars() {
        let plain = match sign {
            'À' | 'Â' | 'Ä' | 'Á' | 'à' | 'â' | 'ä' | 'á' => "a",
            'Ç' | 'ç' => "c",
            'É' | 'È' | 'Ê' | 'Ë' | 'é' | 'è' | 'ê' | 'ë' => "e",
            'Î' | 'Ï' | 'Í' | 'î' | 'ï' | 'í' => "i",
            'Ô' | 'Ö' | 'Ó' | 'ô' | 'ö' | 'ó' => "o",
            'Ù' | 'Û' | 'Ü' | 'Ú' | 'ù' | 'û' | 'ü' | 'ú' => "u",
            'Œ' | 'œ' => "oe",
            'Æ' | 'æ' => "ae",
            '€' => " euro ",
            _ if sign.is_alphanumeric() => {
                folded.extend(sign.to_lowercase());
                continue;
            }
            // Accents written as signs of their own.
            '\u{300}'..='\u{36F}' => "",
            _ => " ",
        };
        if plain != " " {
            folded.push_str(plain);
        } else if !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of a text that carry meaning, folded, in the singular.
pub(crate) fn words(text: &str) -> Vec<String> {
    const EMPTY: [&str; 21] = [
        "a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "ou", "par", "pour",
        "sur", "the", "of", "and", "s",
    ];
    let folded = folded(text);
    folded.split(' ').filter(|word| !word.is_empty() && !EMPTY.contains(word)).map(singular).collect()
}

fn singular(word: &str) -> String {
    let is_plural = word.len() > 3 && word.ends_with(['s', 'x']);
    let end = word.len() - usize::from(is_plural);
    word.get(..end).unwrap_or(word).to_owned()
}

/// Where `phrase` stands among `words`, word by word.
pub(crate) fn position(words: &[String], phrase: &[String]) -> Option<usize> {
    if phrase.is_empty() {
        return None;
    }
    words.windows(phrase.len()).position(|window| window == phrase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_accents_and_signs_do_not_count() {
        assert_eq!(folded("  ÉLECTRICITÉ (E.D.F.) – n°2 "), "electricite e d f n 2");
        assert_eq!(folded("Œuvre d’art : 12 k€"), "oeuvre d art 12 k euro");
        assert_eq!(folded("e\u{301}te\u{301}"), "ete");
        assert_eq!(folded("…"), "");
    }

    #[test]
    fn words_are_singular_and_carry_meaning() {
        assert_eq!(words("Achats de matières premières"), ["achat", "matiere", "premiere"]);
        assert_eq!(words("Gaz et bus"), ["gaz", "bus"]);
        let label = words("Loyers des locaux");
        assert_eq!(position(&label, &words("local")), None);
        assert_eq!(position(&label, &words("loyer")), Some(0));
    }
}
