//! Whatever keys are pressed, nothing panics, nothing is lost, and everything can be undone.

use previ_session::grid::{CellAt, Direction, Intent};
use previ_session::views::budget::RowKey;

use crate::desk::Desk;

/// Numbers that look like chance and are the same in every run (Lehmer's generator).
struct Chance(u64);

impl Chance {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self.0 * 48_271 % 2_147_483_647;
        usize::try_from(self.0).unwrap() % count
    }

    fn one_of<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())].clone()
    }
}

fn intent(chance: &mut Chance) -> Intent {
    let directions = [
        Direction::Up,
        Direction::Down,
        Direction::Left,
        Direction::Right,
        Direction::Next,
        Direction::Previous,
        Direction::RowStart,
        Direction::RowEnd,
        Direction::Top,
        Direction::Bottom,
        Direction::PageUp(7),
        Direction::PageDown(7),
    ];
    let texts =
        ["12", "1 234,56", "=2*(3+4)", "x", "", "1\t2\n3\t4", "\"a\nb\"", "9999999999999", "1.234", "-5"];
    let at = CellAt { row: chance.below(40), column: chance.below(60) };
    match chance.below(16) {
        0..=3 => Intent::Move(chance.one_of(&directions)),
        4 => Intent::Extend(chance.one_of(&directions)),
        5 => Intent::Select(at),
        6 => Intent::SelectTo(at),
        7 => Intent::SelectAll,
        8 => Intent::Type(chance.one_of(&texts).into()),
        9 => Intent::CommitAndMove(chance.one_of(&directions)),
        10 => Intent::StartEdit(chance.one_of(&[None, Some('7'), Some('é')])),
        11 => Intent::Cancel,
        12 => Intent::Paste(chance.one_of(&texts).into()),
        13 => Intent::Fill,
        14 => chance.one_of(&[Intent::Clear, Intent::Cut, Intent::Copy]),
        _ => Intent::Commit,
    }
}

#[test]
fn any_keys_leave_a_sound_budget_that_can_be_undone() {
    for seed in 1..=20 {
        let mut chance = Chance(seed);
        let mut desk = Desk::new();
        let start = desk.session.plan().clone();
        let mut steps = 0;
        for _ in 0..150 {
            match chance.below(20) {
                0 => {
                    let year = 2027 + i32::try_from(chance.below(3)).unwrap();
                    if !desk.layout.open_years.remove(&year) {
                        desk.layout.open_years.insert(year);
                    }
                }
                1 => {
                    let key = desk.page().key(chance.below(20));
                    desk.layout.folded.extend(key);
                }
                2 => desk.layout.folded.clear(),
                _ => {}
            }
            let before = desk.session.revision();
            desk.key(intent(&mut chance));
            steps += usize::from(desk.session.revision() != before);
            let page = desk.page();
            assert!(desk.state.cursor.row < page.row_count());
            assert!(desk.state.cursor.column < page.column_count());
        }
        let page = desk.page();
        let result = page.place(RowKey::Result).and_then(|row| page.cents(row, 0));
        assert_eq!(result, desk.session.income().result_cents.first().copied());
        for _ in 0..steps {
            assert!(desk.session.undo());
        }
        assert_eq!(*desk.session.plan(), start, "seed {seed}");
    }
}
