//! Every text that pages ask for is there, in both languages.

use std::collections::{BTreeMap, BTreeSet};

use previ_engine::calendar::DueKind;
use previ_engine::contract::ContractKind;
use previ_engine::pool::AllocationKey;
use previ_session::CODES;
use previ_session::edits::{LineEdit, PoolEdit};
use previ_session::views::budget::BudgetLayout;
use previ_session::views::calendar::due_kind;
use previ_session::views::cell::LoadStep;
use previ_session::views::columns::OpenYears;
use previ_session::views::funding::PROMISE_COLUMNS;
use previ_session::views::in_kind::{IN_KIND_COLUMNS, hour_values, in_kind_kinds};
use previ_session::views::staff::{contract_kinds, headcount_bands, whit_mondays};
use previ_session::views::workload::{DaysShown, WorkloadLayout, load_step};
use previ_session::{Input, Session};
use previ_words::Language;

use crate::plan::{NOW, do_it, examples, small};

#[test]
fn codes_are_listed_once_and_belong_to_this_crate() {
    let codes: BTreeSet<&str> = CODES.iter().map(|spec| spec.code.0).collect();
    assert_eq!(codes.len(), CODES.len());
    assert!(codes.iter().all(|code| code.starts_with("session.")));
}

#[test]
fn every_code_has_a_message_and_a_hint_with_its_values_in_both_languages() {
    for language in Language::ALL {
        let texts = previ_words::ids(language);
        for spec in CODES {
            let id = spec.code.0.replace('.', "-");
            let own: Vec<_> = texts.iter().filter(|text| text.id == id).collect();
            let attributes: Vec<Option<&str>> = own.iter().map(|text| text.attribute.as_deref()).collect();
            assert!(attributes.contains(&None) && attributes.contains(&Some("hint")), "{id}");
            let shown: BTreeSet<&str> =
                own.iter().flat_map(|text| &text.variables).map(String::as_str).collect();
            let given: BTreeSet<&str> = spec.args.iter().map(|(name, _)| *name).collect();
            assert_eq!(shown, given, "{id}");
        }
    }
}

