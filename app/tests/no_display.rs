//! Where no window can be opened the program says why in one line and shows the file it was given, or the example.

use std::process::{Command, Output};

fn previ(change: impl FnOnce(&mut Command) -> &mut Command) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_previ"));
    change(&mut command).output().unwrap()
}

fn assert_example_in_the_terminal(output: &Output) {
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{}\n{err}", output.status);
    assert_eq!(err.trim_end().lines().count(), 1, "one line only:\n{err}");
    assert!(err.contains("libx11-6 libxcursor1 libxi6 libxkbcommon-x11-0 libgl1 libegl1"), "{err}");
    assert!(err.contains("libwayland-client0"), "{err}");
    assert!(out.contains("Graines de Lisière"), "{out}");
    assert!(out.contains("2027"), "{out}");
}

#[test]
fn without_any_display_the_example_is_shown_in_the_terminal() {
    let output = previ(|command| command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY"));
    assert_example_in_the_terminal(&output);
}

#[test]
fn without_any_display_a_file_is_shown_and_one_that_is_missing_is_said_to_be() {
    let with =
        |file: &str| previ(|command| command.arg(file).env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY"));
    let choir = "../fixtures/volontaires/choeur-des-quatre-rivieres.previ.ron";
    assert!(String::from_utf8_lossy(&with(choir).stdout).contains("Chœur des Quatre Rivières"));
    let missing = with("missing.previ.ron");
    assert_eq!(missing.status.code(), Some(3));
    assert!(missing.stdout.is_empty(), "{}", String::from_utf8_lossy(&missing.stdout));
}

#[test]
fn a_display_that_does_not_answer_is_no_display() {
    let output = previ(|command| command.env("DISPLAY", ":4095").env_remove("WAYLAND_DISPLAY"));
    assert_example_in_the_terminal(&output);
}

#[test]
fn a_subcommand_needs_no_display() {
    let output = previ(|command| command.arg("forecast").env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY"));
    assert!(output.status.success());
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(String::from_utf8_lossy(&output.stdout).contains("Graines de Lisière"));
}

#[test]
fn the_version_is_that_of_the_package() {
    let output = previ(|command| command.arg("--version"));
    assert!(String::from_utf8_lossy(&output.stdout).contains(env!("CARGO_PKG_VERSION")));
}
