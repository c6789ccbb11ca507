//! Counting votes by every [`Method`]: ranks with ties, who goes forward, how solid that is ([`solid`]), how far the ballots
//! agree ([`accord`]), other orders from the same ballots ([`ranking`]), and all of that together ([`mod@findings`]).
//!
//! Ballots go into a [`Book`], which sorts them into a [`Profile`]; [`Points`] are what they are worth, [`Totals`] the count.
//!
//! Pure and exact: whole numbers only, no clock and no chance but a seed that is handed in and printed. No ballot is counted
//! twice or left out without a line that says so ([`ballot`]); equal totals share a rank ([`mod@count`]); a tie on the cut
//! line is named before any rule touches it ([`mod@cut`]); small groups of voters are never shown apart ([`groups`]).

pub mod accord;
mod ballot;
mod book;
mod count;
mod cut;
pub mod findings;
mod groups;
mod method;
pub mod pabulib;
mod points;
mod profile;
pub mod ranking;
mod share;
pub mod shares;
pub mod solid;
mod spread;
mod table;

pub use ballot::{Ballot, Budget, Fault, SetAside, Sorted, Why, faults, sort_out};
pub use book::{Book, SortedBook};
pub use count::{Row, count, ranked};
pub use cut::{Cut, DecidedBy, Goes, Settled, Tie, cut, settle};
pub use groups::{ByGroup, FEWEST, GroupTotals, by_group};
pub use method::{Mark, Method};
pub use points::{Cell, Points, Totals};
pub use profile::{Cast, Profile};
pub use share::Share;
pub use spread::{MOST_CATEGORIES, Middle, Quarters, agreement, middle, polarisation};