/// Every text of every page.
fn texts(session: &Session) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let years: OpenYears = session.income().years.iter().map(|year| year.key()).collect();
    let layout = BudgetLayout { open_years: years.clone(), ..BudgetLayout::default() };
    let budget = session.budget(&layout);
    for row in 0..budget.row_count() {
        let shown = budget.row(row).unwrap();
        all.extend([shown.title, shown.note]);
        let refusal = budget.refusal(row);
        let said = previ_words::message(session.language(), &refusal);
        all.extend([said.text, said.hint]);
    }
    let cash = session.cash(&years);
    all.extend((0..cash.rows.len()).map(|row| cash.title(row)));
    let agreements = session.agreements();
    all.extend((0..agreements.columns.len()).map(|column| agreements.title(column)));
    let staff = session.staff();
    all.extend((0..staff.columns.len()).map(|column| staff.title(column)));
    for days in [DaysShown::Planned, DaysShown::Done] {
        for year in 0..session.workload(WorkloadLayout::default()).years.len() {
            let page = session.workload(WorkloadLayout { year, days });
            all.extend((0..page.columns.len()).map(|column| page.column_title(column)));
            all.extend((0..page.rows.len()).map(|row| page.row_title(row).0));
            all.push(page.absent.clone());
            let cells =
                (0..page.rows.len()).flat_map(|row| (0..page.columns.len()).map(move |column| (row, column)));
            for detail in cells.filter_map(|(row, column)| page.detail(row, column)) {
                all.extend([detail.title, detail.warning]);
                all.extend(detail.sentences);
                all.extend(
                    detail.payers.into_iter().flat_map(|payer| [payer.name, payer.days, payer.amount]),
                );
            }
        }
    }
    all.extend(LoadStep::ALL.map(|step| load_step(session.language(), step)));
    let pools = session.pools();
    all.extend(pools.members.iter().map(|member| member.label.clone()));
    all.extend(pools.pools.iter().flat_map(|pool| pool.keys.iter().map(|(_, name)| name.clone())));
    all.extend(pools.pools.iter().map(|pool| pool.why.clone()));
    let kinds = [
        contract_kinds(session.language(), ContractKind::Permanent)
            .into_iter()
            .map(|(_, name)| name)
            .collect(),
        headcount_bands(session.language()).into_iter().map(|(_, name)| name).collect(),
        whit_mondays(session.language()).into_iter().map(|(_, name)| name).collect::<Vec<_>>(),
    ];
    all.extend(kinds.concat());
    let activities = session.activities();
    all.extend((0..activities.columns.len()).map(|column| activities.title(column)));
    all.extend(activities.columns.iter().map(|column| activities.group_title(column.group())));
    for row in &activities.rows {
        let card = session.activity(row.scope);
        all.extend(
            [&card.costs, &card.days, &card.indirect].into_iter().flatten().map(|row| row.title.clone()),
        );
    }
    let in_kind = session.in_kind();
    all.extend((0..in_kind.row_count()).map(|row| in_kind.cell(row, 0).text));
    all.extend((0..IN_KIND_COLUMNS).map(|column| in_kind.title(column)));
    all.extend(in_kind.items.iter().map(|item| item.calendar.clone()));
    all.extend(hour_values(session).into_iter().map(|(_, words)| words));
    all.extend(in_kind_kinds(session.language()).into_iter().map(|(_, words)| words));
    for pool in &session.pools().pools {
        all.extend(pool.result.rows.iter().map(|row| row.title.clone()).chain(pool.result.daily.clone()));
        all.extend((0..pool.result.columns.len()).map(|column| pool.result.title(column)));
    }
    all.extend(activities.rows.iter().map(|row| row.title.clone()));
    let funding = session.funding();
    all.extend(funding.activities.iter().flat_map(|table| table.rows.iter().map(|row| row.title.clone())));
    all.extend(funding.agreements.iter().flat_map(|table| table.rows.iter().map(|row| row.title.clone())));
    all.extend(funding.sums.iter().flat_map(|table| table.rows.iter().map(|row| row.note.clone())));
    let unused = session.plan().agreements.iter().filter_map(|known| session.unused_money(known.id));
    all.extend(unused.flat_map(|found| [vec![found.title.clone()], found.reasons.clone()].concat()));
    all.extend(session.cost_of_choices().map(str::to_owned));
    all.extend(funding.tranches.iter().map(|row| row.title.clone()));
    all.extend(PROMISE_COLUMNS.map(|id| previ_words::text(session.language(), id)));
    let matrix = session.matrix();
    all.extend(matrix.columns.iter().chain(&matrix.rows).cloned());
    let timeline = session.timeline();
    all.extend(timeline.rows.iter().map(|row| row.words.clone()));
    all.push(timeline.today_label.clone());
    let calendar = session.calendar();
    all.extend(
        calendar.rows.iter().flat_map(|row| [row.what.clone(), row.short.clone(), row.remark.clone()]),
    );
    all.extend(DueKind::ALL.map(|kind| due_kind(session.language(), kind)));
    for ending in &session.cliff().endings {
        all.extend([&ending.title, &ending.paid, &ending.positions, &ending.after].map(String::clone));
    }
    let home = session.home();
    all.extend(home.income.iter().map(|row| row.title.clone()));
    all.extend(home.next_steps.iter().map(|step| step.text.clone()));
    all.extend(home.alerts.iter().flat_map(|alert| [alert.text.clone(), alert.hint.clone()]));
    all
}

#[test]
fn no_page_shows_the_id_of_a_text() {
    let (mut small, known) = small();
    do_it(&mut small, LineEdit::Remove(known.dues));
    let keys = [
        AllocationKey::Days,
        AllocationKey::DaysAvailable,
        AllocationKey::FullTimeEquivalents,
        AllocationKey::DirectCost,
        AllocationKey::FloorArea(BTreeMap::new()),
        AllocationKey::Shares(BTreeMap::new()),
    ];
    for key in keys {
        do_it(&mut small, PoolEdit::Add { label: "Locaux".into(), key });
    }
    let sessions = examples().into_iter().chain([small, crate::plan::empty()]);
    for mut session in sessions {
        for language in Language::ALL {
            session.apply(Input::SetLanguage(language), NOW);
            session.look_from(crate::plan::month("2028-03"));
            for text in texts(&session) {
                let is_id = text.contains('-')
                    && text.chars().all(|sign| sign.is_ascii_lowercase() || sign == '-' || sign == '.');
                assert!(!is_id && !text.contains(['{', '}']), "{language:?}: {text}");
            }
        }
    }
}
