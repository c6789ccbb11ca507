//! Both languages say the same things about the same particulars.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, Resource, VariantKey,
};
use talkoot::language::{Arg, FILES, Messages};
use talkoot::workshop::text::Lang;

use super::sources::sources;

/// What a pattern uses: arguments, other messages and terms, and the keys of each choice.
#[derive(Default, Clone)]
struct Uses {
    arguments: BTreeSet<String>,
    messages: BTreeSet<String>,
    choices: Vec<BTreeSet<String>>,
}

impl Uses {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                let key = |key: &VariantKey<&str>| match key {
                    VariantKey::Identifier { name } => (*name).to_owned(),
                    VariantKey::NumberLiteral { value } => (*value).to_owned(),
                };
                self.choices.push(variants.iter().map(|variant| key(&variant.key)).collect());
                variants.iter().for_each(|variant| self.pattern(&variant.value));
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.arguments.insert(id.name.to_owned());
            }
            InlineExpression::MessageReference { id, attribute } => {
                let attribute =
                    attribute.as_ref().map(|attribute| format!(".{}", attribute.name)).unwrap_or_default();
                self.messages.insert(format!("{}{attribute}", id.name));
            }
            InlineExpression::TermReference { id, arguments, .. } => {
                self.messages.insert(format!("-{}", id.name));
                if let Some(arguments) = arguments {
                    arguments.positional.iter().for_each(|inline| self.inline(inline));
                    arguments.named.iter().for_each(|named| self.inline(&named.value));
                }
            }
            InlineExpression::FunctionReference { arguments, .. } => {
                arguments.positional.iter().for_each(|inline| self.inline(inline));
                arguments.named.iter().for_each(|named| self.inline(&named.value));
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }
}

fn parsed<'a>(name: &str, lang: Lang, source: &'a str) -> Resource<&'a str> {
    fluent_syntax::parser::parse(source).unwrap_or_else(|(_, errors)| panic!("{lang}/{name}.ftl: {errors:?}"))
}

fn source_of(lang: Lang, en: &'static str, ru: &'static str) -> &'static str {
    match lang {
        Lang::En => en,
        Lang::Ru => ru,
    }
}

/// Every message, `message.attribute` and `-term` with what it uses; a name given twice in one language fails.
fn messages(lang: Lang) -> BTreeMap<String, Uses> {
    let mut all: BTreeMap<String, Uses> = BTreeMap::new();
    for (name, en, ru) in FILES {
        for entry in parsed(name, lang, source_of(lang, en, ru)).body {
            let (id, value, attributes) = match entry {
                Entry::Message(message) => (message.id.name.to_owned(), message.value, message.attributes),
                Entry::Term(term) => (format!("-{}", term.id.name), Some(term.value), term.attributes),
                Entry::Junk { content } => panic!("{lang}/{name}.ftl cannot be read: {content}"),
                Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => continue,
            };
            let mut put = |id: String, pattern: &Pattern<&str>| {
                let mut uses = Uses::default();
                uses.pattern(pattern);
                assert!(all.insert(id.clone(), uses).is_none(), "{lang}/{name}.ftl: {id} is there twice");
            };
            if let Some(value) = &value {
                put(id.clone(), value);
            }
            attributes
                .iter()
                .for_each(|attribute| put(format!("{id}.{}", attribute.id.name), &attribute.value));
        }
    }
    all
}

/// The arguments of a message, with those of the messages in it.
fn arguments(all: &BTreeMap<String, Uses>, id: &str, depth: usize) -> BTreeSet<String> {
    assert!(depth < 10, "{id} holds itself");
    let uses = all.get(id).unwrap_or_else(|| panic!("there is no message {id}"));
    let mut arguments = uses.arguments.clone();
    // A term sees only what it is given by name.
    for message in uses.messages.iter().filter(|message| !message.starts_with('-')) {
        arguments.extend(self::arguments(all, message, depth + 1));
    }
    arguments
}

/// A message used by only one language to build others, which the other language has no need of.
fn is_term(id: &str) -> bool {
    id.starts_with('-')
}

