//! A form: a few fields, filled in with the keyboard alone. Enter is done, Tab goes on, Esc keeps what was typed for the
//! next time.

use std::rc::Rc;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::input::field::Field;
use crate::input::{Code, Key};
use crate::theme::Role;
use crate::tui::ctx::{After, Desk, Layer, View};
use crate::tui::widgets::line;
use crate::tui::widgets::panel::panel;
use crate::wrap;

/// What a field takes.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum AskKind {
    /// A line of text.
    Line,
    /// One of these: the value and what is shown for it.
    One(Vec<(String, String)>),
}

/// Something that can be named in a line by what it is written as, and how it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Known {
    /// What is written.
    pub value: String,
    /// What is shown for it.
    pub shown: String,
    lower: String,
}

impl Known {
    /// Something known by these.
    pub(crate) fn new(value: impl Into<String>, shown: impl Into<String>) -> Self {
        let (value, shown) = (value.into(), shown.into());
        let lower = format!("{} {}", value.to_lowercase(), shown.to_lowercase());
        Self { value, shown, lower }
    }
}

/// A field with its label.
#[derive(Debug, Clone)]
pub(crate) struct Ask {
    pub label: String,
    /// An example or a hint, shown while the field is empty.
    pub example: String,
    kind: AskKind,
    field: Field,
    choice: usize,
    known: Rc<[Known]>,
    /// The choices in short, where they stand side by side.
    shorts: Vec<String>,
    /// What each choice brings into the line below.
    brings: Vec<Option<String>>,
}

impl Ask {
    /// A line of text with what it holds at first.
    pub(crate) fn line(label: impl Into<String>, text: &str) -> Self {
        Self {
            label: label.into(),
            example: String::new(),
            kind: AskKind::Line,
            field: Field::new(text),
            choice: 0,
            known: Rc::default(),
            shorts: Vec::new(),
            brings: Vec::new(),
        }
    }

    /// A choice of one value; the one that is given is chosen at first.
    pub(crate) fn one(label: impl Into<String>, choices: Vec<(String, String)>, value: &str) -> Self {
        let choice = choices.iter().position(|(known, _)| known == value).unwrap_or(0);
        Self {
            label: label.into(),
            example: String::new(),
            kind: AskKind::One(choices),
            field: Field::new(""),
            choice,
            known: Rc::default(),
            shorts: Vec::new(),
            brings: Vec::new(),
        }
    }

    /// All choices side by side in these short words, in their order, so that they can be compared.
    #[must_use]
    pub(crate) fn side_by_side(mut self, shorts: Vec<String>) -> Self {
        self.shorts = shorts;
        self
    }

    /// What each choice brings into the line below, unless something of one's own stands there.
    #[must_use]
    pub(crate) fn bringing(mut self, brings: Vec<Option<String>>) -> Self {
        self.brings = brings;
        self
    }

    /// With an example.
    #[must_use]
    pub(crate) fn such_as(mut self, example: impl Into<String>) -> Self {
        self.example = example.into();
        self
    }

    /// A line in which these are known, one or several with `;` between them: what is meant is shown beside it, and → at its
    /// end writes it.
    #[must_use]
    pub(crate) fn knowing(mut self, known: Rc<[Known]>) -> Self {
        self.known = known;
        self
    }

    /// What the last entry of the line means or could mean, and whether it says so already.
    fn meant(&self) -> Option<(&Known, bool)> {
        let entry = self.field.text().rsplit(';').next().unwrap_or_default().trim().to_lowercase();
        if entry.is_empty() {
            return None;
        }
        let exact = self.known.iter().find(|known| known.value.to_lowercase() == entry);
        let named = || {
            let mut found = self.known.iter().filter(|known| known.lower.contains(&entry));
            found.next().map(|first| (first, false))
        };
        exact.map(|known| (known, true)).or_else(named)
    }

    /// Writes what the last entry could mean. False: nothing could be meant, or the cursor is not at the end.
    fn complete(&mut self) -> bool {
        let at_end = self.field.after().is_empty();
        let value = self.meant().filter(|(_, exact)| at_end && !exact).map(|(known, _)| known.value.clone());
        let Some(value) = value else { return false };
        let before = self.field.text().rsplit_once(';').map(|(before, _)| format!("{before}; "));
        self.field = Field::new(&format!("{}{value}", before.unwrap_or_default()));
        true
    }

    fn value(&self) -> String {
        match &self.kind {
            AskKind::Line => self.field.text().to_owned(),
            AskKind::One(choices) => {
                choices.get(self.choice).map(|(value, _)| value.clone()).unwrap_or_default()
            }
        }
    }

