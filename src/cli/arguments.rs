//! The arguments, with their help in the language of the interface.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command, value_parser};

use crate::language::Messages;
use crate::report::export::FORMATS;
use crate::report::json::What;
use crate::workshop::meeting;
use crate::workshop::votes::paper::MOST_PRINTED;

/// The most seconds of a meeting that can be rehearsed in a real one.
const MOST_SPEED: u64 = meeting::MOST_SPEED as u64;

/// The most ballot papers in one file, more than a browser prints with patience.
const MOST_PAPERS: u32 = 10_000;

/// The whole command line.
pub(super) fn command(messages: &Messages) -> Command {
    let say = |id: &str| messages.say(id);
    let session = || Arg::new("session").value_name("SESSION").required(true).help(say("help-session"));
    let json = || Arg::new("json").long("json").action(ArgAction::SetTrue).help(say("help-json"));
    let bell = || Arg::new("bell").long("bell").action(ArgAction::SetTrue).help(say("help-bell"));
    let at = || Arg::new("at").long("at").value_name("TIME").help(say("help-at"));
    let palette = || {
        Arg::new("palette")
            .long("palette")
            .global(true)
            .value_name("PALETTE")
            .value_parser(PossibleValuesParser::new(["terminal", "dark", "light", "projector", "mono"]))
            .help(say("help-palette"))
    };
    let number = |name: &'static str, help: &str| {
        Arg::new(name).long(name).value_name("N").value_parser(value_parser!(u64)).help(say(help))
    };
    let papers = |name: &'static str, help: &str, most: u32| {
        let range = value_parser!(u32).range(1..=i64::from(most));
        Arg::new(name).long(name).value_name("N").value_parser(range).help(say(help))
    };
    let named = |name: &'static str| Command::new(name).about(say(&format!("help-{name}")));
    Command::new("talkoot")
        .version(env!("CARGO_PKG_VERSION"))
        .about(say("help-talkoot"))
        .after_help(say("help-first-steps"))
        .disable_help_subcommand(true)
        .arg(
            Arg::new("lang")
                .long("lang")
                .value_name("LANGUAGE")
                .global(true)
                .value_parser(PossibleValuesParser::new(["en", "ru"]))
                .help(say("help-lang")),
        )
        .arg(Arg::new("sessions").long("sessions").value_name("DIR").global(true).help(say("help-sessions")))
        .arg(palette())
        .subcommand(named("open").arg(session()).arg(bell()))
        .subcommand(
            named("new")
                .arg(Arg::new("name").value_name("NAME").required(true).help(say("help-new-name")))
                .arg(Arg::new("from").long("from").value_name("WHAT").help(say("help-from"))),
        )
        .subcommand(
            named("capture")
                .arg(session())
                .arg(Arg::new("room").long("room").value_name("ROOM").help(say("help-room"))),
        )
        .subcommand(named("project").arg(session()).arg(bell()))
        .subcommand(
            named("rehearse")
                .arg(session())
                .arg(number("speed", "help-speed").value_parser(value_parser!(u64).range(1..=MOST_SPEED)))
                .arg(number("seed", "help-rehearse-seed"))
                .arg(Arg::new("to").long("to").value_name("FOLDER").help(say("help-rehearse-to")))
                .arg(json()),
        )
        .subcommand(
            named("import")
                .arg(session())
                .arg(
                    Arg::new("list")
                        .value_name("LIST")
                        .required(true)
                        .value_parser(PossibleValuesParser::new([
                            "people",
                            "proposals",
                            "agenda",
                            "ideas",
                            "ballots",
                        ]))
                        .help(say("help-list")),
                )
                .arg(Arg::new("file").value_name("FILE").required(true).help(say("help-import-file")))
                .arg(Arg::new("vote").long("vote").value_name("VOTE").help(say("help-import-vote")))
                .arg(
                    Arg::new("dry-run").long("dry-run").action(ArgAction::SetTrue).help(say("help-dry-run")),
                ),
        )
        .subcommand(
            named("apply")
                .arg(session())
                .arg(Arg::new("file").value_name("FILE").help(say("help-apply-file")))
                .arg(Arg::new("who").long("who").value_name("WHO").help(say("help-who"))),
        )
        .subcommand(
            named("show")
                .arg(session())
                .arg(
                    Arg::new("what")
                        .value_name("WHAT")
                        .value_parser(PossibleValuesParser::new(What::NAMED.map(What::name)))
                        .help(say("help-what")),
                )
                .arg(at())
                .arg(json()),
        )
        .subcommand(
            named("log")
                .arg(session())
                .arg(Arg::new("who").long("who").value_name("WHO").help(say("help-log-who")))
                .arg(Arg::new("device").long("device").value_name("DEVICE").help(say("help-log-device")))
                .arg(Arg::new("of").long("of").value_name("ID").help(say("help-log-of")))
                .arg(Arg::new("after").long("after").value_name("TIME").help(say("help-log-after")))
                .arg(Arg::new("before").long("before").value_name("TIME").help(say("help-log-before")))
                .arg(json()),
        )
        .subcommand(
            named("export")
                .arg(session())
                .arg(Arg::new("to").long("to").value_name("DIR").help(say("help-to")))
                .arg(
                    Arg::new("format")
                        .long("format")
                        .value_name("FORMATS")
                        .value_delimiter(',')
                        .value_parser(PossibleValuesParser::new(FORMATS.each_ref().map(|format| format.name)))
                        .action(ArgAction::Append)
                        .help(say("help-format")),
                )
                .arg(
                    Arg::new("edition")
                        .long("edition")
                        .value_name("EDITION")
                        .value_parser(PossibleValuesParser::new(["internal", "public"]))
                        .help(say("help-edition")),
                )
                .arg(
                    Arg::new("language")
                        .long("language")
                        .value_name("LANGUAGES")
                        .value_parser(PossibleValuesParser::new(["en", "ru", "both"]))
                        .help(say("help-language")),
                )
                .arg(Arg::new("no-bom").long("no-bom").action(ArgAction::SetTrue).help(say("help-no-bom"))),
        )
        .subcommand(
            named("papers")
                .arg(session())
                .arg(Arg::new("vote").value_name("VOTE").required(true).help(say("help-papers-vote")))
                .arg(papers("count", "help-papers-count", MOST_PAPERS))
                .arg(papers("from", "help-papers-from", MOST_PRINTED))
                .arg(Arg::new("to").long("to").value_name("FILE").help(say("help-papers-to")))
                .arg(
                    Arg::new("force").long("force").action(ArgAction::SetTrue).help(say("help-papers-force")),
                ),
        )
        .subcommand(
            named("check")
                .arg(session())
                .arg(Arg::new("plan").long("plan").action(ArgAction::SetTrue).help(say("help-check-plan")))
                .arg(json()),
        )
        .subcommand(
            named("groups").subcommand_required(true).subcommand(
                named("solve")
                    .arg(
                        Arg::new("instance")
                            .value_name("INSTANCE")
                            .required(true)
                            .help(say("help-solve-instance")),
                    )
                    .arg(number("seed", "help-solve-seed"))
                    .arg(number("steps", "help-solve-steps"))
                    .arg(number("threads", "help-solve-threads").value_parser(value_parser!(u64).range(1..)))
                    .arg(json()),
            ),
        )
        .subcommand(
            named("tally")
                .arg(
                    Arg::new("vote-file")
                        .value_name("FILE")
                        .required_unless_present("spread")
                        .help(say("help-tally-file")),
                )
                .arg(
                    Arg::new("utility")
                        .long("utility")
                        .value_name("WHAT")
                        .value_parser(["dots", "cost", "one"])
                        .help(say("help-tally-utility")),
                )
                .arg(Arg::new("pb").long("pb").action(ArgAction::SetTrue).help(say("help-tally-pb")))
                .arg(Arg::new("before-file").long("before").value_name("FILE").help(say("help-tally-before")))
                .arg(
                    Arg::new("spread")
                        .long("spread")
                        .value_name("COUNTS")
                        .allow_hyphen_values(true)
                        .conflicts_with_all(["vote-file", "before-file"])
                        .help(say("help-tally-spread")),
                )
                .arg(Arg::new("json").long("json").action(ArgAction::SetTrue).help(say("help-tally-json"))),
        )
        .subcommand(
            named("repair")
                .arg(session())
                .arg(
                    Arg::new("copies")
                        .value_name("COPY")
                        .num_args(0..)
                        .action(ArgAction::Append)
                        .help(say("help-repair-copies")),
                )
                .arg(json()),
        )
        .subcommand(
            named("pack")
                .arg(session())
                .arg(Arg::new("out").short('o').long("out").value_name("FILE").help(say("help-pack-out"))),
        )
        .subcommand(
            named("unpack")
                .arg(Arg::new("file").value_name("FILE").required(true).help(say("help-unpack-file")))
                .arg(Arg::new("to").long("to").value_name("DIR").help(say("help-unpack-to"))),
        )
        .subcommand(
            named("merge")
                .arg(
                    Arg::new("inputs")
                        .value_name("SESSION")
                        .required(true)
                        .num_args(1..)
                        .action(ArgAction::Append)
                        .help(say("help-merge-inputs")),
                )
                .arg(
                    Arg::new("out")
                        .short('o')
                        .long("out")
                        .value_name("OUT")
                        .required(true)
                        .help(say("help-merge-out")),
                ),
        )
        .subcommand(
            named("redact")
                .arg(session())
                .arg(Arg::new("person").value_name("PERSON").required(true).help(say("help-redact-person")))
                .arg(
                    Arg::new("also")
                        .long("also")
                        .value_name("WORD")
                        .action(ArgAction::Append)
                        .help(say("help-redact-also")),
                )
                .arg(
                    Arg::new("words").long("words").action(ArgAction::SetTrue).help(say("help-redact-words")),
                )
                .arg(
                    Arg::new("out")
                        .short('o')
                        .long("out")
                        .value_name("OUT")
                        .required(true)
                        .help(say("help-merge-out")),
                ),
        )
        .subcommand(named("keys").arg(json()))
        .subcommand(
            named("completions").arg(
                Arg::new("shell")
                    .value_name("SHELL")
                    .required(true)
                    .value_parser(value_parser!(clap_complete::Shell))
                    .help(say("help-shell")),
            ),
        )
        .subcommand(named("man"))
}
