//! What was pasted told from what was typed, by the marks that a terminal puts around the former (bracketed paste).

const BEGIN: &[u8] = b"\x1b[200~";
const END: &[u8] = b"\x1b[201~";
/// From so many bytes on a paste is given piece by piece.
const MOST: usize = 8 << 20;
/// Fewer bytes of the mark than this can be keys.
const FEWEST: usize = 3;

/// A piece of what a terminal gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// Keys, as the terminal writes them.
    Keys(Vec<u8>),
    /// A text.
    Pasted(String),
}

/// Tells one from the other, whatever pieces it comes in.
#[derive(Debug, Default)]
pub(super) struct Parts {
    /// Inside the marks: what has come since the first.
    pasted: Option<Vec<u8>>,
    /// The beginning of a first mark.
    held: Vec<u8>,
}

impl Parts {
    /// The pieces that these bytes end.
    pub(super) fn take(&mut self, bytes: &[u8]) -> Vec<Part> {
        let mut parts = Vec::new();
        let mut rest = std::mem::take(&mut self.held);
        rest.extend_from_slice(bytes);
        loop {
            if let Some(pasted) = &mut self.pasted {
                // The mark may have begun before these bytes.
                let from = pasted.len().saturating_sub(END.len());
                pasted.append(&mut rest);
                if let Some(at) = find(pasted.get(from..).unwrap_or_default(), END) {
                    rest = pasted.split_off(from + at).split_off(END.len());
                    parts.extend(self.give_up());
                    continue;
                }
                if pasted.len() > MOST {
                    parts.extend(self.give_up());
                    self.pasted = Some(Vec::new());
                }
                return parts;
            }
            match find(&rest, BEGIN) {
                Some(at) => {
                    let after = rest.split_off(at).split_off(BEGIN.len());
                    parts.extend(keys(rest));
                    rest = after;
                    self.pasted = Some(Vec::new());
                }
                None => {
                    let begun = (FEWEST..BEGIN.len()).rev();
                    let begun =
                        begun.filter_map(|length| BEGIN.get(..length)).find(|begun| rest.ends_with(begun));
                    self.held = rest.split_off(rest.len() - begun.map_or(0, <[u8]>::len));
                    parts.extend(keys(rest));
                    return parts;
                }
            }
        }
    }

    /// Whether a paste has begun and not ended.
    pub(super) fn is_open(&self) -> bool {
        self.pasted.is_some()
    }

    /// What has come of a paste, which is taken to end here.
    pub(super) fn give_up(&mut self) -> Option<Part> {
        let pasted = self.pasted.take()?;
        (!pasted.is_empty()).then(|| Part::Pasted(String::from_utf8_lossy(&pasted).into_owned()))
    }
}

fn keys(bytes: Vec<u8>) -> Option<Part> {
    (!bytes.is_empty()).then_some(Part::Keys(bytes))
}

fn find(bytes: &[u8], mark: &[u8]) -> Option<usize> {
    bytes.windows(mark.len()).position(|window| window == mark)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What the pieces are, those of one sort together.
    fn told(parts: Vec<Part>) -> Vec<Part> {
        let mut told: Vec<Part> = Vec::new();
        for part in parts {
            match (told.last_mut(), part) {
                (Some(Part::Keys(all)), Part::Keys(more)) => all.extend(more),
                (_, part) => told.push(part),
            }
        }
        told
    }

    #[test]
    fn a_paste_without_an_end_is_taken_as_it_came() {
        let mut parts = Parts::default();
        assert_eq!(parts.take(b"a\x1b[200~one\rtwo"), [Part::Keys(b"a".to_vec())]);
        assert!(parts.is_open());
        assert_eq!(parts.give_up(), Some(Part::Pasted("one\rtwo".into())));
        assert_eq!(parts.take(b"b"), [Part::Keys(b"b".to_vec())]);
    }

    #[test]
    fn keys_that_begin_like_a_mark_are_keys() {
        let mut parts = Parts::default();
        assert_eq!(parts.take(b"\x1b"), [Part::Keys(b"\x1b".to_vec())]);
        assert_eq!(parts.take(b"\x1b[2"), []);
        assert_eq!(parts.take(b"~x"), [Part::Keys(b"\x1b[2~x".to_vec())]);
    }

    proptest! {
        #[test]
        fn it_does_not_matter_in_which_pieces_it_comes(
            pieces in prop::collection::vec(("[a-z]{0,3}", "[a-zа-я\r]{1,9}"), 0..4),
            cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..6),
        ) {
            let mut bytes = Vec::new();
            let mut expected = Vec::new();
            for (typed, text) in &pieces {
                bytes.extend([typed.as_bytes(), BEGIN, text.as_bytes(), END].concat());
                expected.extend(keys(typed.clone().into_bytes()));
                expected.push(Part::Pasted(text.clone()));
            }
            // Not within the first bytes of a mark, which are an Esc when nothing follows them.
            let mut places: Vec<usize> = cuts.iter().map(|cut| cut.index(bytes.len() + 1)).collect();
            places.retain(|place| (1..FEWEST).all(|back| place.checked_sub(back).and_then(|at| bytes.get(at..at + BEGIN.len())) != Some(BEGIN)));
            places.sort_unstable();
            let mut parts = Parts::default();
            let mut got = Vec::new();
            let mut from = 0;
            for place in places.into_iter().chain([bytes.len()]) {
                got.extend(parts.take(&bytes[from..place]));
                from = place;
            }
            prop_assert_eq!(told(got), told(expected));
        }
    }
}
