//! The container of an xls file: streams cut into sectors (Compound File Binary).

/// A sector number above this one means "none" or "end".
const MAX_SECTOR: u32 = 0xFFFF_FFFA;
const ENTRY: usize = 128;

/// An opened container.
pub(super) struct Container<'a> {
    bytes: &'a [u8],
    sector_shift: u32,
    table: Vec<u32>,
    mini_table: Vec<u32>,
    mini_stream: Vec<u8>,
    mini_cutoff: usize,
    entries: Vec<Entry>,
}

struct Entry {
    name: String,
    start: u32,
    size: usize,
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at.checked_add(2)?)?.try_into().ok().map(u16::from_le_bytes)
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at.checked_add(4)?)?.try_into().ok().map(u32::from_le_bytes)
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks_exact(4).filter_map(|four| four.try_into().ok().map(u32::from_le_bytes))
}

impl<'a> Container<'a> {
    /// Opens a container; `None` where it is damaged.
    pub(super) fn open(bytes: &'a [u8]) -> Option<Self> {
        let sector_shift = u32::from(u16_at(bytes, 30)?);
        if !matches!(sector_shift, 9 | 12) || u16_at(bytes, 32)? != 6 {
            return None;
        }
        let mut container = Self {
            bytes,
            sector_shift,
            table: Vec::new(),
            mini_table: Vec::new(),
            mini_stream: Vec::new(),
            mini_cutoff: u32_at(bytes, 56)? as usize,
            entries: Vec::new(),
        };
        container.table = container.read_table()?;
        container.mini_table = match u32_at(bytes, 60)? {
            start if start < MAX_SECTOR => numbers(&container.chain(start, None)?).collect(),
            _ => Vec::new(),
        };
        let directory = container.chain(u32_at(bytes, 48)?, None)?;
        container.entries = directory.chunks_exact(ENTRY).filter_map(entry).collect();
        let root = container.entries.first().map(|root| (root.start, root.size))?;
        if root.0 < MAX_SECTOR {
            container.mini_stream = container.chain(root.0, Some(root.1))?;
        }
        Some(container)
    }

    /// The numbers that chain sectors: the header lists the sectors they stand in, and where the rest of
    /// the list is.
    fn read_table(&self) -> Option<Vec<u32>> {
        let mut sectors: Vec<u32> = numbers(self.bytes.get(76..512)?).collect();
        let mut next = u32_at(self.bytes, 68)?;
        let most = self.bytes.len() >> self.sector_shift;
        for _ in 0..most {
            if next >= MAX_SECTOR {
                break;
            }
            let mut listed: Vec<u32> = numbers(self.sector(next)?).collect();
            next = listed.pop()?;
            sectors.extend(listed);
        }
        let mut table = Vec::new();
        for sector in sectors.into_iter().filter(|sector| *sector < MAX_SECTOR).take(most + 1) {
            table.extend(numbers(self.sector(sector)?));
        }
        Some(table)
    }

    fn sector(&self, number: u32) -> Option<&'a [u8]> {
        let size = 1_usize << self.sector_shift;
        let start = (number as usize).checked_add(1)?.checked_mul(size)?;
        // The last sector of some files is cut short.
        self.bytes.get(start..self.bytes.len().min(start.checked_add(size)?)).filter(|part| !part.is_empty())
    }

    /// The bytes of a chain of sectors, as many as `size` says.
    fn chain(&self, start: u32, size: Option<usize>) -> Option<Vec<u8>> {
        let mut data = Vec::new();
        let mut next = start;
        while next < MAX_SECTOR {
            data.extend_from_slice(self.sector(next)?);
            if size.is_some_and(|size| data.len() >= size) {
                break;
            }
            // A chain that comes back to itself would never end.
            if data.len() > self.bytes.len() {
                return None;
            }
            next = *self.table.get(next as usize)?;
        }
        data.truncate(size.unwrap_or(data.len()));
        Some(data)
    }

    fn mini_chain(&self, start: u32, size: usize) -> Option<Vec<u8>> {
        let mut data = Vec::new();
        let mut next = start;
        while next < MAX_SECTOR && data.len() < size {
            let at = (next as usize).checked_mul(64)?;
            data.extend_from_slice(
                self.mini_stream.get(at..self.mini_stream.len().min(at.saturating_add(64)))?,
            );
            if data.len() > self.mini_stream.len() {
                return None;
            }
            next = *self.mini_table.get(next as usize)?;
        }
        data.truncate(size);
        Some(data)
    }

    fn find(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// Whether there is a stream of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    /// The bytes of a stream; `None` where there is none or it is damaged.
    pub(super) fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let entry = self.find(name)?;
        if entry.size < self.mini_cutoff {
            self.mini_chain(entry.start, entry.size)
        } else {
            self.chain(entry.start, Some(entry.size))
        }
    }
}

fn entry(bytes: &[u8]) -> Option<Entry> {
    let length = usize::from(u16_at(bytes, 64)?).saturating_sub(2).min(62);
    let units: Vec<u16> = (0..length / 2).filter_map(|place| u16_at(bytes, place * 2)).collect();
    let name = String::from_utf16_lossy(&units);
    Some(Entry { name, start: u32_at(bytes, 116)?, size: u32_at(bytes, 120)? as usize })
}
