//! The exact answer against all that could be done.

use proptest::prelude::*;

use super::*;

/// Everything that could be done, in small days.
fn all(day: &Day) -> Vec<Way> {
    let mut ways = vec![Way { gifts: Vec::new(), harm: 0 }];
    for (place, part) in day.parts.iter().enumerate() {
        let mut gifts: Vec<Gift> = (0..=part.gives()).map(Gift::Minutes).collect();
        if part.is_droppable() {
            gifts.push(Gift::Dropped);
        }
        let more = ways.iter().flat_map(|way| {
            gifts.iter().map(move |gift| {
                let mut next = way.clone();
                if *gift != Gift::Minutes(0) {
                    next.gifts.push((place, *gift));
                }
                next.harm += part.harm(*gift);
                next
            })
        });
        ways = more.collect();
    }
    ways
}

/// The least harm of all that make every stop.
fn least(day: &Day) -> Option<i64> {
    all(day).into_iter().filter(|way| day.missed(&way.gifts).is_empty()).map(|way| way.harm).min()
}

fn part() -> impl Strategy<Value = Part> {
    let begins = prop::option::weighted(0.3, 0_i64..40);
    let stop = prop::option::weighted(0.4, 0_i64..40);
    (begins, 1_i64..12, 0_i64..4, any::<bool>(), 1_i64..4, stop).prop_map(
        |(begins, length, gives, droppable, weight, stop)| Part {
            begins,
            length,
            gives,
            droppable,
            weight,
            stop,
        },
    )
}

fn day() -> impl Strategy<Value = Day> {
    (0_i64..10, prop::collection::vec(part(), 1..6)).prop_map(|(free, parts)| Day { free, parts })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn no_way_harms_less_than_the_one_that_is_found(day in day()) {
        let needed = !day.missed(&[]).is_empty();
        match day.best() {
            Some(way) => {
                prop_assert!(needed);
                prop_assert_eq!(day.missed(&way.gifts), vec![]);
                prop_assert_eq!(Some(way.harm), least(&day));
                let harm: i64 = way.gifts.iter().map(|(place, gift)| day.parts[*place].harm(*gift)).sum();
                prop_assert_eq!(harm, way.harm);
            }
            None => prop_assert!(!needed || least(&day).is_none()),
        }
    }

    #[test]
    fn a_stop_falls_exactly_where_nothing_can_save_it(day in day()) {
        let ways = all(&day);
        let begins: Vec<Vec<Option<i64>>> = ways.iter().map(|way| day.begins(&way.gifts)).collect();
        for (place, part) in day.parts.iter().enumerate() {
            let Some(stop) = part.stop else { continue };
            let soonest = begins.iter().filter_map(|begins| begins[place]).min().unwrap();
            let fallen = day.fallen().into_iter().find(|(fallen, _)| *fallen == place).map(|(_, late)| late);
            prop_assert_eq!(fallen, Some(soonest - stop).filter(|late| *late > 0));
        }
    }

    #[test]
    fn other_ways_spare_who_gave_most_and_harm_more(day in day()) {
        let ways = day.ways(3);
        let mut spared = day.clone();
        for pair in ways.windows(2) {
            let giver = day.giver(&pair[0]).unwrap();
            spared = spared.sparing(giver);
            prop_assert!(pair[1].gifts.iter().all(|(place, _)| *place != giver));
            prop_assert_eq!(Some(pair[1].harm), least(&spared));
            prop_assert!(pair[0].harm <= pair[1].harm && pair[0].drops() == pair[1].drops());
        }
        prop_assert!(ways.iter().all(|way| day.missed(&way.gifts).is_empty()));
    }

    #[test]
    fn what_does_not_touch_the_stops_is_not_touched(day in day()) {
        let last_stop = day.parts.iter().rposition(|part| part.stop.is_some());
        for (place, _) in day.best().into_iter().flat_map(|way| way.gifts) {
            prop_assert!(Some(place) < last_stop);
        }
    }
}

#[test]
fn six_minutes_come_from_one_item_rather_than_from_three() {
    let part = |length, gives| Part { begins: None, length, gives, droppable: false, weight: 1, stop: None };
    let lunch = Part { begins: Some(66), stop: Some(66), ..part(60, 15) };
    let day = Day { free: 0, parts: vec![part(12, 2), part(30, 10), part(30, 2), lunch] };
    let ways = day.ways(3);
    assert_eq!(ways[0].gifts, [(1, Gift::Minutes(6))]);
    // Without the one that can, the others cannot.
    assert_eq!(ways.len(), 1);
}

#[test]
fn a_heavy_minute_is_taken_last_and_nothing_is_dropped_while_shortening_can_do() {
    let part = |weight, gives| Part { begins: None, length: 20, gives, droppable: true, weight, stop: None };
    let lunch = Part { stop: Some(35), droppable: false, ..part(1, 0) };
    let day = Day { free: 0, parts: vec![part(1, 5), part(9, 5), lunch] };
    assert_eq!(day.best().map(|way| way.gifts), Some(vec![(0, Gift::Minutes(5))]));
    let day = Day { free: 1, ..day };
    assert_eq!(day.best().map(|way| way.gifts), Some(vec![(0, Gift::Minutes(5)), (1, Gift::Minutes(1))]));
    // Eleven minutes are more than the ten that can be taken: one goes, the one that weighs less.
    let day = Day { free: 6, ..day };
    assert_eq!(day.best().map(|way| way.gifts), Some(vec![(0, Gift::Dropped)]));
}