#[test]
fn both_languages_have_the_same_messages_about_the_same_particulars() {
    let (en, ru) = (messages(Lang::En), messages(Lang::Ru));
    let names = |all: &BTreeMap<String, Uses>| -> BTreeSet<String> {
        all.keys().filter(|id| !is_term(id)).cloned().collect()
    };
    let lacks: Vec<String> = names(&en).symmetric_difference(&names(&ru)).cloned().collect();
    assert!(lacks.is_empty(), "in one language only: {lacks:?}");
    let different: Vec<_> = names(&en)
        .into_iter()
        .map(|id| (arguments(&en, &id, 0), arguments(&ru, &id, 0), id))
        .filter(|(en, ru, _)| en != ru)
        .collect();
    assert!(different.is_empty(), "other particulars: {different:#?}");
}

#[test]
fn every_choice_by_number_has_the_forms_of_its_language() {
    for (lang, forms) in [(Lang::En, vec!["one", "other"]), (Lang::Ru, vec!["one", "few", "many"])] {
        for (id, uses) in messages(lang) {
            for keys in uses
                .choices
                .iter()
                .filter(|keys| ["one", "few", "many"].iter().any(|form| keys.contains(*form)))
            {
                for form in &forms {
                    assert!(keys.contains(*form), "{lang}: {id} lacks [{form}]");
                }
                let known = |key: &String| forms.contains(&key.as_str()) || key.parse::<u32>().is_ok();
                assert!(
                    keys.iter().all(known),
                    "{lang}: {id} has forms that the language does not use: {keys:?}"
                );
            }
        }
    }
}

#[test]
fn every_refusal_has_a_sentence_and_a_hint_in_both_languages() {
    let mut names = BTreeSet::new();
    for (_, source) in sources() {
        for (at, _) in source.match_indices("\"refused-") {
            let name: String = source[at + 1..]
                .chars()
                .take_while(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || *c == '-')
                .collect();
            if source[at + 1 + name.len()..].starts_with('"') {
                names.insert(name);
            }
        }
    }
    assert!(names.len() > 50, "{names:?}");
    for lang in Lang::ALL {
        let all = messages(lang);
        let lacks: Vec<String> = names
            .iter()
            .flat_map(|name| [name.clone(), format!("{name}.hint")])
            .filter(|name| !all.contains_key(name))
            .collect();
        assert!(lacks.is_empty(), "{lang} lacks {lacks:?}");
        let unused: Vec<&String> = all.keys().filter(|id| id.starts_with("refused-")).collect();
        let unused: Vec<&&String> =
            unused.iter().filter(|id| !names.contains(id.split('.').next().unwrap_or_default())).collect();
        assert!(unused.is_empty(), "{lang}: nothing refuses with {unused:?}");
    }
}

/// The words of a count without its number.
fn noun(messages: &Messages, id: &str, n: i64) -> String {
    let said = messages.with(id, &[("n", Arg::Number(n))]);
    let noun = said.strip_prefix(&n.to_string()).unwrap_or_else(|| panic!("{id} of {n}: {said}"));
    noun.trim().to_owned()
}

#[test]
fn counts_follow_the_plural_rules() {
    let counts: Vec<String> = messages(Lang::En).into_keys().filter(|id| id.starts_with("count-")).collect();
    assert!(counts.len() >= 14, "{counts:?}");
    let (en, ru) = (Messages::new(Lang::En), Messages::new(Lang::Ru));
    for id in &counts {
        let [one, many] = [1, 2].map(|n| noun(&en, id, n));
        assert_ne!(one, many, "{id}");
        for n in [0, 5, 11, 21, 101, 111] {
            assert_eq!(noun(&en, id, n), many, "{id} of {n}");
        }
        let [one, few, many] = [1, 2, 5].map(|n| noun(&ru, id, n));
        assert!(one != few && few != many, "{id}: {one}, {few}, {many}");
        for (n, form) in [
            (21, &one),
            (101, &one),
            (22, &few),
            (104, &few),
            (0, &many),
            (11, &many),
            (12, &many),
            (111, &many),
        ] {
            assert_eq!(&noun(&ru, id, n), form, "{id} of {n}");
        }
    }
    let said = |n| ru.with("count-ideas", &[("n", Arg::Number(n))]);
    let expected = ["1 идея", "2 идеи", "5 идей", "11 идей", "21 идея", "101 идея", "111 идей"];
    assert_eq!([1, 2, 5, 11, 21, 101, 111].map(said), expected);
}

