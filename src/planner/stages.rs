//! The parts of which a worker's way is made: what is exchanged, how hot it begins, what a broken rule weighs meanwhile.

/// What two people exchange.
#[derive(Debug, Clone, Copy)]
pub(super) enum Exchange {
    /// Their seats in one round.
    Seats,
    /// Their seats in all rounds.
    Names,
}

/// One part of a worker's way.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stage {
    pub(super) exchange: Exchange,
    /// What a broken rule weighs. This and the temperatures are in hundredths of what one repeat weighs (or one unit of
    /// balance, where that comes first).
    pub(super) hard: i32,
    pub(super) hot: i64,
    /// How many times hotter it begins where levels stand above one another between rules and mixing.
    pub(super) heat: i64,
    pub(super) cold: i64,
    /// How many in a hundred of the steps.
    pub(super) share: u64,
    /// Whether balance is left out.
    pub(super) blind: bool,
    /// Whether it goes on from where the stage before ended, and not from the best plan.
    pub(super) goes_on: bool,
}

/// Rules first, by names; then they are mended by seats, without a look at balance. Balance is fitted on by names again: first
/// while a broken rule weighs little more than a unit of balance, so that the way from one plan that keeps the rules to
/// another leads through some that do not, then while rules weigh more.
///
/// The numbers were found by trying on the workshops that the bench knows, each with several seeds.
pub(super) const DESIGN: &[Stage] = &[
    Stage {
        exchange: Exchange::Names,
        hard: 1_000,
        hot: 500,
        heat: 1,
        cold: 50,
        share: 12,
        blind: false,
        goes_on: false,
    },
    Stage {
        exchange: Exchange::Seats,
        hard: 400,
        hot: 35,
        heat: 1,
        cold: 28,
        share: 60,
        blind: true,
        goes_on: false,
    },
    Stage {
        exchange: Exchange::Names,
        hard: 30,
        hot: 15,
        heat: 1,
        cold: 3,
        share: 18,
        blind: false,
        goes_on: false,
    },
    Stage {
        exchange: Exchange::Names,
        hard: 60,
        hot: 6,
        heat: 1,
        cold: 3,
        share: 10,
        blind: false,
        goes_on: true,
    },
];

/// In turns, since what one cannot better the other may.
pub(super) const POLISHING: &[Stage] = &[SEATS, NAMES, SEATS, NAMES, SEATS, NAMES, SEATS, NAMES, LAST];
const SEATS: Stage = Stage {
    exchange: Exchange::Seats,
    hard: 400,
    hot: 25,
    heat: 1,
    cold: 8,
    share: 8,
    blind: false,
    goes_on: false,
};
const NAMES: Stage = Stage {
    exchange: Exchange::Names,
    hard: 1_000,
    hot: 25,
    heat: 1,
    cold: 4,
    share: 14,
    blind: false,
    goes_on: true,
};
const LAST: Stage = Stage {
    exchange: Exchange::Names,
    hard: 100,
    hot: 20,
    heat: 1,
    cold: 4,
    share: 12,
    blind: false,
    goes_on: false,
};

/// The same where the plan may be along a design: what seats can mend was mended, so names again and again, since each time
/// another plan may be found.
pub(super) const REFIT: &[Stage] = &[AGAIN, AGAIN, AGAIN, AGAIN, LAST];
const AGAIN: Stage = Stage {
    exchange: Exchange::Names,
    hard: 30,
    hot: 15,
    heat: 1,
    cold: 3,
    share: 22,
    blind: false,
    goes_on: false,
};

/// Rules, topics and seats that are to stay first, then mixing, and balance in the end, since exchanging names leaves mixing as it is.
pub(super) const CHANCE: &[Stage] = &[
    Stage {
        exchange: Exchange::Seats,
        hard: 1_000,
        hot: 3_000,
        heat: 5,
        cold: 40,
        share: 10,
        blind: true,
        goes_on: false,
    },
    Stage {
        exchange: Exchange::Seats,
        hard: 300,
        hot: 40,
        heat: 1,
        cold: 20,
        share: 30,
        blind: true,
        goes_on: true,
    },
    Stage {
        exchange: Exchange::Seats,
        hard: 300,
        hot: 30,
        heat: 1,
        cold: 20,
        share: 30,
        blind: true,
        goes_on: false,
    },
    Stage {
        exchange: Exchange::Seats,
        hard: 1_000,
        hot: 20,
        heat: 1,
        cold: 10,
        share: 10,
        blind: false,
        goes_on: true,
    },
    Stage {
        exchange: Exchange::Names,
        hard: 100,
        hot: 20,
        heat: 1,
        cold: 4,
        share: 20,
        blind: false,
        goes_on: false,
    },
];
