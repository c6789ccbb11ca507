//! What each screen remembers and how it acts.

pub mod capture;
pub mod commitments;
pub mod export;
pub mod groups;
pub mod home;
pub mod ideas;
pub(crate) mod naming;
pub mod people;
pub mod project;
pub mod proposals;
pub mod rooms;
pub mod run;
pub(crate) mod torn;
pub mod vote;
pub mod writing;

use super::screen::Screen;

/// The screens of the facilitator's desk, in the order of their numbers, and the wall for its own terminal.
pub fn desk() -> Vec<Box<dyn Screen>> {
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
