//! Preparing a vote with the keyboard: look-alikes one by one, who may vote, two stages, and the hash that voters compare.

use talkoot::report::findings;
use talkoot::report::outcome::Results;
use talkoot::workshop::text::Lang;
use talkoot::workshop::thing::Thing;
use talkoot::workshop::votes::decide::open_gates;
use talkoot::workshop::votes::{Stage as Step, Vote};

use crate::stage::Stage;

const AT: &str = "2017-11-29T13:05:00Z";
/// A word each, in both languages, so that no two options look alike.
const WORDS: [(&str, &str); 29] = [
    ("Vaccines", "Вакцины"),
    ("Tobacco", "Табак"),
    ("Registry", "Регистр"),
    ("Nursing", "Сестры"),
    ("Waste", "Отходы"),
    ("Water", "Вода"),
    ("Salt", "Соль"),
    ("Alcohol", "Алкоголь"),
    ("Drones", "Дроны"),
    ("Schools", "Школы"),
    ("Prisons", "Тюрьмы"),
    ("Maternity", "Роды"),
    ("Dental", "Зубы"),
    ("Vision", "Зрение"),
    ("Hearing", "Слух"),
    ("Ageing", "Старение"),
    ("Migrants", "Мигранты"),
    ("Roads", "Дороги"),
    ("Noise", "Шум"),
    ("Light", "Свет"),
    ("Cancer", "Рак"),
    ("Stroke", "Инсульт"),
    ("Asthma", "Астма"),
    ("Rabies", "Бешенство"),
    ("Measles", "Корь"),
    ("Malaria", "Малярия"),
    ("Iodine", "Йод"),
    ("Helmets", "Шлемы"),
    ("Audit", "Аудит"),
];

