//! The shape of the answer: the plan, what it is worth, what would be possible, and what contradicts.

use std::time::Duration;

use schemars::JsonSchema;
use serde::Serialize;

use super::instance::Instance;
use crate::language::{Arg, Messages, Named};
use crate::planner::{GivenUp, Problem, Solution, contradictions, topic_prices, unmet};
use crate::wrap;

/// The planner's answer.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[schemars(title = "Talkoot groups: answer")]
pub struct Answer {
    /// For each round, for each room in the instance's order, the ids of its people in the instance's order.
    pub plan: Vec<Vec<Vec<String>>>,
    /// What the plan is worth, level by level: less is better.
    pub levels: Levels,
    /// Σ max(0, m−1) over pairs of people who meet m times, history included.
    pub repeats: i64,
    /// Pairs of people who meet at least once, history included.
    pub distinct: i64,
    /// What no plan can be better than.
    pub bound: Bound,
    /// Whether the plan meets the bound on every level.
    pub proved: bool,
    /// For rounds in which people rank topics: how many would work on each if nothing else were asked, and what its
    /// smallest size costs.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<Topic>,
    /// What was asked and could not be had; empty where `levels.hard` is 0.
    pub conflicts: Vec<Conflict>,
    /// How many changes were looked at.
    pub steps: u64,
    /// How long it took.
    pub seconds: f64,
}

/// What a plan is worth.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Levels {
    /// People and pairs by whom a rule is broken.
    pub hard: i64,
    /// Σ rank² of the topics that people got.
    pub topics: i64,
    /// The worst rank that anybody got.
    pub worst_rank: i64,
    /// Σ m(m−1)/2 over pairs.
    pub mixing: i64,
    /// The most meetings of one pair.
    pub largest: i64,
    /// The fewest different partners that anybody has.
    pub fewest: i64,
    /// How far counts lie outside an even share, over attributes, values, rooms and rounds.
    pub balance: i64,
    /// The same, attribute by attribute, in the order of `rules.balance`.
    pub balance_by: Vec<i64>,
    /// Seats that differ from `before`.
    pub disturbance: i64,
}

/// What no plan can be better than; `fewest` is a bound from above.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Bound {
    /// Of `levels.hard`.
    pub hard: i64,
    /// Of `levels.topics`.
    pub topics: i64,
    /// Of `levels.mixing`.
    pub mixing: i64,
    /// Of `levels.largest`.
    pub largest: i64,
    /// Of `levels.fewest`, from above.
    pub fewest: i64,
    /// Of `levels.balance`.
    pub balance: i64,
    /// Of `levels.disturbance`.
    pub disturbance: i64,
}

/// A topic of a round, by the ranks alone.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Topic {
    /// The round, counted from 0.
    pub round: usize,
    /// The topic.
    pub topic: String,
    /// How many would work on it.
    pub size: usize,
    /// How many its rooms ask for at least.
    pub min: usize,
    /// By how much Σ rank² would be less without that.
    pub price: i64,
}

/// Something that was asked and could not be had.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Conflict {
    /// Which sort of wish.
    pub kind: String,
    /// The round, counted from 0.
    pub round: usize,
    /// The rooms concerned, by id.
    pub rooms: Vec<String>,
    /// The people concerned, by id.
    pub people: Vec<String>,
    /// The same in a sentence, in the language of the interface.
    pub text: String,
    /// For wishes that contradict one another: each, and what giving it up would buy.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub wishes: Vec<Given>,
}

/// A wish of a contradiction.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Given {
    /// Which sort of wish: `min`, `max`, `held`, `host`, `apart`, `together`, `language`, `interpreters`, `alone`.
    pub kind: String,
    /// The rooms concerned, by id.
    pub rooms: Vec<String>,
    /// The people concerned, by id.
    pub people: Vec<String>,
    /// The wish in words.
    pub text: String,
    /// Whether all other wishes could be met without it; absent where that was not found out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub frees: Option<bool>,
    /// The nearest number with which all others could be met.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instead: Option<usize>,
    /// What giving it up would buy, in words.
    pub buys: String,
}

