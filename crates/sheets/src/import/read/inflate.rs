//! Unpacks deflated data (RFC 1951) within a limit, to know what a zip file really holds before a library
//! that has no limit opens it.

/// Why data cannot be unpacked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum InflateError {
    /// It is damaged or cut short.
    Damaged,
    /// It becomes larger than the limit.
    TooLarge,
}

use InflateError::{Damaged, TooLarge};

/// Unpacks `packed` if it becomes at most `most` bytes.
pub(super) fn inflate(packed: &[u8], most: usize) -> Result<Vec<u8>, InflateError> {
    let mut bits = Bits { packed, at: 0, held: 0, count: 0 };
    let mut out = Vec::new();
    loop {
        let is_last = bits.take(1)? == 1;
        match bits.take(2)? {
            0 => stored(&mut bits, &mut out, most)?,
            1 => coded(&mut bits, &mut out, most, &fixed_codes())?,
            2 => {
                let codes = dynamic_codes(&mut bits)?;
                coded(&mut bits, &mut out, most, &codes)?;
            }
            _ => return Err(Damaged),
        }
        if is_last {
            return Ok(out);
        }
    }
}

/// Bits, the lowest of each byte first.
struct Bits<'a> {
    packed: &'a [u8],
    at: usize,
    held: u32,
    count: u32,
}

impl Bits<'_> {
    /// The next `wanted` bits, at most 16.
    fn take(&mut self, wanted: u32) -> Result<u32, InflateError> {
        while self.count < wanted {
            let byte = self.packed.get(self.at).ok_or(Damaged)?;
            self.held |= u32::from(*byte) << self.count;
            self.at += 1;
            self.count += 8;
        }
        let value = self.held & ((1 << wanted) - 1);
        self.held >>= wanted;
        self.count -= wanted;
        Ok(value)
    }

    fn take_u16(&mut self) -> Result<u16, InflateError> {
        self.take(16).map(|value| value as u16)
    }

    /// Leaves the rest of the byte.
    fn align(&mut self) {
        self.held = 0;
        self.count = 0;
    }
}

/// A canonical Huffman code: how many codes there are of each length, and the symbols in order.
struct Huffman {
    counts: [u16; 16],
    symbols: Vec<u16>,
}

impl Huffman {
    fn new(lengths: &[u8]) -> Result<Self, InflateError> {
        let mut counts = [0_u16; 16];
        for length in lengths.iter().filter(|length| **length > 0) {
            *counts.get_mut(usize::from(*length)).ok_or(Damaged)? += 1;
        }
        let mut left = 1_i32;
        for count in counts.iter().skip(1) {
            left = left * 2 - i32::from(*count);
            if left < 0 {
                return Err(Damaged);
            }
        }
        let mut symbols: Vec<u16> = (0..).take(lengths.len()).collect();
        symbols.retain(|symbol| lengths[usize::from(*symbol)] > 0);
        symbols.sort_by_key(|symbol| lengths[usize::from(*symbol)]);
        Ok(Self { counts, symbols })
    }

    fn symbol(&self, bits: &mut Bits<'_>) -> Result<u16, InflateError> {
        let (mut code, mut first, mut index) = (0_u32, 0_u32, 0_u32);
        for count in self.counts.iter().skip(1).map(|count| u32::from(*count)) {
            code |= bits.take(1)?;
            if code < first + count {
                let place = index + (code - first);
                return self.symbols.get(place as usize).copied().ok_or(Damaged);
            }
            index += count;
            first = (first + count) << 1;
            code <<= 1;
        }
        Err(Damaged)
    }
}

/// The code of bytes and lengths, and that of distances.
type Codes = (Huffman, Huffman);

fn fixed_codes() -> Codes {
    let mut lengths = [8_u8; 288];
    lengths[144..256].fill(9);
    lengths[256..280].fill(7);
    let empty = || Huffman { counts: [0; 16], symbols: Vec::new() };
    (Huffman::new(&lengths).unwrap_or_else(|_| empty()), Huffman::new(&[5; 30]).unwrap_or_else(|_| empty()))
}

