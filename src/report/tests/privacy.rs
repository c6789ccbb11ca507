//! What stands nowhere.

use proptest::prelude::*;

use super::*;

#[test]
fn nothing_off_the_record_is_told_in_any_format() {
    let all = everything(&small().workshop);
    for secret in ["SECRETWORDS", "SECRETAUTHOR", "secrettag", "i-off"] {
        assert!(!all.contains(secret), "{secret}");
    }
    assert!(file(&small().workshop, "report.md", Edition::Internal).contains("1 idea is off the record"));
    assert!(!given_out(&small().workshop, Edition::Public).contains("off the record"));
    assert!(!given_out(&small().workshop, Edition::Public).contains("off_record"));
}

#[test]
fn what_was_merged_into_an_idea_off_the_record_goes_with_it() {
    let mut laptop = small();
    laptop.all(&[r#"{"do":"idea.hide","idea":"i-fund"}"#]);
    let all = everything(&laptop.workshop);
    assert!(!all.contains("Pool small grants") && !all.contains("i-pool") && !all.contains("i-fund"));
    // The proposal made of it has words of its own.
    assert!(all.contains("A shared fund"));
    assert_eq!(told(What::Ideas, &laptop.workshop)["off_record"], 3);
}

#[test]
fn where_laptops_disagree_it_is_off_the_record() {
    let mut here = small();
    here.does(r#"{"do":"idea.hide","idea":"i-why"}"#);
    let mut there = here.twin(2);
    here.does(r#"{"do":"idea.hide","idea":"i-why","hidden":false}"#);
    assert!(everything(&here.workshop).contains("Why not before?"));
    there.all(&[
        r#"{"do":"idea.hide","idea":"i-why","hidden":false}"#,
        r#"{"do":"idea.hide","idea":"i-why"}"#,
    ]);
    here.joins(&there);
    assert!(!everything(&here.workshop).contains("Why not before?"));
}

#[test]
fn removed_and_undone_things_stand_nowhere() {
    let mut laptop = small();
    laptop.all(&[
        r#"{"do":"idea.add","id":"gone","text":"GONEWORDS"}"#,
        r#"{"do":"idea.remove","idea":"gone"}"#,
        r#"{"do":"commitment.add","text":"UNDONEWORDS","owner":"S01"}"#,
        r#"{"do":"undo"}"#,
        r#"{"do":"person.add","id":"S99","name":"GONEPERSON"}"#,
        r#"{"do":"round.place","round":"r1","person":"S99","room":"room-b"}"#,
        r#"{"do":"person.remove","person":"S99"}"#,
    ]);
    let all = everything(&laptop.workshop);
    for gone in ["GONEWORDS", "UNDONEWORDS", "GONEPERSON", "S99"] {
        assert!(!all.contains(gone), "{gone}");
    }
}

#[test]
fn the_public_edition_tells_of_people_what_a_list_of_participants_prints() {
    let mut laptop = small();
    laptop.all(&[
        r#"{"do":"idea.add","text":"said by somebody","author":"FREEAUTHOR"}"#,
        r#"{"do":"person.change","person":"S01","role":"observerrole"}"#,
        r#"{"do":"vote.prepare","id":"v2","title":"Open vote","options":["P01","P02"],"method":"dots","secret":false}"#,
        r#"{"do":"vote.waive","vote":"v2","gate":"languages","reason":"WAIVEDBECAUSE"}"#,
        r#"{"do":"vote.open","vote":"v2"}"#,
        r#"{"do":"vote.cast","vote":"v2","paper":987654,"votes":{"P01":1}}"#,
        r#"{"do":"vote.close","vote":"v2"}"#,
    ]);
    let inside = given_out(&laptop.workshop, Edition::Internal);
    for told in ["FREEAUTHOR", "observerrole", "WAIVEDBECAUSE", "987654", "author_name"] {
        assert!(inside.contains(told), "{told}");
    }
    let public = given_out(&laptop.workshop, Edition::Public);
    for kept in
        ["FREEAUTHOR", "observerrole", "WAIVEDBECAUSE", "987654", "author_name", "\"kind\": \"academia\""]
    {
        assert!(!public.contains(kept), "{kept}");
    }
    // Closed, but not revealed: nobody outside learns the result.
    let results = file(&laptop.workshop, "results.csv", Edition::Public);
    assert!(results.contains("v1,P01") && !results.contains("v2,P01"), "{results}");
    let groups = file(&laptop.workshop, "groups.csv", Edition::Public);
    assert!(!groups.contains("S01") && groups.contains("room-a"), "{groups}");
}

#[test]
fn a_secret_vote_never_tells_who_voted_what() {
    let view = told(What::All, &small().workshop);
    assert!(view["votes"][0]["result"]["rows"][0]["total"].is_u64());
    assert!(view["votes"][0]["result"].get("cast").is_none());
    assert!(!everything(&small().workshop).contains("P01: 2"));
}

#[test]
fn a_vote_that_was_cast_in_secret_stays_secret_whatever_another_laptop_made_of_it() {
    let prepare =
        r#"{"do":"vote.prepare","id":"v2","title":"Which?","options":["P01","P02"],"method":"dots"}"#;
    let cast = |laptop: &mut Laptop| {
        laptop.all(&[
            r#"{"do":"vote.open","vote":"v2"}"#,
            r#"{"do":"vote.cast","vote":"v2","seat":"S01","votes":{"P02":1}}"#,
            r#"{"do":"vote.close","vote":"v2"}"#,
        ]);
    };
    let mut here = small();
    here.does(prepare);
    let mut there = here.twin(2);
    cast(&mut here);
    there.does(r#"{"do":"vote.change","vote":"v2","secret":false}"#);
    here.joins(&there);
    // That one of one has the only winner is the result, not a ballot.
    let all = everything(&here.workshop).replace("P02: 1 of 1", "");
    assert!(!all.contains("P02: 1"), "{all}");
    // One that was open from the beginning is told, within.
    let mut open = small();
    open.does(&prepare.replace("}", r#","secret":false}"#));
    cast(&mut open);
    assert!(everything(&open.workshop).contains("P02: 1"));
    assert!(!given_out(&open.workshop, Edition::Public).contains("P02: 1"));
}

/// A vote on two proposals with these ballots, still open.
fn open_vote(ballots: &[(u32, u32)], secret: bool) -> Workshop {
    let mut laptop = Laptop::new(1);
    laptop.all(&[
        r#"{"do":"proposal.add","id":"A","title":{"en":"One","ru":"Один"}}"#,
        r#"{"do":"proposal.add","id":"B","title":{"en":"Two","ru":"Два"}}"#,
        r#"{"do":"vote.prepare","id":"v","title":"Which?","options":["A","B"],"method":"dots","dots":20,"cap":10}"#,
    ]);
    laptop.does(&format!(r#"{{"do":"vote.change","vote":"v","secret":{secret},"threshold":0.5}}"#));
    laptop.does(r#"{"do":"vote.open","vote":"v"}"#);
    for (number, (a, b)) in ballots.iter().enumerate() {
        let paper = number + 1;
        laptop
            .does(&format!(r#"{{"do":"vote.cast","vote":"v","paper":{paper},"votes":{{"A":{a},"B":{b}}}}}"#));
    }
    laptop.workshop
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn an_open_vote_tells_its_turnout_and_nothing_of_its_ballots(
        ballots in prop::collection::vec((0u32..10, 0u32..10), 1..5),
        other in prop::collection::vec((0u32..10, 0u32..10), 4),
        secret: bool,
    ) {
        // Whatever the same number of voters gave, every output is the same to the byte.
        let other = &other[..ballots.len()];
        prop_assert_eq!(everything(&open_vote(&ballots, secret)), everything(&open_vote(other, secret)));
    }

    #[test]
    fn words_off_the_record_are_told_nowhere(
        steps in prop::collection::vec((0usize..6, 0usize..6, 0usize..5), 1..20),
    ) {
        let mut laptop = Laptop::new(1);
        for n in 0..6 {
            laptop.does(&format!(r#"{{"do":"idea.add","id":"id{n}x","text":"WORDS{n}X","author":"AUTHOR{n}X","tags":["tag{n}x"]}}"#));
        }
        for (a, b, what) in steps {
            let command = match what {
                0 if a != b => format!(r#"{{"do":"idea.merge","ideas":["id{a}x","id{b}x"]}}"#),
                1 => format!(r#"{{"do":"idea.hide","idea":"id{a}x"}}"#),
                2 => format!(r#"{{"do":"idea.hide","idea":"id{a}x","hidden":false}}"#),
                3 => format!(r#"{{"do":"idea.promote","ideas":["id{a}x"],"title":"From {b}"}}"#),
                4 => format!(r#"{{"do":"idea.edit","idea":"id{a}x","kind":"off-record"}}"#),
                _ => continue,
            };
            // What is refused (hidden already, merged already) is of no interest here.
            let request = Request::read(&command).unwrap();
            let context = Context { now: Timestamp::UNIX_EPOCH, who: arc("desk"), device: arc("d-1"), seed: 7, ballot_key: None };
            if decide(&laptop.workshop, &request, &context).is_ok() {
                laptop.does(&command);
            }
        }
        let all = everything(&laptop.workshop);
        for n in 0..6 {
            let key = laptop.workshop.ideas.find(&format!("id{n}x")).unwrap();
            let off = laptop.workshop.ideas.get(key).unwrap().is_off_record();
            let kept = crate::workshop::ideas::kept(&laptop.workshop.ideas, key);
            let goes_with = laptop.workshop.ideas.get(kept).unwrap().is_off_record();
            for marker in [format!("WORDS{n}X"), format!("AUTHOR{n}X"), format!("tag{n}x"), format!("id{n}x")] {
                prop_assert_eq!(all.contains(&marker), !off && !goes_with, "{}", marker);
            }
        }
    }
}