#[test]
fn texts_keep_to_their_alphabet_and_marks() {
    for (name, en, ru) in FILES {
        let lines = |text: &'static str| text.lines().filter(|line| !line.starts_with('#'));
        for line in lines(en) {
            assert!(
                !line.chars().any(|c| matches!(c, '\u{400}'..='\u{52f}' | '«' | '»' | '—')),
                "en/{name}.ftl: {line}"
            );
        }
        for line in lines(ru) {
            assert!(!line.chars().any(|c| matches!(c, 'ё' | 'Ё' | '—')), "ru/{name}.ftl: {line}");
            // A Latin letter inside a Russian word looks right and is not.
            for word in line.split(|c: char| !c.is_alphabetic()) {
                let cyrillic = word.chars().any(|c| matches!(c, '\u{400}'..='\u{52f}'));
                assert!(!cyrillic || !word.chars().any(|c| c.is_ascii_alphabetic()), "ru/{name}.ftl: {word}");
            }
        }
    }
}

#[test]
fn every_program_word_is_said() {
    use talkoot::workshop::ideas::Sort;
    use talkoot::workshop::votes::decide::Gate;
    use talkoot::workshop::votes::{self, Stage};
    use talkoot::workshop::{meeting, proposals};
    let stages = [Stage::Prepared, Stage::Open, Stage::Closed, Stage::Revealed];
    let mut ids: Vec<String> = Vec::new();
    let mut add = |kind: &str, words: &[&str]| ids.extend(words.iter().map(|word| format!("{kind}-{word}")));
    add("idea-kind", &Sort::ALL.map(Sort::name));
    add("proposal-state", &proposals::STATES);
    add("vote-stage", &stages.map(Stage::name));
    add("tie", &votes::TIES);
    add("gate", &Gate::ALL.map(Gate::name));
    add("view", &meeting::VIEWS);
    add("item-kind", &["plenary", "activity", "breakout", "break", "lunch", "vote", "social"]);
    add("role", &["participant", "interpreter", "host", "facilitator", "rapporteur"]);
    add("language", &Lang::ALL.map(Lang::code));
    for lang in Lang::ALL {
        let messages = Messages::new(lang);
        ids.iter().for_each(|id| assert!(messages.has(id), "{lang} lacks {id}"));
    }
}

#[test]
fn a_refusal_is_told_with_its_particulars() {
    use talkoot::workshop::refusal::Refusal;
    let (en, ru) = (Messages::new(Lang::En), Messages::new(Lang::Ru));
    let unknown = Refusal::unknown("proposal", "P99");
    assert_eq!(en.refusal(&unknown).0, "There is no proposal “P99”.");
    assert_eq!(ru.refusal(&unknown).0, "Нет такого предложения: «P99».");
    let idea = Refusal::taken("idea", "i-one");
    assert_eq!(en.refusal(&idea).0, "The id “i-one” is taken by another idea.");
    assert_eq!(ru.refusal(&idea).0, "Обозначение «i-one» занято другой идеей.");
    let range = Refusal::out_of_range("minutes", -5, 1435);
    assert_eq!(en.refusal(&range).1, "Enter a number between -5 and 1435.");
    assert_eq!(ru.refusal(&range).0, "Значение поля «минуты» вне допустимых пределов.");
    let budget =
        |given: u32| Refusal::new("over-budget", "refused-over-budget").with("given", given).with("most", 3);
    assert_eq!(en.refusal(&budget(4)).0, "The ballot gives 4 dots, and may give 3.");
    assert_eq!(ru.refusal(&budget(4)).0, "В бюллетене отданы 4 точки, а можно отдать не больше 3.");
    assert_eq!(ru.refusal(&budget(21)).0, "В бюллетене отдана 21 точка, а можно отдать не больше 3.");
    assert_eq!(en.refusal(&Refusal::unknown("person", "007")).0, "There is no participant “007”.");
    let line = ru.refusal(&Refusal::malformed("x"));
    assert!(line.1.ends_with(r#"{"do":"idea.add","text":"…"}."#), "{}", line.1);
    let field = Refusal::empty("colour");
    assert_eq!(en.refusal(&field).0, "The field “colour” is empty.");
}
