//! The Vote screen: keys in, screens and votes out.

use talkoot::workshop::text::Lang;
use talkoot::workshop::thing::Thing;
use talkoot::workshop::votes::{Stage as Step, Vote, Voter};

use crate::stage::Stage;

const AT: &str = "2017-11-29T13:05:00Z";

fn helsinki(lang: Lang) -> Stage {
    let mut stage = Stage::helsinki(lang, AT);
    stage.keys("6");
    stage
}

/// A vote that is open: three dots, two at most on one option.
fn open(lang: Lang) -> Stage {
    let mut stage = helsinki(lang);
    let options =
        stage.workshop().proposals.iter().map(|proposal| format!("\"{}\"", id(&stage, proposal.key())));
    let options = options.collect::<Vec<_>>().join(",");
    stage.command(&format!(
        r#"{{"do":"vote.prepare","id":"v1","title":{{"en":"Which proposals go forward?","ru":"Какие предложения проходят дальше?"}},"options":[{options}],"method":"dots","dots":3,"cap":2,"seats":3}}"#
    ));
    // The recovery phrase is shown once; its words are drawn afresh each time.
    stage.keys("O");
    assert!(stage.screen().contains("12  "), "{}", stage.screen());
    stage.keys("esc");
    stage
}

fn id(stage: &Stage, key: talkoot::workshop::id::EventId) -> String {
    stage.workshop().proposals.label(key).into_owned()
}

fn vote(stage: &Stage) -> &Vote {
    stage.workshop().votes.iter().next_back().unwrap()
}

/// The screen without its first line, which says how far saving is.
fn shot(stage: &mut Stage, width: u16, height: u16) -> String {
    stage.size(width, height);
    let screen = stage.screen();
    screen.split_once('\n').map(|(_, rest)| rest.to_owned()).unwrap()
}

