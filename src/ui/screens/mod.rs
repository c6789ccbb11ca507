//! How each screen is drawn.

pub mod capture;
pub mod commitments;
pub mod export;
pub mod groups;
pub mod home;
pub mod ideas;
pub mod people;
pub mod project;
pub mod proposals;
pub mod run;
pub mod vote;
pub mod writing;
