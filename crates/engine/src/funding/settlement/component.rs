//! Lines and classes that no money connects: each such part is settled by itself.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::ops::Range;

use crate::funding::settlement::choice::Choice;
use crate::funding::settlement::reach::Able;
use crate::journal::ActivityIndex;

/// Those who may pay the same classes, or classes that others of them may pay, with all these classes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Component {
    /// Its classes stand together, in the order of their years.
    pub(crate) classes: Range<usize>,
    /// Its lines in their order.
    pub(crate) lines: Vec<usize>,
    /// The activities whose own income it has.
    pub(crate) earning: Vec<ActivityIndex>,
    /// The choices that its lines follow.
    pub(crate) choices: Vec<usize>,
}

/// Which of those who pay are connected: sets that grow together (union-find).
pub(crate) struct Connections {
    /// Somebody of the same set that comes earlier, or itself.
    earlier: Vec<usize>,
    lines: usize,
}

impl Connections {
    /// So many lines and activities, nobody connected.
    pub(crate) fn new(lines: usize, activities: usize) -> Self {
        Self { earlier: (0..lines + activities).collect(), lines }
    }

    /// The first of a set.
    fn first(&mut self, mut one: usize) -> usize {
        while self.earlier[one] != one {
            self.earlier[one] = self.earlier[self.earlier[one]];
            one = self.earlier[one];
        }
        one
    }

    /// Connects all who may pay a class.
    pub(crate) fn connect(&mut self, able: &Able) {
        let Some(leader) = self.leader(able) else { return };
        let lines = self.lines;
        let payers = able.new.iter().chain(&able.carried).map(|access| access.line());
        for one in payers.chain(able.earning.iter().map(|activity| lines + usize::from(activity.0))) {
            if self.earlier[one] != leader {
                let (a, b) = (self.first(leader), self.first(one));
                self.earlier[a.max(b)] = a.min(b);
            }
        }
    }

    /// The first of the set of those who may pay a class.
    fn leader(&mut self, able: &Able) -> Option<usize> {
        let line = able.carried.first().or(able.new.first()).map(|access| access.line());
        let one = line.or_else(|| able.earning.first().map(|found| self.lines + usize::from(found.0)))?;
        Some(self.first(one))
    }

    /// The components, each in the order in which it is first met, and the classes of one after those of the
    /// other, in their order. Lines that may pay nothing are one each.
    pub(crate) fn components<T>(
        mut self,
        classes: BTreeMap<Able, T>,
        choices: &[Choice],
    ) -> (Vec<Component>, Vec<(Able, T)>) {
        let mut components: Vec<Component> = Vec::new();
        // Classes that nobody may pay are one more set.
        let nobody = self.earlier.len();
        let mut of_set = alloc::vec![usize::MAX; nobody + 1];
        let mut met: Vec<Vec<(Able, T)>> = Vec::new();
        for (able, class) in classes {
            let set = self.leader(&able).unwrap_or(nobody);
            if of_set[set] == usize::MAX {
                of_set[set] = components.len();
                components.push(Component::default());
                met.push(Vec::new());
            }
            met[of_set[set]].push((able, class));
        }
        let mut first = 0;
        for (component, classes) in components.iter_mut().zip(&met) {
            component.classes = first..first + classes.len();
            first += classes.len();
        }
        for line in 0..self.lines {
            let set = self.first(line);
            if of_set[set] == usize::MAX {
                of_set[set] = components.len();
                components.push(Component::default());
            }
            components[of_set[set]].lines.push(line);
        }
        for (activity, one) in (0..).map(ActivityIndex).zip(self.lines..nobody) {
            let set = self.first(one);
            if let Some(component) = components.get_mut(of_set[set]) {
                component.earning.push(activity);
            }
        }
        for (place, choice) in choices.iter().enumerate() {
            let set = self.first(choice.line);
            components[of_set[set]].choices.push(place);
        }
        let one_after_the_other = met.into_iter().reduce(|mut all, more| {
            all.extend(more);
            all
        });
        (components, one_after_the_other.unwrap_or_default())
    }
}
