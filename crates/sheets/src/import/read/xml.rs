//! Walks the tags of an XML part: enough to refuse what would hang or overflow a library.

/// More elements inside each other than any spreadsheet has.
const MAX_DEPTH: usize = 200;

/// The part is not well-formed XML, or holds what spreadsheets never hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Malformed;

/// A tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag<'a> {
    /// The start of an element; one without content is followed by its end.
    Open { name: &'a str, attributes: Attributes<'a> },
    /// The end of an element.
    Close { name: &'a str },
}

/// The attributes of an element as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Attributes<'a>(&'a str);

impl<'a> Attributes<'a> {
    /// Each name with its value.
    pub(super) fn all(self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let (name, after) = rest.split_once('=')?;
            let after = after.trim_start();
            let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            let (value, behind) = after.get(1..)?.split_once(quote)?;
            rest = behind;
            Some((name.trim(), value))
        })
    }

    /// The value of one of them.
    pub(super) fn get(self, wanted: &str) -> Option<&'a str> {
        self.all().find(|(name, _)| *name == wanted).map(|(_, value)| value)
    }
}

/// The name without its prefix.
pub(super) fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// Calls `visit` with every tag of a part that is well-formed: every element closed, in order.
pub(super) fn walk<'a>(
    xml: &'a [u8],
    mut visit: impl FnMut(Tag<'a>) -> Result<(), Malformed>,
) -> Result<(), Malformed> {
    let text = std::str::from_utf8(xml).map_err(|_| Malformed)?;
    let mut rest = text;
    let mut open: Vec<&str> = Vec::new();
    let mut seen = false;
    while let Some(start) = rest.find('<') {
        rest = rest.get(start + 1..).ok_or(Malformed)?;
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").ok_or(Malformed)?.1;
        } else if let Some(data) = rest.strip_prefix("![CDATA[") {
            rest = data.split_once("]]>").ok_or(Malformed)?.1;
        } else if let Some(instruction) = rest.strip_prefix('?') {
            rest = instruction.split_once("?>").ok_or(Malformed)?.1;
        } else if let Some(end) = rest.strip_prefix('/') {
            let (name, after) = end.split_once('>').ok_or(Malformed)?;
            let name = name.trim_end();
            if open.pop() != Some(name) {
                return Err(Malformed);
            }
            visit(Tag::Close { name })?;
            rest = after;
        } else if rest.starts_with('!') {
            return Err(Malformed);
        } else {
            let inside = tag_length(rest).ok_or(Malformed)?;
            let (tag, after) = rest.split_at(inside);
            rest = after.strip_prefix('>').ok_or(Malformed)?;
            let (tag, is_empty) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
            let name_end = tag.find(|c: char| c.is_ascii_whitespace()).unwrap_or(tag.len());
            let (name, attributes) = tag.split_at(name_end);
            if name.is_empty() || open.len() >= MAX_DEPTH || (seen && open.is_empty()) {
                return Err(Malformed);
            }
            seen = true;
            visit(Tag::Open { name, attributes: Attributes(attributes) })?;
            if is_empty {
                visit(Tag::Close { name })?;
            } else {
                open.push(name);
            }
        }
    }
    if seen && open.is_empty() { Ok(()) } else { Err(Malformed) }
}

/// How far the next `>` outside quotes is.
fn tag_length(text: &str) -> Option<usize> {
    let mut quote = None;
    text.bytes().position(|byte| {
        match (quote, byte) {
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), close) if open == close => quote = None,
            _ => {}
        }
        quote.is_none() && byte == b'>'
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(xml: &str) -> Result<(), Malformed> {
        walk(xml.as_bytes(), |_| Ok(()))
    }

    #[test]
    fn well_formed_parts_pass() {
        assert_eq!(check("<?xml version='1.0'?><a x='>'><!-- <b> --><b/><c><![CDATA[<]]></c></a>\n"), Ok(()));
    }

    #[test]
    fn what_is_not_closed_in_order_is_refused() {
        for bad in ["", "<a>", "<a></b>", "<a><b></a></b>", "<a", "<!DOCTYPE a><a/>", "<a/><b/>", "<a x='>"] {
            assert_eq!(check(bad), Err(Malformed), "{bad}");
        }
    }

    #[test]
    fn attributes_keep_their_names_and_values() {
        let mut found = Vec::new();
        let xml = br#"<t:c r="A1" s = '2' x="a=b"/>"#;
        walk(xml, |tag| {
            if let Tag::Open { name, attributes } = tag {
                found.push((local(name), attributes.get("r"), attributes.get("s"), attributes.get("x")));
            }
            Ok(())
        })
        .unwrap();
        assert_eq!(found, [("c", Some("A1"), Some("2"), Some("a=b"))]);
    }
}
