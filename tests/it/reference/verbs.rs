//! What the types do not say of a verb: with which kinds it is refused, and an example of it.
//!
//! Tests read every example, and hold the kinds against what random histories are refused with.

/// How a verb is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Use {
    /// The verb.
    pub verb: &'static str,
    /// The kinds with which it is refused, beside those that all commands share.
    pub refusals: &'static [&'static str],
    /// A line as it could stand in a file.
    pub example: &'static str,
}

/// How a verb is used; none for a verb that there is not.
pub fn use_of(verb: &str) -> Option<&'static Use> {
    USES.iter().find(|known| known.verb == verb)
}

macro_rules! uses {
    ($($verb:literal [$($kind:literal)*] $example:literal)*) => {
        static USES: &[Use] = &[$(Use { verb: $verb, refusals: &[$($kind),*], example: $example },)*];
    };
}

uses! {
"session.describe" ["nothing" "empty" "too-long" "too-many" "bad-time" "bad-timezone"]
    r#"{"do":"session.describe","title":{"en":"Second expert meeting","ru":"Второе совещание экспертов"},"starts":"2017-11-28T09:00","timezone":"Europe/Helsinki"}"#
"session.practise" ["nothing" "bad-time" "out-of-range"]
    r#"{"do":"session.practise","now":"2017-11-28T09:00","speed":600}"#
"vocabulary.add" ["taken" "empty" "too-long"]
    r#"{"do":"vocabulary.add","id":"workforce","group":"enabler","name":{"en":"Workforce","ru":"Кадры"}}"#
"vocabulary.change" ["unknown" "ambiguous" "nothing" "empty" "too-long"]
    r#"{"do":"vocabulary.change","term":"workforce","name":{"ru":"Кадровые ресурсы"}}"#
"vocabulary.remove" ["unknown" "ambiguous" "empty"]
    r#"{"do":"vocabulary.remove","term":"workforce"}"#
"person.add" ["taken" "empty" "too-long" "too-many" "out-of-range" "bad-time"]
    r#"{"do":"person.add","id":"S43","name":"Delegate, national service, Latvia","kind":"national-service","country":"LV","languages":["en","ru"],"arrives":2}"#
"person.change" ["unknown" "ambiguous" "nothing" "empty" "too-long" "too-many" "out-of-range" "bad-time"]
    r#"{"do":"person.change","person":"S40","arrives":"2017-11-29"}"#
"person.arrive" ["unknown" "ambiguous" "empty" "state"]
    r#"{"do":"person.arrive","person":"S40","at":"2017-11-29T08:40:00+02:00"}"#
"person.leave" ["unknown" "ambiguous" "empty" "state"]
    r#"{"do":"person.leave","person":"S13"}"#
"person.remove" ["unknown" "ambiguous" "empty"]
    r#"{"do":"person.remove","person":"S43"}"#
"item.add" ["taken" "unknown" "ambiguous" "state" "empty" "too-long" "out-of-range" "bad-time"]
    r#"{"do":"item.add","id":"d2-14","day":2,"title":"Walk by the sea","minutes":30,"shortest":15,"droppable":true,"after":"d2-12"}"#
"item.change" ["unknown" "ambiguous" "nothing" "empty" "too-long" "out-of-range" "bad-time"]
    r#"{"do":"item.change","item":"d1-10","stop":"12:30","minutes":50}"#
"item.move" ["unknown" "ambiguous" "nothing" "state" "empty" "out-of-range"]
    r#"{"do":"item.move","item":"d1-09","after":"d1-11"}"#
"item.remove" ["unknown" "ambiguous" "empty" "state"]
    r#"{"do":"item.remove","item":"d1-08"}"#
"item.start" ["unknown" "ambiguous" "empty" "state"]
    r#"{"do":"item.start","item":"d1-01","at":"2017-11-28T09:02:00+02:00"}"#
"item.end" ["unknown" "ambiguous" "empty" "state"]
    r#"{"do":"item.end","item":"d1-01"}"#
"item.pause" ["unknown" "ambiguous" "empty" "state"]
    r#"{"do":"item.pause","item":"d1-04"}"#
"item.extend" ["unknown" "ambiguous" "empty" "state" "out-of-range"]
    r#"{"do":"item.extend","item":"d1-04","minutes":5}"#
"item.correct" ["unknown" "ambiguous" "empty" "state" "nothing" "two-times" "bad-time" "out-of-range"]
    r#"{"do":"item.correct","item":"d1-04","started":"10:01"}"#
"item.skip" ["unknown" "ambiguous" "empty" "state" "nothing"]
    r#"{"do":"item.skip","item":"d1-08"}"#
"item.swap" ["unknown" "ambiguous" "empty" "two-items" "state"]
    r#"{"do":"item.swap","items":["d3-04","d3-05"]}"#
"round.add" ["taken" "unknown" "ambiguous" "empty" "too-long" "too-many" "out-of-range" "bad-id" "not-one-of"]
    r#"{"do":"round.add","id":"walks","title":"Walks","item":"d2-14","rooms":[{"id":"north","max":12},{"id":"south","max":12,"hosts":["S17"]}]}"#
"round.change" ["unknown" "ambiguous" "nothing" "taken" "empty" "too-long" "too-many" "out-of-range" "bad-id" "not-one-of"]
    r#"{"do":"round.change","round":"mixed","item":"d2-07"}"#
"round.remove" ["unknown" "ambiguous" "empty"]
    r#"{"do":"round.remove","round":"cafe-3"}"#
"round.plan" ["unknown" "ambiguous" "empty" "state" "taken"]
    r#"{"do":"round.plan","round":"mixed","seed":7}"#
"round.place" ["unknown" "ambiguous" "empty" "nothing"]
    r#"{"do":"round.place","round":"mixed","person":"S24","room":"room-b"}"#
"round.hold" ["unknown" "ambiguous" "empty" "nothing"]
    r#"{"do":"round.hold","round":"mixed","person":"S21","room":"room-a"}"#
"round.prefer" ["unknown" "ambiguous" "empty" "too-long" "too-many"]
    r#"{"do":"round.prefer","round":"clinic","person":"S24","rooms":["P04","P06"]}"#
"round.start" ["unknown" "ambiguous" "empty" "state"]
    r#"{"do":"round.start","round":"mixed","room":"room-c"}"#
"round.call" ["unknown" "ambiguous" "empty" "state"]
    r#"{"do":"round.call","round":"mixed"}"#
"round.extend" ["unknown" "ambiguous" "empty" "state" "out-of-range"]
    r#"{"do":"round.extend","round":"mixed","room":"room-d","minutes":5}"#
"round.report" ["unknown" "ambiguous" "empty" "nothing"]
    r#"{"do":"round.report","round":"mixed","room":"room-a"}"#
"round.repair" ["unknown" "ambiguous" "empty" "state"]
    r#"{"do":"round.repair","round":"mixed"}"#
"groups.rules" ["nothing" "not-one-of" "too-long" "too-many"]
    r#"{"do":"groups.rules","apart_by":["organisation"],"balance":["kind","country"]}"#
"wish.add" ["taken" "unknown" "ambiguous" "empty" "not-one-of"]
    r#"{"do":"wish.add","id":"w-1","kind":"together","people":["S07","S12"]}"#
"wish.remove" ["unknown" "ambiguous" "empty"]
    r#"{"do":"wish.remove","wish":"w-1"}"#
"idea.add" ["taken" "empty" "too-long" "too-many" "not-one-of"]
    r#"{"do":"idea.add","id":"i-fund","text":"общий фонд","room":"financing-room","tags":["financing"],"who":"financing-room"}"#
"idea.edit" ["unknown" "ambiguous" "nothing" "empty" "too-long" "not-one-of"]
    r#"{"do":"idea.edit","idea":"i-fund","text":{"ru":"общий фонд на пять лет"}}"#
"idea.tag" ["unknown" "ambiguous" "nothing" "empty" "too-long" "too-many"]
    r#"{"do":"idea.tag","idea":"i-fund","add":["epho-8"],"remove":["draft"]}"#
"idea.merge" ["unknown" "ambiguous" "two-ideas" "empty" "too-long"]
    r#"{"do":"idea.merge","ideas":["i-fund","i-pool"],"text":{"en":"one pooled fund"}}"#
"idea.unmerge" ["unknown" "ambiguous" "empty" "state"]
    r#"{"do":"idea.unmerge","idea":"i-pool"}"#
"idea.translate" ["unknown" "ambiguous" "empty" "too-long"]
    r#"{"do":"idea.translate","idea":"i-fund","language":"en","text":"a common fund","checked":true}"#
"idea.hide" ["unknown" "ambiguous" "empty" "nothing"]
    r#"{"do":"idea.hide","idea":"i-fund"}"#
"idea.remove" ["unknown" "ambiguous" "empty"]
    r#"{"do":"idea.remove","idea":"i-fund"}"#
"idea.promote" ["taken" "unknown" "ambiguous" "empty" "too-long"]
    r#"{"do":"idea.promote","id":"P12","ideas":["i-fund","i-pool"],"title":{"en":"A pooled fund","ru":"Общий фонд"}}"#
"proposal.add" ["taken" "unknown" "ambiguous" "empty" "too-long" "too-many"]
    r#"{"do":"proposal.add","id":"P13","title":"A register of experts","leads":["ASPHER"],"enablers":["workforce"],"ephos":["epho-7"]}"#
"proposal.edit" ["unknown" "ambiguous" "nothing" "empty" "too-long" "too-many" "not-one-of"]
    r#"{"do":"proposal.edit","proposal":"P10","leads":["WHO/Europe"],"state":"ready"}"#
"proposal.remove" ["unknown" "ambiguous" "empty" "state"]
    r#"{"do":"proposal.remove","proposal":"P13"}"#
"vote.prepare" ["taken" "unknown" "ambiguous" "state" "empty" "too-long" "too-many" "not-one-of" "out-of-range" "method" "dots-rule"]
    r#"{"do":"vote.prepare","id":"v-1","title":"What do we take forward first?","options":["P01","P02","P03"],"method":"dots","dots":3,"cap":2}"#
"vote.change" ["unknown" "ambiguous" "nothing" "state" "empty" "too-long" "too-many" "not-one-of" "out-of-range" "method" "dots-rule"]
    r#"{"do":"vote.change","vote":"v-1","dots":4,"tie":"all"}"#
"vote.remove" ["unknown" "ambiguous" "empty" "state"]
    r#"{"do":"vote.remove","vote":"v-1"}"#
"vote.waive" ["unknown" "ambiguous" "state" "not-one-of" "empty" "too-long"]
    r#"{"do":"vote.waive","vote":"v-1","gate":"languages","reason":"the interpreters read P12 aloud"}"#
"vote.dismiss" ["unknown" "ambiguous" "empty" "state" "two-options" "too-long"]
    r#"{"do":"vote.dismiss","vote":"v-1","options":["P01","P02"],"reason":"one is for nurses, the other for managers"}"#
"vote.open" ["unknown" "ambiguous" "empty" "state"]
    r#"{"do":"vote.open","vote":"v-1"}"#
"vote.close" ["unknown" "ambiguous" "empty" "state" "no-key" "wrong-phrase"]
    r#"{"do":"vote.close","vote":"v-1"}"#
"vote.reveal" ["unknown" "ambiguous" "empty" "state"]
    r#"{"do":"vote.reveal","vote":"v-1"}"#
"vote.cast" ["unknown" "ambiguous" "empty" "state" "seat-or-paper" "voted" "taken" "over-cap" "over-budget" "off-scale" "ranks" "not-a-voter" "out-of-range" "not-one-of" "unknown-field"]
    r#"{"do":"vote.cast","vote":"v-1","seat":"S07","votes":{"P01":2,"P03":1}}"#
"vote.count" ["unknown" "ambiguous" "empty" "state" "method" "taken" "out-of-range" "over-budget" "nothing"]
    r#"{"do":"vote.count","vote":"v-1","hands":{"P01":17,"P02":9},"voters":38}"#
"vote.proxy" ["unknown" "ambiguous" "empty" "state" "not-a-voter" "voted" "proxy" "nothing"]
    r#"{"do":"vote.proxy","vote":"v-1","person":"S07","by":"S12"}"#
"vote.mark" ["unknown" "ambiguous" "empty" "state" "taken" "voted" "not-voted"]
    r#"{"do":"vote.mark","vote":"v-1","seats":["S07","S19"]}"#
"vote.check" ["unknown" "ambiguous" "empty" "state" "seat-or-paper" "no-paper" "taken" "over-cap" "over-budget" "off-scale" "ranks" "not-a-voter" "out-of-range"]
    r#"{"do":"vote.check","vote":"v-1","paper":17,"votes":{"P02":1}}"#
"vote.correct" ["unknown" "ambiguous" "empty" "state" "seat-or-paper" "not-voted" "sealed-elsewhere" "taken" "over-cap" "over-budget" "off-scale" "ranks" "not-a-voter" "out-of-range" "not-one-of" "unknown-field"]
    r#"{"do":"vote.correct","vote":"v-1","paper":17,"votes":{"P02":1}}"#
"commitment.add" ["taken" "unknown" "ambiguous" "empty" "too-long" "too-many" "bad-time"]
    r#"{"do":"commitment.add","id":"c-1","text":"Circulate the outline of the guide","owner":"S18","due":"2018-01-31","with":["S40"],"proposal":"P03"}"#
"commitment.edit" ["unknown" "ambiguous" "nothing" "empty" "too-long" "too-many" "bad-time"]
    r#"{"do":"commitment.edit","commitment":"c-1","due":"2018-02-15"}"#
"commitment.done" ["unknown" "ambiguous" "empty" "nothing"]
    r#"{"do":"commitment.done","commitment":"c-1"}"#
"commitment.remove" ["unknown" "ambiguous" "empty"]
    r#"{"do":"commitment.remove","commitment":"c-1"}"#
"stage.show" ["not-one-of" "unknown" "ambiguous" "state" "empty" "too-long"]
    r#"{"do":"stage.show","view":"groups","of":"mixed"}"#
"undo" ["nothing" "unknown" "state" "floor" "disclosed" "built-on"]
    r#"{"do":"undo"}"#
"redo" ["nothing" "unknown" "state"]
    r#"{"do":"redo","event":"7e772f44d7bf6548.12"}"#
}
