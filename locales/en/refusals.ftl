# Why a command was not carried out, and what to do about it.
# The names after `refused-` are the contract with the code; the others are words that the sentences share.

# $noun: what kind of thing.
refusal-noun = { $noun ->
    [session] session
    [person] participant
    [item] agenda item
    [round] round
    [wish] wish
    [room] room
    [idea] idea
    [proposal] proposal
    [vote] vote
    [option] option
    [commitment] commitment
    [term] term
    [event] event
   *[other] thing
}

# $field: the name of a field as it stands in a command; one that is not listed is shown as it is.
refusal-field = { $field ->
    [title] title
    [question] focal question
    [note] note
    [starts] start of the meeting
    [timezone] time zone
    [languages] languages
    [now] time for practice
    [speed] speed
    [at] time of the event
    [who] who
    [group] group of terms
    [name] name
    [organisation] organisation
    [kind] kind
    [country] country
    [role] role
    [arrives] day of arrival
    [day] day
    [minutes] minutes
    [shortest] shortest
    [stop] hard stop
    [begins] start
    [rooms] rooms
    [room] room
    [topic] topic
    [person] participant
    [item] agenda item
    [round] round
    [idea] idea
    [ideas] ideas
    [text] text
    [author] author
    [tags] tags
    [add] tags to add
    [remove] tags to take off
    [proposal] proposal
    [leads] leads
    [partners] partners
    [place] place
    [when] when
    [enablers] enablers
    [ephos] EPHOs
    [state] state
    [vote] vote
    [options] options
    [method] method
    [dots] budget of dots
    [cap] cap
    [dots_rule] rule for dots
    [voters] voters
    [seats] number that go forward
    [tie] tie
    [threshold] threshold
    [gate] gate
    [reason] reason
    [paper] number of the paper ballot
    [commitment] commitment
    [owner] owner
    [due] due
    [with] with whom
    [view] view
    [of] what to show
    [term] term
   *[other] { $field }
}

## Names

refused-unknown = There is no { refusal-noun } “{ $id }”.
    .hint = { $noun ->
        [event] Look the event up in the log.
        [option] Choose one of the vote’s options.
        [room] Choose one of the round’s rooms.
       *[other] Check the spelling, or choose it from the list.
    }
refused-ambiguous = More than one { refusal-noun } has the id “{ $id }”: { $both }.
    .hint = Use one of these ids.
refused-taken = { $noun ->
    [option] The option “{ $id }” stands on the ballot twice.
    [room] The room “{ $id }” stands in the list twice.
   *[other] The id “{ $id }” is taken by another { refusal-noun }.
}
    .hint = { $noun ->
        [option] Give all its dots in one place.
        [room] Give each room of the round an id of its own.
       *[other] Choose another id; a removed thing keeps its own.
    }
refused-bad-id = “{ $id }” cannot be an id.
    .hint = Use 1–64 Latin letters, digits, dots, hyphens and underscores, beginning with a letter or a digit.
refused-id-without-making = This command makes nothing that could have an id.
    .hint = Leave out the field “id”.

## Fields

refused-empty = The field “{ refusal-field }” is empty.
    .hint = Fill it in.
refused-too-long = The field “{ refusal-field }” is too long.
    .hint = Shorten it, or split it in two: a text has at most 1,000 characters, a name or a tag 200 Latin or 100 Cyrillic letters.
refused-too-many = The field “{ refusal-field }” has more than { $most } entries.
    .hint = Leave out some, or use two commands.
refused-out-of-range = The field “{ refusal-field }” is out of range.
    .hint = Enter a number between { $least } and { $most }.
refused-not-one-of = “{ $given }” is not possible for the field “{ refusal-field }”.
    .hint = Choose one of these: { $known }.
refused-bad-time = “{ $given }” cannot be read as a date or time for the field “{ refusal-field }”.
    .hint = { $field ->
        [stop] Enter a time of day: 12:30.
        [begins] Enter a time of day: 09:00.
        [due] Enter a date: 2018-03-31 or 31.03.2018.
        [starts] Enter a date, with or without a time: 2017-11-28 or 2017-11-28T09:00.
        [now] Enter a date and time: 2017-11-28T09:00.
        [arrives] Enter the number of the day or, once the meeting has a date, a date: 2 or 2017-11-29.
       *[other] Enter a time with its offset: 2017-11-28T09:00:00+02:00.
    }
refused-bad-timezone = There is no time zone “{ $given }”.
    .hint = Enter its IANA name: Europe/Helsinki.
refused-nothing = The command changes nothing about the { refusal-noun }.
    .hint = Say what is to be different, or leave it as it is.

## The form of a command

refused-malformed = The line is not a command: { $why }.
    .hint = Write one JSON object a line: {"{"}"do":"idea.add","text":"…"{"}"}.
refused-no-verb = The command does not say what to do.
    .hint = Add the field “do” with a verb, such as “idea.add”.
refused-unknown-verb = There is no command “{ $verb }”.
    .hint = docs/commands.md lists all commands.
