//! Other recovery words for a secret vote, should the first ones not have been written down.

use super::Session;
use crate::ballot_box;
use crate::fault::Fault;
use crate::workshop::id::EventId;

impl Session {
    /// Draws other recovery words for a secret vote whose key lies on this laptop; the words before them open nothing from then on.
    /// None where the key is not here.
    ///
    /// # Errors
    /// The system gives no randomness, or the folder of the session cannot be written.
    pub(crate) fn new_words(&self, key: EventId) -> Result<Option<String>, Fault> {
        let Some(vote) = self.workshop.votes.get(key) else { return Ok(None) };
        let places = self.places(key);
        let own = vote.public_key();
        let secrets = places.secrets(None);
        let secret = secrets.into_iter().find(|secret| own.is_some_and(|own| **own == *secret.public()));
        let Some(secret) = secret else { return Ok(None) };
        let no_chance = || Fault::system("fault-no-chance");
        let phrase = ballot_box::phrase().ok_or_else(no_chance)?;
        let wrapped = ballot_box::wrap(&secret, &phrase).ok_or_else(no_chance)?;
        places
            .wrap_again(&secret, &wrapped, vote.is_opened_twice())
            .map_err(|error| Fault::io(&self.folder, &error))?;
        Ok(Some(phrase))
    }
}
