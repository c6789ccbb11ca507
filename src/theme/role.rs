//! What a piece of the screen means.

/// A meaning that has a look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub(crate) enum Role {
    /// Ordinary text.
    Ink,
    /// The other language, remarks, what is past.
    Quiet,
    /// Where you are.
    Accent,
    /// Time that runs out: late, over, nearly full.
    Time,
    /// What is wrong and wants a hand.
    Trouble,
    /// What is done, saved, agreed.
    Good,
    /// Lines between parts.
    Rule,
    /// The chosen row; a mark stands beside it, since colour alone tells nothing.
    Selected,
    /// The name of a screen or a part.
    Title,
    /// A key that can be pressed.
    Key,
    /// The big digits of a countdown.
    Digits,
    /// Text on the wall.
    Wall,
    /// A line one types in.
    Field,
    /// What such a line says while it is empty.
    Placeholder,
    /// Letters that a search has hit.
    Match,
    /// The filled part of a bar.
    Bar,
    /// The empty part of a bar.
    Track,
    /// The bar across the screen when nothing can be saved.
    Alarm,
    /// A countdown with plenty of time left.
    Plenty,
    /// A countdown that ends soon.
    Soon,
    /// A countdown that is nearly over.
    Nearly,
    /// A countdown that is over and counts up.
    Over,
}

impl Role {
    /// All roles, in the order of their numbers.
    pub(crate) const ALL: [Self; 22] = [
        Self::Ink,
        Self::Quiet,
        Self::Accent,
        Self::Time,
        Self::Trouble,
        Self::Good,
        Self::Rule,
        Self::Selected,
        Self::Title,
        Self::Key,
        Self::Digits,
        Self::Wall,
        Self::Field,
        Self::Placeholder,
        Self::Match,
        Self::Bar,
        Self::Track,
        Self::Alarm,
        Self::Plenty,
        Self::Soon,
        Self::Nearly,
        Self::Over,
    ];

    /// Whether it is read, and not only seen.
    pub(crate) const fn is_text(self) -> bool {
        !matches!(self, Self::Rule | Self::Bar | Self::Track)
    }
}
