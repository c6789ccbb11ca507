//! The report as tables: RFC 4180 (Y. Shafranovich, 2005), UTF-8, one file a table, ids in all of them so that they join.
//!
//! A cell of text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, *CSV Injection*).

use super::model::{Idea, Model};
use crate::workshop::text::{Lang, Text};

/// A table: its name, the names of its columns, and its rows.
pub(crate) struct Table {
    /// The name of the file without `.csv`.
    pub name: &'static str,
    /// The names of the columns, the same in every edition.
    pub columns: &'static [&'static str],
    fill: fn(&Model, &mut Rows),
}

impl std::fmt::Debug for Table {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Table").field("name", &self.name).finish_non_exhaustive()
    }
}

pub(crate) const TABLES: &[Table] = &[
    Table {
        name: "agenda",
        columns: &[
            "id",
            "day",
            "date",
            "title_en",
            "title_ru",
            "kind",
            "minutes",
            "extended_to",
            "shortest",
            "begins",
            "stop",
            "droppable",
            "interpreted",
            "weight",
            "instruction_en",
            "instruction_ru",
            "state",
            "planned_begin",
            "planned_end",
            "actual_begin",
            "actual_end",
            "actual_minutes",
            "versions",
        ],
        fill: agenda,
    },
    Table {
        name: "participants",
        columns: &[
            "id",
            "name_en",
            "name_ru",
            "organisation_en",
            "organisation_ru",
            "country",
            "kind",
            "languages",
            "role",
            "arrives",
            "present",
            "versions",
        ],
        fill: participants,
    },
    Table {
        name: "groups",
        columns: &[
            "round",
            "round_title_en",
            "round_title_ru",
            "item",
            "room",
            "room_title_en",
            "room_title_ru",
            "topic_en",
            "topic_ru",
            "seated",
            "person",
            "name_en",
            "name_ru",
            "host",
        ],
        fill: groups,
    },
    Table {
        name: "ideas",
        columns: &[
            "id",
            "merged_into",
            "kind",
            "room",
            "author",
            "author_en",
            "author_ru",
            "tags",
            "text_en",
            "text_ru",
            "unchecked",
            "proposals",
            "versions",
        ],
        fill: ideas,
    },
    Table {
        name: "proposals",
        columns: &[
            "id",
            "title_en",
            "title_ru",
            "state",
            "leads_en",
            "leads_ru",
            "partners_en",
            "partners_ru",
            "place_en",
            "place_ru",
            "when_en",
            "when_ru",
            "enablers",
            "ephos",
            "ideas",
            "versions",
        ],
        fill: proposals,
    },
    Table {
        name: "votes",
        columns: &[
            "id",
            "title_en",
            "title_ru",
            "stage",
            "options",
            "dots",
            "cap",
            "seats",
            "secret",
            "tie",
            "threshold",
            "opened",
            "closed",
            "ballots",
            "of_seats",
            "counted",
            "late",
            "torn",
            "void",
            "decided_by",
            "owed",
            "seed",
            "drawn",
            "versions",
        ],
        fill: votes,
    },
    Table {
        name: "results",
        columns: &[
            "vote",
            "proposal",
            "title_en",
            "title_ru",
            "rank",
            "total",
            "supporters",
            "agreed",
            "forward",
            "on_the_line",
            "ideas",
        ],
        fill: results,
    },
    Table {
        name: "commitments",
        columns: &[
            "id", "text_en", "text_ru", "owner", "owner_en", "owner_ru", "with", "due", "proposal", "done",
            "versions",
        ],
        fill: commitments,
    },
];

/// One table as a file. `bom` puts a byte order mark before it, without which spreadsheets take it for another encoding.
pub(crate) fn bytes(model: &Model, table: &Table, bom: bool) -> Vec<u8> {
    let mut rows = Rows { done: Vec::new(), now: Vec::new() };
    (table.fill)(model, &mut rows);
    let mut start = Vec::new();
    if bom {
        start.extend_from_slice("\u{feff}".as_bytes());
    }
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(start);
    // Writing into memory does not fail, and rows of another length are none that this file makes: a test holds them.
    let _ = writer.write_record(table.columns);
    for row in &rows.done {
        let _ = writer.write_record(row);
    }
    writer.into_inner().unwrap_or_default()
}

