//! What projects cost, what pays for them, and what they are to bring about.

use previ_engine::certainty::Certainty;
use previ_sheets::incitu::{Both, Project};
use previ_words::certainty;

use super::page::{Page, Side};
use crate::table::{Table, cut, hanging};

impl Page<'_, '_> {
    fn project_name(&self, place: usize, project: &Project) -> String {
        format!("{} {}", place + 1, self.plan.label(project.activity.into()))
    }

    pub(super) fn projects(&self, side: Side) -> Table {
        let columns = [
            "cli-incitu-project",
            "cli-incitu-days-on",
            "cli-incitu-staff",
            "cli-incitu-indirect",
            "cli-incitu-expenses",
            "cli-incitu-project-cost",
            "cli-incitu-funding",
            "cli-incitu-other",
            "cli-incitu-structure",
        ];
        let mut table = self.header(&columns);
        let cells = |amounts: [Both; 8]| {
            let [days, euros @ ..] = amounts;
            let days = self.number(side(days));
            std::iter::once(days).chain(euros.map(|euros| self.euros(side(euros)))).collect::<Vec<_>>()
        };
        let mut whole = [Both::default(); 8];
        for (place, project) in self.report.projects.iter().enumerate() {
            let amounts = [
                project.days,
                project.staff,
                project.indirect.iter().copied().sum(),
                project.expenses_total(),
                project.cost(),
                project.funding(),
                project.other_income(),
                project.paid_by_structure(),
            ];
            for (sum, amount) in whole.iter_mut().zip(amounts) {
                *sum = *sum + amount;
            }
            table.row(self.project_name(place, project), cells(amounts));
        }
        table.rule();
        table.row(self.say("cli-incitu-total"), cells(whole));
        table
    }

    pub(super) fn certainties(&self) -> Table {
        let levels = Certainty::ALL;
        let levels = levels.map(|level| cut(&certainty(self.console.language, level), 20));
        let mut table =
            Table::new(std::iter::once(self.say("cli-incitu-project")).chain(levels).collect::<Vec<_>>());
        for (place, project) in self.report.projects.iter().enumerate() {
            let cells = project.by_certainty().map(|amount| self.euros(amount.planned));
            table.row(self.project_name(place, project), cells);
        }
        table
    }

    /// What each project is to bring about, and what else there is to know.
    pub(super) fn promises(&self, width: usize) -> String {
        let mut text = String::new();
        for (place, project) in self.report.projects.iter().enumerate() {
            let activity = self.plan.activities.iter().find(|known| known.id == project.activity);
            let Some(activity) = activity else { continue };
            let said = activity.deliverables.iter().chain(&activity.details);
            let mut lines = said.map(|line| hanging(line, "  • ", width)).peekable();
            if lines.peek().is_some() {
                text.push_str(&format!("\n{}\n", self.project_name(place, project)));
                text.extend(lines);
            }
        }
        text
    }
}
