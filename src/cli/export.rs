//! `talkoot export`: the report and its tables as files.
