//! *Charges communes*: what several activities share, and the keys by which it reaches them.

use egui::{Id, Ui};
use previ_engine::diagnostic::Arg;
use previ_session::edits::PoolEdit;
use previ_session::views::pools::{PoolForm, PoolMember, PoolsPage};
use previ_session::{Edit, Session};
use previ_words::{Decimals, Language, fiscal_year, money, text, text_with};

use crate::dialog::Dialog;
use crate::page::{Request, take};
use crate::theme::BLOCK_GAP;
use crate::widget::block::{card, heading, hint, main_button, unbroken};
use crate::widget::field::Field;
use crate::widget::form;

/// Draws the page.
pub fn show(ui: &mut Ui, session: &Session, requests: &mut Vec<Request>) {
    let language = session.language();
    let page = session.pools();
    hint(ui, text(language, "app-pools-intro"));
    if main_button(ui, text(language, "app-pool-add")).clicked() {
        requests.push(Request::Ask(Dialog::Pool { label: String::new() }));
    }
    for (nth, pool) in page.pools.iter().enumerate() {
        ui.add_space(BLOCK_GAP);
        card(ui, |ui| {
            ui.set_width(ui.available_width());
            one(ui, language, &page, (nth, pool), requests);
        });
    }
    if page.pools.is_empty() {
        return;
    }
    ui.add_space(BLOCK_GAP);
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        members(ui, language, &page, requests);
    });
}

fn tell(edit: PoolEdit) -> Request {
    Request::Edit(Edit::Pool(edit))
}

fn one(
    ui: &mut Ui,
    language: Language,
    page: &PoolsPage,
    (nth, pool): (usize, &PoolForm),
    requests: &mut Vec<Request>,
) {
    let say = |id| text(language, id);
    let place = |of: &str| Id::unique((of, pool.id.0));
    heading(ui, &pool.label);
    let words = say("app-pool-name");
    form::row(ui, &words, |ui| {
        let typed = Field::new(place("pool"), &words, &pool.label).width(320.0).show(ui);
        requests.extend(typed.map(|name| tell(PoolEdit::Rename(pool.id, name))));
        if nth > 0 && ui.button(say("app-pool-up")).on_hover_text(say("app-pool-up-tip")).clicked() {
            requests.push(tell(PoolEdit::MoveUp(pool.id)));
        }
        if ui.button(say("app-remove")).clicked() {
            requests.push(tell(PoolEdit::Remove(pool.id)));
        }
    });
    let words = say("app-pool-key");
    form::row(ui, &words, |ui| {
        let chosen = form::choose(ui, place("key"), &words, &pool.key, &pool.keys);
        requests.extend(chosen.map(|key| tell(PoolEdit::SetKey(pool.id, key))));
    });
    hint(ui, &pool.why);
    for part in &pool.parts {
        form::row(ui, &part.name, |ui| {
            let key = place("part").with(part.activity.0);
            let typed = form::quantity_or_none(ui, key, &part.name, language, part.part);
            take(typed, requests, |typed| {
                tell(PoolEdit::SetKey(pool.id, pool.with_part(part.activity, typed)))
            });
        });
    }
    ui.label(unbroken(&by_year(language, page, &pool.cost_cents)));
}

/// What stands on the structure, each with the pool it belongs to.
fn members(ui: &mut Ui, language: Language, page: &PoolsPage, requests: &mut Vec<Request>) {
    heading(ui, text(language, "app-pool-members"));
    hint(ui, text(language, "app-pool-members-why"));
    if page.members.is_empty() {
        hint(ui, text(language, "app-pool-members-none"));
    }
    let none = (None, text(language, "app-pool-none"));
    let pools = page.pools.iter().map(|pool| (Some(pool.id), pool.label.clone()));
    let choices: Vec<_> = std::iter::once(none).chain(pools).collect();
    for member in &page.members {
        row(ui, language, page, (member, &choices), requests);
    }
}

fn row(
    ui: &mut Ui,
    language: Language,
    page: &PoolsPage,
    (member, choices): (&PoolMember, &[(Option<previ_engine::id::PoolId>, String)]),
    requests: &mut Vec<Request>,
) {
    form::row(ui, &member.label, |ui| {
        let id = ("member", member.item);
        let chosen = form::choose(ui, id, &member.label, &member.pool, choices);
        let edit = chosen.and_then(|pool| member.put_into(pool));
        requests.extend(edit.map(Request::Edit));
        hint(ui, by_year(language, page, &member.cost_cents));
    });
}

/// Such as "2027 : 8 400 €, 2028 : 8 568 €".
fn by_year(language: Language, page: &PoolsPage, cents: &[i64]) -> String {
    let year = |(year, cents): (&previ_engine::timeline::FiscalYear, &i64)| {
        let amount = Arg::Text(money(language, *cents, Decimals::None));
        let args = [("year", Arg::Text(fiscal_year(*year))), ("amount", amount)];
        text_with(language, "app-pool-year", &args)
    };
    page.years.iter().zip(cents).map(year).collect::<Vec<_>>().join(" · ")
}
