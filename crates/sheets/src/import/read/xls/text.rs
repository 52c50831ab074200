//! Texts of an xls file: bytes or pairs of bytes, which may go on in the next part of their record.

use super::records::{Record, u16_at, u32_at};

/// Reads through the parts of a record.
pub(super) struct Reader<'a> {
    parts: Vec<&'a [u8]>,
    part: usize,
    at: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn new(record: &Record<'a>, start: usize) -> Self {
        Self { parts: record.parts.clone(), part: 0, at: start }
    }

    fn here(&self) -> &'a [u8] {
        self.parts.get(self.part).and_then(|part| part.get(self.at..)).unwrap_or_default()
    }

    /// Goes on to the next part where this one is used up; whether it did.
    fn next_part(&mut self) -> bool {
        let used_up = self.here().is_empty() && self.part + 1 < self.parts.len();
        if used_up {
            self.part += 1;
            self.at = 0;
        }
        used_up
    }

    fn byte(&mut self) -> Option<u8> {
        self.next_part();
        let byte = *self.here().first()?;
        self.at += 1;
        Some(byte)
    }

    fn number(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    /// A text: its length in one byte or two, its flags, what flags announce, its letters.
    pub(super) fn text(&mut self, short: bool) -> Option<String> {
        let count = if short { u16::from(self.byte()?) } else { self.number()? };
        let flags = self.byte()?;
        let runs = if flags & 8 != 0 { self.number()? } else { 0 };
        let extra =
            if flags & 4 != 0 { u32::from(self.number()?) | u32::from(self.number()?) << 16 } else { 0 };
        let mut wide = flags & 1 != 0;
        let mut units: Vec<u16> = Vec::with_capacity(count.into());
        while units.len() < usize::from(count) {
            // Where the letters go on in another part, that part says anew how wide they are.
            if self.next_part() {
                wide = self.byte()? & 1 != 0;
            }
            units.push(if wide { self.number()? } else { self.byte()?.into() });
        }
        self.skip(u64::from(runs) * 4 + u64::from(extra))?;
        Some(String::from_utf16_lossy(&units))
    }

    fn skip(&mut self, bytes: u64) -> Option<()> {
        let mut left = usize::try_from(bytes).ok()?;
        while left > 0 {
            self.next_part();
            let step = self.here().len().min(left);
            if step == 0 {
                return None;
            }
            self.at += step;
            left -= step;
        }
        Some(())
    }
}

/// The texts that cells share, as many as are whole.
pub(super) fn shared(record: &Record<'_>) -> Vec<String> {
    let count = u32_at(record.data(), 4).unwrap_or(0);
    let mut reader = Reader::new(record, 8);
    (0..count).map_while(|_| reader.text(false)).collect()
}

/// A text inside a cell record, its length in two bytes.
pub(super) fn at(record: &Record<'_>, start: usize) -> Option<String> {
    u16_at(record.data(), start)?;
    Reader::new(record, start).text(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_may_change_its_width_where_it_is_cut() {
        // "abé": "ab" in bytes, then, in the next part, "é" in two bytes.
        let record =
            Record { kind: 0xFC, parts: vec![&[1, 0, 0, 0, 1, 0, 0, 0, 3, 0, 0, b'a', b'b'], &[1, 0xE9, 0]] };
        assert_eq!(shared(&record), ["abé"]);
    }

    #[test]
    fn what_follows_a_text_is_skipped_and_a_cut_text_is_left_out() {
        // "x" with one run of four bytes, then "y"; a third text is announced and missing.
        let data: &[u8] = &[3, 0, 0, 0, 3, 0, 0, 0, 1, 0, 8, 1, 0, b'x', 9, 9, 9, 9, 1, 0, 0, b'y', 5, 0];
        let record = Record { kind: 0xFC, parts: vec![data] };
        assert_eq!(shared(&record), ["x", "y"]);
    }
}