refused-unknown-field = The command “{ $verb }” has no field “{ $field }”.
    .hint = It has these: { $known }.
refused-missing-field = The command “{ $verb }” needs the field “{ $field }”.
    .hint = Add it; docs/commands.md says what it holds.
refused-not-a-count = The field “{ $field }” cannot be { $given }.
    .hint = Enter a whole number, not below zero.
refused-wrong-type = The value of the field “{ $field }” has the wrong form: { $why }.
    .hint = docs/commands.md says what each field holds.

## People

refused-already-present = { $id } is marked present already.
    .hint = Nothing needs to be done.
refused-already-away = { $id } is marked away already.
    .hint = Nothing needs to be done.

## Agenda

refused-item-held = The item “{ $id }” has been held or is being held, and stays where it was.
    .hint = Undo its start if it was a mistake.
refused-item-runs-already = The item “{ $id }” is running already.
    .hint = Pause it, end it or extend it.
refused-item-not-running = The item “{ $id }” is not running.
    .hint = Start it first.
refused-item-ended = The item “{ $id }” has ended and cannot be extended.
    .hint = Start it again, or extend the item that is running.
refused-item-begun = The item “{ $id }” has begun and cannot be skipped.
    .hint = End it, or undo its start.
refused-item-not-begun = The item “{ $id }” has not begun, so there is no start to put right.
    .hint = Start it; item.start takes the time in its field “at”.
refused-item-not-ended = The item “{ $id }” has not ended, so there is no end to put right.
    .hint = End it; item.end takes the time in its field “at”.
refused-two-times = Give either when it started or when it ended.
    .hint = Put the two right one after the other.
refused-round-nowhere = The round “{ $id }” is held in no item of the agenda, so its rooms have no clock.
    .hint = Say in which: round.change with the field “item”.
refused-round-not-running = The item of the round “{ $id }” is not running.
    .hint = Start the item first.
refused-rooms-called = In the round “{ $id }” no such room is at work any more.
    .hint = round.start lets a room go on.
refused-no-room-called = In the round “{ $id }” no such room was called.
    .hint = Rooms start with their item; name a room to start it by itself.
refused-room-ended = The room “{ $id }” has ended.
    .hint = round.start lets it go on.
refused-other-day = The item “{ $id }” stands on another day.
    .hint = Choose an item of the same day, or move the item to that day.
refused-two-items = Two different items are needed to exchange places.
    .hint = Choose exactly two.

## Groups

refused-nobody-to-seat = Nobody is present whom the round “{ $id }” could place.
    .hint = Add participants, or mark those who are here as present.
refused-seat-absent = “{ $id }” is in the plan, but not there on that day.
    .hint = Plan again, or mark the person as present first.
refused-two-seats = “{ $person }” stands in two rooms of the plan.
    .hint = Name everybody once.
refused-wish-alone = A wish about seats needs at least two people.
    .hint = Name those who shall sit together, or apart.
refused-no-rooms = The round “{ $id }” has no rooms.
    .hint = Add rooms to it first.
refused-not-planned = The round “{ $id }” has no plan yet.
    .hint = Plan it first.
refused-nothing-to-repair = The plan of the round “{ $id }” needs no repair.
    .hint = Nobody has to move.
refused-min-over-max = The room “{ $id }” asks for more people at least than at most.
    .hint = Lower the minimum, or raise the maximum.

## Ideas

refused-two-ideas = Two different ideas are needed to merge.
    .hint = Choose at least two that are not merged with each other yet.
refused-not-merged = The idea “{ $id }” is not merged with any other.
    .hint = Choose an idea that has others in it, or that is in another.

## Proposals and votes

refused-proposal-in-vote = The proposal “{ $id }” is part of a vote and cannot be removed.
    .hint = Mark it as withdrawn; it stays in the vote.
refused-too-few-options = The vote “{ $id }” has fewer than two options.
    .hint = Add proposals to it first.
refused-vote-not-open = The vote “{ $id }” is not open yet.
    .hint = Open it first.
refused-vote-open = The vote “{ $id }” is open.
    .hint = Close it first; what is asked cannot be changed any more.
refused-vote-closed = The vote “{ $id }” is closed.
    .hint = Reveal the result, or prepare a new vote.
refused-vote-revealed = The result of the vote “{ $id }” has been revealed.
    .hint = Prepare a new vote.
refused-step-of-reveal = Only a result can be shown step by step.
    .hint = Leave the step out, or show the view “reveal”.
refused-vote-not-revealed = The result of the vote “{ $id }” has not been revealed.
    .hint = Close the vote and reveal the result before it goes on the wall.
refused-hands-secret = The vote “{ $id }” is secret, and hands are seen.
    .hint = Take paper ballots, or prepare a vote that is not secret.
refused-hands-method = Hands cannot be counted in this way of voting.
    .hint = A show of hands fits approval, and dots with at most one on an option.
refused-hands-after-ballots = Ballots of the vote “{ $id }” are in, so its hands are not counted.
    .hint = Enter the other ballots too, or undo those that are in.
