//! A spreadsheet in small: calculates the formulas of the export, in doubles as spreadsheets do.
//!
//! It knows only the functions the export may use; any other one is a failed test.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};

use super::book::{At, Book, Value, address};

/// What was changed: sheet, cell, number.
pub type Change = (String, At, f64);

/// Every formula's value after some changes, by sheet and cell.
pub fn recalculate(book: &Book, changes: &[Change]) -> Vec<(String, At, Value)> {
    let changed: BTreeMap<(usize, At), f64> =
        changes.iter().map(|(sheet, at, number)| ((place(book, sheet), *at), *number)).collect();
    let calculation = Calculation { book, changed, known: RefCell::default() };
    let mut values = Vec::new();
    for (sheet, (name, cells)) in book.sheets.iter().enumerate() {
        for at in cells.keys() {
            values.push((name.clone(), *at, calculation.value((sheet, *at))));
        }
    }
    values
}

fn place(book: &Book, sheet: &str) -> usize {
    book.sheets.iter().position(|(name, _)| name == sheet).unwrap_or_else(|| panic!("no sheet {sheet}"))
}

struct Calculation<'a> {
    book: &'a Book,
    changed: BTreeMap<(usize, At), f64>,
    /// `None` while a cell is being calculated: a formula that comes back to it goes round in a circle.
    known: RefCell<HashMap<(usize, At), Option<Value>>>,
}

/// Several cells: a sheet, its first and last cell.
#[derive(Clone, Copy)]
struct Area {
    sheet: usize,
    first: At,
    last: At,
}

enum Term {
    One(Value),
    Area(Area),
}

impl Calculation<'_> {
    fn value(&self, at: (usize, At)) -> Value {
        if let Some(known) = self.known.borrow().get(&at) {
            return known.clone().unwrap_or_else(|| panic!("a circle at {at:?}"));
        }
        if let Some(number) = self.changed.get(&at) {
            return Value::Number(*number);
        }
        let Some(cell) = self.book.sheets[at.0].1.get(&at.1) else { return Value::Empty };
        let Some(formula) = &cell.formula else { return cell.value.clone() };
        self.known.borrow_mut().insert(at, None);
        let mut reader = Reader { calculation: self, sheet: at.0, text: formula, rest: formula };
        let value = match reader.comparison() {
            Term::One(value) => value,
            Term::Area(area) => self.only(area),
        };
        assert_eq!(reader.rest, "", "left over in {formula}");
        // A formula that points to an empty cell shows zero.
        let value = if value == Value::Empty { Value::Number(0.0) } else { value };
        self.known.borrow_mut().insert(at, Some(value.clone()));
        value
    }

    fn only(&self, area: Area) -> Value {
        assert_eq!(area.first, area.last, "several cells where one is wanted");
        self.value((area.sheet, area.first))
    }

    fn cells(&self, area: Area) -> impl Iterator<Item = Value> {
        let rows = area.first.0..=area.last.0;
        rows.flat_map(move |row| (area.first.1..=area.last.1).map(move |column| (row, column)))
            .map(move |at| self.value((area.sheet, at)))
    }

    fn numbers(&self, terms: Vec<Term>) -> Vec<f64> {
        let mut numbers = Vec::new();
        for term in terms {
            match term {
                Term::One(value) => numbers.push(number(&value)),
                Term::Area(area) => numbers.extend(self.cells(area).filter_map(|value| match value {
                    Value::Number(number) => Some(number),
                    Value::Empty | Value::Text(_) => None,
                })),
            }
        }
        numbers
    }

    fn function(&self, name: &str, mut terms: Vec<Term>) -> Value {
        let one = |term: &Term| match term {
            Term::One(value) => value.clone(),
            Term::Area(area) => self.only(*area),
        };
        let area = |term: &Term| match term {
            Term::Area(area) => *area,
            Term::One(_) => panic!("{name} wants cells"),
        };
        Value::Number(match name {
            "SUM" => self.numbers(terms).iter().sum(),
            "MIN" => self.numbers(terms).into_iter().reduce(f64::min).unwrap_or(0.0),
            "MAX" => self.numbers(terms).into_iter().reduce(f64::max).unwrap_or(0.0),
            "ROUND" => round(number(&one(&terms[0])), number(&one(&terms[1])) as i32),
            "IF" => return one(if number(&one(&terms[0])) != 0.0 { &terms[1] } else { &terms[2] }),
            "SUMIF" => {
                let sums = if terms.len() == 3 { area(&terms.remove(2)) } else { area(&terms[0]) };
                self.sum_if(sums, &[(area(&terms[0]), one(&terms[1]))])
            }
            "SUMIFS" => {
                let conditions: Vec<_> =
                    terms[1..].chunks(2).map(|pair| (area(&pair[0]), one(&pair[1]))).collect();
                self.sum_if(area(&terms[0]), &conditions)
            }
            other => panic!("{other} is no function of the export"),
        })
    }

    fn sum_if(&self, sums: Area, conditions: &[(Area, Value)]) -> f64 {
        let mut sum = 0.0;
        for row in 0..=sums.last.0 - sums.first.0 {
            for column in 0..=sums.last.1 - sums.first.1 {
                let at = |area: &Area| (area.sheet, (area.first.0 + row, area.first.1 + column));
                let holds = |(area, wanted): &(Area, Value)| matches(&self.value(at(area)), wanted);
                if conditions.iter().all(holds)
                    && let Value::Number(number) = self.value(at(&sums))
                {
                    sum += number;
                }
            }
        }
        sum
    }
}

