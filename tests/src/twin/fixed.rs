//! Agreements paid as a lump sum: what finds no cost is carried over, given back or kept.

use previ_engine::rule::{PaymentRule, UnspentRule};
use rust_decimal::Decimal;

use super::award::Award;
use super::base::{base, share_of};
use super::costs::Ground;
use super::life::{Life, Use};
use super::movement::{Movement, Place};

/// Dedicated funds, and what is no use of them: everything beside the award and its payments.
pub fn unspent(life: &Life<'_>, ground: &Ground, out: &mut Vec<Movement>) {
    let award = &life.award;
    for (year, of_year) in (0..).zip(&life.years) {
        use_carried(award, of_year.carried_used, year, ground, out);
        let closing = award.situation.year_of(award.closing());
        if year == closing {
            close(award, *of_year, year, ground, out);
        } else if year < closing {
            let dedicated = Dedicated::of(award);
            let last = award.situation.end_of(year);
            award.post(out, last, dedicated.carried, dedicated.funds, of_year.new_left());
        }
    }
}

/// Dedicated funds and their charge and income, by the account of the income.
struct Dedicated {
    funds: Place,
    carried: Place,
    used: Place,
}

impl Dedicated {
    fn of(award: &Award<'_>) -> Self {
        let income = award.income_account();
        let last_digit = match (income.prefix(2), income.prefix(3)) {
            (74, _) => 4,
            (_, 755) => 5,
            _ => 6,
        };
        Self {
            funds: Place::account(190 + last_digit),
            carried: Place::account(6890 + last_digit),
            used: Place::account(7890 + last_digit),
        }
    }
}

/// What was carried over is used as costs come.
fn use_carried(award: &Award<'_>, used: Decimal, year: i32, ground: &Ground, out: &mut Vec<Movement>) {
    let dedicated = Dedicated::of(award);
    let mut left = used;
    for month in award.situation.year_months(year) {
        let eligible = ground.costs.iter().filter(|cost| cost.month == month && award.may_pay_carried(cost));
        let cost = eligible.map(|cost| cost.euros).sum::<Decimal>().max(Decimal::ZERO);
        let part = if month == award.situation.end_of(year) { left } else { left.min(cost) };
        award.post(out, month, dedicated.funds, dedicated.used, part);
        left -= part;
    }
}

/// What is left at the end is kept as far as the rule says, the rest given back.
fn close(award: &Award<'_>, of_year: Use, year: i32, ground: &Ground, out: &mut Vec<Movement>) {
    let dedicated = Dedicated::of(award);
    let (mut carried, mut new) = (of_year.carried_left(), of_year.new_left());
    if let PaymentRule::Fixed(UnspentRule::Keep { up_to }) = award.agreement.payment {
        let base = base(award, ground, award.situation.end_of(year));
        let kept = share_of(up_to, base).min(carried + new);
        let of_carried = kept.min(carried);
        award.post(out, award.closing(), dedicated.funds, dedicated.used, of_carried);
        carried -= of_carried;
        new -= kept - of_carried;
    }
    let debt = Place::account(468);
    award.post(out, award.closing(), dedicated.funds, debt, carried);
    award.post(out, award.closing(), Place::Account(award.income_account()), debt, new);
    let paid = award.report().plus(i32::from(award.funder.delay_months));
    award.post(out, paid, debt, Place::Treasury(award.agreement.account), carried + new);
}
