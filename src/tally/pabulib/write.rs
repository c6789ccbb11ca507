//! From an instance to the text of a `.pb` file.

use csv::{Writer, WriterBuilder};

use super::fault::Section;
use super::instance::Instance;

/// What cannot be written so that it would be read back the same.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Unwritable {
    /// An id or a key that is empty, has spaces around it, would be taken for a title, or (of a project) has a comma.
    #[error("“{0}” cannot be written")]
    Id(String),
    /// A vote for a project that is not there.
    #[error("a vote for a project that is not there")]
    NoSuchProject,
    /// The writer failed.
    #[error("the writer failed")]
    Failed,
}

impl From<csv::Error> for Unwritable {
    fn from(_: csv::Error) -> Self {
        Self::Failed
    }
}

/// Writes an instance as `.pb`; [`super::read`] gives the same instance again.
///
/// # Errors
/// [`Unwritable`].
pub(crate) fn write(instance: &Instance) -> Result<String, Unwritable> {
    let mut out = WriterBuilder::new().delimiter(b';').flexible(true).from_writer(Vec::new());
    meta(&mut out, instance)?;
    projects(&mut out, instance)?;
    votes(&mut out, instance)?;
    let bytes = out.into_inner().map_err(|_| Unwritable::Failed)?;
    String::from_utf8(bytes).map_err(|_| Unwritable::Failed)
}

/// A text that comes back as it is: fields are read without the spaces around them.
fn plain(text: &str) -> Result<&str, Unwritable> {
    if text.trim() == text { Ok(text) } else { Err(Unwritable::Id(text.to_owned())) }
}

/// An id, which begins a row.
fn id(text: &str) -> Result<&str, Unwritable> {
    let title = Section::ALL.iter().any(|section| section.title().eq_ignore_ascii_case(text));
    if text.is_empty() || title { Err(Unwritable::Id(text.to_owned())) } else { plain(text) }
}

fn meta(out: &mut Writer<Vec<u8>>, instance: &Instance) -> Result<(), Unwritable> {
    out.write_record([Section::Meta.title()])?;
    out.write_record(["key", "value"])?;
    // The format's own order: what it is, then how large, then how it was voted.
    let (what, how): (Vec<_>, Vec<_>) = instance.meta.iter().partition(|(key, _)| {
        ["description", "country", "unit", "subunit", "instance"].contains(&key.as_str())
    });
    for (key, value) in what {
        out.write_record([id(key)?, plain(value)?])?;
    }
    out.write_record(["num_projects", &instance.projects.len().to_string()])?;
    out.write_record(["num_votes", &instance.voters.len().to_string()])?;
    out.write_record(["budget", &instance.budget.to_string()])?;
    out.write_record(["vote_type", instance.vote_type.name()])?;
    for (key, value) in how {
        out.write_record([id(key)?, plain(value)?])?;
    }
    Ok(())
}

fn projects(out: &mut Writer<Vec<u8>>, instance: &Instance) -> Result<(), Unwritable> {
    let named = instance.projects.iter().any(|project| project.name.is_some());
    out.write_record([Section::Projects.title()])?;
    let columns = ["project_id", "cost", "name"];
    out.write_record(columns.iter().take(if named { 3 } else { 2 }))?;
    for project in &instance.projects {
        let name = id(&project.id)?;
        if name.contains(',') {
            return Err(Unwritable::Id(project.id.clone()));
        }
        let cost = project.cost.to_string();
        let row = [name, &cost, plain(project.name.as_deref().unwrap_or(""))?];
        out.write_record(row.iter().take(if named { 3 } else { 2 }))?;
    }
    Ok(())
}

fn votes(out: &mut Writer<Vec<u8>>, instance: &Instance) -> Result<(), Unwritable> {
    let columns = if instance.vote_type.has_points() { 3 } else { 2 };
    out.write_record([Section::Votes.title()])?;
    out.write_record(["voter_id", "vote", "points"].iter().take(columns))?;
    for voter in &instance.voters {
        let (mut chosen, mut points) = (Vec::new(), Vec::new());
        for vote in &voter.votes {
            let project = instance.projects.get(vote.project as usize).ok_or(Unwritable::NoSuchProject)?;
            chosen.push(project.id.as_str());
            points.push(vote.points.to_string());
        }
        let row = [id(&voter.id)?, &chosen.join(","), &points.join(",")];
        out.write_record(row.iter().take(columns))?;
    }
    Ok(())
}
