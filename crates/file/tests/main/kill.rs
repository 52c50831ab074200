//! A program killed while it saves: the document is always one of the two plans it saved, whole.

use std::env;
use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use previ_file::format::write;
use previ_file::store::save;
use tempfile::TempDir;

use crate::plans;

/// Tells a copy of this test program which file to save, and to do nothing else.
const TARGET: &str = "PREVI_SAVE_IN_A_LOOP";
const KILLS: u32 = 200;
const READY: &[u8] = b"saving";

fn two_plans() -> [Vec<u8>; 2] {
    [write(&plans::of_size(3)), write(&plans::of_size(300))]
}

#[test]
fn a_document_survives_two_hundred_kills_at_random_moments() {
    if let Some(path) = env::var_os(TARGET) {
        save_for_ever(Path::new(&path));
    }
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("budget.previ.ron");
    let plans = two_plans();
    save(&path, &plans[0], None).unwrap();
    save(&path, &plans[0], None).unwrap();
    let mut interrupted = 0;
    let mut seen = [0, 0];
    let mut random: u64 = 0x2545_F491_4F6C_DD1D;
    for kill in 0..KILLS {
        let mut child = start(&path);
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        std::thread::sleep(Duration::from_micros((random >> 33) % 20_000));
        child.kill().unwrap();
        child.wait().unwrap();

        let found = fs::read(&path).unwrap();
        let which = plans.iter().position(|plan| *plan == found);
        seen[which.unwrap_or_else(|| panic!("after kill {kill}: {} bytes of neither", found.len()))] += 1;
        let backup = fs::read(folder.path().join("budget.previ.ron.bak")).unwrap();
        assert!(plans.contains(&backup), "after kill {kill}: a backup of {} bytes", backup.len());
        let left_over = fs::read_dir(folder.path()).unwrap().count() - 2;
        // What one kill leaves: a plan half written, a second name of the old one.
        assert!(left_over <= 2, "after kill {kill}: {left_over} temporary files");
        interrupted += u32::from(left_over > 0);
    }
    println!("{interrupted} of {KILLS} kills inside a save; plans found: {seen:?}");
    assert!(interrupted > 0, "the kills missed the saves");
    save(&path, &plans[1], None).unwrap();
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "the document and its backup");
}

/// Starts the copy and waits until it is about to save.
fn start(path: &Path) -> Child {
    let mut child = Command::new(env::current_exe().unwrap())
        .args(["--exact", "kill::a_document_survives_two_hundred_kills_at_random_moments", "--nocapture"])
        .env(TARGET, path)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut heard = Vec::new();
    let mut output = child.stdout.take().unwrap();
    while !heard.ends_with(READY) {
        let mut byte = [0];
        output.read_exact(&mut byte).unwrap();
        heard.extend(byte);
    }
    child
}

fn save_for_ever(path: &Path) -> ! {
    use std::io::Write;
    let plans = two_plans();
    std::io::stdout().write_all(READY).unwrap();
    std::io::stdout().flush().unwrap();
    // The one that is not there first, so that every save changes the document.
    let there = fs::read(path).unwrap();
    let first = plans.iter().position(|plan| *plan != there).unwrap_or(0);
    for plan in plans.iter().cycle().skip(first) {
        save(path, plan, None).unwrap();
    }
    unreachable!("a cycle does not end")
}
