//! Keys and the clipboard, turned into what the grid of the session understands.

use egui::{Event, EventFilter, Key, Modifiers, Ui};
use previ_session::grid::{Direction, Intent, Mode};

use super::{Grid, editor_id, grid_id};
use crate::page::Request;

/// How far Page up and Page down go.
const PAGE: usize = 20;

/// Every key while a cell or its editor has the keyboard.
pub const ALL_KEYS: EventFilter =
    EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };

/// Reads the keys of this frame, before any cell is drawn.
pub fn read(ui: &Ui, grid: &mut Grid, requests: &mut Vec<Request>) {
    let focused = ui.memory(egui::Memory::focused);
    if focused == Some(grid_id()) || focused == Some(editor_id()) {
        one_step(ui, &mut grid.keys_to_come);
    } else {
        grid.keys_to_come.clear();
    }
    match &grid.state.mode {
        Mode::Navigate if focused == Some(grid_id()) => {
            ui.memory_mut(|memory| memory.set_focus_lock_filter(grid_id(), ALL_KEYS));
            navigate(ui, requests);
        }
        Mode::Edit { replace, .. } if focused == Some(editor_id()) => edit(ui, *replace, requests),
        Mode::Navigate | Mode::Edit { .. } => {}
    }
}

/// Leaves in this frame what belongs to one step, the rest to the next frame.
///
/// Who types faster than frames are drawn has digits, Enter and the digits of the next cell in one frame:
/// read at once, they would end in the wrong cells.
fn one_step(ui: &Ui, to_come: &mut Vec<Event>) {
    ui.input_mut(|input| {
        let mut events = std::mem::take(to_come);
        events.append(&mut input.events);
        let typed = |event: &Event| matches!(event, Event::Text(_));
        if let Some(step) = events.iter().position(ends_a_step) {
            let text_first = events.iter().take(step).any(typed);
            let rest = if text_first { step } else { step + 1 };
            *to_come = events.split_off(rest);
            // Nothing to wait for, only keys being released.
            if !to_come.iter().any(|event| typed(event) || ends_a_step(event)) {
                events.append(to_come);
            }
        }
        input.events = events;
    });
    if !to_come.is_empty() {
        ui.ctx().request_repaint();
    }
}

/// Whether an event is more than a sign added to what is being typed.
fn ends_a_step(event: &Event) -> bool {
    match event {
        Event::Copy | Event::Cut | Event::Paste(_) => true,
        Event::Key { key, pressed: true, .. } => matches!(
            key,
            Key::Enter
                | Key::Tab
                | Key::Escape
                | Key::ArrowUp
                | Key::ArrowDown
                | Key::ArrowLeft
                | Key::ArrowRight
                | Key::Home
                | Key::End
                | Key::PageUp
                | Key::PageDown
                | Key::Backspace
                | Key::Delete
                | Key::F2
        ),
        _ => false,
    }
}

fn navigate(ui: &Ui, requests: &mut Vec<Request>) {
    let (events, modifiers) = ui.input(|input| (input.events.clone(), input.modifiers));
    // On a Mac, Alt is how signs are typed; AltGr is reported as Alt with Ctrl, or not at all.
    let alt = modifiers.alt && !modifiers.ctrl && !cfg!(target_os = "macos");
    let mut typed = String::new();
    for event in events {
        let intent = match event {
            Event::Copy => Some(Intent::Copy),
            Event::Cut => Some(Intent::Cut),
            Event::Paste(text) => Some(Intent::Paste(text)),
            // Alt+F and its like ask for a menu elsewhere: no reason to write over a number.
            Event::Text(text) if !text.trim().is_empty() && !alt => {
                typed.push_str(&text);
                None
            }
            Event::Key { key: Key::Escape, pressed: true, .. } => {
                // The way out of the grid for those who have no mouse: Tab then goes on.
                ui.memory_mut(|memory| memory.surrender_focus(grid_id()));
                None
            }
            Event::Key { key, pressed: true, modifiers, .. } => on_key(key, modifiers),
            _ => None,
        };
        requests.extend(intent.map(Request::Grid));
    }
    if !typed.is_empty() {
        requests.push(Request::Grid(Intent::Type(typed)));
    }
}

fn on_key(key: Key, modifiers: Modifiers) -> Option<Intent> {
    let edge = modifiers.command;
    let direction = match key {
        Key::ArrowUp if edge => Direction::Top,
        Key::ArrowDown if edge => Direction::Bottom,
        Key::ArrowLeft if edge => Direction::RowStart,
        Key::ArrowRight if edge => Direction::RowEnd,
        Key::ArrowUp => Direction::Up,
        Key::ArrowDown => Direction::Down,
        Key::ArrowLeft => Direction::Left,
        Key::ArrowRight => Direction::Right,
        Key::Home => Direction::RowStart,
        Key::End => Direction::RowEnd,
        Key::PageUp => Direction::PageUp(PAGE),
        Key::PageDown => Direction::PageDown(PAGE),
        Key::Tab if modifiers.shift => return Some(Intent::Move(Direction::Previous)),
        Key::Tab => return Some(Intent::Move(Direction::Next)),
        Key::Enter if modifiers.shift => return Some(Intent::Move(Direction::Up)),
        Key::Enter => return Some(Intent::Move(Direction::Down)),
        Key::F2 => return Some(Intent::StartEdit(None)),
        Key::Delete | Key::Backspace => return Some(Intent::Clear),
        Key::A if modifiers.command => return Some(Intent::SelectAll),
        Key::D | Key::R if modifiers.command => return Some(Intent::Fill),
        _ => return None,
    };
    Some(if modifiers.shift { Intent::Extend(direction) } else { Intent::Move(direction) })
}

/// Keys that end the typing; all others are those of the text field.
fn edit(ui: &Ui, replace: bool, requests: &mut Vec<Request>) {
    let taken = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let shifted = |key| ui.input_mut(|input| input.consume_key(Modifiers::SHIFT, key));
    let mut intent = None;
    // With Shift first: the others would take it for the plain key.
    if shifted(Key::Tab) {
        intent = Some(Intent::CommitAndMove(Direction::Previous));
    } else if taken(Key::Tab) {
        intent = Some(Intent::CommitAndMove(Direction::Next));
    } else if shifted(Key::Enter) {
        intent = Some(Intent::CommitAndMove(Direction::Up));
    } else if taken(Key::Enter) {
        intent = Some(Intent::CommitAndMove(Direction::Down));
    } else if taken(Key::Escape) {
        intent = Some(Intent::Cancel);
    } else if taken(Key::ArrowUp) {
        intent = Some(Intent::CommitAndMove(Direction::Up));
    } else if taken(Key::ArrowDown) {
        intent = Some(Intent::CommitAndMove(Direction::Down));
    } else if replace {
        if taken(Key::ArrowLeft) {
            intent = Some(Intent::CommitAndMove(Direction::Left));
        } else if taken(Key::ArrowRight) {
            intent = Some(Intent::CommitAndMove(Direction::Right));
        }
    }
    requests.extend(intent.map(Request::Grid));
}