fn number(value: &Value) -> f64 {
    match value {
        Value::Empty => 0.0,
        Value::Number(number) => *number,
        Value::Text(text) => panic!("{text:?} where a number is wanted"),
    }
}

fn matches(value: &Value, wanted: &Value) -> bool {
    match (value, wanted) {
        (Value::Number(number), Value::Text(text)) if text == "<0" => *number < 0.0,
        (_, Value::Text(text)) if text == "<0" => false,
        (value, wanted) => value == wanted,
    }
}

/// Half away from zero, blind to what lies beyond fifteen digits as spreadsheets are.
fn round(number: f64, digits: i32) -> f64 {
    let seen: f64 = format!("{number:.14e}").parse().unwrap();
    let scaled: f64 = format!("{:.14e}", seen.abs() * 10_f64.powi(digits)).parse().unwrap();
    ((scaled + 0.5).floor() / 10_f64.powi(digits)).copysign(seen)
}

struct Reader<'a> {
    calculation: &'a Calculation<'a>,
    sheet: usize,
    text: &'a str,
    rest: &'a str,
}

impl Reader<'_> {
    fn take(&mut self, sign: &str) -> bool {
        let found = self.rest.strip_prefix(sign);
        self.rest = found.unwrap_or(self.rest);
        found.is_some()
    }

    fn one(&self, term: Term) -> Value {
        match term {
            Term::One(value) => value,
            Term::Area(area) => self.calculation.only(area),
        }
    }

    fn comparison(&mut self) -> Term {
        let left = self.sum();
        for sign in ["=", "<", ">"] {
            if self.take(sign) {
                let left = self.one(left);
                let right = self.sum();
                let right = self.one(right);
                let holds = match sign {
                    // An empty cell equals an empty text.
                    "=" => left == right || (left == Value::Empty && right == Value::Text(String::new())),
                    "<" => number(&left) < number(&right),
                    _ => number(&left) > number(&right),
                };
                return Term::One(Value::Number(f64::from(u8::from(holds))));
            }
        }
        left
    }

    fn sum(&mut self) -> Term {
        let mut left = self.product();
        loop {
            let sign = if self.take("+") {
                1.0
            } else if self.take("-") {
                -1.0
            } else {
                return left;
            };
            let right = self.product();
            let (a, b) = (number(&self.one(left)), number(&self.one(right)));
            left = Term::One(Value::Number(a + sign * b));
        }
    }

    fn product(&mut self) -> Term {
        let mut left = self.factor();
        loop {
            let divides = if self.take("*") {
                false
            } else if self.take("/") {
                true
            } else {
                return left;
            };
            let right = self.factor();
            let (a, b) = (number(&self.one(left)), number(&self.one(right)));
            left = Term::One(Value::Number(if divides { a / b } else { a * b }));
        }
    }

    fn factor(&mut self) -> Term {
        if self.take("-") {
            let factor = self.factor();
            return Term::One(Value::Number(-number(&self.one(factor))));
        }
        if self.take("(") {
            let inner = self.comparison();
            assert!(self.take(")"), "no closing bracket in {}", self.text);
            return inner;
        }
        if self.take("\"") {
            let end = self.rest.find('"').unwrap();
            let (text, rest) = self.rest.split_at(end);
            self.rest = &rest[1..];
            return Term::One(Value::Text(text.to_owned()));
        }
        if self.rest.starts_with(|c: char| c.is_ascii_digit()) {
            let end = self.rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(self.rest.len());
            let (digits, rest) = self.rest.split_at(end);
            self.rest = rest;
            return Term::One(Value::Number(digits.parse().unwrap()));
        }
        self.name()
    }

    /// A function, or one or several cells.
    fn name(&mut self) -> Term {
        let quoted = self.rest.strip_prefix('\'').and_then(|rest| rest.split_once("'!"));
        let mut sheet = self.sheet;
        if let Some((name, rest)) = quoted {
            sheet = place(self.calculation.book, name);
            self.rest = rest;
        }
        let is_name = |c: char| c.is_alphanumeric() || c == '$' || c == '_';
        let mut word = self.word(is_name);
        if self.take("!") {
            sheet = place(self.calculation.book, word);
            word = self.word(is_name);
        }
        if self.take("(") {
            let mut terms = vec![self.comparison()];
            while self.take(",") {
                terms.push(self.comparison());
            }
            assert!(self.take(")"), "no closing bracket in {}", self.text);
            return Term::One(self.calculation.function(word, terms));
        }
        let first = address(word).unwrap_or_else(|| panic!("{word:?} in {}", self.text));
        let last = if self.take(":") { address(self.word(is_name)).unwrap() } else { first };
        Term::Area(Area { sheet, first, last })
    }
}

impl<'a> Reader<'a> {
    fn word(&mut self, is_in: impl Fn(char) -> bool) -> &'a str {
        let end = self.rest.find(|c| !is_in(c)).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        word
    }
}

#[test]
fn rounding_is_half_away_from_zero_as_people_read_numbers() {
    assert_eq!(round(7.505, 2), 7.51);
    assert_eq!(round(-7.505, 2), -7.51);
    assert_eq!(round(1.005, 2), 1.01);
    assert_eq!(round(2.344_999, 2), 2.34);
}
