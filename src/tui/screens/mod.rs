//! What each screen remembers and how it acts.

pub(crate) mod capture;
pub(crate) mod commitments;
pub mod export;
pub(crate) mod groups;
pub(crate) mod home;
pub(crate) mod ideas;
pub(crate) mod people;
pub mod project;
pub(crate) mod proposals;
pub(crate) mod run;
pub(crate) mod shared;
pub(crate) mod vote;

use super::ctx::Screen;

/// The screens of the facilitator's desk, in the order of their numbers, and the wall for its own terminal.
pub(crate) fn desk() -> Vec<Box<dyn Screen>> {
    vec![
        Box::new(home::Home::default()),
        Box::new(run::Run::default()),
        Box::new(people::People::default()),
        Box::new(groups::Groups::default()),
        Box::new(ideas::Ideas::default()),
        Box::new(proposals::Proposals::default()),
        Box::new(vote::Vote::default()),
        Box::new(commitments::Commitments::default()),
        Box::new(export::Export::default()),
        Box::new(project::Project::default()),
    ]
}
