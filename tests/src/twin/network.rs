//! Who pays with whom: from a source to each payer, from there, through the limits of a line, to the classes it
//! may pay, from there to a sink.

use std::collections::BTreeMap;

use super::choice::Choice;
use super::classes::{Class, Group, Who};
use super::flow::Network;

/// Somebody who pays in a fiscal year.
#[derive(Clone, Copy)]
pub struct Payer {
    pub who: Who,
    /// The line whose money it is.
    pub line: Option<usize>,
    /// The fiscal year in which it pays.
    pub year: i32,
    /// Whether it may also pay costs of earlier years.
    pub late: bool,
    /// The most it pays, in cents.
    pub limit: i64,
}

/// A limit of a line on a group of its costs in a fiscal year.
pub type Limit = (usize, Group, i32);

/// What payers may do.
pub struct Table<'a> {
    pub classes: &'a [Class],
    /// In cents.
    pub limits: &'a BTreeMap<Limit, i64>,
}

/// What payers do together.
pub struct Outcome {
    /// In cents.
    pub paid: i64,
    /// Whether a limit holds for payers that may not pay the same costs: then it is no network any more, and
    /// what comes out may be more than they can pay.
    pub mixed: bool,
}

impl Payer {
    /// Whose money a payer has.
    pub fn line_of(who: Who, choices: &[Choice<'_>]) -> Option<usize> {
        match who {
            Who::Activity(_) => None,
            Who::ChosenCarried(choice) | Who::ChosenNew(choice) => Some(choices[choice].line),
            Who::Carried(line) | Who::New(line) => Some(line),
        }
    }

    /// The group in which it may pay a class: one of its year, or of an earlier one when it is decided late.
    fn group(&self, class: &Class) -> Option<Group> {
        let in_time = class.year == self.year || (self.late && class.year < self.year);
        class.who.iter().find(|(who, _)| in_time && *who == self.who).map(|(_, group)| *group)
    }
}

impl Table<'_> {
    /// What these payers pay together.
    pub fn pay(&self, payers: &[Payer]) -> Outcome {
        let (mut network, _, gates) = self.network(payers);
        Outcome {
            paid: network.max_flow(SOURCE, SINK),
            mixed: gates.values().any(|gate| *gate == Gate::Mixed),
        }
    }

    /// What payers that all pay their limit pay through each limit of a line: the least and the most there can
    /// be.
    pub fn charged(&self, payers: &[Payer]) -> BTreeMap<Limit, (i64, i64)> {
        let (mut network, sources, gates) = self.network(payers);
        network.max_flow(SOURCE, SINK);
        sources.into_iter().for_each(|pipe| network.freeze(pipe));
        let charged = gates.into_iter().map(|(limit, gate)| match gate {
            Gate::Pipe(pipe) => (limit, network.clone().squeeze(pipe)),
            Gate::Mixed | Gate::Open => (limit, (0, i64::MAX)),
        });
        charged.collect()
    }

    /// The network, its pipes to the payers and what became of the limits.
    fn network(&self, payers: &[Payer]) -> (Network, Vec<usize>, BTreeMap<Limit, Gate>) {
        // The classes that each payer may pay through each limit.
        let mut through: BTreeMap<Limit, Vec<(usize, Vec<usize>)>> = BTreeMap::new();
        let first_class = 2 + payers.len();
        let first_gate = first_class + self.classes.len();
        let gates: Vec<Limit> = self.limits.keys().copied().collect();
        let mut network = Network::new(first_gate + 2 * gates.len());
        for (place, class) in self.classes.iter().enumerate() {
            network.pipe(first_class + place, SINK, class.cents);
        }
        let mut sources = Vec::new();
        for (number, payer) in payers.iter().enumerate() {
            sources.push(network.pipe(SOURCE, 2 + number, payer.limit));
            for (place, class) in self.classes.iter().enumerate() {
                match (payer.group(class), payer.line) {
                    (None, _) => {}
                    (Some(Group::Free), _) | (_, None) => {
                        network.pipe(2 + number, first_class + place, payer.limit);
                    }
                    (Some(group), Some(line)) => {
                        let of_limit = through.entry((line, group, payer.year)).or_default();
                        match of_limit.last_mut() {
                            Some((last, classes)) if *last == number => classes.push(place),
                            _ => of_limit.push((number, vec![place])),
                        }
                    }
                }
            }
        }
        let mut passed = BTreeMap::new();
        for (limit, of_payers) in through {
            let Some(at) = gates.iter().position(|gate| *gate == limit) else { continue };
            let most = self.limits[&limit];
            let mut all: Vec<usize> = of_payers.iter().flat_map(|(_, classes)| classes).copied().collect();
            all.sort_unstable();
            all.dedup();
            let is_same = of_payers.iter().all(|(_, classes)| *classes == all);
            let money: i64 = of_payers.iter().map(|(number, _)| payers[*number].limit).sum();
            let cost: i64 = all.iter().map(|place| self.classes[*place].cents).sum();
            if !is_same && most >= money.min(cost) {
                // It limits nothing.
                passed.insert(limit, Gate::Open);
                for (number, classes) in of_payers {
                    for place in classes {
                        network.pipe(2 + number, first_class + place, payers[number].limit);
                    }
                }
                continue;
            }
            let (before, after) = (first_gate + 2 * at, first_gate + 2 * at + 1);
            let pipe = network.pipe(before, after, most);
            passed.insert(limit, if is_same { Gate::Pipe(pipe) } else { Gate::Mixed });
            for place in &all {
                network.pipe(after, first_class + place, self.classes[*place].cents);
            }
            for (number, _) in of_payers {
                network.pipe(2 + number, before, payers[number].limit);
            }
        }
        (network, sources, passed)
    }
}

/// What became of a limit in the network.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gate {
    /// This pipe.
    Pipe(usize),
    /// It limits nothing.
    Open,
    /// Payers that may not pay the same costs pass it.
    Mixed,
}

const SOURCE: usize = 0;
const SINK: usize = 1;
