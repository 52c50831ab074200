//! Nothing panics, whatever is written in a plan.

use std::panic::{AssertUnwindSafe, catch_unwind};

use previ_engine::alert::alerts;
use previ_engine::balance::balance_sheet;
use previ_engine::cash::cash_forecast;
use previ_engine::certainty::CertaintyView;
use previ_engine::figure::Figure;
use previ_engine::income::income_statement;
use previ_engine::plan::Plan;
use previ_engine::projection::project;
use previ_tests::bare_reference;
use previ_tests::edits::edit;
use previ_tests::figures::{figures, same};
use previ_tests::generator::{Dice, broken_plan};

use crate::random::{Verdict, holds_for};

#[test]
fn a_broken_plan_is_projected_and_its_balance_sheets_balance() {
    holds_for(150, broken_plan, |plan, seed| {
        catch_unwind(AssertUnwindSafe(|| everything(plan, seed))).unwrap_or_else(|panic| {
            let text = panic.downcast_ref::<String>().cloned();
            let text = text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
            Err(format!("panics: {}", text.unwrap_or_default()))
        })
    });
}

fn everything(plan: &Plan, seed: u64) -> Verdict {
    let reference = bare_reference();
    let projection = project(plan, &reference, None);
    let treasury_in_class_5 = plan.treasury.iter().all(|account| account.account.class() == 5);
    for certainty in CertaintyView::ALL {
        let view = projection.view(certainty);
        let (income, cash) = (income_statement(&view, None), cash_forecast(&view));
        let _ = alerts(&view, &income, &cash, plan.frame.horizon.seen_from(None));
        let sheet = balance_sheet(&view);
        for column in 0..sheet.total_cents.len() {
            let total = |rows: &[previ_engine::balance::BalanceRow]| -> i64 {
                rows.iter().map(|row| row.cents[column]).sum()
            };
            if treasury_in_class_5 && total(&sheet.assets) != total(&sheet.liabilities) {
                return Err(format!("{certainty:?}: column {column} does not balance"));
            }
        }
        for activity in &plan.activities {
            let _ = income_statement(&view, Some(activity.id));
        }
        let year = plan.frame.horizon.first_year;
        let figure = Figure::Result { year, account: None, activity: None };
        let _ = (figure.value(&view), figure.rows(&view));
    }
    let mut edited = plan.clone();
    edit(&mut edited, &broken_plan(seed.wrapping_add(1)), &mut Dice::new(seed));
    let (fresh, next) = (project(&edited, &reference, None), project(&edited, &reference, Some(&projection)));
    same(&figures(&fresh.view(CertaintyView::Expected)), &figures(&next.view(CertaintyView::Expected)))
}