/// The answer for an instance.
pub(super) fn answer(
    instance: &Instance,
    problem: &Problem,
    solution: &Solution,
    messages: &Messages,
    took: Duration,
) -> Answer {
    let id = |p: &usize| instance.people.get(*p).map(|person| person.id.clone()).unwrap_or_default();
    let worth = &solution.worth;
    let bound = &solution.bound;
    Answer {
        plan: solution
            .plan
            .iter()
            .map(|rooms| rooms.iter().map(|people| people.iter().map(id).collect()).collect())
            .collect(),
        levels: Levels {
            hard: worth.hard,
            topics: worth.topics,
            worst_rank: worth.worst_rank,
            mixing: worth.mixing,
            largest: worth.largest,
            fewest: worth.fewest,
            balance: worth.balance,
            balance_by: worth.by_column.clone(),
            disturbance: worth.disturbance,
        },
        repeats: worth.repeats,
        distinct: worth.distinct,
        bound: Bound {
            hard: bound.hard,
            topics: bound.topics,
            mixing: bound.mixing,
            largest: bound.largest,
            fewest: bound.fewest,
            balance: bound.balance,
            disturbance: 0,
        },
        proved: solution.proved,
        topics: topics(instance, problem),
        conflicts: conflicts(instance, problem, solution, messages),
        steps: solution.steps,
        seconds: took.as_secs_f64(),
    }
}

fn topics(instance: &Instance, problem: &Problem) -> Vec<Topic> {
    let mut topics = Vec::new();
    for (round, prices) in topic_prices(problem) {
        let rooms = problem.rounds.get(round).map_or(&[][..], |round| &round.rooms);
        let names = instance.rounds.get(round).map_or(&[][..], |round| &round.rooms);
        for price in prices {
            let room = rooms.iter().position(|room| room.topic == Some(price.topic));
            let name = room.and_then(|room| names.get(room)).and_then(|room| room.topic.clone());
            topics.push(Topic {
                round,
                topic: name.unwrap_or_default(),
                size: price.size,
                min: price.min,
                price: price.price,
            });
        }
    }
    topics
}

/// The names of one round.
struct Names<'a> {
    instance: &'a Instance,
    round: usize,
}

impl Named for Names<'_> {
    fn person(&self, number: usize) -> String {
        self.instance.people.get(number).map(|person| person.id.clone()).unwrap_or_default()
    }

    fn room(&self, number: usize) -> String {
        let room = self.instance.rounds.get(self.round).and_then(|round| round.rooms.get(number));
        room.map(|room| room.id.clone()).unwrap_or_default()
    }
}

fn conflicts(
    instance: &Instance,
    problem: &Problem,
    solution: &Solution,
    messages: &Messages,
) -> Vec<Conflict> {
    let mut conflicts = contradictory(instance, problem, solution, messages);
    for (round, rooms) in solution.plan.iter().enumerate().filter(|_| solution.worth.hard > 0) {
        let names = Names { instance, round };
        let away = |p: usize| problem.rounds.get(round).is_some_and(|round| round.absent.contains(&p));
        for unmet in unmet(problem, round, rooms).iter().filter(|unmet| unmet.is_broken_rule()) {
            conflicts.push(Conflict {
                kind: unmet.kind().to_owned(),
                round,
                rooms: unmet.rooms().into_iter().map(|room| names.room(room)).collect(),
                people: unmet.people().into_iter().map(|p| names.person(p)).collect(),
                text: messages.unmet(&names, unmet, &away),
                wishes: Vec::new(),
            });
        }
    }
    conflicts
}

/// Wishes that contradict one another, of each round in which a rule is broken.
fn contradictory(
    instance: &Instance,
    problem: &Problem,
    solution: &Solution,
    messages: &Messages,
) -> Vec<Conflict> {
    let mut conflicts = Vec::new();
    for round in (0..problem.rounds.len()).filter(|_| solution.worth.hard > 0) {
        let names = Names { instance, round };
        let Some(knots) = contradictions(problem, round) else {
            conflicts.push(Conflict {
                kind: "undecided".to_owned(),
                round,
                rooms: Vec::new(),
                people: Vec::new(),
                text: messages.say("groups-why-undecided"),
                wishes: Vec::new(),
            });
            continue;
        };
        for knot in knots {
            let wishes: Vec<Given> =
                knot.wishes.iter().map(|given| given_up(&names, given, messages)).collect();
            let mut rooms: Vec<String> = wishes.iter().flat_map(|given| given.rooms.clone()).collect();
            let mut people: Vec<String> = wishes.iter().flat_map(|given| given.people.clone()).collect();
            rooms.sort();
            rooms.dedup();
            people.sort();
            people.dedup();
            conflicts.push(Conflict {
                kind: "contradiction".to_owned(),
                round,
                rooms,
                people,
                text: messages.contradiction(&names, &knot),
                wishes,
            });
        }
    }
    conflicts
}

