//! Merges: the idea kept is the same for all of them, in every order, even in a ring.

use proptest::prelude::*;
use talkoot::workshop::Workshop;
use talkoot::workshop::ideas::{Merges, kept, merged, standing};
use talkoot::workshop::thing::Thing;

use super::play::{play, skews, steps, union};
use crate::common::device::laptops;

fn check(w: &Workshop) {
    let ideas = &w.ideas;
    let standing: Vec<_> = standing(ideas).map(Thing::key).collect();
    let into = merged(ideas);
    for idea in ideas.iter() {
        let root = kept(ideas, idea.key());
        assert_eq!(kept(ideas, root), root, "kept twice is kept once");
        assert!(ideas.get(root).is_some(), "what is kept is there");
        assert!(standing.contains(&root));
        // Every idea is read in one place: by itself, or under the one kept.
        let under = into.values().filter(|under| under.contains(&idea.key())).count();
        assert_eq!(under + usize::from(standing.contains(&idea.key())), 1);
        if let Some(next) = idea.into.get().copied().flatten().filter(|next| ideas.get(*next).is_some()) {
            assert_eq!(kept(ideas, next), root, "the members of a ring agree");
        } else {
            assert!(root == idea.key() && !Merges::of(ideas).in_ring(root));
        }
        if Merges::of(ideas).in_ring(idea.key()) {
            assert!(Merges::of(ideas).in_ring(root), "the one kept of a ring is one of it");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, ..ProptestConfig::default() })]

    #[test]
    fn every_merge_has_one_idea_kept(skews in skews(), steps in steps(60)) {
        let laptops = play(skews, &steps);
        laptops.iter().for_each(|laptop| check(&laptop.workshop));
        check(&crate::common::device::fold(&union(&laptops)));
    }

    #[test]
    fn merges_apart_make_rings_that_end(pairs in prop::collection::vec((0..3_usize, 1..4_u8, 1..3_u8), 1..8)) {
        let mut laptops = laptops([0, 0, 0]);
        for (on, a, by) in pairs {
            let b = (a - 1 + by) % 3 + 1;
            let _ = laptops[on].tell(&format!(r#"{{"do":"idea.merge","ideas":["i{a}","i{b}"]}}"#));
        }
        let whole = crate::common::device::fold(&union(&laptops));
        check(&whole);
        for laptop in &laptops {
            for idea in laptop.workshop.ideas.iter() {
                // What a laptop saw as one stays one.
                let root = kept(&laptop.workshop.ideas, idea.key());
                let settled = idea.into.get().copied().flatten().is_none_or(|_| {
                    whole.ideas.get(idea.key()).unwrap().into.versions() == 1
                });
                prop_assert!(!settled || kept(&whole.ideas, idea.key()) == kept(&whole.ideas, root) || whole.ideas.get(root).unwrap().into.versions() > 1);
            }
        }
    }
}

#[test]
fn two_merges_apart_the_other_way_round_are_a_ring_that_unmerging_settles() {
    let mut laptops = laptops([0, 0, 0]);
    laptops[0].must(r#"{"do":"idea.merge","ideas":["i1","i2"]}"#);
    laptops[1].must(r#"{"do":"idea.merge","ideas":["i2","i1"]}"#);
    let (left, right) = laptops.split_at_mut(1);
    left[0].join(&right[0]);
    let ideas = &left[0].workshop.ideas;
    let [one, two] = ["i1", "i2"].map(|name| ideas.find(name).unwrap());
    assert_eq!([kept(ideas, one), kept(ideas, two)], [one, one], "the one made first");
    assert!(Merges::of(ideas).in_ring(one) && Merges::of(ideas).in_ring(two));
    left[0].must(r#"{"do":"idea.unmerge","idea":"i1"}"#);
    let ideas = &left[0].workshop.ideas;
    assert_eq!([kept(ideas, one), kept(ideas, two)], [one, one]);
    assert!(!Merges::of(ideas).in_ring(one) && !Merges::of(ideas).in_ring(two));
}
