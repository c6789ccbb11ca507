# Groups: rounds, rooms, who sits where.

help-of-screen-groups = Rounds down, rooms across, a person a cell. Space plans the chosen round, and again for another plan; u takes it back. ▪ host, = held, ◆ interpreter, ○ away that day, ‼ no common language, ≠ two versions; a raised number says how often a person has met others in the room before. New pairs have never met; balance says how far kinds, countries and organisations are from an even spread, 0 being best; partners are the fewest and the most people that anybody has met so far.

key-groups-plan = plan
key-groups-move = move
key-groups-next-round = next round
key-groups-repair = repair
key-groups-hold = hold
key-groups-met = who met whom
key-groups-add = new round
key-groups-edit = change the round
key-groups-round-before = round before
key-groups-take-out = take out of the round
key-groups-why = what could not be had
key-groups-add-room = new room
key-groups-edit-room = change the room
key-groups-remove-room = remove the room
key-groups-remove = remove the round
key-groups-left = room before
key-groups-right = next room
key-groups-rooms-back = rooms before
key-groups-rooms-on = further rooms

## Rounds

groups-empty = No round yet
groups-empty-what = A round distributes the people over rooms so that they meet those they have not met, in a language they share. n makes the first one.
groups-no-rooms = No rooms yet
groups-no-rooms-what = b adds a room; e gives the round a whole list of rooms, or their number.
groups-round-open = day { $day } · not planned
groups-round-planned = day { $day } · { $people }
groups-about = day { $day } · { $item } · { $people } there
groups-about-no-item = day { $day } · { $people } there
groups-rooms-part = rooms { $first }–{ $last } of { $all }
groups-not-planned-yet = Not planned yet: { $people ->
    [one] { $people } person
   *[other] { $people } people
 }, { $rooms ->
    [one] { $rooms } room
   *[other] { $rooms } rooms
 }. Space plans the round.
groups-not-planned = The round is not planned yet.
    .hint = Space plans it.
groups-all-had = Everything that was asked for could be had.

## A room

groups-without-room = Without a room
groups-size-between = { $size } ({ $min }–{ $max })
groups-size-exact = { $size } of { $max }
groups-size-from = { $size }, at least { $min }
groups-size-to = { $size }, at most { $max }
groups-other-language = other
groups-all-speak = all speak { $languages }
groups-interpreted = interpreted
groups-no-language = none in common
groups-room-name = Room { $name }

## A person

groups-word-absent = ○ away that day
groups-word-left-out = ‼ left without the words of the others
groups-word-host = ▪ host
groups-word-held = = held
groups-word-again = meets again: { $people }

## What a plan is worth

groups-figures = repeats { $repeats } · new pairs { $fresh } · language { $talking } of { $rooms } · balance { $balance } · sizes { $sizes } · partners { $partners }
groups-more-unmet = and { $n } more (y)
groups-why-title = What could not be had
groups-unmet-no-rooms = { $people ->
    [one] One person is there, and there is no room.
   *[other] { $people } people are there, and there is no room.
 }
groups-unmet-more-rooms-than-people = More rooms ({ $rooms }) than people ({ $people }): some stay empty.
groups-unmet-min-over-max = { $room }: at least { $min } is more than at most { $max }; the latter holds.
groups-unmet-too-few-people = The rooms ask for { $needed } people at least, and { $people } are there.
groups-unmet-too-few-seats = The rooms have { $seats } seats, and { $people } people are there: rooms are overfilled.
groups-unmet-held-over-max = { $room }: { $held } are held or host there, and it takes { $max }.
groups-unmet-held-twice = { $person } is held in several rooms ({ $rooms }); the first holds.
groups-unmet-host-in-two-rooms = { $person } is host of several rooms ({ $rooms }); the first counts.
groups-unmet-held-against-host = { $person } is held in { $room } and host of { $rooms }; held wins.
groups-unmet-held-away = { $person } is held in { $room } and away that day.
groups-unmet-host-away = { $room } has to do without its host { $person }, who is away that day.
groups-unmet-no-such-room = { $person } is held in room { $room }, which there is not.
groups-unmet-languages-unknown = The languages of { $person } are not known, so nothing was asked for them.
groups-unmet-no-common-language = { $room } has no common language and no interpreter for all: without the words of the others are { $without }.
groups-unmet-below-min = { $room } has { $size }, and asks for at least { $min }.
groups-unmet-over-max = { $room } has { $size }, and takes at most { $max }.
groups-unmet-uneven = { $room } has { $size }, where an even division gives { $from }–{ $to }.
groups-unmet-too-many-apart = { $n } people are to be kept apart ({ $people }), and there { $rooms ->
    [one] is one room
   *[other] are { $rooms } rooms
 }.
