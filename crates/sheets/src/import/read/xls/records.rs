//! The records of a stream: a type, a length, data, and the data of the records that continue it.

/// Continues the record before it.
const CONTINUE: u16 = 0x003C;

/// A record with the parts that continue it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Record<'a> {
    pub(super) kind: u16,
    /// At least one part: its own data.
    pub(super) parts: Vec<&'a [u8]>,
}

impl<'a> Record<'a> {
    /// Its own data.
    pub(super) fn data(&self) -> &'a [u8] {
        self.parts.first().copied().unwrap_or_default()
    }
}

/// The records from `start` on, as far as they are whole.
pub(super) fn records(stream: &[u8], start: usize) -> impl Iterator<Item = Record<'_>> {
    let mut rest = stream.get(start..).unwrap_or_default();
    std::iter::from_fn(move || {
        let (kind, data, after) = split(rest)?;
        rest = after;
        let mut parts = vec![data];
        while let Some((CONTINUE, data, after)) = split(rest) {
            parts.push(data);
            rest = after;
        }
        Some(Record { kind, parts })
    })
}

fn split(rest: &[u8]) -> Option<(u16, &[u8], &[u8])> {
    let kind = u16_at(rest, 0)?;
    let length = usize::from(u16_at(rest, 2)?);
    Some((kind, rest.get(4..4 + length)?, rest.get(4 + length..)?))
}

pub(super) fn u16_at(data: &[u8], at: usize) -> Option<u16> {
    data.get(at..at.checked_add(2)?)?.try_into().ok().map(u16::from_le_bytes)
}

pub(super) fn u32_at(data: &[u8], at: usize) -> Option<u32> {
    data.get(at..at.checked_add(4)?)?.try_into().ok().map(u32::from_le_bytes)
}

pub(super) fn f64_at(data: &[u8], at: usize) -> Option<f64> {
    data.get(at..at.checked_add(8)?)?.try_into().ok().map(f64::from_le_bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_takes_along_what_continues_it() {
        let stream = [0xFC, 0, 1, 0, b'a', 0x3C, 0, 2, 0, b'b', b'c', 0x0A, 0, 0, 0, 9, 9, 9, 9, 9];
        let all: Vec<_> = records(&stream, 0).collect();
        assert_eq!(all[0], Record { kind: 0xFC, parts: vec![b"a", b"bc"] });
        assert_eq!(all[1], Record { kind: 0x0A, parts: vec![b""] });
        // The last one announces more than there is.
        assert_eq!(all.len(), 2);
        assert_eq!(records(&stream, 1000).count(), 0);
    }
}
