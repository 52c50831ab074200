//! What was read from a spreadsheet, before any of it enters the plan: each line with its account, what is
//! doubtful, and every cell that found no place.

use egui::{CollapsingHeader, RichText, ScrollArea, Ui};
use previ_engine::account::AccountNumber;
use previ_engine::diagnostic::{Arg, Severity};
use previ_session::Session;
use previ_session::events::ImportReview;
use previ_sheets::import::{ProposedItem, ProposedKind, Question, YearSource, not_placed};
use previ_words::{Decimals, Language, account_label, amount, message, money, place, text, text_with};

use super::{Outcome, buttons, title};
use crate::theme::Tokens;
use crate::widget::block::{hint, mark, unbroken};
use crate::widget::field::Field;
use crate::widget::form;

/// What was read, and which of it is wanted.
#[derive(Clone, Debug, PartialEq)]
pub struct ProposalForm {
    review: ImportReview,
    /// One for each item.
    wanted: Vec<bool>,
}

/// Height of a row of the list.
const ROW: f32 = 28.0;

impl ProposalForm {
    /// Everything is wanted at first.
    #[must_use]
    pub fn new(review: ImportReview) -> Self {
        let wanted = vec![true; review.proposal.items.len()];
        Self { review, wanted }
    }

    /// What is wanted of it.
    #[must_use]
    pub fn accepted(&self) -> ImportReview {
        let mut review = self.review.clone();
        let mut wanted = self.wanted.iter();
        review.proposal.items.retain(|_| wanted.next() == Some(&true));
        review
    }

    pub(super) fn show(&mut self, ui: &mut Ui, session: &Session) -> Outcome {
        let language = session.language();
        title(ui, &text(language, "app-import"));
        self.sheet(ui, language);
        ui.separator();
        self.items(ui, session);
        self.doubts(ui, language);
        self.left_over(ui, language);
        buttons(ui, language, "app-import-accept")
    }

    /// Which sheet, which year, which totals.
    fn sheet(&mut self, ui: &mut Ui, language: Language) {
        let proposal = &mut self.review.proposal;
        let sheet = [("sheet", Arg::Text(proposal.sheet.clone()))];
        ui.label(text_with(language, "app-import-sheet", &sheet));
        let words = text(language, "app-import-year");
        form::row(ui, &words, |ui| {
            let first = proposal.first_year;
            let years: Vec<(i32, String)> =
                (first - 5..=first + 5).map(|year| (year, year.to_string())).collect();
            if let Some(year) = form::choose(ui, "import-year", &words, &first, &years) {
                proposal.first_year = year;
                proposal.first_year_source = YearSource::Asked;
            }
            if proposal.first_year_source == YearSource::Assumed {
                hint(ui, text(language, "app-import-year-assumed"));
            }
        });
        let total = |class: u8| -> i64 {
            let items = self.review.proposal.items.iter().zip(&self.wanted);
            let counted = items.filter(|(item, wanted)| **wanted && counts(item, class));
            counted.map(|(item, _)| item.amount.cents()).sum()
        };
        let (charges, income) = (total(6), total(7));
        let sums = [
            ("charges", Arg::Text(money(language, charges, Decimals::Two))),
            ("income", Arg::Text(money(language, income, Decimals::Two))),
            ("result", Arg::Text(money(language, income - charges, Decimals::Two))),
        ];
        ui.label(unbroken(&text_with(language, "app-import-totals", &sums)));
        hint(ui, text(language, "app-import-why"));
    }

    fn items(&mut self, ui: &mut Ui, session: &Session) {
        let count = self.review.proposal.items.len();
        ScrollArea::vertical().id_salt("items").max_height(260.0).auto_shrink([false, true]).show_rows(
            ui,
            ROW,
            count,
            |ui, rows| {
                for place in rows {
                    let items = self.review.proposal.items.get_mut(place).zip(self.wanted.get_mut(place));
                    if let Some((item, wanted)) = items {
                        row(ui, session, place, item, wanted);
                    }
                }
            },
        );
    }