    fn set(&mut self, value: &str) {
        match &self.kind {
            AskKind::Line => self.field = Field::new(value),
            AskKind::One(choices) => {
                self.choice = choices.iter().position(|(known, _)| known == value).unwrap_or(self.choice);
            }
        }
    }

    fn turn(&mut self, by: isize) {
        if let AskKind::One(choices) = &self.kind
            && !choices.is_empty()
        {
            self.choice = self.choice.wrapping_add_signed(by).min(usize::MAX - 1);
            self.choice =
                if self.choice > choices.len() { choices.len() - 1 } else { self.choice % choices.len() };
        }
    }
}

/// What is done with the values; true when the form may close.
pub(super) type Then = Box<dyn FnMut(&[String], &mut Desk<'_>) -> bool>;

/// The most columns of a label.
const LABELS: usize = 28;
/// The same where a number is typed beside it.
const LABELS_OF_NUMBERS: usize = 58;

/// A form.
pub(crate) struct Form {
    /// Which form: what was typed into it comes back when it is opened again after Esc.
    pub name: String,
    pub title: String,
    asks: Vec<Ask>,
    at: usize,
    labels: usize,
    then: Then,
    touched: bool,
}

impl Form {
    /// A form that hands its values on.
    pub(crate) fn new(
        name: impl Into<String>,
        title: impl Into<String>,
        asks: Vec<Ask>,
        then: impl FnMut(&[String], &mut Desk<'_>) -> bool + 'static,
    ) -> Self {
        let labels = LABELS;
        Self {
            name: name.into(),
            title: title.into(),
            asks,
            at: 0,
            labels,
            then: Box::new(then),
            touched: false,
        }
    }

    /// Gives most of the room to the labels: for long ones, where what is typed is a number.
    #[must_use]
    pub(crate) fn for_numbers(mut self) -> Self {
        self.labels = LABELS_OF_NUMBERS;
        self
    }

    /// Begins in this field.
    #[must_use]
    pub(crate) fn at(mut self, place: usize) -> Self {
        self.at = place.min(self.asks.len().saturating_sub(1));
        self
    }

    /// The values as they stand.
    pub(crate) fn values(&self) -> Vec<String> {
        self.asks.iter().map(Ask::value).collect()
    }

    /// The choice that was turned brings what it says into the line below it.
    fn bring(&mut self) {
        let [ask, below, ..] = self.asks.get_mut(self.at..).unwrap_or_default() else { return };
        let typed = Some(below.field.text().trim().to_owned());
        if let Some(Some(brought)) = ask.brings.get(ask.choice)
            && ask.brings.contains(&typed)
        {
            below.field = Field::new(brought);
        }
    }
}

impl Layer for Form {
    fn key(&mut self, key: Key, desk: &mut Desk<'_>) -> After {
        let last = self.asks.len().saturating_sub(1);
        match key.code {
            Code::Esc => return After::Close,
            Code::Enter => {
                let values = self.values();
                if (self.then)(&values, desk) {
                    // What was entered is not a draft any more.
                    self.touched = false;
                    return After::Close;
                }
                return After::Stay;
            }
            Code::Tab if key.shift => self.at = if self.at == 0 { last } else { self.at - 1 },
            Code::Tab => self.at = if self.at >= last { 0 } else { self.at + 1 },
            Code::Up => self.at = self.at.saturating_sub(1),
            Code::Down => self.at = (self.at + 1).min(last),
            _ => {
                if let Some(ask) = self.asks.get_mut(self.at) {
                    self.touched = true;
                    let to_right = key.code == Code::Right && !key.ctrl && !key.alt;
                    if ask.kind == AskKind::Line && to_right && ask.complete() {
                        return After::Stay;
                    }
                    match (&ask.kind, key.code) {
                        (AskKind::One(_), Code::Left) => ask.turn(-1),
                        (AskKind::One(_), Code::Right | Code::Char(' ')) => ask.turn(1),
                        (AskKind::One(_), _) => {}
                        (AskKind::Line, _) => {
                            line::key(&mut ask.field, key);
                        }
                    }
                    self.bring();
                }
            }
        }
        After::Stay
    }

    fn paste(&mut self, text: &str) {
        if let Some(ask) = self.asks.get_mut(self.at).filter(|ask| ask.kind == AskKind::Line) {
            ask.field.paste(text);
            self.touched = true;
        }
    }

    fn draw(&mut self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let rows = u16::try_from(self.asks.len()).unwrap_or(u16::MAX);
        let inner = panel(frame, area, view, &self.title, rows.saturating_mul(2).saturating_add(1), 76);
        let labels =
            self.asks.iter().map(|ask| wrap::columns(&ask.label)).max().unwrap_or(0).min(self.labels);
        let gap = if u16::try_from(self.asks.len() * 2).unwrap_or(u16::MAX) <= inner.height { 2 } else { 1 };
        let fits = usize::from(inner.height / gap).max(1);
        let from = (self.at + 1).saturating_sub(fits);
        for (row, (place, ask)) in self.asks.iter().enumerate().skip(from).take(fits).enumerate() {
            let y = inner.y + u16::try_from(row).unwrap_or(0) * gap;
            if y >= inner.bottom() {
                break;
            }
            let here = place == self.at;
            let mark = if here { "▸ " } else { "  " };
            let label = wrap::pad(&wrap::cut_with_ellipsis(&ask.label, labels), labels);
            let style = view.style(if here { Role::Accent } else { Role::Quiet });
            let buffer = frame.buffer_mut();
            let (x, _) =
                buffer.set_stringn(inner.x, y, format!("{mark}{label}  "), usize::from(inner.width), style);
            let rest = Rect { x, y, width: inner.right().saturating_sub(x), height: 1 };
            match &ask.kind {
                AskKind::Line => {
                    line::draw(frame, rest, &ask.field, &ask.example, here, view);
                    draw_meant(frame, rest, ask, here, view);
                }
                AskKind::One(choices) if !ask.shorts.is_empty() => {
                    draw_side_by_side(frame, rest, ask, here, view);
                    // What the short words mean, where a row is free below them.
                    let below = Rect { y: y + 1, ..rest };
                    if gap > 1 && below.y < inner.bottom() {
                        let shown =
                            choices.get(ask.choice).map(|(_, shown)| shown.as_str()).unwrap_or_default();
                        let shown = wrap::cut_with_ellipsis(shown, usize::from(below.width));
                        let (width, style) = (usize::from(below.width), view.style(Role::Placeholder));
                        frame.buffer_mut().set_stringn(below.x, below.y, shown, width, style);
                    }
                }
                AskKind::One(choices) => {
                    let shown = choices.get(ask.choice).map(|(_, shown)| shown.as_str()).unwrap_or_default();
                    let shown = if here { format!("◂ {shown} ▸") } else { shown.to_owned() };
                    let style = view.style(if here { Role::Selected } else { Role::Ink });
                    frame.buffer_mut().set_stringn(rest.x, rest.y, shown, usize::from(rest.width), style);
                }
            }
        }
    }

    fn hint(&self, view: &View<'_>) -> String {
        view.say("hint-form")
    }

    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }

    fn typed(&self) -> Option<Vec<String>> {
        self.touched.then(|| self.values())
    }

    fn restore(&mut self, values: &[String]) {
        for (ask, value) in self.asks.iter_mut().zip(values) {
            ask.set(value);
        }
        self.touched = true;
    }
}

/// The choices side by side, the chosen one in brackets.
fn draw_side_by_side(frame: &mut Frame<'_>, area: Rect, ask: &Ask, here: bool, view: &View<'_>) {
    let mut x = area.x;
    for (place, short) in ask.shorts.iter().enumerate() {
        let chosen = place == ask.choice;
        let text = if chosen { format!("[{short}]") } else { format!(" {short} ") };
        let role = match (chosen, here) {
            (true, true) => Role::Selected,
            (true, false) => Role::Ink,
            (false, _) => Role::Quiet,
        };
        let left = usize::from(area.right().saturating_sub(x));
        (x, _) = frame.buffer_mut().set_stringn(x, area.y, text, left, view.style(role));
        x = x.saturating_add(1);
    }
}

/// What is meant by what was typed, behind it, where there is room.
fn draw_meant(frame: &mut Frame<'_>, area: Rect, ask: &Ask, here: bool, view: &View<'_>) {
    const LEAST: usize = 8;
    let Some((known, exact)) = ask.meant() else { return };
    // What could be meant is of use only where it can be written.
    if !exact && !here {
        return;
    }
    let typed = wrap::columns(ask.field.text()) + 2;
    let room = usize::from(area.width).saturating_sub(typed);
    if room < LEAST {
        return;
    }
    let meant =
        if exact { format!("= {}", known.shown) } else { format!("→ {} {}", known.value, known.shown) };
    let x = area.x.saturating_add(u16::try_from(typed).unwrap_or(u16::MAX));
    let meant = wrap::cut_with_ellipsis(&meant, room);
    frame.buffer_mut().set_stringn(x, area.y, meant, room, view.style(Role::Placeholder));
}
