//! One key press, with one spelling.

use std::fmt;
use std::str::FromStr;

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::layout;

/// Which key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// A key that writes this character.
    Char(char),
    Enter,
    /// Tab; back-tab is Tab with shift.
    Tab,
    Esc,
    Backspace,
    Delete,
    Insert,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    Home,
    End,
    PageUp,
    PageDown,
    /// A function key, from 1.
    F(u8),
}

/// Keys with a name, in the spelling of key tables, settings and help.
const NAMES: [(&str, Code); 15] = [
    ("space", Code::Char(' ')),
    ("enter", Code::Enter),
    ("tab", Code::Tab),
    ("esc", Code::Esc),
    ("backspace", Code::Backspace),
    ("delete", Code::Delete),
    ("insert", Code::Insert),
    ("up", Code::Up),
    ("down", Code::Down),
    ("left", Code::Left),
    ("right", Code::Right),
    ("home", Code::Home),
    ("end", Code::End),
    ("pageup", Code::PageUp),
    ("pagedown", Code::PageDown),
];

/// The last function key that keyboards and terminals know.
const LAST_F: u8 = 24;

/// A key with what is held down. One press has one value: shift is part of a character (`A`), and with Ctrl
/// letters are small, since terminals do not tell them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// Which key.
    pub code: Code,
    /// Control is down.
    pub ctrl: bool,
    /// Alt is down.
    pub alt: bool,
    /// Shift is down; never with a character.
    pub shift: bool,
}

impl Key {
    /// The key alone.
    pub(crate) const fn plain(code: Code) -> Self {
        Self { code, ctrl: false, alt: false, shift: false }
    }

    /// The character alone.
    pub const fn char(c: char) -> Self {
        Self::plain(Code::Char(c))
    }

    /// The key with Ctrl.
    pub fn ctrl(c: char) -> Self {
        Self { ctrl: true, ..Self::char(c) }.settled()
    }

    /// What the terminal reported, if it was a key that went down (or repeats) and that we know.
    pub(crate) fn from_event(event: &KeyEvent) -> Option<Self> {
        // Windows reports keys that come up as well.
        if !matches!(event.kind, KeyEventKind::Press | KeyEventKind::Repeat) {
            return None;
        }
        let code = match event.code {
            KeyCode::Char(c) => Code::Char(c),
            KeyCode::Enter => Code::Enter,
            KeyCode::Tab | KeyCode::BackTab => Code::Tab,
            KeyCode::Esc => Code::Esc,
            KeyCode::Backspace => Code::Backspace,
            KeyCode::Delete => Code::Delete,
            KeyCode::Insert => Code::Insert,
            KeyCode::Up => Code::Up,
            KeyCode::Down => Code::Down,
            KeyCode::Left => Code::Left,
            KeyCode::Right => Code::Right,
            KeyCode::Home => Code::Home,
            KeyCode::End => Code::End,
            KeyCode::PageUp => Code::PageUp,
            KeyCode::PageDown => Code::PageDown,
            KeyCode::F(n @ 1..=LAST_F) => Code::F(n),
            _ => return None,
        };
        let held = |modifier| event.modifiers.contains(modifier);
        let shift = held(KeyModifiers::SHIFT) || event.code == KeyCode::BackTab;
        let key = Self { code, ctrl: held(KeyModifiers::CONTROL), alt: held(KeyModifiers::ALT), shift };
        Some(key.without_alt_gr().settled())
    }

    /// The character that this key writes in a field.
    pub(crate) fn typed(self) -> Option<char> {
        match self {
            Self { code: Code::Char(c), ctrl: false, alt: false, .. } if !c.is_control() => Some(c),
            _ => None,
        }
    }

    /// Windows reports AltGr as Ctrl and Alt, also where it only helped to write `@`, `€` or `ґ`.
    fn without_alt_gr(self) -> Self {
        match self.code {
            Code::Char(c) if self.ctrl && self.alt => {
                let is_combination = c == ' '
                    || c.is_ascii_alphanumeric()
                    || (layout::latin(c).is_some() && !"ґҐ".contains(c));
                if is_combination { self } else { Self::char(c) }
            }
            _ => self,
        }
    }

    /// The one value for a press that could be told in several ways.
    fn settled(mut self) -> Self {
        if let Code::Char(c) = self.code {
            let settled = if self.ctrl {
                single(c.to_lowercase()).unwrap_or(c)
            } else if self.shift {
                single(c.to_uppercase()).unwrap_or(c)
            } else {
                c
            };
            self.code = Code::Char(settled);
            self.shift = false;
        }
        self
    }
}

/// A change of case, where it leaves one character one character.
fn single(mut chars: impl Iterator<Item = char>) -> Option<char> {
    let first = chars.next()?;
    chars.next().is_none().then_some(first)
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, name) in [(self.ctrl, "ctrl-"), (self.alt, "alt-"), (self.shift, "shift-")] {
            if held {
                f.write_str(name)?;
            }
        }
        match (NAMES.iter().find(|(_, code)| *code == self.code), self.code) {
            (Some((name, _)), _) => f.write_str(name),
            (None, Code::F(n)) => write!(f, "f{n}"),
            (None, Code::Char(c)) => write!(f, "{c}"),
            // Every other code has a name.
            (None, _) => Ok(()),
        }
    }
}

/// A text that spells no key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not the name of a key")]
pub struct BadKey;

impl FromStr for Key {
    type Err = BadKey;

