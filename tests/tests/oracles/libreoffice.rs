//! LibreOffice as a calculator that shares nothing with us.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::book::{At, Value};
use super::recalculate::Change;

/// A workbook to recalculate after some changes.
pub struct Job {
    pub workbook: PathBuf,
    pub changes: Vec<Change>,
}

/// What LibreOffice finds in a workbook.
pub struct Found {
    pub version: String,
    /// Cells with an error.
    pub errors: usize,
    pub seconds: f64,
    pub values: BTreeMap<(String, At), Value>,
}

/// Recalculates every workbook, in one run of LibreOffice.
pub fn recalculate(folder: &Path, jobs: &[Job]) -> Vec<Found> {
    let mut list = String::new();
    let result = |place: usize| folder.join(format!("result-{place}.tsv"));
    for (place, job) in jobs.iter().enumerate() {
        write!(list, "{}\t{}", job.workbook.display(), result(place).display()).unwrap();
        for (sheet, (row, column), number) in &job.changes {
            write!(list, "\t{sheet}!{row}!{column}!{number}").unwrap();
        }
        list.push('\n');
    }
    let path = folder.join("jobs.tsv");
    std::fs::write(&path, list).unwrap();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracles/libreoffice.py");
    let python = std::env::var("PREVI_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let run = Command::new(python).arg(script).arg(&path).output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    (0..jobs.len()).map(|place| read(&result(place))).collect()
}

fn read(path: &Path) -> Found {
    let text = std::fs::read_to_string(path).unwrap();
    let mut lines = text.lines();
    let head: Vec<&str> = lines.next().unwrap().split('\t').collect();
    let values = lines.map(|line| {
        let parts: Vec<&str> = line.splitn(5, '\t').collect();
        let at = (parts[1].parse().unwrap(), parts[2].parse().unwrap());
        let value = match parts[3] {
            "n" => Value::Number(parts[4].parse().unwrap()),
            _ => Value::Text(parts[4].to_owned()),
        };
        ((parts[0].to_owned(), at), value)
    });
    Found {
        version: head[0].to_owned(),
        errors: head[1].parse().unwrap(),
        seconds: head[2].parse().unwrap(),
        values: values.collect(),
    }
}