/// All ballots of the seats up to this one; the options of each follow from its number.
fn all_in(stage: &mut Stage, seats: usize) {
    for seat in 1..=seats {
        let first = [4, 2, 4, 6, 2, 9][seat % 6];
        let second = [6, 9, 2, 4][seat % 4];
        let votes = if first == second {
            format!(r#"{{"P{first:02}":2}}"#)
        } else {
            format!(r#"{{"P{first:02}":1,"P{second:02}":2}}"#)
        };
        stage.command(&format!(r#"{{"do":"vote.cast","vote":"v1","seat":"S{seat:02}","votes":{votes}}}"#));
    }
}

#[test]
fn without_a_vote_it_says_which_key_begins() {
    let mut stage = helsinki(Lang::En);
    insta::assert_snapshot!("vote_empty_en", shot(&mut stage, 80, 24));
    let mut stage = helsinki(Lang::Ru);
    insta::assert_snapshot!("vote_empty_ru", shot(&mut stage, 80, 24));
    stage.keys("O C R w d r c e");
    assert!(stage.workshop().votes.is_empty());
    let mut nothing = Stage::empty(Lang::En);
    assert!(nothing.keys("6 n").screen().contains("two proposals"));
}

#[test]
fn a_vote_is_prepared_changed_and_removed() {
    let mut stage = helsinki(Lang::En);
    stage.keys("n");
    insta::assert_snapshot!("vote_form_en", shot(&mut stage, 120, 36));
    stage.keys("enter");
    {
        let vote = vote(&stage);
        assert_eq!((vote.dots(), vote.cap(), vote.seats(), vote.is_secret()), (4, 1, 3, true));
        assert_eq!(vote.options().len(), 11);
        assert_eq!(vote.title.get(Lang::Ru), Some("Какие предложения проходят дальше?"));
    }
    // Two options less: the usual number of dots follows.
    stage.keys("c");
    insta::assert_snapshot!("vote_options_en", shot(&mut stage, 80, 24));
    stage.keys("space down space enter");
    assert_eq!((vote(&stage).options().len(), vote(&stage).dots()), (9, 3));
    stage.keys("e down down down down backspace").typed("5").keys("down backspace").typed("2").keys("enter");
    assert_eq!((vote(&stage).dots(), vote(&stage).cap()), (5, 2));
    // What is no number leaves the form open, with what was typed.
    stage.keys("e down down down down backspace").typed("many").keys("enter");
    assert!(stage.screen().contains("many"));
    stage.keys("esc");
    stage.keys("d");
    assert!(stage.workshop().votes.is_empty());
    stage.keys("u");
    assert_eq!(stage.workshop().votes.len(), 1);
}

#[test]
fn a_gate_that_is_shut_is_waived_with_a_reason() {
    let mut stage = helsinki(Lang::En);
    stage.command(r#"{"do":"proposal.add","id":"P90","title":{"en":"A proposal in English only"}}"#);
    stage.keys("n enter O");
    assert_eq!(vote(&stage).stage(), Step::Prepared);
    insta::assert_snapshot!("vote_gate_shut_en", shot(&mut stage, 120, 36));
    stage.keys("w enter");
    assert!(vote(&stage).waived.is_empty(), "no reason, no waiver");
    stage.typed("read out by the interpreters").keys("enter");
    insta::assert_snapshot!("vote_gate_waived_en", shot(&mut stage, 80, 24));
    stage.keys("space");
    assert_eq!(vote(&stage).stage(), Step::Prepared, "a blank opens nothing");
    stage.keys("O");
    assert_eq!(vote(&stage).stage(), Step::Open);
}

#[test]
fn a_practised_hand_needs_eight_keys_for_three_dots() {
    let mut stage = open(Lang::En);
    let before = vote(&stage).voters().count();
    // The seat that is offered.
    stage.keys("enter").typed("2 5 9").keys("enter");
    // Another seat, whose number is whole: no Enter.
    stage.typed("122 5 9").keys("enter");
    assert_eq!(vote(&stage).voters().count(), before + 2);
    let seat = stage.workshop().people.find("S12").unwrap();
    assert!(vote(&stage).has_voted(Voter::Seat(seat)));
    // The next one offered stands behind the last one.
    assert!(stage.screen().contains("S13"));
}

#[test]
fn what_was_typed_is_echoed_and_what_is_wrong_is_said_at_once() {
    let mut stage = open(Lang::En);
    stage.keys("enter").typed("2 2 5");
    let screen = stage.screen();
    assert!(screen.contains("P02 ●●   P05 ●"), "{screen}");
    insta::assert_snapshot!("vote_typed_en", shot(&mut stage, 120, 36));
    stage.typed(" 7");
    assert!(stage.screen().contains("4 dots, and a ballot has 3"));
    stage.keys("enter");
    assert_eq!(vote(&stage).voters().count(), 0, "refused");
    assert!(stage.screen().contains("2 2 5 7"), "nothing is lost");
    stage.keys("backspace backspace").typed(" 12");
    assert!(stage.screen().contains("“12”"));
    stage.keys("backspace backspace backspace").typed(",2");
    assert!(stage.screen().contains("option 2 may have 2 dots at most"));
    stage.keys("backspace backspace enter");
    assert_eq!(vote(&stage).voters().count(), 1);
}

#[test]
fn a_ballot_that_is_in_is_never_shown_and_can_be_corrected() {
    let mut stage = open(Lang::En);
    stage.keys("enter").typed("2 5 9").keys("enter");
    let screen = shot(&mut stage, 120, 36);
    assert!(!screen.contains('●') && screen.contains("1 of 42 in"), "{screen}");
    stage.typed("01");
    assert!(stage.screen().contains("S01 is in already"));
    assert!(!stage.screen().contains("P05 ●"), "what it held is not shown");
    stage.typed("1").keys("enter");
    assert_eq!(vote(&stage).voters().count(), 1);
    stage.keys("esc C C");
    assert_eq!(vote(&stage).stage(), Step::Closed);
    let p01 = stage.workshop().proposals.find("P01").unwrap();
    assert_eq!(
        vote(&stage).counted().iter().map(|(_, votes)| votes.get(&p01).copied()).collect::<Vec<_>>(),
        [Some(1)]
    );
}

#[test]
fn papers_have_numbers_and_the_russian_layout_works() {
    let mut stage = open(Lang::Ru);
    stage.keys("tab enter").typed("2б5б9").keys("enter enter").typed("1").keys("enter");
    stage.typed("117").keys("enter").typed("0").keys("enter");
    let mut voters: Vec<Voter> = vote(&stage).voters().collect();
    voters.sort();
    assert_eq!(voters, [Voter::Paper(1), Voter::Paper(2), Voter::Paper(117)]);
    insta::assert_snapshot!("vote_papers_ru", shot(&mut stage, 80, 24));
    stage.keys("tab").typed("Ы07");
    assert!(stage.screen().contains("S07"));
    stage.typed("3").keys("enter");
    let seat = stage.workshop().people.find("S07").unwrap();
    assert!(vote(&stage).has_voted(Voter::Seat(seat)));
    // Esc, then the capital С (which is C in that place) twice: 4 of 42 are in.
    stage.keys("esc С");
    assert_eq!(vote(&stage).stage(), Step::Open);
    stage.keys("С К");
    assert_eq!(vote(&stage).stage(), Step::Revealed);
}

#[test]
fn an_open_vote_tells_who_is_in_and_nothing_else() {
    for (lang, name) in [(Lang::En, "en"), (Lang::Ru, "ru")] {
        let mut stage = open(lang);
        all_in(&mut stage, 38);
        for (width, height) in [(80, 24), (120, 36), (200, 60)] {
            insta::assert_snapshot!(format!("vote_open_{name}_{width}"), shot(&mut stage, width, height));
        }
    }
}

#[test]
fn closing_asks_twice_while_somebody_is_missing() {
    let mut stage = open(Lang::En);
    all_in(&mut stage, 41);
    stage.keys("esc C");
    assert_eq!(vote(&stage).stage(), Step::Open);
    stage.keys("down C");
    assert_eq!(vote(&stage).stage(), Step::Open, "another key came between");
    stage.command(r#"{"do":"vote.cast","vote":"v1","seat":"S42","votes":{"P01":1}}"#);
    stage.keys("C");
    assert_eq!(vote(&stage).stage(), Step::Closed);
}

#[test]
fn results_are_shown_with_ties_and_a_run_off_is_one_key() {
    for (lang, name) in [(Lang::En, "en"), (Lang::Ru, "ru")] {
        let mut stage = open(lang);
        for (seat, votes) in [
            (1, "P04 P02"),
            (2, "P04 P02"),
            (3, "P04 P06"),
            (4, "P04 P09"),
            (5, "P02 P04"),
            (9, "P10 P06"),
            (16, "P09 P04"),
        ] {
            let votes: Vec<String> = votes.split(' ').map(|option| format!("\"{option}\":1")).collect();
            let votes = votes.join(",");
            stage.command(&format!(
                r#"{{"do":"vote.cast","vote":"v1","seat":"S{seat:02}","votes":{{{votes}}}}}"#
            ));
        }
        stage.keys("esc C C");
        insta::assert_snapshot!(format!("vote_tied_{name}"), shot(&mut stage, 120, 36));
        stage.keys("R");
        let staged = stage.workshop().meeting.staged().unwrap().clone();
        assert_eq!((staged.view.as_ref(), staged.of.as_deref()), ("reveal", Some("v1")));
        stage.keys("r");
        let runoff = vote(&stage);
        assert_eq!((runoff.stage(), runoff.options().len(), runoff.seats()), (Step::Prepared, 2, 1));
        insta::assert_snapshot!(format!("vote_runoff_{name}"), shot(&mut stage, 120, 36));
    }
}

#[test]
fn groups_of_voters_stand_beside_the_result_where_there_is_room() {
    for (lang, name) in [(Lang::En, "en"), (Lang::Ru, "ru")] {
        let mut stage = open(lang);
        all_in(&mut stage, 42);
        stage.keys("esc C");
        for (width, height) in [(80, 24), (120, 36), (200, 60)] {
            insta::assert_snapshot!(format!("vote_result_{name}_{width}"), shot(&mut stage, width, height));
        }
    }
}

#[test]
fn the_wall_gets_the_vote() {
    let mut stage = open(Lang::En);
    stage.keys("esc v");
    let staged = stage.workshop().meeting.staged().unwrap().clone();
    assert_eq!((staged.view.as_ref(), staged.of.as_deref()), ("vote", Some("v1")));
}

#[test]
fn up_and_down_go_from_vote_to_vote() {
    let mut stage = helsinki(Lang::En);
    for id in ["v1", "v2", "v3"] {
        stage.command(&format!(
            r#"{{"do":"vote.prepare","id":"{id}","title":"Question {id}?","options":["P01","P02"],"method":"dots","dots":1}}"#
        ));
    }
    let chosen = |stage: &mut Stage| {
        let screen = stage.screen();
        screen.lines().skip(2).find(|line| line.contains('▸')).unwrap().to_owned()
    };
    assert!(chosen(&mut stage).contains("v3"), "{}", stage.screen());
    stage.keys("up");
    assert!(chosen(&mut stage).contains("v2"), "{}", stage.screen());
    stage.keys("k");
    assert!(chosen(&mut stage).contains("v1"), "{}", stage.screen());
    stage.keys("down down j");
    assert!(chosen(&mut stage).contains("v3"), "{}", stage.screen());
}

#[test]
fn a_seat_that_is_away_is_not_waited_for_and_votes_all_the_same() {
    let mut stage = open(Lang::En);
    let all = stage.workshop().people.len();
    stage.command(r#"{"do":"person.leave","person":"S01"}"#);
    let screen = stage.screen();
    assert!(screen.contains(&format!("0 of {}", all - 1)) && !screen.contains("not yet: S01"), "{screen}");
    stage.typed("S01");
    assert!(stage.screen().contains("S01 is marked away"), "{}", stage.screen());
    stage.typed("1 2").keys("enter");
    assert!(stage.screen().contains(&format!("1 of {all}")), "{}", stage.screen());
}

#[test]
fn what_a_ranking_is_worth_is_one_key_away_and_the_last_step_on_the_wall() {
    for (lang, name, width, height) in [(Lang::En, "en", 120, 36), (Lang::Ru, "ru", 80, 24)] {
        let mut stage = open(lang);
        all_in(&mut stage, 42);
        stage.keys("esc C");
        stage.size(width, height);
        let ranking = stage.screen();
        assert!(!ranking.contains("60\u{a0}%"), "{ranking}");
        stage.keys("s");
        insta::assert_snapshot!(format!("vote_worth_{name}"), shot(&mut stage, width, height));
        stage.keys("pagedown pagedown pagedown pagedown");
        insta::assert_snapshot!(format!("vote_worth_end_{name}"), shot(&mut stage, width, height));
        stage.keys("s");
        // But for the line that says what was done.
        let body = |screen: &str| {
            screen.lines().skip(1).take(usize::from(height) - 2).collect::<Vec<_>>().join("\n")
        };
        assert_eq!(body(&stage.screen()), body(&ranking));
        // Every rank has its step, and then how solid it is.
        stage.keys("R");
        let step = |stage: &Stage| stage.workshop().meeting.staged().and_then(|staged| staged.step);
        for _ in 0..40 {
            stage.keys("o");
        }
        let last = step(&stage).unwrap();
        assert!(last > 2, "{last}");
        stage.keys("P");
        insta::assert_snapshot!(format!("wall_solid_{name}"), shot(&mut stage, width, height));
    }
}

#[test]
fn a_vote_without_ballots_says_that_there_is_nothing_to_look_into() {
    let mut stage = open(Lang::En);
    stage.keys("esc s");
    assert!(stage.screen().contains("open"), "{}", stage.screen());
    stage.keys("C C s");
    assert!(stage.screen().contains("No ballot counts"), "{}", stage.screen());
}

/// An open vote in which every hand is seen.
fn named(lang: Lang) -> Stage {
    let mut stage = helsinki(lang);
    stage.command(
        r#"{"do":"vote.prepare","id":"v1","title":{"en":"Which proposals go forward?","ru":"Какие предложения проходят дальше?"},"options":["P01","P02","P03"],"method":"approval","secret":false,"seats":1}"#,
    );
    stage.keys("O");
    stage
}

#[test]
fn hands_are_counted_with_one_form() {
    let mut stage = named(Lang::En);
    stage.keys("esc h");
    insta::assert_snapshot!("vote_hands_form_en", shot(&mut stage, 80, 24));
    // A quick Enter does not put the others at nothing.
    stage.typed("17").keys("enter");
    assert!(stage.screen().contains("P02 has no number") && !vote(&stage).has_hands(), "{}", stage.screen());
    stage.keys("tab").typed("nine").keys("tab").typed("0").keys("enter");
    assert!(stage.screen().contains("whole numbers"), "{}", stage.screen());
    stage.keys("up backspace backspace backspace backspace").typed("9").keys("enter");
    assert_eq!(vote(&stage).hands().unwrap().hands.values().copied().collect::<Vec<_>>(), [17, 9]);
    insta::assert_snapshot!("vote_hands_open_en", shot(&mut stage, 120, 36));
    // No ballots are entered beside it, and the cursor is not taken.
    stage.keys("i");
    assert!(stage.screen().contains("no ballots are entered"), "{}", stage.screen());
    stage.keys("u");
    assert!(!vote(&stage).has_hands());
    stage.keys("esc h").typed("20").keys("tab").typed("0").keys("tab").typed("0").keys("enter C");
    assert_eq!(vote(&stage).stage(), Step::Closed);
    insta::assert_snapshot!("vote_hands_closed_en", shot(&mut stage, 120, 36));
    let mut stage = named(Lang::Ru);
    stage.keys("esc h").typed("17").keys("tab").typed("0").keys("tab").typed("0").keys("enter");
    insta::assert_snapshot!("vote_hands_open_ru", shot(&mut stage, 80, 24));
    stage.keys("v P");
    let wall = stage.screen();
    assert!(wall.contains("Show of hands: 42 of 42 were asked") && !wall.contains("are in"), "{wall}");
    // A secret vote says at once why not.
    let mut stage = open(Lang::En);
    stage.keys("esc h");
    assert!(stage.screen().contains("hands are seen"), "{}", stage.screen());
}

#[test]
fn more_ballots_than_voters_are_said_before_it_is_too_late() {
    let mut stage = named(Lang::En);
    for seat in 1..=42 {
        stage
            .command(&format!(r#"{{"do":"vote.cast","vote":"v1","seat":"S{seat:02}","votes":{{"P01":1}}}}"#));
    }
    stage.command(r#"{"do":"vote.cast","vote":"v1","paper":7,"votes":{"P02":1}}"#);
    assert!(stage.screen().contains("More ballots than voters"), "{}", stage.screen());
    stage.keys("esc C");
    assert_eq!(vote(&stage).stage(), Step::Open);
    assert!(
        stage.screen().contains("C again closes it for good: 43 ballots are in for 42 voters"),
        "{}",
        stage.screen()
    );
    stage.keys("C");
    assert_eq!(vote(&stage).stage(), Step::Closed);
}

#[test]
fn one_backspace_too_many_leaves_the_ballot_whose_it_is() {
    let mut stage = open(Lang::En);
    stage.typed("7").keys("enter").typed("2").keys("backspace backspace backspace").typed("3").keys("enter");
    let seat = stage.workshop().people.find("S07").unwrap();
    assert!(vote(&stage).has_voted(Voter::Seat(seat)), "{}", stage.screen());
}

#[test]
fn somebody_votes_for_whoever_is_away() {
    let mut stage = open(Lang::En);
    stage.command(r#"{"do":"person.leave","person":"S07"}"#);
    stage.keys("esc p").typed("7").keys("tab").typed("12").keys("enter");
    let seat = |stage: &Stage, id: &str| stage.workshop().people.find(id).unwrap();
    assert_eq!(vote(&stage).proxy_of(seat(&stage, "S07")), Some(seat(&stage, "S12")));
    stage.keys("i").typed("07");
    insta::assert_snapshot!("vote_proxy_en", shot(&mut stage, 120, 36));
    stage.keys("esc p").typed("12").keys("tab").typed("13").keys("enter");
    assert!(stage.screen().contains("votes for somebody else"), "{}", stage.screen());
    // What was typed is still there.
    stage.keys("esc p backspace backspace").typed("7").keys("tab backspace backspace enter");
    assert_eq!(vote(&stage).proxy_of(seat(&stage, "S07")), None);
}

#[test]
fn a_laptop_that_was_not_heard_from_is_named_before_the_vote_closes() {
    use talkoot::workshop::id::{EventId, RunId};
    let mut stage = helsinki(Lang::En);
    // What a rapporteur's laptop wrote this morning, as it came over the network.
    stage.command(r#"{"do":"idea.add","id":"i-desk","text":"One"}"#);
    let session = stage.app.session.as_mut().unwrap();
    let mut foreign = talkoot::workshop::event::Event::clone(session.workshop.events().last().unwrap());
    foreign.id = EventId::new(RunId(77), 0);
    foreign.device = "d-room".into();
    assert!(session.workshop.apply(foreign));
    stage.command(
        r#"{"do":"vote.prepare","id":"v1","title":"Which?","options":["P01","P02","P03"],"method":"approval","secret":false,"seats":1}"#,
    );
    stage.keys("O esc h").typed("17").keys("tab").typed("0").keys("tab").typed("0").keys("enter C");
    assert_eq!(vote(&stage).stage(), Step::Open);
    insta::assert_snapshot!("vote_unheard_en", shot(&mut stage, 80, 24));
    stage.keys("C");
    assert_eq!(vote(&stage).stage(), Step::Closed);
    assert_eq!(vote(&stage).unheard().into_iter().collect::<Vec<_>>(), ["d-room".into()]);
}

#[test]
fn ballot_papers_are_written_from_the_desk_and_never_over_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("papers.html");
    let mut stage = open(Lang::En);
    stage.keys("esc g");
    assert!(stage.screen().contains("papers-v1.html"), "{}", stage.screen());
    stage
        .keys("ctrl-u")
        .typed(path.to_str().unwrap())
        .keys("down ctrl-u")
        .typed("3")
        .keys("down ctrl-u")
        .typed("40")
        .keys("enter");
    let page = std::fs::read_to_string(&path).unwrap_or_else(|_| panic!("{}", stage.screen()));
    assert_eq!(page.matches("<section").count(), 3);
    assert!(page.contains("№ 40") && page.contains("№ 42") && !page.contains("№ 43"));
    stage.keys("g ctrl-u").typed(path.to_str().unwrap()).keys("enter");
    assert!(stage.screen().contains("is there already"), "{}", stage.screen());
    assert_eq!(std::fs::read_to_string(&path).unwrap(), page);
    // Half a number prints nothing.
    stage.keys("down ctrl-u").typed("x").keys("enter");
    assert!(stage.screen().contains("whole numbers from 1 on"), "{}", stage.screen());
}

#[test]
fn the_line_runs_between_those_whom_a_run_off_parted_also_where_it_is_tied_itself() {
    let mut stage = helsinki(Lang::En);
    for line in [
        r#"{"do":"vote.prepare","id":"v1","title":"Which?","options":["P01","P02","P03"],"method":"approval","seats":1,"secret":false,"tie":"runoff"}"#,
        r#"{"do":"vote.open","vote":"v1"}"#,
        r#"{"do":"vote.cast","vote":"v1","seat":"S01","votes":{"P01":1,"P02":1,"P03":1}}"#,
        r#"{"do":"vote.close","vote":"v1"}"#,
        r#"{"do":"vote.prepare","id":"r1","title":"Run-off","options":["P01","P02","P03"],"method":"approval","seats":1,"secret":false,"tie":"runoff","runoff_of":"v1"}"#,
        r#"{"do":"vote.open","vote":"r1"}"#,
        r#"{"do":"vote.cast","vote":"r1","seat":"S01","votes":{"P02":1,"P03":1}}"#,
        r#"{"do":"vote.close","vote":"r1"}"#,
    ] {
        stage.command(line);
    }
    stage.keys("up");
    let screen = stage.screen();
    let at = |words: &str| screen.find(words).unwrap_or_else(|| panic!("{words}: {screen}"));
    let cut = at("run-off r1");
    assert!(at("1=  P02") < cut && at("1=  P03") < cut && cut < at("1=  P01"), "{screen}");
}
