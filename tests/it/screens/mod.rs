//! Keys in, screens out.

mod capture;
mod commitments;
mod export;
mod full;
mod groups;
mod home;
mod ideas;
mod lists;
mod pass;
mod people;
mod practice;
mod prepare;
mod project;
mod proposals;
mod rehearse;
mod run;
mod second;
mod secret;
mod undo;
mod vote;
mod vote_whole;
