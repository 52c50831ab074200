//! Who may pay which classes of costs.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::funding::settlement::component::Component;
use crate::funding::settlement::nature::{Access, Group};
use crate::journal::ActivityIndex;

/// The classes that money of a line may pay, in the order of their years, counted from the first of its
/// component.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reach {
    pub(crate) free: Vec<usize>,
    /// Those under a limit of the line, by group.
    pub(crate) limited: Vec<(Group, Vec<usize>)>,
}

impl Reach {
    /// All but the cost of the structure that stands for a flat rate.
    pub(crate) fn eligible(&self) -> impl Iterator<Item = usize> + '_ {
        let limited = self.limited.iter().filter(|(group, _)| *group != Group::FlatRate);
        self.free.iter().chain(limited.flat_map(|(_, classes)| classes)).copied()
    }

    fn push(&mut self, access: Access, class: usize) {
        if access.is_free() {
            self.free.push(class);
            return;
        }
        let group = access.group();
        match self.limited.binary_search_by_key(&group, |(group, _)| *group) {
            Ok(place) => self.limited[place].1.push(class),
            Err(place) => self.limited.insert(place, (group, Vec::from([class]))),
        }
    }
}

/// Who may pay a cost of a fiscal year.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Able {
    pub(crate) year: usize,
    pub(crate) new: Vec<Access>,
    pub(crate) carried: Vec<Access>,
    pub(crate) earning: Vec<ActivityIndex>,
    pub(crate) chosen: Vec<usize>,
}

/// Who may pay each class, seen from those who pay: classes are counted from the first of the component.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reaches {
    /// By funded line, what its money of a fiscal year may pay.
    pub(crate) of_new: Vec<Reach>,
    /// By funded line, what money it carried over may pay.
    pub(crate) of_carried: Vec<Reach>,
    /// By choice of the user, what it is about.
    pub(crate) of_choices: Vec<Vec<usize>>,
    /// By activity with own income.
    pub(crate) of_income: BTreeMap<ActivityIndex, Vec<usize>>,
}

impl Reaches {
    /// Those of so many lines and choices, by who may pay each class.
    pub(crate) fn new<T>(
        classes: &[(Able, T)],
        components: &[Component],
        (lines, choices): (usize, usize),
    ) -> Self {
        // There are far more of those who may pay than of classes: they get their room at once.
        let mut counts = alloc::vec![[0, 0]; lines];
        for (able, _) in classes {
            able.new.iter().for_each(|access| counts[access.line()][0] += 1);
            able.carried.iter().for_each(|access| counts[access.line()][1] += 1);
        }
        let reach = |count| Reach { free: Vec::with_capacity(count), limited: Vec::new() };
        let mut reaches = Self {
            of_new: counts.iter().map(|[count, _]| reach(*count)).collect(),
            of_carried: counts.iter().map(|[_, count]| reach(*count)).collect(),
            of_choices: alloc::vec![Vec::new(); choices],
            of_income: BTreeMap::new(),
        };
        for component in components {
            for (class, (able, _)) in classes[component.classes.clone()].iter().enumerate() {
                able.new.iter().for_each(|access| reaches.of_new[access.line()].push(*access, class));
                let carried = able.carried.iter();
                carried.for_each(|access| reaches.of_carried[access.line()].push(*access, class));
                able.chosen.iter().for_each(|choice| reaches.of_choices[*choice].push(class));
                for activity in &able.earning {
                    reaches.of_income.entry(*activity).or_default().push(class);
                }
            }
        }
        reaches
    }
}
