//! Pass the laptop: keys in, the participant's own screen and ballots out.

use talkoot::input::Key;
use talkoot::tui::app::Flow;
use talkoot::workshop::text::Lang;
use talkoot::workshop::thing::Thing;
use talkoot::workshop::votes::{Stage as Step, Vote, Voter};

use crate::stage::Stage;

const AT: &str = "2017-11-29T13:05:00Z";
const RULES: &str = r#""dots":3,"cap":2,"seats":3,"secret":false"#;

/// An open vote among all eleven options, with the ballot desk in front.
fn open(lang: Lang, method: &str, rules: &str) -> Stage {
    let mut stage = Stage::helsinki(lang, AT);
    let keys: Vec<_> = stage.workshop().proposals.iter().map(Thing::key).collect();
    let options = keys.iter().map(|key| format!("\"{}\"", stage.workshop().proposals.label(*key)));
    let options = options.collect::<Vec<_>>().join(",");
    stage.keys("6");
    stage.command(&format!(
        r#"{{"do":"vote.prepare","id":"v1","title":{{"en":"Which proposals go forward?","ru":"Какие предложения проходят дальше?"}},"options":[{options}],"method":"{method}",{rules}}}"#
    ));
    stage.keys("O");
    if vote(&stage).is_secret() {
        // The recovery phrase is shown once.
        stage.keys("esc");
    }
    stage
}

fn vote(stage: &Stage) -> &Vote {
    stage.workshop().votes.iter().next_back().unwrap()
}

fn shot(stage: &mut Stage, width: u16, height: u16) -> String {
    stage.size(width, height).screen()
}