/// A table being filled.
struct Rows {
    done: Vec<Vec<String>>,
    now: Vec<String>,
}

/// Of several in one cell.
const BETWEEN: &str = "; ";

impl Rows {
    /// A cell of text, which somebody may have typed.
    fn text(&mut self, text: &str) -> &mut Self {
        // Blanks of any width do not hide a formula from every spreadsheet, nor does the wide form of its sign.
        let begin = text.trim_start().chars().next();
        let formula = begin
            .is_some_and(|sign| matches!(sign, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠'))
            || text.starts_with(['\t', '\r']);
        self.now.push(if formula { format!("'{text}") } else { text.to_owned() });
        self
    }

    /// A cell of ours: a number, yes or no, a time.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "numbers and words of ours, at each call without a sign of reference"
    )]
    fn ours<T: ToString>(&mut self, value: T) -> &mut Self {
        self.now.push(value.to_string());
        self
    }

    fn maybe<T: ToString>(&mut self, value: Option<T>) -> &mut Self {
        self.now.push(value.map(|value| value.to_string()).unwrap_or_default());
        self
    }

    /// Two cells: the English and the Russian form.
    fn both(&mut self, text: &Text) -> &mut Self {
        for lang in Lang::ALL {
            self.text(text.get(lang).unwrap_or_default());
        }
        self
    }

    fn list<T: AsRef<str>>(&mut self, list: &[T]) -> &mut Self {
        let list: Vec<&str> = list.iter().map(AsRef::as_ref).collect();
        self.text(&list.join(BETWEEN))
    }

    fn texts(&mut self, list: &[Text]) -> &mut Self {
        self.both(&super::words::joined(list, BETWEEN))
    }

    /// How many versions there are, where there are several.
    fn versions(&mut self, versions: &super::model::Versions) -> &mut Self {
        self.maybe(Some(versions.most()).filter(|most| *most > 1))
    }

    fn end(&mut self) {
        self.done.push(std::mem::take(&mut self.now));
    }
}

fn agenda(model: &Model, rows: &mut Rows) {
    for item in &model.agenda {
        let date = usize::try_from(item.day).ok().and_then(|day| model.meeting.days.get(day.checked_sub(1)?));
        rows.text(&item.id).ours(item.day).maybe(date).both(&item.title).text(&item.kind).ours(item.minutes);
        rows.maybe(item.extended_to).ours(item.shortest).maybe(item.begins.as_ref());
        rows.ours(item.stop).ours(item.droppable).ours(item.interpreted);
        rows.maybe(item.weight).both(&item.instruction).ours(item.state);
        let (planned, actual) = (item.planned.as_ref(), item.actual.as_ref());
        rows.maybe(planned.map(|planned| planned.begin.rfc3339()))
            .maybe(planned.map(|planned| planned.end.rfc3339()));
        rows.maybe(actual.map(|actual| actual.begin.rfc3339()));
        rows.maybe(actual.and_then(|actual| Some(actual.end.as_ref()?.rfc3339())));
        rows.maybe(actual.and_then(|actual| actual.minutes)).versions(&item.versions).end();
    }
}

fn participants(model: &Model, rows: &mut Rows) {
    for person in &model.people {
        rows.text(&person.id)
            .both(&person.name)
            .both(&person.organisation)
            .text(&person.country)
            .text(&person.kind);
        rows.list(&person.languages).text(&person.role).maybe(person.arrives).maybe(person.present);
        rows.versions(&person.versions).end();
    }
}

fn groups(model: &Model, rows: &mut Rows) {
    for round in &model.groups {
        for room in &round.rooms {
            let mut row = |person: Option<&super::model::Ref>| {
                rows.text(&round.id).both(&round.title).text(round.item.as_ref().map_or("", |item| &item.id));
                rows.text(&room.id).both(&room.title).both(&room.topic).ours(room.seated);
                let (id, name) =
                    person.map(|person| (person.id.as_str(), person.title.clone())).unwrap_or_default();
                rows.text(id).both(&name).maybe(person.map(|person| room.hosts.contains(&person.id))).end();
            };
            // A room that is empty, or whose people are not told, still has its row.
            if room.people.is_empty() {
                row(None);
            }
            room.people.iter().for_each(|person| row(Some(person)));
        }
    }
}

