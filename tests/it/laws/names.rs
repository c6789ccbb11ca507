//! Two laptops that used one id apart.

use super::order::assert_same;
use super::play::union;
use crate::common::device::{fold, laptops};

#[test]
fn one_id_used_twice_apart_means_two_things_with_two_names() {
    let mut laptops = laptops([0, 5000, 0]);
    laptops[0].must(r#"{"do":"idea.add","id":"bread","text":"rye"}"#);
    laptops[1].must(r#"{"do":"idea.add","id":"bread","text":"wheat"}"#);
    assert_eq!(laptops[0].tell(r#"{"do":"idea.add","id":"bread","text":"oats"}"#).unwrap_err().kind, "taken");
    let events = union(&laptops);
    let (mut one, mut other) = (laptops[0].clone(), laptops[1].clone());
    one.join(&laptops[1]);
    other.join(&laptops[0]);
    assert_same(&one.workshop, &other.workshop);
    assert_same(&one.workshop, &fold(&events));

    let ideas = &one.workshop.ideas;
    assert_eq!(ideas.iter().count(), 5, "three of the meeting and both of these");
    let refusal = one.tell(r#"{"do":"idea.remove","idea":"bread"}"#).unwrap_err();
    assert_eq!(refusal.kind, "ambiguous");
    let named = refusal.args.iter().find(|(name, _)| *name == "both").map(|(_, both)| both.as_ref());
    assert_eq!(named, Some("bread, bread~2"), "both are named");
    // The first made keeps the name; each can be named by itself.
    let words =
        |key| one.workshop.ideas.get(key).unwrap().text.in_(talkoot::workshop::text::Lang::En).to_owned();
    assert_eq!(words(one.workshop.ideas.find("bread~1").unwrap()), "rye");
    assert_eq!(words(one.workshop.ideas.find("bread~2").unwrap()), "wheat");
    let second = one.workshop.ideas.find("bread~2").unwrap();
    assert_eq!(one.workshop.ideas.label(second), "bread~2");
    assert_eq!(one.workshop.ideas.find(&second.to_string()), Ok(second), "or by the event that made it");
    for taken in ["bread", "i1"] {
        let line = format!(r#"{{"do":"idea.add","id":"{taken}","text":"more"}}"#);
        assert_eq!(one.tell(&line).unwrap_err().kind, "taken");
    }
    // With one of them gone the bare name is plain again, and the other keeps the name it had.
    one.must(r#"{"do":"idea.remove","idea":"bread~1"}"#);
    assert_eq!(one.workshop.ideas.find("bread"), Ok(second));
    assert_eq!(one.workshop.ideas.label(second), "bread~2");
}

#[test]
fn one_id_may_name_things_of_several_kinds() {
    let mut laptop = laptops([0; 3]).remove(0);
    laptop.must(r#"{"do":"idea.add","id":"bread","text":"rye"}"#);
    laptop.must(r#"{"do":"proposal.add","id":"bread","title":"bake"}"#);
    laptop.must(r#"{"do":"idea.remove","idea":"bread"}"#);
    assert!(laptop.workshop.proposals.find("bread").is_ok());
}
