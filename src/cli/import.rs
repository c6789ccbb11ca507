//! `talkoot import`: others' lists, shown before anything is written.