    fn doubts(&self, ui: &mut Ui, language: Language) {
        let said = &self.review.diagnostics;
        if said.is_empty() {
            return;
        }
        let count = [("count", Arg::Number(said.len().into()))];
        CollapsingHeader::new(text_with(language, "app-import-doubts", &count)).id_salt("doubts").show(
            ui,
            |ui| {
                ScrollArea::vertical()
                    .id_salt("doubt-rows")
                    .max_height(150.0)
                    .auto_shrink([false, true])
                    .show(ui, |ui| {
                        for doubt in said {
                            let words = message(language, doubt);
                            ui.horizontal_top(|ui| {
                                mark(ui, doubt.severity);
                                ui.vertical(|ui| {
                                    let where_to = place(language, &doubt.place);
                                    ui.label(unbroken(&format!("{where_to} – {}", words.text)));
                                    if !words.hint.is_empty() {
                                        hint(ui, words.hint);
                                    }
                                });
                            });
                        }
                    });
            },
        );
    }

    fn left_over(&self, ui: &mut Ui, language: Language) {
        let left = not_placed(&self.review.proposal);
        if left.is_empty() {
            hint(ui, text(language, "app-import-all-placed"));
            return;
        }
        let count = [("count", Arg::Number(left.len().into()))];
        CollapsingHeader::new(text_with(language, "app-import-left", &count)).id_salt("left").show(
            ui,
            |ui| {
                ScrollArea::vertical()
                    .id_salt("left-rows")
                    .max_height(150.0)
                    .auto_shrink([false, true])
                    .show(ui, |ui| {
                        for cell in left {
                            ui.horizontal(|ui| {
                                form::label(ui, 60.0, &cell.address);
                                form::label(ui, 260.0, cell.text.trim());
                                hint(ui, text(language, cell.reason.text_id()));
                            });
                        }
                    });
            },
        );
    }
}

/// Whether an item counts among charges (6) or income (7).
fn counts(item: &ProposedItem, class: u8) -> bool {
    !matches!(item.kind, ProposedKind::InKind(_)) && item.account.class() == class
}

fn row(ui: &mut Ui, session: &Session, nth: usize, item: &mut ProposedItem, wanted: &mut bool) {
    let language = session.language();
    let tokens = Tokens::in_use(ui);
    ui.horizontal(|ui| {
        form::marks(ui, |ui| ui.checkbox(wanted, "")).accessible_name(text_with(
            language,
            "app-import-take",
            &[("label", Arg::Text(item.label.clone()))],
        ));
        cut(ui, 270.0, &item.label);
        let name = text_with(language, "app-import-account-of", &[("label", Arg::Text(item.label.clone()))]);
        let id = egui::Id::unique(("import-account", nth));
        let typed = Field::new(id, &name, &item.account.to_string()).width(72.0).show(ui);
        if let Some(account) = typed.and_then(|typed| typed.trim().parse::<AccountNumber>().ok()) {
            item.account = account;
            item.question = None;
        }
        cut(ui, 260.0, &account_label(language, session.reference(), item.account));
        let shown = unbroken(&amount(language, item.amount.cents(), Decimals::Two));
        form::label_right(ui, 110.0, RichText::new(shown).color(tokens.amount(item.amount.cents())));
        if let Some(question) = item.question {
            let severity = match question {
                Question::AccountFromLabel => Severity::Note,
                Question::AccountGuessed | Question::LabelSaysOtherwise(_) => Severity::Warning,
            };
            mark(ui, severity).on_hover_text(asked(language, session, question));
        }
    });
}

/// Text that ends in dots where it is too long, and is shown whole under the pointer.
fn cut(ui: &mut Ui, width: f32, words: &str) {
    let size = egui::vec2(width, ROW);
    ui.allocate_ui_with_layout(size, egui::Layout::left_to_right(egui::Align::Center), |ui| {
        ui.set_min_size(size);
        ui.add(egui::Label::new(words).truncate());
    });
}

/// What to look at.
fn asked(language: Language, session: &Session, question: Question) -> String {
    match question {
        Question::AccountFromLabel => text(language, "app-import-from-label"),
        Question::AccountGuessed => text(language, "app-import-guessed"),
        Question::LabelSaysOtherwise(account) => {
            let label = account_label(language, session.reference(), account);
            let other = Arg::Text(format!("{account} – {label}"));
            text_with(language, "app-import-otherwise", &[("account", other)])
        }
    }
}