groups-unmet-together-over-max = { $n } people are to be kept together ({ $people }), and the largest room takes { $max }.
groups-unmet-apart = { $people } are to be kept apart, and share { $room }.
groups-unmet-split = { $people } are to be kept together, and sit in { $rooms }.
groups-unmet-alone = { $person } is alone in { $room }: nobody else there speaks a language of theirs.
groups-unmet-not-placed = { $person } has no room.
groups-unmet-wrong-seat = { $person } must not sit in { $room }: away, in two rooms, or held elsewhere.
groups-unmet-wrong-seat-away = { $person } sits in { $room } and is away that day (r repairs).

## The price of a move

groups-move-title = { $person } { $name } → which room?
groups-seat-title = Who shall come to { $room }?
groups-price-nothing = costs nothing
groups-price-absent = away that day
groups-price-repeats = { $n ->
    [one] +{ $n } repeat ({ $people })
   *[other] +{ $n } repeats ({ $people })
 }
groups-price-spared = { $n ->
    [one] −{ $n } repeat ({ $people })
   *[other] −{ $n } repeats ({ $people })
 }
groups-price-language-lost = ‼ { $room }: no common language
groups-price-language-found = { $room }: a common language
groups-price-interpreted = ◆ { $room }: interpreted
groups-price-language-lost-here = ‼ no common language
groups-price-language-found-here = a common language
groups-price-below = { $room } { $n } < { $min }
groups-price-above = { $n } > { $max }
groups-price-balance = balance { $by }
groups-price-held = held in { $room }

## Who met whom

groups-met-title = Who met whom
groups-met-title-of = Whom { $person } met: { $name }
groups-met-in = { $round }, { $room } ({ $fresh } new): { $people }
groups-met-not-in = { $round }: no room
groups-met-all = In all { $people ->
    [one] { $people } partner
   *[other] { $people } partners
 }, { $again } of them met more than once (marked * when met again).
groups-met-range = Everybody: between { $least } and { $most } partners over all rounds planned so far.
groups-met-square = How often each two have met, rows and columns in the order of the list of participants:

## Forms

groups-add-title = New round
groups-edit-title = Change the round
groups-add-room-title = New room
groups-edit-room-title = Change the room
groups-ask-title-en = Title, English
groups-ask-title-ru = Title, Russian
groups-ask-item = Held in
groups-ask-rooms = Rooms
groups-ask-rooms-example = their number, or names: Room A; Room B
groups-ask-min = At least
groups-ask-max = At most
groups-ask-topic-en = Topic, English
groups-ask-topic-ru = Topic, Russian
groups-ask-hosts = Hosts
groups-ask-hosts-example = who stays in the room, by id: S17 S22
groups-item = day { $day } · { $item }
groups-item-none = no item of the agenda

## Said

groups-said-planned = Planned, seed { $seed }
groups-said-repaired = Repaired
groups-said-before = before: { $figures }
groups-said-as-before = worth the same as before
groups-said-no-round = There is no round.
    .hint = n makes one.
groups-said-nobody = Nobody is chosen.
    .hint = Move to a person with the arrows.
groups-said-no-room = { $person } has no room in this round.
    .hint = Enter gives one.
groups-said-which-room = No room is chosen.
    .hint = Move to a room with the arrows.
groups-said-no-number = “{ $given }” is no number.
    .hint = Enter a whole number, or leave the field empty.
groups-said-no-session = No session is open.
