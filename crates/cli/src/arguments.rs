//! The words of the command line.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use previ_engine::certainty::CertaintyView;
use previ_engine::money::Percent;
use previ_engine::month::Month;
use previ_words::{Language, text};

/// What is asked.
pub(crate) enum Request {
    Forecast(ForecastRequest),
    Funding(ViewRequest),
    Calendar(ViewRequest),
    Activity(ActivityRequest),
    Workload(ViewRequest),
    Staff(StaffRequest),
    Check(CheckRequest),
    Import(ImportRequest),
    Export(ExportRequest),
    Explain(ExplainRequest),
    InCitu(InCituRequest),
}

pub(crate) struct ForecastRequest {
    pub(crate) file: Option<PathBuf>,
    pub(crate) view: CertaintyView,
    pub(crate) format: Format,
    pub(crate) accounts: Accounts,
}

/// A page of a plan, for those that ask for nothing else.
pub(crate) struct ViewRequest {
    pub(crate) file: Option<PathBuf>,
    pub(crate) view: CertaintyView,
    pub(crate) format: Format,
}

pub(crate) struct ActivityRequest {
    pub(crate) file: Option<PathBuf>,
    pub(crate) view: CertaintyView,
    /// Numbers of activities in the order of the plan, such as `1,4,6-8`; all of them when absent.
    pub(crate) only: Option<String>,
    pub(crate) format: Format,
}

pub(crate) struct StaffRequest {
    pub(crate) file: Option<PathBuf>,
    pub(crate) view: CertaintyView,
    /// A position by its number or its name, whose pay is shown; all of them when absent.
    pub(crate) post: Option<String>,
    /// The month of that pay; the first one of the position when absent.
    pub(crate) month: Option<Month>,
    pub(crate) format: Format,
}

pub(crate) struct CheckRequest {
    pub(crate) file: Option<PathBuf>,
    pub(crate) format: Format,
}

pub(crate) struct ImportRequest {
    pub(crate) file: PathBuf,
    pub(crate) output: PathBuf,
    pub(crate) sheet: Option<String>,
    pub(crate) first_year: Option<i32>,
    pub(crate) existing: Existing,
}

pub(crate) struct ExportRequest {
    pub(crate) file: Option<PathBuf>,
    pub(crate) output: PathBuf,
    pub(crate) view: CertaintyView,
    pub(crate) existing: Existing,
}

pub(crate) struct ExplainRequest {
    pub(crate) file: Option<PathBuf>,
    pub(crate) figure: String,
    pub(crate) view: CertaintyView,
    pub(crate) format: Format,
}

/// The arithmetic of InCitu's workbook on a year.
pub(crate) struct InCituRequest {
    pub(crate) file: Option<PathBuf>,
    pub(crate) year: Option<i32>,
    pub(crate) set: Option<String>,
    pub(crate) contributions: Option<Percent>,
    pub(crate) format: Format,
}

/// For a person or for a machine.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Text,
    Json,
}

/// How much of the chart of accounts a forecast shows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Accounts {
    Headings,
    All,
}

/// What happens to a file that is already there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Existing {
    Keep,
    Replace,
}

const VIEWS: [(&str, CertaintyView); 6] = [
    ("certain", CertaintyView::Certain),
    ("attendu", CertaintyView::Expected),
    ("tout", CertaintyView::Everything),
    ("sure", CertaintyView::Certain),
    ("expected", CertaintyView::Expected),
    ("everything", CertaintyView::Everything),
];

/// The language asked for by `--lang`, French otherwise: known before the rest is read, for the texts
/// of the help itself.
pub(crate) fn language(args: &[OsString]) -> Language {
    let mut texts = args.iter().filter_map(|arg| arg.to_str());
    while let Some(arg) = texts.next() {
        let code = match arg.strip_prefix("--lang") {
            Some("") => texts.next(),
            Some(rest) => rest.strip_prefix('='),
            None => continue,
        };
        return code.and_then(|code| code.parse().ok()).unwrap_or_default();
    }
    Language::default()
}