refused-ballot-after-hands = The hands of the vote “{ $id }” have been counted, so it takes no ballots.
    .hint = Undo the count first.
refused-budget-after-hands = The hands of the vote “{ $id }” have been counted, so its dots stay as they are.
    .hint = Undo the count first.
refused-hands-torn = The hands of the vote “{ $id }” were counted differently on two devices, or beside ballots.
    .hint = Count them again, or undo what does not hold; then close.
refused-hands-over-voters = { $given } hands for { $id }, and { $most } people were asked.
    .hint = An option has at most one hand of each person.
refused-hands-over-budget = { $given } hands in all, and there are { $most } dots.
    .hint = Each person raises a hand as often as there are dots: { $dots }.
refused-proxy-oneself = { $id } cannot vote for themselves by proxy.
    .hint = Name somebody else.
refused-proxy-away = { $id } is away, and cannot vote for others.
    .hint = Name somebody who is here.
refused-proxy-given = { $id } has somebody else vote for them, and cannot vote for others.
    .hint = Name the person who is really here to vote.
refused-proxy-held = { $id } votes for somebody else, and cannot give that away.
    .hint = Give the other vote to somebody else first.
refused-voted = Ballot { $id } is in already.
    .hint = Correct it if it was entered wrongly.
refused-vote-not-closed = The vote { $id } is not closed, so there is no tie that a run-off could settle.
    .hint = Close it first.
refused-no-paper = The ballot { $id } has no numbered paper that could be read again.
    .hint = In a secret vote only papers are typed a second time.
refused-not-voted = Ballot { $id } has not been entered.
    .hint = Enter it first.
refused-vote-not-secret = The vote “{ $id }” is not a secret one whose ballots are sealed.
    .hint = In a named vote the ballots themselves say who has voted.
refused-groups-of-seat = A ballot for a seat takes its groups from the roster.
    .hint = Leave the groups out, or enter the ballot under the number of its paper.
refused-sealed-elsewhere = The ballot of { $id } cannot be put right here: nothing links a seat with a sealed ballot any more.
    .hint = Name the number of its paper, which was shown when it was entered, or correct it on the laptop where it was entered.
refused-no-key = The key that opens this vote is not on this laptop.
    .hint = Close it on the laptop that opened it, or give the recovery phrase that was shown there.
refused-wrong-phrase = The recovery phrase does not open this vote.
    .hint = Check the twelve words one by one; they are those shown when the vote was opened, and the session’s folder must hold “keys”.
refused-bad-key = The vote was opened with a key that seals nothing.
    .hint = Ask whoever opened it to prepare another vote.
refused-seat-or-paper = A ballot needs a seat or the number of a paper, and not both.
    .hint = Say whose ballot it is, or which number is printed on it.
refused-over-cap = One option may get { $most ->
        [one] { $most } dot
       *[other] { $most } dots
    } from one ballot, and “{ $id }” got more.
    .hint = Take dots off that option.
refused-over-budget = The ballot gives { $given ->
        [one] { $given } dot
       *[other] { $given } dots
    }, and may give { $most }.
    .hint = Take some dots off.
refused-off-scale = “{ $id }” can get a number from 1 to { $most } on this ballot.
    .hint = Take a number of the scale; leave out what gets nothing.
refused-rank-twice = Two options have the rank { $rank }.
    .hint = Give each rank once; options at the end may stay without one.
refused-rank-missing = The rank { $rank } is missing on this ballot.
    .hint = Rank from 1 on without a gap; options at the end may stay without one.
refused-only-with-dots = The field “{ refusal-field }” is only for a vote with dots.
    .hint = Leave it out, or let the method be “dots”.
refused-dots-rule = By this rule a ballot has { $dots ->
        [one] { $dots } dot
       *[other] { $dots } dots
    }, not { $given }.
    .hint = Leave “dots” out, or let the rule be “own”.
refused-two-options = A pair of two different options is needed.
    .hint = Name two options of the vote that look alike.
refused-not-a-voter = { $id } is not among those who may vote.
    .hint = Who may vote was fixed when the vote opened.

## Undo and redo

refused-floor = The session as it was made cannot be undone.
    .hint = Change or remove the thing itself.
refused-disclosed = What the room has seen or relied on cannot be undone.
    .hint = Correct the ballot while the vote is open, or prepare a new vote.
refused-undone-already = The event { $id } has been undone already.
    .hint = Redo puts it in force again.
refused-not-undone = The event { $id } has not been undone.
    .hint = There is nothing to redo.
refused-nothing-to-undo = There is nothing to undo.
    .hint = Undo takes back what you did on this device; to take back something else, choose its event in the log.
refused-nothing-to-redo = There is nothing to redo.
    .hint = Redo follows directly after an undo; new work ends it.
refused-read-only = { $id } cannot be changed here: a later version of Talkoot has done to it what this one does not know.
    .hint = Change it on a laptop with that version.
refused-built-on = Others have built on this: { $who }, event { $event } ({ $what }).
    .hint = Undo that event first.

## The desk

refused-no-session = No session is open.
    .hint = Open a session first, or make a new one.
