//! Counting votes by every [`Method`]: ranks with ties, who goes forward, how solid that is ([`solid`]), how far the ballots
//! agree ([`accord`]), other orders from the same ballots ([`ranking`]), and all of that together ([`mod@findings`]).
//!
//! Ballots go into a [`Book`], which sorts them into a [`Profile`]; [`Points`] are what they are worth, [`points::Totals`] the count.
//!
//! Pure and exact: whole numbers only, no clock and no randomness but a seed that is handed in and printed. No ballot is counted
//! twice or left out without a line that says so ([`ballot`]); equal totals share a rank ([`mod@count`]); a tie on the cut
//! line is named before any rule touches it ([`mod@cut`]); small groups of voters are never shown apart ([`groups`]).

pub(crate) mod accord;
mod ballot;
mod book;
mod count;
mod cut;
pub(crate) mod findings;
mod groups;
mod method;
pub(crate) mod pabulib;
mod points;
mod profile;
pub(crate) mod ranking;
mod share;
pub mod shares;
pub mod solid;
mod spread;
mod table;

pub use ballot::{Ballot, Budget};
pub(crate) use ballot::{Fault, SetAside, Why};
pub use book::Book;
pub(crate) use book::SortedBook;
pub use count::count;
pub(crate) use count::{Row, ranked};
pub use cut::{DecidedBy, Tie, settle};
pub(crate) use cut::{Goes, Settled, cut};
pub(crate) use groups::{FEWEST, GroupTotals, by_group};
pub use method::{Mark, Method};
pub use points::Points;
pub(crate) use profile::Profile;
pub(crate) use share::Share;
pub(crate) use spread::{MOST_CATEGORIES, agreement, polarisation};
