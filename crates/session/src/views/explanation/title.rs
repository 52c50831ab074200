//! What an explanation is about, in words.

use previ_engine::account::AccountNumber;
use previ_engine::diagnostic::Arg;
use previ_engine::figure::{CashPart, Figure};
use previ_engine::month::Month;
use previ_engine::timeline::FiscalYear;
use previ_words::{account_label, cash_row, fiscal_year, month_long, text, text_with};

use super::{Accounts, Flow, Scope};
use crate::open::Session;

pub(super) fn of_figure(figure: Figure, session: &Session) -> String {
    let language = session.language();
    match figure {
        Figure::Result { year, account, activity } => {
            let accounts = account.map_or(Accounts::Result, Accounts::Under);
            let scope = activity.map_or(Scope::Whole, Scope::Activity);
            join(&of_accounts(accounts, session), &of_scope(scope, session), &of_year(year, session))
        }
        Figure::Full { year, account, activity } => {
            let accounts = of_accounts(account.map_or(Accounts::Result, Accounts::Under), session);
            let scope = of_scope(Scope::Activity(activity), session);
            let what = text_with(language, "explanation-with-shared", &[("what", Arg::Text(accounts))]);
            join(&what, &scope, &of_year(year, session))
        }
        Figure::Cash { month, part } => {
            let what = match part {
                CashPart::Closing => text(language, "cash-closing"),
                CashPart::Opening => text(language, "cash-opening"),
                CashPart::Worst => text(language, "cash-worst"),
                CashPart::Row(row) => cash_row(language, row),
            };
            join(&what, "", &month_long(language, month))
        }
        Figure::Balance { year, account } => {
            let when = match year {
                Some(year) => {
                    let year = Arg::Text(of_year(year, session));
                    text_with(language, "explanation-end-of-year", &[("year", year)])
                }
                None => text(language, "explanation-opening"),
            };
            join(&account_label(language, session.reference(), account), "", &when)
        }
    }
}

pub(super) fn of_flow(flow: &Flow, session: &Session) -> String {
    let what = match flow.item {
        Some(item) => session.plan().label(item).to_owned(),
        None => of_accounts(flow.accounts, session),
    };
    join(&what, &of_scope(flow.scope, session), &of_span(flow.from, flow.to, session))
}

fn join(what: &str, scope: &str, when: &str) -> String {
    let parts = [what, scope, when];
    let said: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    said.join(", ")
}

fn of_accounts(accounts: Accounts, session: &Session) -> String {
    let language = session.language();
    let class = |number| AccountNumber::of(number);
    match accounts {
        Accounts::Result => text(language, "budget-result"),
        Accounts::Under(account) if account == class(6) => text(language, "budget-charges"),
        Accounts::Under(account) if account == class(7) => text(language, "budget-income"),
        Accounts::Under(account) if account == class(86) => text(language, "budget-in-kind-uses"),
        Accounts::Under(account) if account == class(87) => text(language, "budget-in-kind-resources"),
        Accounts::Under(account) | Accounts::Only(account) => {
            account_label(language, session.reference(), account)
        }
    }
}

fn of_scope(scope: Scope, session: &Session) -> String {
    match scope {
        Scope::Whole => String::new(),
        Scope::Structure => text(session.language(), "activities-structure"),
        Scope::Activity(id) => session.plan().label(id.into()).to_owned(),
    }
}

fn of_span(from: Month, to: Month, session: &Session) -> String {
    let year = FiscalYear { first: from };
    if from == to {
        month_long(session.language(), from)
    } else if to == year.last() {
        fiscal_year(year)
    } else {
        format!("{} – {}", month_long(session.language(), from), month_long(session.language(), to))
    }
}

/// The fiscal year that begins in a calendar year.
fn of_year(year: i32, session: &Session) -> String {
    let years = session.plan().frame.timeline().fiscal_years();
    years.into_iter().find(|known| known.key() == year).map_or_else(|| year.to_string(), fiscal_year)
}
