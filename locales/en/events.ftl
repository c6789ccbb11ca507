# What happened, one short sentence an event: past tense, no subject, no full stop.
# Names of things come in quotation marks already; participants by their id or name.

event-session-made = session made
event-session-described = details of the meeting set
event-practice-began = practice began: the clock shows another time
event-practice-ended = practice ended: the clock shows the real time

event-term-added = added the term { $title }
event-term-changed = changed the term { $title }
event-term-removed = removed the term { $title }

event-person-added = added { $person }: { $title }
event-person-added-plain = added { $title }
event-person-changed = changed the details of { $person }
event-person-arrived = { $person } marked present
event-person-left = { $person } marked away
event-person-removed = removed { $person } from the list

event-item-added = added the item { $title }, day { $day }
event-item-changed = changed the item { $title }
event-item-moved = moved the item { $title }, day { $day }
event-item-removed = removed the item { $title }
event-item-started = started { $title }
event-item-started-after = ended { $ended }, started { $title }
event-item-ended = ended { $title }
event-item-paused = paused { $title }
event-item-extended = { $minutes } min: { $title }
event-item-swapped = { $first } and { $second } exchanged places

event-item-corrected = put right when { $title } began or ended: { $time }
event-item-skipped = skipped { $title }
event-item-unskipped = took up { $title } again
event-round-started = started by itself: { $rooms }
event-round-called = called time: { $rooms }
event-round-extended = { $minutes } min: { $room }
event-round-reported = reporting back: { $room }
event-round-reports-ended = reports ended: { $title }
event-round-added = added the round { $title }
event-round-changed = changed the round { $title }
event-round-removed = removed the round { $title }
event-round-planned = planned the round { $title }: { $people }, { $rooms }
event-round-repaired = repaired the plan of { $title }: { $n ->
    [one] { $n } person moved
   *[other] { $n } people moved
}
event-round-placed = { $person } placed in { $room }, round { $title }
event-round-unplaced = { $person } without a room, round { $title }
event-round-held = { $person } held in { $room }, round { $title }
event-round-released = { $person } no longer held, round { $title }
event-round-preferred = { $person }: rooms wanted in the round { $title }
event-groups-ruled = changed the rules for groups
event-wish-added = { $kind ->
    [together] keep together: { $people }
   *[other] keep apart: { $people }
}
event-wish-removed = took a wish about seats back

event-off-record = (off the record)
event-idea-added = { $kind ->
    [action] added the action { $title }
    [question] added the question { $title }
    [quote] added the quote { $title }
    [parking] put in the parking lot: { $title }
   *[idea] added the idea { $title }
}
event-idea-added-off-record = added a line off the record
event-idea-edited = edited the idea { $title }
event-idea-tagged = tags of the idea { $title }: { $tags }
event-idea-merged = merged { $n ->
    [one] { $n } idea
   *[other] { $n } ideas
} into { $title }
event-idea-unmerged = { $n ->
    [1] unmerged the idea { $title }
    [one] unmerged { $n } idea
   *[other] unmerged { $n } ideas
}
event-idea-translated = { $checked ->
    [yes] translated the idea { $title } into { $language }, checked
   *[no] translated the idea { $title } into { $language }, unchecked
}
event-idea-hidden = took an idea off the record
event-idea-shown = put the idea { $title } back on the record
event-idea-removed = removed the idea { $title }
event-idea-promoted = promoted to a proposal: { $title }

event-proposal-added = added the proposal { $title }
event-proposal-edited = edited the proposal { $title }
event-proposal-state = the proposal { $title }: { $state }
event-proposal-removed = removed the proposal { $title }

event-vote-prepared = prepared the vote { $title }
event-vote-changed = changed the vote { $title }
event-vote-budget = changed the open vote { $title }: { $dots } dots a ballot, at most { $cap } on one option
event-vote-removed = removed the vote { $title }
event-vote-waived = waived a gate of the vote { $title }: { $gate } ({ $reason })
event-vote-dismissed = said that two options of the vote { $title } are different: { $options }
event-vote-opened = opened the vote { $title }
event-vote-closed = closed the vote { $title }: { $ballots }
event-vote-revealed = revealed the result of the vote { $title }
event-vote-cast-seat = ballot of { $person } entered
event-vote-cast-paper = ballot { $paper } entered
event-vote-sealed = a sealed ballot came in
event-vote-sealed-corrected = a sealed ballot was put right
event-vote-checked-seat = ballot of { $person } typed a second time
event-vote-checked-paper = ballot { $paper } typed a second time
event-vote-checked-sealed = a ballot typed a second time came in sealed
event-vote-counted = counted hands in the vote { $title }, { $n ->
    [one] { $n } person
   *[other] { $n } people
 } asked
event-vote-proxied = { $by } votes for { $person }
event-vote-proxy-ended = nobody votes for { $person } any more
event-vote-marked = marked who has voted: { $people }
event-vote-unmarked = marked who has not voted: { $people }
event-vote-ballots = published the ballots of the vote { $title }: { $ballots }
event-vote-corrected-seat = ballot of { $person } corrected
event-vote-corrected-paper = ballot { $paper } corrected

event-commitment-added = added the commitment { $title }, owner: { $owner }
event-commitment-edited = changed the commitment { $title }
event-commitment-done = the commitment { $title } is done
event-commitment-reopened = the commitment { $title } is open again
event-commitment-removed = removed the commitment { $title }

event-stage-shown = put on the wall: { $view }
event-stage-shown-of = put on the wall: { $view }, { $title }
event-stage-blank = wall blanked

event-and-more = { $what } and { $more } more
event-undone = undid: { $what }
event-redone = redid: { $what }
event-unknown = “{ $kind }”, which this version does not know
event-not-arrived = event { $event }, which has not arrived here

## The very short form, at most 24 columns with the name

label-added = added { $title }
label-changed = changed { $title }
label-removed = removed { $title }
label-session-made = session made
label-session-described = meeting details
label-practice-began = practice began
label-practice-ended = practice ended
label-present = { $title } present
label-away = { $title } away
label-moved = moved { $title }
label-time-corrected = put right { $title }
label-skipped = skipped { $title }
label-unskipped = taken up { $title }
label-room-started = started { $title }
label-room-called = called { $title }
label-reports = reports: { $title }
label-reports-ended = reports ended: { $title }
label-started = started { $title }
label-ended = ended { $title }
label-paused = paused { $title }
label-extended = { $minutes } { $title }
label-swapped = items exchanged
label-planned = planned { $title }
label-repaired = repaired { $title }
label-placed = { $person }: { $title }
label-unplaced = { $title }: no room
label-held = held { $title }
label-preferred = wishes of { $title }
label-ruled = rules for groups
label-wished = wish about seats
label-unwished = wish taken back
label-released = no longer held: { $title }
label-off-record = off the record
label-on-record = back on record
label-tagged = tags: { $title }
label-merged = merged { $count }
label-unmerged = unmerged { $count }
label-translated = translated { $title }
label-promoted = promoted { $title }
label-state = { $title }: { $state }
label-prepared = prepared { $title }
label-waived = gate waived
label-opened = vote opened
label-dismissed = not duplicates
label-closed = vote closed
label-revealed = result revealed
label-sealed = sealed ballot
label-checked = second entry
label-hands = hands counted
label-proxied = proxy of { $title }
label-marked = turnout marked
label-ballots = ballots published
label-cast = ballot { $title }
label-corrected = corrected { $title }
label-done = done: { $title }
label-reopened = open again: { $title }
label-stage = wall: { $title }
label-undone = undid { $title }
label-redone = redid { $title }
label-unknown = unknown: { $title }
