//! The laws of the domain, over random histories of laptops that each obeyed `decide` and were joined.

mod clocks;
mod drift;
mod effects;
mod merges;
mod names;
mod order;
mod pieces;
mod play;
mod rounds;
mod times;
mod undoing;
mod votes;
