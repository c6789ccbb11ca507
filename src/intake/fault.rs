//! What can be wrong with a list, and what is worth a look. The sentences stand in the message bundles (`intake-…`).

/// What bytes that are not read as text most likely are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Guess {
    /// UTF-8 with broken sequences.
    DamagedUtf8,
    /// UTF-16 that is cut or broken.
    DamagedUtf16,
    /// UTF-16 that does not say so at its beginning.
    Utf16WithoutMark,
    /// Cyrillic of Unix systems.
    Koi8R,
    /// Cyrillic of DOS.
    Ibm866,
    /// Cyrillic of older Macs.
    MacCyrillic,
    /// Cyrillic of ISO 8859-5.
    Iso8859Part5,
    /// A Western code page.
    Windows1252,
    /// A workbook (`.xlsx`, `.ods`, `.docx`).
    Workbook,
    /// A workbook or document of the years before 2007 (`.xls`, `.doc`).
    OldWorkbook,
    Pdf,
    /// No idea.
    Unknown,
}

impl Guess {
    /// The message that names it.
    pub(crate) const fn message(self) -> &'static str {
        match self {
            Self::DamagedUtf8 => "intake-guess-damaged-utf8",
            Self::DamagedUtf16 => "intake-guess-damaged-utf16",
            Self::Utf16WithoutMark => "intake-guess-utf16-without-mark",
            Self::Koi8R => "intake-guess-koi8-r",
            Self::Ibm866 => "intake-guess-ibm866",
            Self::MacCyrillic => "intake-guess-mac-cyrillic",
            Self::Iso8859Part5 => "intake-guess-iso-8859-5",
            Self::Windows1252 => "intake-guess-windows-1252",
            Self::Workbook => "intake-guess-workbook",
            Self::OldWorkbook => "intake-guess-old-workbook",
            Self::Pdf => "intake-guess-pdf",
            Self::Unknown => "intake-guess-unknown",
        }
    }
}

/// Why a list cannot be read. Nothing of it is done then. Lines are counted from 1, as an editor shows them.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[allow(missing_docs, reason = "the fields are the line, the column's field and what stands there")]
pub(crate) enum Fault {
    /// The bytes are not text in an encoding that is read.
    #[error("line {line}: not readable text, probably {guess:?}")]
    Encoding { guess: Guess, line: u64 },
    /// There is nothing in it.
    #[error("nothing in it")]
    Empty,
    /// More rows than are read.
    #[error("line {line}: more than {most} rows")]
    TooManyRows { line: u64, most: usize },
    /// More columns than are read.
    #[error("line {line}: more than {most} columns")]
    TooManyColumns { line: u64, most: usize },
    /// A cell larger than is read.
    #[error("line {line}: column {column} holds more than {most} bytes")]
    CellTooBig { line: u64, column: usize, most: usize },
    /// Cells to the right of the last column.
    #[error("line {line}: {cells} cells under {columns} columns")]
    RowTooLong { line: u64, cells: usize, columns: usize },
    /// A quotation mark that opens a cell and is never closed.
    #[error("line {line}: a quoted cell does not end")]
    OpenQuote { line: u64 },
    /// A column that must be there.
    #[error("no column {field}")]
    MissingColumn { field: &'static str },
    /// Two columns that mean the same.
    #[error("{first:?} and {second:?} both mean {field}")]
    ColumnTwice { field: &'static str, first: String, second: String },
    /// A cell that must be filled.
    #[error("line {line}: no {field}")]
    MissingValue { line: u64, field: &'static str },
    /// A cell that cannot be understood.
    #[error("line {line}: {value:?} is no {field}")]
    BadValue { line: u64, field: &'static str, value: String },
    /// A number outside of what makes sense.
    #[error("line {line}: {field} {value} is not within {least} to {most}")]
    OutOfRange { line: u64, field: &'static str, value: u32, least: u32, most: u32 },
    /// A text longer than can be kept.
    #[error("line {line}: {field} is too long")]
    TooLong { line: u64, field: &'static str },
    /// A date, while the session does not say when the meeting begins.
    #[error("line {line}: {value:?} is a date, and the first day is not known")]
    NoFirstDay { line: u64, value: String },
    /// An id that cannot be used.
    #[error("line {line}: {id:?} cannot be an id")]
    BadId { line: u64, id: String },
    /// Two rows with one id.
    #[error("lines {first} and {line}: the same id {id:?}")]
    SameId { first: u64, line: u64, id: String },
    /// Two rows that mean the same thing.
    #[error("lines {first} and {line}: the same name {name:?}")]
    SameName { first: u64, line: u64, name: String },
    /// A row that could mean several things of the session.
    #[error("line {line}: several go by {name:?}: {both}")]
    Ambiguous { line: u64, name: String, both: String },
    /// A list in two languages with different numbers of entries.
    #[error("line {line}: {field} has not as many entries in both languages")]
    UnevenLists { line: u64, field: &'static str },
    #[error("no vote is open")]
    NoOpenVote,
    #[error("several votes are open: {votes}")]
    SeveralOpenVotes { votes: String },
    /// A vote that is not there, or not open.
    #[error("line {line}: no open vote {vote:?}")]
    UnknownVote { line: u64, vote: String },
    /// No column is an option of the vote.
    #[error("no column is an option of the vote")]
    NoOptionColumn,
    /// A column names a proposal that is not voted on.
    #[error("column {column:?} is not an option of the vote")]
    NotAnOption { column: String },
    /// A seat that is not on the roster.
    #[error("line {line}: no seat {seat:?}")]
    UnknownSeat { line: u64, seat: String },
    /// A ballot needs either a seat or a paper number.
    #[error("line {line}: a ballot needs a seat or a paper number, and not both")]
    SeatOrPaper { line: u64 },
}

/// What somebody should look at before the list is taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are the line and what stands there")]
pub(crate) enum Note {
    /// A language that is not known: it is kept as it stands.
    UnknownLanguage { line: u64, word: String },
    /// A row with a new id bears the name of something that is there under another one.
    SameName { line: u64, name: String, id: String },
    /// What the row names was removed in the session: it stays so.
    Removed { line: u64, id: String },
    /// Two rows say the same: both are kept.
    Repeated { line: u64, first: u64 },
    /// The rows of a day stand in another order than its items: they are not moved.
    OrderDiffers { day: u32 },
    /// A new item goes to the end of its day, although the list has it at the beginning.
    PlacedLast { line: u64 },
    /// A row without any dot or nought: no ballot.
    NoBallot { line: u64 },
    /// More dots than a ballot may give: it will be refused.
    OverBudget { line: u64, given: u64, most: u32 },
    /// More dots on one option than allowed: it will be refused.
    OverCap { line: u64, option: String, most: u32 },
    /// Ranks that leave one out or give one twice: it will be refused.
    Ranks { line: u64, rank: u32 },
    /// An option of the vote without a column: nobody gives it a dot here.
    OptionWithoutColumn { option: String },
}
