//! What the status says of saving: the truth.

use crate::journal::writer::{Keeping, WriterReport};

/// How safe what was typed is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Saving {
    /// On the disk.
    #[default]
    Saved,
    OnItsWay,
    /// Not in the session's folder but on this laptop.
    Laptop,
    /// Nowhere but in memory.
    NotSaved,
}

impl Saving {
    /// The name of its sentence.
    pub(crate) const fn says(self) -> &'static str {
        match self {
            Self::Saved => "status-saved",
            Self::OnItsWay => "status-saving",
            Self::Laptop => "status-laptop",
            Self::NotSaved => "status-not-saved",
        }
    }

    /// What a report of the writer makes of it.
    #[must_use]
    pub(crate) fn after(self, report: &WriterReport) -> Self {
        match report {
            WriterReport::Saved { keeping: Keeping::Session, .. } | WriterReport::Home { .. } => Self::Saved,
            WriterReport::Saved { keeping: Keeping::Spill, .. } | WriterReport::Spilled { .. } => {
                Self::Laptop
            }
            WriterReport::Saved { keeping: Keeping::Memory, .. } | WriterReport::InMemory { .. } => {
                Self::NotSaved
            }
            WriterReport::Received { .. } | WriterReport::Trouble { .. } => self,
        }
    }
}