/// The whole command line in a language.
pub(crate) fn command(language: Language) -> Command {
    let say = |id: &str| text(language, id);
    let file = || path("file", say("cli-arg-file"), say("cli-value-file"));
    let json = || flag("json", say("cli-arg-json"));
    let force = || flag("force", say("cli-arg-force"));
    let view = || {
        let names = PossibleValuesParser::new(VIEWS.map(|(name, _)| name));
        let option = option("view", say("cli-arg-view"), say("cli-value-view")).value_parser(names);
        option.default_value("tout").hide_default_value(true).hide_possible_values(true)
    };
    let output = || {
        let option = option("output", say("cli-arg-output"), say("cli-value-file")).short('o');
        option.required(true).value_parser(value_parser!(PathBuf))
    };
    let languages = PossibleValuesParser::new(Language::ALL.map(Language::code));
    let lang = option("lang", say("cli-arg-lang"), say("cli-value-lang")).value_parser(languages);
    // Like the ones clap adds, whose texts are English.
    let help = flag("help", say("cli-arg-help")).short('h').action(ArgAction::Help).global(true);
    let version = flag("version", say("cli-arg-version")).short('V').action(ArgAction::Version);
    let page = format!("{{about}}\n\n{} {{usage}}\n\n{{all-args}}{{after-help}}", say("cli-usage-heading"));
    let subcommand = |name: &'static str, about: &str| {
        let command = Command::new(name).about(say(about)).help_template(page.clone());
        command.disable_help_flag(true)
    };
    let whole = Command::new("previ")
        .version(env!("CARGO_PKG_VERSION"))
        .about(say("cli-about"))
        .after_help(say("cli-after-help"))
        .help_template(page.clone())
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .subcommand_required(true)
        .subcommand_help_heading(say("cli-commands-heading"))
        .subcommand_value_name(say("cli-value-command"))
        .args([
            lang.hide_possible_values(true).global(true).display_order(100),
            help.display_order(101),
            version.display_order(102),
        ]);
    whole
        .subcommand(
            subcommand("forecast", "cli-forecast")
                .arg(file())
                .arg(view())
                .arg(flag("accounts", say("cli-arg-accounts")))
                .arg(json()),
        )
        .subcommand(subcommand("funding", "cli-funding").arg(file()).arg(view()).arg(json()))
        .subcommand(subcommand("workload", "cli-workload").arg(file()).arg(view()).arg(json()))
        .subcommand(
            subcommand("staff", "cli-staff")
                .arg(file())
                .arg(option("post", say("cli-arg-post"), say("cli-value-post")))
                .arg(
                    option("month", say("cli-arg-month"), say("cli-value-month"))
                        .requires("post")
                        .value_parser(value_parser!(Month)),
                )
                .arg(view())
                .arg(json()),
        )
        .subcommand(subcommand("calendar", "cli-calendar").arg(file()).arg(view()).arg(json()))
        .subcommand(
            subcommand("activity", "cli-activity")
                .arg(file())
                .arg(option("only", say("cli-arg-only"), say("cli-value-numbers")))
                .arg(view())
                .arg(json()),
        )
        .subcommand(subcommand("check", "cli-check").arg(file()).arg(json()))
        .subcommand(
            subcommand("import", "cli-import")
                .arg(path("file", say("cli-arg-sheet-file"), say("cli-value-sheet-file")).required(true))
                .arg(output())
                .arg(option("sheet", say("cli-arg-sheet"), say("cli-value-name")))
                .arg(
                    option("first-year", say("cli-arg-first-year"), say("cli-value-year"))
                        .value_parser(value_parser!(i32).range(1900..=2200)),
                )
                .arg(force()),
        )
        .subcommand(subcommand("export", "cli-export").arg(file()).arg(output()).arg(view()).arg(force()))
        .subcommand(
            subcommand("explain", "cli-explain")
                .arg(path("file", say("cli-arg-plan-file"), say("cli-value-file")).required(true))
                .arg(
                    Arg::new("figure")
                        .required(true)
                        .help(say("cli-arg-figure"))
                        .value_name(say("cli-value-figure")),
                )
                .arg(view())
                .arg(json()),
        )
        .subcommand(
            subcommand("incitu", "cli-incitu")
                .arg(file())
                .arg(
                    option("year", say("cli-arg-year"), say("cli-value-year"))
                        .value_parser(value_parser!(i32).range(1900..=2200)),
                )
                .arg(option("set", say("cli-arg-set"), say("cli-value-set")))
                .arg(
                    option("contributions", say("cli-arg-contributions"), say("cli-value-percent"))
                        .value_parser(contributions),
                )
                .arg(json()),
        )
        .subcommand(subcommand("help", "cli-arg-help").hide(true))
}