fn given_up(names: &Names<'_>, given: &GivenUp, messages: &Messages) -> Given {
    Given {
        kind: given.wish.kind().to_owned(),
        rooms: given.wish.room().map(|room| names.room(room)).into_iter().collect(),
        people: given.wish.people().into_iter().map(|p| names.person(p)).collect(),
        text: messages.wish(names, &given.wish),
        frees: given.frees,
        instead: given.instead,
        buys: messages.buys(given),
    }
}

/// The answer in words.
pub(super) fn told(instance: &Instance, answer: &Answer, messages: &Messages) -> String {
    let mut text = String::new();
    for (number, (round, rooms)) in instance.rounds.iter().zip(&answer.plan).enumerate() {
        push(&mut text, &messages.with("solve-round", &[("number", (number + 1).into())]));
        let widest = round.rooms.iter().map(|room| wrap::columns(&room.id)).max().unwrap_or(0);
        for (room, people) in round.rooms.iter().zip(rooms) {
            push(&mut text, &format!("  {}  {}", wrap::pad(&room.id, widest), people.join(" ")));
        }
        text.push('\n');
    }
    let (levels, bound) = (&answer.levels, &answer.bound);
    let repeats = [
        ("repeats", Arg::from(answer.repeats)),
        ("distinct", answer.distinct.into()),
        ("fewest", levels.fewest.into()),
    ];
    push(&mut text, &messages.with("solve-repeats", &repeats));
    let args = [
        ("hard", Arg::from(levels.hard)),
        ("hard-bound", bound.hard.into()),
        ("topics", levels.topics.into()),
        ("topics-bound", bound.topics.into()),
        ("mixing", levels.mixing.into()),
        ("mixing-bound", bound.mixing.into()),
        ("balance", levels.balance.into()),
        ("balance-bound", bound.balance.into()),
    ];
    push(&mut text, &messages.with("solve-levels", &args));
    if !instance.before.is_empty() {
        push(
            &mut text,
            &messages.with("solve-levels-changed", &[("disturbance", levels.disturbance.into())]),
        );
    }
    for topic in answer.topics.iter().filter(|topic| topic.price > 0) {
        let args = [
            ("round", Arg::from(topic.round + 1)),
            ("topic", topic.topic.as_str().into()),
            ("min", topic.min.into()),
            ("price", topic.price.into()),
        ];
        push(&mut text, &messages.with("solve-topic", &args));
    }
    if answer.proved {
        push(&mut text, &messages.say("solve-proved"));
    } else {
        let gaps = [
            ("solve-gap-hard", levels.hard - bound.hard),
            ("solve-gap-disturbance", levels.disturbance - bound.disturbance),
            ("solve-gap-topics", levels.topics - bound.topics),
            ("solve-gap-mixing", levels.mixing - bound.mixing),
            ("solve-gap-balance", levels.balance - bound.balance),
        ];
        let open = gaps.iter().filter(|(_, gap)| *gap > 0);
        let open: Vec<String> = open.map(|(id, gap)| messages.with(id, &[("gap", (*gap).into())])).collect();
        push(&mut text, &messages.with("solve-open", &[("gap", open.join("; ").into())]));
    }
    if !answer.conflicts.is_empty() {
        push(&mut text, &format!("\n{}", messages.say("solve-conflicts")));
        for conflict in &answer.conflicts {
            let args = [("round", Arg::from(conflict.round + 1)), ("text", conflict.text.as_str().into())];
            push(&mut text, &format!("  {}", messages.with("solve-conflict", &args)));
            for given in &conflict.wishes {
                push(&mut text, &format!("    {} → {}", given.text, given.buys));
            }
        }
    }
    text
}

fn push(text: &mut String, line: &str) {
    text.push_str(line);
    text.push('\n');
}
