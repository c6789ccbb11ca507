//! What screens and layers want of the program is carried out.

use super::desk::Effect;
use super::layers::Layer;
use super::program::App;

impl App {
    pub(super) fn take(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Push(mut layer) => {
                    if let Layer::Form(form) = &mut layer
                        && let Some(values) = self.kept_forms.remove(&form.name)
                    {
                        form.restore(&values);
                    }
                    // A question of the desk waits below a participant's own screen until the laptop is given back.
                    let below = usize::from(self.layers.last().is_some_and(|(top, _)| top.covers()));
                    let place = self.layers.len() - below;
                    self.layers.insert(place, (layer, Some(self.context())));
                }
                Effect::Say(notice) => self.notice = Some(notice),
                Effect::Go(context) => self.go(context),
                Effect::Open(given) => self.open(&given),
                Effect::Begin(session) => self.begin(*session),
                Effect::Copy(text) => self.to_copy.push_back(text),
                Effect::Leave => {}
            }
        }
    }

    pub(super) fn keep_form(&mut self, layer: &Layer) {
        if let Layer::Form(form) = layer
            && form.is_touched()
        {
            self.kept_forms.insert(form.name.clone(), form.values());
        }
    }
}