/// Contributions as a share of pay, 0 to 100 %.
fn contributions(text: &str) -> Result<Percent, String> {
    let percent: Percent = text.replace(',', ".").parse()?;
    let is_share = !percent.value().is_sign_negative() && percent <= Percent::WHOLE;
    is_share.then_some(percent).ok_or_else(|| text.to_owned())
}

fn path(name: &'static str, help: String, value: String) -> Arg {
    Arg::new(name).value_parser(value_parser!(PathBuf)).help(help).value_name(value)
}

fn option(name: &'static str, help: String, value: String) -> Arg {
    Arg::new(name).long(name).help(help).value_name(value)
}

fn flag(name: &'static str, help: String) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(help)
}

impl Request {
    /// The request behind arguments that were accepted.
    pub(crate) fn from_matches(matches: &ArgMatches) -> Option<Self> {
        let (name, matches) = matches.subcommand()?;
        let file = || matches.get_one::<PathBuf>("file").cloned();
        let format = || if matches.get_flag("json") { Format::Json } else { Format::Text };
        let existing = || if matches.get_flag("force") { Existing::Replace } else { Existing::Keep };
        let output = || matches.get_one::<PathBuf>("output").cloned();
        let view = || {
            let name = matches.get_one::<String>("view")?;
            VIEWS.iter().find(|(known, _)| known == name).map(|(_, view)| *view)
        };
        Some(match name {
            "forecast" => Self::Forecast(ForecastRequest {
                file: file(),
                view: view()?,
                format: format(),
                accounts: if matches.get_flag("accounts") { Accounts::All } else { Accounts::Headings },
            }),
            "funding" => Self::Funding(ViewRequest { file: file(), view: view()?, format: format() }),
            "workload" => Self::Workload(ViewRequest { file: file(), view: view()?, format: format() }),
            "staff" => Self::Staff(StaffRequest {
                file: file(),
                view: view()?,
                post: matches.get_one("post").cloned(),
                month: matches.get_one("month").copied(),
                format: format(),
            }),
            "calendar" => Self::Calendar(ViewRequest { file: file(), view: view()?, format: format() }),
            "activity" => Self::Activity(ActivityRequest {
                file: file(),
                view: view()?,
                only: matches.get_one("only").cloned(),
                format: format(),
            }),
            "check" => Self::Check(CheckRequest { file: file(), format: format() }),
            "import" => Self::Import(ImportRequest {
                file: file()?,
                output: output()?,
                sheet: matches.get_one("sheet").cloned(),
                first_year: matches.get_one("first-year").copied(),
                existing: existing(),
            }),
            "export" => Self::Export(ExportRequest {
                file: file(),
                output: output()?,
                view: view()?,
                existing: existing(),
            }),
            "explain" => Self::Explain(ExplainRequest {
                file: file(),
                figure: matches.get_one("figure").cloned()?,
                view: view()?,
                format: format(),
            }),
            "incitu" => Self::InCitu(InCituRequest {
                file: file(),
                year: matches.get_one("year").copied(),
                set: matches.get_one("set").cloned(),
                contributions: matches.get_one("contributions").copied(),
                format: format(),
            }),
            _ => return None,
        })
    }
}
