//! Pabulib's `.pb`: elections of participatory budgeting as text, read and written.
//!
//! Three tables in one file (META, PROJECTS, VOTES), each with a title, a line of column names and its rows, separated by
//! semicolons and quoted as in CSV; Stolicki, Szufa & Talmon 2020, *Pabulib: A Participatory Budgeting Library*, and the page on the
//! format at pabulib.org. A file that contradicts itself is refused with the line ([`Fault`]), never mended silently; columns that we
//! do not know are passed over.

mod decimal;
mod fault;
mod instance;
mod profile;
mod read;
mod rows;
#[cfg(test)]
mod tests;
mod votes;
mod write;

pub(crate) use decimal::{Decimal, NotDecimal};
pub(crate) use fault::{Fault, Kind};
pub(crate) use instance::{Instance, Project, Utility, Vote, VoteType, Voter};
pub(crate) use read::read;
pub(crate) use write::{Unwritable, write};