fn dynamic_codes(bits: &mut Bits<'_>) -> Result<Codes, InflateError> {
    const ORDER: [usize; 19] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
    let literals = bits.take(5)? as usize + 257;
    let distances = bits.take(5)? as usize + 1;
    let given = bits.take(4)? as usize + 4;
    let mut lengths = [0_u8; 19];
    for place in ORDER.iter().take(given) {
        lengths[*place] = bits.take(3)? as u8;
    }
    let code = Huffman::new(&lengths)?;
    let mut all: Vec<u8> = Vec::with_capacity(literals + distances);
    while all.len() < literals + distances {
        let symbol = code.symbol(bits)?;
        let (length, times) = match symbol {
            0..16 => (symbol as u8, 1),
            16 => (*all.last().ok_or(Damaged)?, 3 + bits.take(2)?),
            17 => (0, 3 + bits.take(3)?),
            _ => (0, 11 + bits.take(7)?),
        };
        all.extend((0..times).map(|_| length));
    }
    let (first, second) = all.split_at(literals);
    Ok((Huffman::new(first)?, Huffman::new(second.get(..distances).ok_or(Damaged)?)?))
}

fn stored(bits: &mut Bits<'_>, out: &mut Vec<u8>, most: usize) -> Result<(), InflateError> {
    bits.align();
    let (length, check) = (bits.take_u16()?, bits.take_u16()?);
    if length != !check {
        return Err(Damaged);
    }
    let end = bits.at + usize::from(length);
    let part = bits.packed.get(bits.at..end).ok_or(Damaged)?;
    if out.len() + part.len() > most {
        return Err(TooLarge);
    }
    out.extend_from_slice(part);
    bits.at = end;
    Ok(())
}

fn coded(bits: &mut Bits<'_>, out: &mut Vec<u8>, most: usize, codes: &Codes) -> Result<(), InflateError> {
    loop {
        let symbol = codes.0.symbol(bits)?;
        match symbol {
            // Below 256, which fits a byte.
            0..256 => out.push(symbol as u8),
            256 => return Ok(()),
            _ => {
                let length = length(symbol, bits)?;
                let distance = distance(codes.1.symbol(bits)?, bits)?;
                let start = out.len().checked_sub(distance).ok_or(Damaged)?;
                if out.len() + length > most {
                    return Err(TooLarge);
                }
                // What is copied may itself have just been written; each round copies whole repeats.
                let mut left = length;
                while left > 0 {
                    let run = left.min(out.len() - start);
                    out.extend_from_within(start..start + run);
                    left -= run;
                }
            }
        }
        if out.len() > most {
            return Err(TooLarge);
        }
    }
}

/// Lengths 3–258: eight of one value each, then groups of four that double, 285 being 258 alone.
fn length(symbol: u16, bits: &mut Bits<'_>) -> Result<usize, InflateError> {
    let place = u32::from(symbol) - 257;
    match place {
        0..8 => Ok(place as usize + 3),
        8..28 => {
            let extra = place / 4 - 1;
            Ok(((4 + place % 4) << extra) as usize + 3 + bits.take(extra)? as usize)
        }
        28 => Ok(258),
        _ => Err(Damaged),
    }
}

/// Distances 1–32768: four of one value each, then groups of two that double.
fn distance(symbol: u16, bits: &mut Bits<'_>) -> Result<usize, InflateError> {
    let place = u32::from(symbol);
    match place {
        0..4 => Ok(place as usize + 1),
        4..30 => {
            let extra = place / 2 - 1;
            Ok(((2 + place % 2) << extra) as usize + 1 + bits.take(extra)? as usize)
        }
        _ => Err(Damaged),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stored_block_is_copied() {
        // Last block, type 0; length 3 and its complement; "abc".
        let packed = [0b001, 3, 0, 0xFC, 0xFF, b'a', b'b', b'c'];
        assert_eq!(inflate(&packed, 10).unwrap(), b"abc");
        assert_eq!(inflate(&packed, 2), Err(TooLarge));
        assert_eq!(inflate(&packed[..6], 10), Err(Damaged));
    }

    #[test]
    fn a_repeated_byte_is_written_once_and_copied() {
        // What zlib makes of 20 times "a" at its best level, without its header.
        let packed = [0x4B, 0x4C, 0xC4, 0x04, 0x00];
        assert_eq!(inflate(&packed, 100).unwrap(), [b'a'; 20]);
        assert_eq!(inflate(&packed, 19), Err(TooLarge));
    }

    #[test]
    fn a_repeated_word_may_end_inside_itself() {
        // What zlib makes of seven times "abc" and "ab".
        let packed = [0x4B, 0x4C, 0x4A, 0x4E, 0xC4, 0x82, 0x00];
        assert_eq!(inflate(&packed, 100).unwrap(), b"abcabcabcabcabcabcabcab");
    }

    #[test]
    fn a_block_of_unknown_type_is_damaged() {
        assert_eq!(inflate(&[0b111], 10), Err(Damaged));
        assert_eq!(inflate(&[], 10), Err(Damaged));
    }
}