/// What the ballot of a seat says, best known once the vote is closed: ids of options and what they got.
fn ballot(stage: &mut Stage, voter: impl Fn(&Stage) -> Voter) -> Vec<(String, u32)> {
    stage.command(r#"{"do":"vote.close","vote":"v1"}"#);
    let who = voter(stage);
    let counted = vote(stage).counted();
    let (_, votes) = counted.into_iter().find(|(known, _)| *known == who).unwrap();
    votes.iter().map(|(key, n)| (stage.workshop().proposals.label(*key).into_owned(), *n)).collect()
}

fn seat(id: &'static str) -> impl Fn(&Stage) -> Voter {
    move |stage| Voter::Seat(stage.workshop().people.find(id).unwrap())
}

/// The ids of the options in the order in which a seat sees them.
fn order(stage: &Stage, place: u32) -> Vec<String> {
    let seed = vote(stage).order_seed().unwrap();
    let order = talkoot::workshop::votes::ballot_order::ballot_order(vote(stage).options(), seed, place);
    order.into_iter().map(|key| stage.workshop().proposals.label(key).into_owned()).collect()
}

#[test]
fn a_participant_votes_on_a_screen_of_ones_own() {
    let places = [(Lang::Ru, "ru", 80, 24, "S05", "5", 4), (Lang::En, "en", 120, 36, "S12", "12", 11)];
    for (lang, name, width, height, who, number, place) in places {
        let mut stage = open(lang, "dots", RULES);
        stage.keys("ctrl-l");
        insta::assert_snapshot!(format!("pass_who_{name}"), shot(&mut stage, width, height));
        stage.typed("s");
        insta::assert_snapshot!(format!("pass_found_{name}"), shot(&mut stage, width, height));
        stage.keys("backspace").typed(number).keys("enter");
        insta::assert_snapshot!(format!("pass_ballot_{name}"), shot(&mut stage, width, height));
        stage.keys("space + down down 1 down space");
        insta::assert_snapshot!(format!("pass_marked_{name}"), shot(&mut stage, width, height));
        stage.keys("end");
        insta::assert_snapshot!(format!("pass_end_{name}"), shot(&mut stage, width, height));
        stage.keys("enter");
        insta::assert_snapshot!(format!("pass_sure_{name}"), shot(&mut stage, width, height));
        assert_eq!(vote(&stage).ballots_in(), 0, "not before it is put in");
        stage.keys("enter");
        insta::assert_snapshot!(format!("pass_in_{name}"), shot(&mut stage, width, height));
        stage.keys("esc");
        insta::assert_snapshot!(format!("pass_leave_{name}"), shot(&mut stage, width, height));
        let order = order(&stage, place);
        let mut wanted = vec![(order[0].clone(), 2), (order[2].clone(), 1)];
        wanted.sort();
        assert_eq!(ballot(&mut stage, seat(who)), wanted);
    }
}

#[test]
fn a_secret_ballot_has_a_number_that_one_person_is_told() {
    let mut stage = open(Lang::En, "dots", r#""dots":3,"cap":2,"seats":3"#);
    stage.keys("ctrl-l").typed("S14").keys("enter space enter enter");
    let screen = shot(&mut stage, 80, 24);
    let number = screen.lines().map(str::trim).find_map(|line| line.parse::<u32>().ok()).unwrap();
    assert!(screen.contains("Its number is"), "{screen}");
    // No other key takes the number away, and nothing tells it afterwards.
    assert_eq!(stage.keys("esc space 6 f7 ctrl-e ctrl-l tab").screen(), screen);
    let after = stage.keys("enter").screen();
    assert!(!after.contains(&number.to_string()) && after.contains("Pass the laptop on"), "{after}");
    let desk = stage.keys("esc ctrl-e").screen();
    assert!(!desk.contains(&number.to_string()) && desk.contains("1 of 42"), "{desk}");
    stage.command(r#"{"do":"vote.close","vote":"v1"}"#);
    assert_eq!(
        vote(&stage).counted().into_iter().map(|(voter, _)| voter).collect::<Vec<_>>(),
        [Voter::Paper(number)]
    );
}

#[test]
fn numbers_go_on_by_themselves_and_are_drawn_where_the_vote_is_secret() {
    let mut stage = open(Lang::En, "approval", r#""secret":false,"seats":3"#);
    stage.keys("tab ctrl-l enter space enter enter enter space enter enter");
    stage.typed("17").keys("enter enter enter");
    let mut voters: Vec<Voter> = vote(&stage).voters().collect();
    voters.sort();
    assert_eq!(voters, [Voter::Paper(1), Voter::Paper(2), Voter::Paper(17)]);
    let mut stage = open(Lang::En, "approval", r#""seats":3"#);
    stage.keys("tab ctrl-l enter space enter enter");
    let screen = stage.screen();
    let number = screen.lines().map(str::trim).find_map(|line| line.parse::<u32>().ok()).unwrap();
    assert!((100_000..=999_999).contains(&number), "{screen}");
    assert!(vote(&stage).has_voted(Voter::Paper(number)));
}

#[test]
fn nothing_of_earlier_ballots_is_shown_and_no_key_reaches_the_desk() {
    let mut stage = open(Lang::En, "dots", RULES);
    stage.command(r#"{"do":"vote.cast","vote":"v1","seat":"S01","votes":{"P04":2,"P02":1}}"#);
    stage.keys("ctrl-l");
    let before = stage.screen();
    // A seat that is in: told politely, with nothing of what it holds.
    let told = stage.typed("S01").keys("enter").screen();
    assert!(told.contains("in already. Thank you") && !told.contains("S01"), "{told}");
    assert!(!told.contains('●') && !told.contains("P04"), "{told}");
    let revision = stage.workshop().revision();
    let every = "f1 f2 f3 f4 f5 f6 f7 f8 f9 f11 f12 ctrl-o ctrl-p ctrl-t ctrl-r ctrl-d ctrl-z ctrl-l ctrl-e tab O C R P \
                 L n c w v o i m e r d delete y u q ? : 0 1 2 3 4 5 6 7 8";
    for key in every.split_whitespace() {
        stage.keys(key);
        let screen = stage.screen();
        assert!(screen.contains("Pass the laptop on"), "{key}: {screen}");
        // A letter is part of a name; each begins with an empty line here.
        stage.keys("ctrl-u");
    }
    stage.pasted("seat,P01\nS09,3\n");
    assert_eq!(stage.workshop().revision(), revision);
    assert_eq!(stage.screen(), before);
    // The same on the ballot, where digits are dots.
    stage.typed("S13").keys("enter");
    let ballot = stage.screen();
    assert!(!ballot.contains('●'), "{ballot}");
    for key in every.split_whitespace() {
        stage.keys(key);
        let screen = stage.screen();
        assert!(screen.contains("S13") && screen.contains("at most on an option"), "{key}: {screen}");
    }
    assert_eq!(stage.workshop().revision(), revision);
    // Nothing of the desk stands around it: neither what undo would take back nor the screens.
    assert!(
        !ballot.contains("Proposals") && !ballot.contains("undo") && !ballot.contains("Saved"),
        "{ballot}"
    );
}

#[test]
fn the_facilitator_takes_the_laptop_back_on_purpose() {
    let mut stage = open(Lang::En, "dots", RULES);
    stage.keys("esc L ctrl-e");
    assert!(stage.screen().contains("Pass the laptop on"), "not from here");
    let asked = stage.keys("esc").screen();
    assert!(asked.contains("have the laptop back"), "{asked}");
    for key in ["space", "y", "q", "tab", "6", "e"] {
        assert_eq!(stage.keys(key).screen(), asked, "{key}");
    }
    assert!(stage.keys("esc").screen().contains("Who are you"));
    assert!(stage.keys("esc ctrl-e").screen().contains("0 of 42 in"));
    assert!(!stage.screen().contains("Pass the laptop on"));
    // Leaving the program works from everywhere, and nothing half filled in is kept.
    stage.keys("L").typed("S16").keys("enter space");
    assert_eq!(stage.app.key(Key::ctrl('q')), Flow::Leave);
    assert!(stage.screen().contains("S16"), "what it covers stays covered until the program is gone");
    assert_eq!(vote(&stage).ballots_in(), 0);
}

#[test]
fn esc_asks_before_it_forgets_a_ballot() {
    let mut stage = open(Lang::En, "dots", RULES);
    stage.keys("ctrl-l").typed("S16").keys("enter esc");
    assert!(stage.screen().contains("Who are you"), "an empty one is left at once");
    stage.typed("S16").keys("enter 2 esc");
    assert!(stage.screen().contains("Esc once more"));
    stage.keys("down esc");
    assert!(stage.screen().contains("●●"), "another key came between");
    stage.keys("esc").typed("S16").keys("enter");
    assert!(!stage.screen().contains('●'), "nothing of it is left: {}", stage.screen());
}

#[test]
fn a_name_finds_the_seat_and_its_language_is_spoken() {
    let mut stage = open(Lang::En, "consent", r#""secret":false,"seats":1"#);
    let speaks_russian = |stage: &Stage| {
        let people = &stage.workshop().people;
        let first =
            people.iter().find(|person| person.languages().first().is_some_and(|code| &**code == "ru"));
        let person = first.unwrap();
        (people.label(person.key()).into_owned(), person.name.in_(Lang::En).to_owned())
    };
    let (id, name) = speaks_russian(&stage);
    // A beginning that many share is nobody's name: no ballot comes of it.
    let several = stage.keys("ctrl-l").typed("deleg").keys("enter").screen();
    assert!(several.contains("names begin like that") && several.contains("Who are you?"), "{several}");
    stage.keys("esc").typed("zz").keys("enter");
    assert!(stage.screen().contains("Nobody who may vote"), "letters here and there are no name");
    stage.keys("esc").typed(&name).keys("enter");
    let screen = shot(&mut stage, 80, 24);
    assert!(screen.contains(&id) && screen.contains("воздерживаюсь"), "{screen}");
    stage.keys("f10");
    assert!(stage.screen().contains("1 yes"), "{}", stage.screen());
    stage.keys("1 enter enter");
    assert!(stage.screen().contains("Your ballot is in. Thank you!"), "the desk's language again");
    let nobody = stage.typed("Nobody-of-that-name").keys("enter").screen();
    assert!(nobody.contains("Nobody who may vote"), "{nobody}");
}

#[test]
fn every_method_is_voted_with_its_own_keys() {
    let cases = [
        ("approval", "space down space down space space", vec![(0, 1), (1, 1)]),
        ("score", "5 down 3 down + + down 9 4", vec![(0, 5), (1, 3), (2, 2), (3, 4)]),
        ("rank", "down space down space up up 1", vec![(0, 1), (1, 2), (2, 3)]),
        ("gradients", "8 down right down 3 0", vec![(0, 8), (1, 1)]),
        ("consent", "1 down 4 down 3 left", vec![(0, 1), (1, 4), (2, 2)]),
    ];
    for (method, keys, given) in cases {
        let mut stage = open(Lang::En, method, r#""secret":false,"seats":1"#);
        stage.keys("ctrl-l").typed("S13").keys("enter").keys(keys);
        insta::assert_snapshot!(format!("pass_{method}_en"), shot(&mut stage, 120, 36));
        stage.keys("enter");
        insta::assert_snapshot!(format!("pass_{method}_sure_en"), shot(&mut stage, 120, 36));
        stage.keys("enter");
        let order = order(&stage, 12);
        let mut wanted: Vec<(String, u32)> =
            given.into_iter().map(|(at, n)| (order[at].clone(), n)).collect();
        wanted.sort();
        assert_eq!(ballot(&mut stage, seat("S13")), wanted, "{method}");
    }
}

#[test]
fn what_happens_elsewhere_meanwhile_is_told_without_a_word_about_anybody() {
    let mut stage = open(Lang::En, "dots", RULES);
    stage.keys("ctrl-l").typed("S13").keys("enter space enter");
    stage.command(r#"{"do":"vote.cast","vote":"v1","seat":"S13","votes":{"P04":2}}"#);
    let screen = stage.keys("enter").screen();
    assert!(screen.contains("! ") && vote(&stage).ballots_in() == 1, "{screen}");
    stage.command(r#"{"do":"vote.close","vote":"v1"}"#);
    let screen = stage.keys("enter space").screen();
    assert!(screen.contains("no longer open") && !screen.contains('●'), "{screen}");
    assert_eq!(vote(&stage).stage(), Step::Closed);
    assert!(!stage.keys("ctrl-e").screen().contains("give the laptop back"));
}

#[test]
fn a_small_terminal_shows_nothing_and_lets_nothing_through() {
    let mut stage = open(Lang::En, "dots", RULES);
    stage.keys("ctrl-l").typed("S13").keys("enter");
    stage.size(40, 10).keys("3 C esc esc ctrl-e");
    assert!(!stage.screen().contains("of 42"), "{}", stage.screen());
    assert!(stage.size(80, 24).screen().contains("S13"));
}
