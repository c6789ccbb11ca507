//! Where everybody sits in each round, in lanes that are compared many at once: above [`super::super::setup::DENSE`] people who
//! meets whom is not kept but counted from these.

use super::super::cells::put;
use super::super::setup::Setup;

/// How many rounds are compared at once.
const LANES: usize = 8;
/// Nobody has this room.
const NOWHERE: u16 = u16::MAX;

/// The rooms of everybody, round by round.
#[derive(Debug, Clone, Default)]
pub(super) struct Trails {
    /// By person: a lane a round, filled up to whole blocks.
    lanes: Vec<[u16; LANES]>,
    /// Blocks a person; 0 where trails are not kept.
    blocks: usize,
    /// How many lanes of a person are no round: they are alike for all.
    filling: u32,
    /// How many seats nobody has been given yet. Two who sit nowhere must not seem to meet.
    missing: usize,
}

impl Trails {
    /// Nobody sits anywhere yet. Where people are few, away, or rooms are halls, no trails are kept.
    pub(super) fn empty(setup: &Setup<'_>) -> Self {
        let rounds = setup.rounds.len();
        let all_there = setup.rounds.iter().all(|round| round.frame.count == setup.people);
        let small = setup.rounds.iter().all(|round| round.rooms < usize::from(NOWHERE));
        if setup.dense || setup.plenaries || !all_there || !small || rounds == 0 {
            return Self::default();
        }
        let blocks = rounds.div_ceil(LANES);
        Self {
            lanes: vec![[NOWHERE; LANES]; setup.people * blocks],
            blocks,
            filling: (blocks * LANES - rounds) as u32,
            missing: setup.people * rounds,
        }
    }

    /// Somebody sits in a room now; none: in none.
    #[inline]
    pub(super) fn sit(&mut self, p: usize, round: usize, room: Option<u32>) {
        if self.blocks == 0 {
            return;
        }
        self.missing = if room.is_some() { self.missing.saturating_sub(1) } else { self.missing + 1 };
        let lane = room.map_or(NOWHERE, |room| room as u16);
        if let Some(block) = self.lanes.get_mut(p * self.blocks + round / LANES) {
            put(block, round % LANES, lane);
        }
    }

    /// In how many rounds these two share a room; none where that is not known from here.
    #[inline]
    pub(super) fn shared(&self, p: usize, q: usize) -> Option<u32> {
        if self.blocks == 0 || self.missing > 1 {
            return None;
        }
        let of = |p: usize| self.lanes.get(p * self.blocks..(p + 1) * self.blocks);
        // Lane by lane first, and over the lanes once: so it becomes few instructions for all lanes.
        let mut same = [0_u16; LANES];
        for (a, b) in of(p)?.iter().zip(of(q)?) {
            for ((same, a), b) in same.iter_mut().zip(a).zip(b) {
                *same += u16::from(a == b);
            }
        }
        let shared: u16 = same.iter().sum();
        Some(u32::from(shared).saturating_sub(self.filling))
    }
}
