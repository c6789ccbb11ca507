# Groups: rounds, rooms, who sits where.

help-of-screen-groups = Rounds down, rooms across, a person a cell. Space plans the chosen round, and again for another plan; a plans all rounds to come together, which mixes people best: it gets better while you look, and Esc keeps the best so far; u takes it back. r shows the smallest change that makes a plan right again, y which wishes contradict one another; g and t say what is asked of all groups. ▪ host, = held, ◆ interpreter, ○ away that day, ‼ no common language, ≠ two versions; a raised number says how often a person has met others in the room before. New pairs have never met; balance says how far kinds, countries and organisations are from an even spread, 0 being best; partners are the fewest and the most people that anybody has met so far.

key-groups-plan = plan
key-groups-plan-all = plan all rounds
key-groups-stop = keep the best so far
key-groups-move = move
key-groups-next-round = next round
key-groups-repair = repair
key-groups-hold = hold
key-groups-met = who met whom
key-groups-add = new round
key-groups-edit = change the round
key-groups-round-before = round before
key-groups-take-out = take out of the round
key-groups-why = why not
key-groups-prefer = rooms wanted
key-groups-rules = rules for groups
key-groups-wishes = together, apart
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
groups-together = all { $rounds } rounds: repeats { $repeats } (possible { $possible }) · balance { $balance } (possible { $balance-possible })
groups-proved = proved best
groups-planning = Planning { $rounds ->
    [one] { $rounds } round
   *[other] { $rounds } rounds
 } · { $share } % · best so far: { $broken }repeats { $repeats } (possible { $possible }) · balance { $balance } (possible { $balance-possible }) · Esc keeps the best
groups-planning-broken = broken rules { $n } ·{" "}
groups-hint-asking = Working it out…   Esc stop
groups-hint-planning = Esc keep the best so far   Tab next round   arrows look around
groups-more-rounds = … { $n ->
    [one] { $n } more round
   *[other] { $n } more rounds
 }
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
groups-price-apart = ‼ apart from { $people }
groups-price-together = ‼ together with { $people }
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
groups-ask-hosts-in-order = World Café: who stays at each table, by id
groups-ask-hosts-example = who stays in the room, by id: S17 S22
groups-ask-minutes = Minutes
groups-ask-minutes-example = empty: as long as the item
groups-ask-format = Format
groups-format-mixed = mixed by the planner
groups-format-cafe = World Café: hosts stay, others go on
groups-format-chosen = Open Space: people choose
groups-ask-interpreters = Interpreted rooms
groups-ask-rounds = How many rounds
groups-ask-rounds-example = 1; a World Café has 3
groups-ask-wanted = Rooms, dearest first
groups-prefer-title = Which rooms does { $person } want? { $name }
groups-rules-title = What is asked of all groups
groups-ask-language = A common language
groups-ask-alone = Nobody alone with theirs
groups-ask-apart-by = Apart by
groups-ask-balance = Spread evenly
groups-ask-order = First comes
groups-order-mixing = meeting new people
groups-order-balance = an even spread
groups-yes = yes
groups-no = no
groups-column-organisation = organisation
groups-column-kind = kind
groups-column-country = country
groups-column-languages = languages
groups-wishes-title = Who sits together, who apart, in every round
groups-wish-new-apart = Keep people apart …
groups-wish-new-together = Keep people together …
groups-wish-take-back = Enter takes it back
groups-ask-people = Who
groups-item = day { $day } · { $item }
groups-item-none = no item of the agenda

## Said

groups-said-planned = Planned, seed { $seed }
    .hint = a plans all rounds together.
groups-said-all = { $rounds ->
    [one] { $rounds } round
   *[other] { $rounds } rounds
 } planned: repeats { $repeats } (possible { $possible })
    .hint = u takes it back.
groups-said-all-proved = { $rounds ->
    [one] { $rounds } round
   *[other] { $rounds } rounds
 } planned, proved best: repeats { $repeats }
    .hint = u takes it back.
groups-said-not-planned = The search broke off; nothing was changed.
    .hint = a begins it again.
groups-said-planning = The rounds are being planned.
    .hint = Esc keeps the best plan so far.
groups-said-nothing-to-plan = No round is left to plan: all are over, running or without rooms.
    .hint = n makes a round.
groups-said-nobody-there = There are no participants yet.
    .hint = 2 is the list of participants.
groups-said-repaired = Repaired: { $n ->
    [0] nobody moved
    [one] { $n } person moved
   *[other] { $n } people moved
 }
    .hint = u takes it back.
groups-said-right = The plan is right as it is.
groups-said-no-better = No change of seats keeps more of the rules.
    .hint = y says why.
groups-said-too-many-hosts = { $hosts } hosts for { $rooms ->
    [one] { $rooms } room
   *[other] { $rooms } rooms
 }.
    .hint = Name one host a room, in the order of the rooms.
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

## Repair: the smallest change

groups-repair-title = The smallest change: { $n ->
    [0] nobody moves
    [one] { $n } person moves
   *[other] { $n } people move
 }
groups-repair-title-some = A change: { $n ->
    [0] nobody moves
    [one] { $n } person moves
   *[other] { $n } people move
 }
groups-repair-left = { $person } is not there and leaves { $room }
groups-repair-placed = { $person } comes to { $room }
groups-repair-moved = { $person }: { $from } → { $to }
groups-repair-nobody = Nobody who sits has to move.
groups-repair-proved = Proved: no plan that keeps the same rules moves fewer.
groups-repair-given-up = Cannot be kept, whoever moves: { $wish }
groups-repair-worth = Repeats { $repeats } → { $repeats-then }, balance { $balance } → { $balance-then }.

## Why not: wishes that contradict one another

groups-wish-min = { $room } has at least { $n }
groups-wish-max = { $room } takes at most { $n }
groups-wish-held = { $person } is held in { $room }
groups-wish-host = { $person } is host of { $room }
groups-wish-apart = { $people } sit apart
groups-wish-together = { $people } sit together
groups-wish-language = { $room } needs a common language or an interpreter
groups-wish-interpreted = { $n ->
    [0] no room is interpreted
    [one] only { $n } room is interpreted
   *[other] only { $n } rooms are interpreted
 }
groups-wish-not-alone = { $people } must not be alone with their language
groups-buys-all = without it all else can be had
groups-buys-min = without it, or with { $n }, all else can be had
groups-buys-max = without it, or with { $n }, all else can be had
groups-buys-interpreted = with { $n ->
    [one] { $n } interpreted room
   *[other] { $n } interpreted rooms
 } all else can be had
groups-buys-nothing = giving it up is not enough
groups-buys-unknown = what giving it up would buy was not found out
groups-knot = These { $n } wishes contradict one another, and no fewer do:
groups-knot-some = These { $n } wishes contradict one another:
groups-why-undecided = Whether the wishes contradict one another was not decided: the question is too large.
groups-why-unmet = So this plan has to break:
groups-contradiction = The smallest set of wishes that contradict one another: { $wishes }.
groups-contradiction-some = These wishes contradict one another: { $wishes }.