fn prepared(lang: Lang, more: &[(&str, &str)], rest: &str) -> Stage {
    let mut stage = Stage::helsinki(lang, AT);
    for (place, (en, ru)) in more.iter().enumerate() {
        let id = place + 12;
        let ru = if ru.is_empty() { String::new() } else { format!(r#","ru":"{ru}""#) };
        stage.command(&format!(r#"{{"do":"proposal.add","id":"P{id}","title":{{"en":"{en}"{ru}}}}}"#));
    }
    let options: Vec<String> = (1..=11 + more.len()).map(|n| format!("\"P{n:02}\"")).collect();
    let options = options.join(",");
    stage.command(&format!(
        r#"{{"do":"vote.prepare","id":"v1","title":{{"en":"Which proposals go forward?","ru":"Какие предложения проходят дальше?"}},"options":[{options}],"method":"dots"{rest}}}"#
    ));
    stage.keys("6");
    stage
}

fn vote<'a>(stage: &'a Stage, id: &str) -> &'a Vote {
    stage.workshop().votes.get(stage.workshop().votes.find(id).unwrap()).unwrap()
}

fn options(stage: &Stage, id: &str) -> Vec<String> {
    let label = |key| stage.workshop().proposals.label(key).into_owned();
    vote(stage, id).options().iter().map(|key| label(*key)).collect()
}

fn shut(stage: &Stage) -> Vec<&'static str> {
    open_gates(stage.workshop(), vote(stage, "v1"))
}

/// The screen without its first line, which says how far saving is.
fn shot(stage: &mut Stage, width: u16, height: u16) -> String {
    stage.size(width, height);
    let screen = stage.screen();
    screen.split_once('\n').map(|(_, rest)| rest.to_owned()).unwrap()
}

/// Both languages, both usual sizes.
fn shots(name: &str, mut at: impl FnMut(Lang) -> Stage) {
    for (lang, code) in [(Lang::En, "en"), (Lang::Ru, "ru")] {
        let mut stage = at(lang);
        for (width, height) in [(80, 24), (120, 36)] {
            let name = format!("prepare_{name}_{code}_{width}");
            insta::assert_snapshot!(name, shot(&mut stage, width, height));
        }
    }
}

/// Three that look alike, and one more with the first of the bundled ones.
const ALIKE: [(&str, &str); 4] = [
    ("A shared fund for small pilots", "Общий фонд для пилотов"),
    ("Shared funds for small pilot projects", "Фонды"),
    ("Seminars on leadership of women for public health", "Семинары для женщин"),
    ("Registry", "Регистр"),
];

fn alike(lang: Lang) -> Stage {
    let mut stage = prepared(lang, &ALIKE, "");
    stage.command(r#"{"do":"idea.add","id":"i-one","text":{"en":"Train women to lead institutes","ru":"Учить женщин руководить"}}"#);
    stage.command(r#"{"do":"proposal.edit","proposal":"P14","ideas":["i-one"],"place":"Tallinn"}"#);
    stage
}

#[test]
fn look_alikes_are_settled_one_by_one() {
    shots("alike", |lang| {
        let mut stage = alike(lang);
        stage.keys("a");
        stage
    });
    shots("alike_reason", |lang| {
        let mut stage = alike(lang);
        stage.keys("a d");
        stage
    });
    let mut stage = alike(Lang::En);
    assert_eq!(shut(&stage), ["duplicates"]);
    assert!(stage.keys("O").screen().contains("a goes through them, pair by pair"));
    stage.keys("a");
    assert!(stage.screen().contains("pair 1 of 2") && stage.screen().contains("P14"), "{}", stage.screen());
    // Later: the other pair, and back.
    stage.keys("space");
    assert!(stage.screen().contains("pair 2 of 2") && stage.screen().contains("P13"), "{}", stage.screen());
    stage.keys("up");
    assert!(stage.screen().contains("pair 1 of 2"));
    // The second stands for both, and the ideas of the one that goes stay with it.
    stage.keys("1");
    assert!(stage.screen().contains("pair 1 of 1"), "{}", stage.screen());
    assert_eq!(options(&stage, "v1").len(), 14);
    assert!(!options(&stage, "v1").contains(&"P14".to_owned()));
    let first = stage.workshop().proposals.find("P01").unwrap();
    assert_eq!(stage.workshop().proposals.get(first).unwrap().ideas().len(), 1);
    // Different: without a reason it is not noted, Esc goes back to the pair.
    stage.keys("d enter");
    assert!(stage.screen().contains("A few words are enough"), "{}", stage.screen());
    stage.keys("esc");
    assert_eq!(shut(&stage), ["duplicates"]);
    stage.keys("d").typed("one is for pilots, d and 1 are letters here").keys("enter");
    assert!(shut(&stage).is_empty(), "the reason is noted");
    assert!(stage.screen().contains("P12, P13 are different"), "the walk ends by itself: {}", stage.screen());
    // One key takes either back, the ideas with the option.
    stage.keys("u u");
    assert_eq!(options(&stage, "v1").len(), 15);
    assert!(stage.workshop().proposals.get(first).unwrap().ideas().is_empty());
    let mut stage = prepared(Lang::En, &[], "");
    assert!(stage.keys("a").screen().contains("No two options look alike"));
}

#[test]
fn whoever_skips_the_last_pair_is_done_for_now() {
    let mut stage = alike(Lang::Ru);
    // The key of d on a Russian layout.
    stage.keys("ф в").typed("другое").keys("enter");
    assert_eq!(vote(&stage, "v1").dismissed.len(), 1);
    stage.keys("space");
    assert!(!stage.screen().contains("пара 1"), "{}", stage.screen());
    assert_eq!(shut(&stage), ["duplicates"]);
    stage.keys("a 2");
    assert!(shut(&stage).is_empty() && !options(&stage, "v1").contains(&"P12".to_owned()));
}

#[test]
fn a_pair_that_another_laptop_settled_is_not_asked_for() {
    let mut stage = alike(Lang::En);
    stage.keys("a");
    stage.command(r#"{"do":"vote.change","vote":"v1","options":["P01","P02","P03"]}"#);
    assert!(stage.screen().contains("No two options look alike"), "{}", stage.screen());
    stage.keys("1");
    assert_eq!(options(&stage, "v1").len(), 3, "nothing is taken off");
    assert!(!stage.screen().contains("No two options look alike"), "any key puts it away");
}

#[test]
fn who_may_vote_is_everybody_here_or_chosen_by_groups_and_names() {
    shots("voters", |lang| {
        let mut stage = prepared(lang, &[], r#","dots_rule":"msu""#);
        stage.keys("f");
        stage
    });
    let mut stage = prepared(Lang::En, &[], r#","dots_rule":"msu""#);
    let all = stage.workshop().people.len();
    assert!(stage.screen().contains(&format!("{all} may vote: everybody who is here")));
    assert_eq!(vote(&stage, "v1").dots(), 2);
    // The first group, and then one of its members less.
    stage.keys("f space");
    let group = stage.screen();
    stage.keys("enter");
    let named = vote(&stage, "v1").voters_named().len();
    assert!(named > 1 && named < all, "{group}");
    assert!(stage.screen().contains(&format!("{named} may vote: S")), "{}", stage.screen());
    assert_eq!(
        vote(&stage, "v1").dots() as usize,
        121_usize.div_ceil(2 * named),
        "MSU’s rule goes by who votes"
    );
    stage.keys("f").typed("S01").keys("space enter");
    assert_ne!(vote(&stage, "v1").voters_named().len(), named);
    // The ballot desk of the open vote names them too; nobody else is waited for.
    stage.keys("O esc");
    let now = vote(&stage, "v1").voters_named().len();
    assert!(stage.screen().contains(&format!("{now} may vote: S")), "{}", stage.screen());
    assert!(stage.screen().contains(&format!("0 of {now} in")), "{}", stage.screen());
}

#[test]
fn nobody_named_is_everybody_again() {
    let mut stage = prepared(Lang::Ru, &[], r#","voters":["S01","S07"]"#);
    assert!(stage.screen().contains("голосуют 2: S01  S07"), "{}", stage.screen());
    // Those taken stand first, behind the groups.
    stage.keys("f").typed("S01").keys("space");
    stage.keys("backspace backspace backspace").typed("S07").keys("space enter");
    assert!(vote(&stage, "v1").voters_named().is_empty(), "{}", stage.screen());
    assert!(stage.screen().contains("голосуют 42: все, кто здесь"), "{}", stage.screen());
}

fn forty(lang: Lang) -> Stage {
    prepared(lang, &WORDS, "")
}

#[test]
fn a_long_list_is_brought_to_a_shortlist_and_chosen_from() {
    shots("forty", forty);
    shots("stages", |lang| {
        let mut stage = forty(lang);
        stage.keys("t");
        stage
    });
    for (lang, code) in [(Lang::En, "en"), (Lang::Ru, "ru")] {
        let mut stage = forty(lang);
        stage.command(r#"{"do":"vote.change","vote":"v1","voters":["S01","S02","S03"],"secret":false}"#);
        assert_eq!(shut(&stage), ["number"]);
        stage.keys("t enter");
        assert!(shut(&stage).is_empty(), "two stages are an answer to many options");
        let first = vote(&stage, "v1");
        assert_eq!((first.seats(), first.then(), first.method().name()), (10, Some(3), "approval"));
        insta::assert_snapshot!(format!("prepare_first_{code}_80"), shot(&mut stage, 80, 24));
        stage.keys("O");
        // Nine have two votes, three have one: all twelve go on, since a shortlist takes a tie along.
        for (seat, options) in [(1, 1..=12), (2, 4..=12)] {
            let votes: Vec<String> = options.map(|n| format!("\"P{n:02}\":1")).collect();
            let votes = votes.join(",");
            stage.command(&format!(
                r#"{{"do":"vote.cast","vote":"v1","seat":"S{seat:02}","votes":{{{votes}}}}}"#
            ));
        }
        stage.keys("esc C C");
        insta::assert_snapshot!(format!("prepare_first_closed_{code}_120"), shot(&mut stage, 120, 36));
        stage.keys("t");
        let second = vote(&stage, "v2");
        assert_eq!(options(&stage, "v2").len(), 12);
        assert_eq!((second.seats(), second.then(), second.method().name()), (3, None, "dots"));
        assert_eq!((second.dots(), second.is_secret(), second.voters_named().len()), (4, false, 3));
        let of = findings::second_stage_of(&Results::new(stage.workshop()), second).map(Thing::key);
        assert_eq!(of, Some(vote(&stage, "v1").key()));
        insta::assert_snapshot!(format!("prepare_second_{code}_80"), shot(&mut stage, 80, 24));
    }
}

#[test]
fn two_stages_are_asked_for_with_sense_and_taken_back() {
    let mut stage = forty(Lang::En);
    stage.keys("t backspace backspace").typed("3").keys("enter");
    assert!(stage.screen().contains("More must go on"), "{}", stage.screen());
    stage.keys("backspace").typed("x").keys("enter");
    assert!(stage.screen().contains("are numbers"), "{}", stage.screen());
    stage.keys("backspace").typed("12").keys("enter");
    assert_eq!((vote(&stage, "v1").seats(), vote(&stage, "v1").then()), (12, Some(3)));
    // 0 is one stage again, and u the other way back.
    stage.keys("t backspace backspace").typed("0").keys("enter");
    assert_eq!((vote(&stage, "v1").seats(), vote(&stage, "v1").then()), (3, None));
    assert_eq!(shut(&stage), ["number"]);
    stage.keys("u");
    assert_eq!(vote(&stage, "v1").then(), Some(3));
    // A vote of one stage has no second.
    let mut stage = prepared(Lang::En, &[], "");
    stage.command(r#"{"do":"vote.change","vote":"v1","secret":false}"#);
    stage.keys("O esc C C t");
    assert_eq!(vote(&stage, "v1").stage(), Step::Closed);
    assert!(stage.screen().contains("one stage only"), "{}", stage.screen());
    assert_eq!(stage.workshop().votes.len(), 1);
}

#[test]
fn every_gate_open_and_none() {
    let rest = r#","dots":26,"cap":26,"threshold":0.3,"seats":40,"voters":["S01","S02","S05"]"#;
    shots("gates", |lang| {
        let mut words = WORDS;
        words[18] = ("Malaria", "");
        let mut stage = prepared(lang, &words, rest);
        stage.command(r#"{"do":"person.remove","person":"S05"}"#);
        stage
    });
    shots("eleven", |lang| prepared(lang, &[], ""));
}

#[test]
fn the_hash_of_an_open_vote_is_shown_as_the_papers_show_it() {
    let mut stage = prepared(Lang::En, &[], r#","secret":false"#);
    assert!(!stage.screen().contains("hash"), "{}", stage.screen());
    stage.keys("O esc");
    let hash = vote(&stage, "v1").short_hash().unwrap().to_owned();
    assert_eq!(hash.len(), 12);
    for keys in ["6", "C C", "R"] {
        for (width, height) in [(80, 24), (120, 36)] {
            let screen = stage.keys(keys).size(width, height).screen();
            assert!(screen.contains(&format!("hash {hash}")), "{screen}");
        }
        if vote(&stage, "v1").stage() == Step::Revealed {
            break;
        }
    }
}

fn latest(stage: &Stage) -> &Vote {
    stage.workshop().votes.iter().next_back().unwrap()
}

#[test]
fn what_was_said_of_options_is_taken_along_to_the_run_off() {
    let mut stage = Stage::helsinki(Lang::En, AT);
    for (id, title) in
        [("P90", "A register of experts"), ("P91", "A register of experts"), ("P92", "Something else")]
    {
        stage.command(&format!(r#"{{"do":"proposal.add","id":"{id}","title":{{"en":"{title}"}}}}"#));
    }
    stage.keys("6");
    for line in [
        r#"{"do":"vote.prepare","id":"v1","title":{"en":"Which?"},"options":["P90","P91","P92"],"method":"dots","dots":1,"cap":1,"seats":1,"secret":false,"tie":"runoff"}"#,
        r#"{"do":"vote.dismiss","vote":"v1","options":["P90","P91"],"reason":"one is national"}"#,
        r#"{"do":"vote.waive","vote":"v1","gate":"languages","reason":"read out"}"#,
        r#"{"do":"vote.open","vote":"v1"}"#,
        r#"{"do":"vote.cast","vote":"v1","seat":"S01","votes":{"P90":1}}"#,
        r#"{"do":"vote.cast","vote":"v1","seat":"S02","votes":{"P91":1}}"#,
        r#"{"do":"vote.close","vote":"v1"}"#,
    ] {
        stage.command(line);
    }
    let before = stage.workshop().votes.len();
    stage.keys("r");
    let runoff = latest(&stage);
    assert_eq!((runoff.options().len(), stage.workshop().votes.len()), (2, before + 1));
    let pair = [runoff.options()[0], runoff.options()[1]];
    assert!(runoff.is_dismissed(pair));
    assert_eq!(runoff.waiver("languages").unwrap().as_ref(), "read out");
    // It opens at once, and one undo takes all of it back.
    stage.keys("u");
    assert_eq!(stage.workshop().votes.len(), before);
    stage.keys("r O");
    assert_eq!(latest(&stage).stage(), Step::Open, "{}", stage.screen());
    assert!(latest(&stage).open_gates().is_empty());
}

#[test]
fn the_rules_for_dots_stand_side_by_side_and_bring_their_number() {
    let mut stage = Stage::helsinki(Lang::En, AT);
    stage.keys("6");
    stage.keys("n");
    assert!(stage.screen().contains("[N/3: 4]  N/4: 3   N/5: 3   MSU: 2   own"), "{}", stage.screen());
    stage.keys("down down down right");
    let screen = stage.screen();
    assert!(
        screen.contains("N/3: 4  [N/4: 3]") && screen.contains("a quarter of the options: 3"),
        "{screen}"
    );
    assert!(screen.contains("Dots a ballot              3"), "{screen}");
    // A number of one's own stays.
    stage.keys("down backspace").typed("7").keys("up right right");
    assert!(stage.screen().contains("Dots a ballot              7"), "{}", stage.screen());
    stage.keys("enter");
    assert_eq!(latest(&stage).dots(), 7);
}

#[test]
fn a_waiver_holds_for_what_was_known_and_is_asked_for_again() {
    let mut stage = Stage::helsinki(Lang::En, AT);
    stage.keys("6");
    for id in ["P90", "P91"] {
        stage.command(&format!(
            r#"{{"do":"proposal.add","id":"{id}","title":{{"en":"{id} in English only"}}}}"#
        ));
    }
    stage.command(r#"{"do":"vote.prepare","id":"v1","title":{"en":"Which?"},"options":["P01","P02","P90"],"method":"dots","seats":1,"dots":1,"cap":1}"#);
    stage.keys("w").typed("read out by the interpreters").keys("enter");
    assert!(latest(&stage).waiver("languages").is_some());
    // What is taken off brings nothing new to waive, and other rules have gates of their own.
    stage.command(r#"{"do":"vote.change","vote":"v1","options":["P01","P90"],"threshold":0.8}"#);
    assert!(latest(&stage).waiver("languages").is_some());
    stage.command(r#"{"do":"vote.change","vote":"v1","options":["P01","P90","P91"]}"#);
    assert_eq!((latest(&stage).waiver("languages"), latest(&stage).waivers().count()), (None, 0));
    stage.keys("O");
    assert_eq!(latest(&stage).stage(), Step::Prepared, "{}", stage.screen());
    // The former reason is offered.
    stage.keys("w").typed(" as well").keys("enter");
    assert_eq!(latest(&stage).waiver("languages").unwrap().as_ref(), "read out by the interpreters as well");
    stage.keys("O esc");
    // What another laptop changes once it is open takes nothing back.
    assert_eq!((latest(&stage).stage(), latest(&stage).waivers().count()), (Step::Open, 1));
}
