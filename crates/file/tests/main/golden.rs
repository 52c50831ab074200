//! A file of format 1.0 as it was written once and must always be.

use previ_file::format::{read, write};

use crate::plans;

const V1: &str = include_str!("../golden/v1.previ.ron");

#[test]
fn the_golden_file_reads_as_the_plan_written_by_hand() {
    assert_eq!(read(V1.as_bytes()), Ok((plans::with_every_variant(), vec![])));
}

#[test]
fn the_golden_file_writes_back_byte_for_byte() {
    let (document, _) = read(V1.as_bytes()).unwrap();
    let written = String::from_utf8(write(&document)).unwrap();
    for (number, (ours, golden)) in written.lines().zip(V1.lines()).enumerate() {
        assert_eq!(ours, golden, "line {}", number + 1);
    }
    assert!(written == V1);
}
