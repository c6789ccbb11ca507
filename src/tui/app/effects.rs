//! What screens and layers want of the program is carried out.

use super::App;
use crate::tui::ctx::{Effect, Layer};

impl App {
    pub(super) fn take(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Push(mut layer) => {
                    if let Some(values) = layer.name().and_then(|name| self.kept_forms.remove(name)) {
                        layer.restore(&values);
                    }
                    // A question of the desk waits below a participant's own screen until the laptop is given back.
                    let below = usize::from(self.layers.last().is_some_and(|(top, _)| top.covers()));
                    let place = self.layers.len() - below;
                    self.layers.insert(place, (layer, Some(self.context())));
                }
                Effect::Say(notice) => self.notice = Some(notice),
                Effect::Go(context) => self.go(context),
                Effect::Open(given) => self.open(&given),
                Effect::Copy(text) => self.to_copy.push_back(text),
            }
        }
    }

    pub(super) fn keep_form(&mut self, layer: &dyn Layer) {
        if let (Some(name), Some(typed)) = (layer.name(), layer.typed()) {
            self.kept_forms.insert(name.to_owned(), typed);
        }
    }
}
