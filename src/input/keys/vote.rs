//! Keys on Vote.

use super::Own;

/// What can be done on Vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Vote {
    Prepare,
    /// What is nearest: change a prepared vote, enter ballots of an open one.
    Main,
    /// Choose the options.
    Choose,
    Open,
    Close,
    /// Let the room see the result.
    Reveal,
    /// Put it on the wall.
    Wall,
    /// The next step of a result on the wall.
    Step,
    /// Enter ballots.
    Ballots,
    /// Type the ballots a second time.
    Again,
    /// Between the ranking and what it is worth.
    Worth,
    /// Count hands instead of ballots.
    Hands,
    /// Let somebody vote for another.
    Proxy,
    /// Hand the laptop round: a screen of one's own to vote on.
    Pass,
    /// Print ballot papers.
    Papers,
    /// Mark who has handed in a paper of a secret vote.
    Handed,
    /// Draw other recovery words for a secret vote.
    Words,
    /// Read a list of ballots out of a file.
    Import,
    /// Change what is asked and how.
    Change,
    /// Go through the options that look alike, pair by pair.
    Alike,
    /// Choose who may vote.
    Voters,
    /// Make it the first of two stages; once it is closed, prepare the second.
    Stages,
    /// Waive the first gate that is not passed.
    Waive,
    /// Prepare a new vote among the tied.
    Runoff,
    /// Remove a vote that is not open yet.
    Remove,
    /// Settle what two devices said concurrently.
    Settle,
    /// Up in the list.
    Up,
    /// Down in the list.
    Down,
    /// Up in what is shown of the vote.
    PageUp,
    /// Down in what is shown of the vote.
    PageDown,
}

/// The rows, the most used first. What cannot be taken back has a capital letter of its own.
pub(crate) static ROWS: &[Own<Vote>] = &[
    ("n", Vote::Prepare, "key-vote-prepare"),
    ("c", Vote::Choose, "key-vote-choose"),
    ("w", Vote::Waive, "key-vote-waive"),
    ("O", Vote::Open, "key-vote-open"),
    ("C", Vote::Close, "key-vote-close"),
    ("R", Vote::Reveal, "key-vote-reveal"),
    ("v", Vote::Wall, "key-vote-wall"),
    ("o", Vote::Step, "key-step"),
    ("s", Vote::Worth, "key-vote-worth"),
    ("a", Vote::Alike, "key-vote-alike"),
    ("f", Vote::Voters, "key-vote-voters"),
    ("t", Vote::Stages, "key-vote-stages"),
    ("i", Vote::Ballots, "key-vote-ballots"),
    ("x", Vote::Again, "key-vote-again"),
    ("h", Vote::Hands, "key-vote-hands"),
    ("p", Vote::Proxy, "key-vote-proxy"),
    ("L", Vote::Pass, "key-vote-pass"),
    ("ctrl-l", Vote::Pass, "key-vote-pass"),
    ("m", Vote::Import, "key-vote-import"),
    ("g", Vote::Papers, "key-vote-papers"),
    ("b", Vote::Handed, "key-vote-handed"),
    ("W", Vote::Words, "key-vote-words"),
    ("e", Vote::Change, "key-vote-change"),
    ("enter", Vote::Main, "key-vote-main"),
    ("r", Vote::Runoff, "key-vote-runoff"),
    ("d", Vote::Remove, "key-vote-remove"),
    ("delete", Vote::Remove, "key-vote-remove"),
    ("y", Vote::Settle, "key-settle"),
    ("up", Vote::Up, "key-up"),
    ("k", Vote::Up, "key-up"),
    ("down", Vote::Down, "key-down"),
    ("j", Vote::Down, "key-down"),
    ("pageup", Vote::PageUp, "key-vote-page-up"),
    ("pagedown", Vote::PageDown, "key-vote-page-down"),
];