fn ideas(model: &Model, rows: &mut Rows) {
    let mut used: std::collections::HashMap<&str, Vec<&str>> = std::collections::HashMap::new();
    for proposal in &model.proposals {
        for source in &proposal.ideas {
            used.entry(&source.id).or_default().push(&proposal.id);
        }
    }
    let mut row = |idea: &Idea, into: &str| {
        let name = idea.author_name.clone().unwrap_or_default();
        rows.text(&idea.id).text(into).ours(idea.kind).text(&idea.room).text(&idea.author).both(&name);
        rows.list(&idea.tags)
            .both(&idea.text)
            .list(&idea.unchecked.iter().map(|lang| lang.code()).collect::<Vec<_>>());
        rows.list(used.get(idea.id.as_str()).map(Vec::as_slice).unwrap_or_default())
            .versions(&idea.versions)
            .end();
    };
    for idea in &model.ideas {
        row(idea, "");
        idea.merged.iter().for_each(|merged| row(merged, &idea.id));
    }
}

fn proposals(model: &Model, rows: &mut Rows) {
    for proposal in &model.proposals {
        rows.text(&proposal.id).both(&proposal.title).text(&proposal.state);
        rows.texts(&proposal.leads).texts(&proposal.partners).both(&proposal.place).both(&proposal.when);
        rows.list(&proposal.enablers).list(&proposal.ephos);
        rows.list(&proposal.ideas.iter().map(|source| &source.id).collect::<Vec<_>>());
        rows.versions(&proposal.versions).end();
    }
}

fn votes(model: &Model, rows: &mut Rows) {
    for vote in &model.votes {
        rows.text(&vote.id).both(&vote.title).ours(vote.stage);
        rows.list(&vote.options.iter().map(|option| &option.id).collect::<Vec<_>>());
        rows.ours(vote.dots)
            .ours(vote.cap)
            .ours(vote.seats)
            .ours(vote.secret)
            .text(&vote.tie)
            .ours(vote.threshold);
        rows.maybe(vote.opened.as_ref().map(super::model::Moment::rfc3339));
        rows.maybe(vote.closed.as_ref().map(super::model::Moment::rfc3339));
        rows.ours(vote.turnout.ballots).ours(vote.turnout.seats);
        let result = vote.result.as_ref();
        rows.maybe(result.map(|result| result.ballots)).maybe(result.map(|result| result.late));
        rows.maybe(result.map(|result| result.torn)).maybe(result.map(|result| result.void));
        rows.maybe(result.map(|result| result.decided_by)).maybe(result.and_then(|result| result.owed));
        rows.maybe(result.and_then(|result| result.seed));
        rows.list(result.map(|result| result.drawn.as_slice()).unwrap_or_default())
            .versions(&vote.versions)
            .end();
    }
}

fn results(model: &Model, rows: &mut Rows) {
    for vote in &model.votes {
        for row in vote.result.iter().flat_map(|result| &result.rows) {
            rows.text(&vote.id).text(&row.option).both(&row.title).ours(row.rank).ours(row.total);
            rows.ours(row.supporters).ours(row.agreed).ours(row.forward.name()).ours(row.on_the_line);
            rows.list(&row.ideas).end();
        }
    }
}

fn commitments(model: &Model, rows: &mut Rows) {
    for commitment in &model.commitments {
        let name = commitment.owner_name.clone().unwrap_or_default();
        rows.text(&commitment.id)
            .both(&commitment.text)
            .text(&commitment.owner)
            .both(&name)
            .list(&commitment.with);
        rows.maybe(commitment.due).text(commitment.proposal.as_ref().map_or("", |proposal| &proposal.id));
        rows.ours(commitment.done).versions(&commitment.versions).end();
    }
}