    /// Reads `ctrl-p`, `f1`, `space`, `a`, `A`, `alt-enter`, `ctrl--`. Names may be in capitals, a single
    /// character means itself.
    fn from_str(text: &str) -> Result<Self, BadKey> {
        let mut key = Self::plain(Code::Esc);
        let mut rest = text;
        loop {
            let held = [("ctrl-", &mut key.ctrl), ("alt-", &mut key.alt), ("shift-", &mut key.shift)];
            let found = held.into_iter().find_map(|(name, flag)| {
                let (head, tail) = rest.split_at_checked(name.len())?;
                (head.eq_ignore_ascii_case(name) && !tail.is_empty()).then_some((tail, flag))
            });
            let Some((tail, flag)) = found else { break };
            if *flag {
                return Err(BadKey);
            }
            *flag = true;
            rest = tail;
        }
        key.code = code(rest).ok_or(BadKey)?;
        Ok(key.settled())
    }
}

fn code(text: &str) -> Option<Code> {
    if let Some(c) = single(text.chars()) {
        return (!c.is_control()).then_some(Code::Char(c));
    }
    if let Some((_, code)) = NAMES.iter().find(|(name, _)| name.eq_ignore_ascii_case(text)) {
        return Some(*code);
    }
    let digits = text.strip_prefix(['f', 'F'])?;
    let plain = digits.bytes().all(|b| b.is_ascii_digit()) && !digits.starts_with('0');
    digits.parse().ok().filter(|n| plain && (1..=LAST_F).contains(n)).map(Code::F)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn event(code: KeyCode, modifiers: KeyModifiers) -> KeyEvent {
        KeyEvent::new(code, modifiers)
    }

    fn spelled(code: KeyCode, modifiers: KeyModifiers) -> String {
        Key::from_event(&event(code, modifiers)).unwrap().to_string()
    }

    #[test]
    fn what_terminals_report() {
        let none = KeyModifiers::NONE;
        assert_eq!(spelled(KeyCode::Char('a'), none), "a");
        assert_eq!(spelled(KeyCode::Char('A'), KeyModifiers::SHIFT), "A");
        assert_eq!(spelled(KeyCode::Char('a'), KeyModifiers::SHIFT), "A");
        assert_eq!(spelled(KeyCode::Char('p'), KeyModifiers::CONTROL), "ctrl-p");
        assert_eq!(spelled(KeyCode::Char('P'), KeyModifiers::CONTROL | KeyModifiers::SHIFT), "ctrl-p");
        assert_eq!(spelled(KeyCode::BackTab, KeyModifiers::SHIFT), "shift-tab");
        assert_eq!(spelled(KeyCode::BackTab, none), "shift-tab");
        assert_eq!(spelled(KeyCode::F(12), none), "f12");
        assert_eq!(spelled(KeyCode::Char(' '), none), "space");
        assert_eq!(spelled(KeyCode::Char('С'), KeyModifiers::CONTROL), "ctrl-с");
    }

    #[test]
    fn a_key_that_comes_up_is_nothing() {
        let mut released = event(KeyCode::Char('a'), KeyModifiers::NONE);
        released.kind = KeyEventKind::Release;
        assert_eq!(Key::from_event(&released), None);
        let mut repeated = event(KeyCode::Char('a'), KeyModifiers::NONE);
        repeated.kind = KeyEventKind::Repeat;
        assert_eq!(Key::from_event(&repeated), Some(Key::char('a')));
        assert_eq!(Key::from_event(&event(KeyCode::CapsLock, KeyModifiers::NONE)), None);
    }

    #[test]
    fn alt_gr_writes_and_ctrl_alt_commands() {
        let both = KeyModifiers::CONTROL | KeyModifiers::ALT;
        for c in ['@', '€', 'ґ', 'Ґ', '{'] {
            assert_eq!(Key::from_event(&event(KeyCode::Char(c), both)).unwrap().typed(), Some(c));
        }
        assert_eq!(spelled(KeyCode::Char('п'), both), "ctrl-alt-п");
        assert_eq!(spelled(KeyCode::Char('q'), both), "ctrl-alt-q");
    }

    #[test]
    fn spellings() {
        assert_eq!("ctrl-P".parse(), Ok(Key::ctrl('p')));
        assert_eq!("F1".parse(), Ok(Key::plain(Code::F(1))));
        assert_eq!("Enter".parse(), Ok(Key::plain(Code::Enter)));
        assert_eq!("shift-a".parse(), Ok(Key::char('A')));
        assert_eq!("ctrl--".parse(), Ok(Key::ctrl('-')));
        assert_eq!("-".parse(), Ok(Key::char('-')));
        assert_eq!("ы".parse(), Ok(Key::char('ы')));
        for wrong in ["", "ctrl-", "ctrl-ctrl-a", "f0", "f25", "f01", "f+1", "foo", "ab", "ctrl", "\n"] {
            assert_eq!(wrong.parse::<Key>(), Err(BadKey), "{wrong:?}");
        }
    }

    fn any_key() -> impl Strategy<Value = Key> {
        let code = prop_oneof![
            any::<char>().prop_filter("visible", |c| !c.is_control()).prop_map(Code::Char),
            proptest::sample::select(NAMES.map(|(_, code)| code).to_vec()),
            (1..=LAST_F).prop_map(Code::F),
        ];
        (code, any::<(bool, bool, bool)>())
            .prop_map(|(code, (ctrl, alt, shift))| Key { code, ctrl, alt, shift }.settled())
    }

    proptest! {
        #[test]
        fn every_key_is_read_as_it_is_written(key in any_key()) {
            prop_assert_eq!(key.to_string().parse(), Ok(key));
        }

        #[test]
        fn any_text_is_read_without_harm(text in any::<String>()) {
            let _ = text.parse::<Key>();
        }
    }
}
