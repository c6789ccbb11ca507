# The check of the plan: `talkoot check SESSION --plan`. Of each finding what is so, and (.hint) what would mend it.

plan-good = The plan holds: nothing was found.
plan-counts = { $wrong ->
    [0] Nothing is wrong;
    [one] One thing is wrong;
   *[other] { $wrong } things are wrong;
 } { $remarks ->
    [0] no remarks.
    [one] one remark.
   *[other] { $remarks } remarks.
 }
plan-wrong = Wrong
plan-remark = Remark
plan-where-day = day { $day }
plan-where-item = day { $day }, { $at }, { $item }
plan-where-round = round { $round }
plan-where-room = room { $room }
plan-where-vote = vote { $vote }
plan-thing = { $id } “{ $title }”
plan-next-day = { $time } on the next day
plan-later-day = { $time }, { $days } days later
plan-minutes = { $n } min
plan-hours = { $h } h
plan-hours-minutes = { $h } h { $m } min
plan-people-more = { $people } and { $n } more

plan-and-more = … and { $count } more like the one at { $place }; --json names them all.

plan-unchecked = Not checked:
plan-unchecked-no-items = there is no agenda yet.
plan-unchecked-no-first-day = the date of the first day is not known, so begins are not held against the clocks’ change.
plan-unchecked-no-time-zone = the time zone is not known, so begins are not held against the clocks’ change.
plan-unchecked-no-people = there is no roster yet, so nothing is said of interpreters, languages and the size of rooms.
plan-unchecked-rounds-unplanned = { $n ->
    [one] one round is not planned yet, so nothing is said of the languages in its rooms.
   *[other] { $n } rounds are not planned yet, so nothing is said of the languages in their rooms.
 }

plan-no-length = The item has no length.
    .hint = Give it its minutes.
plan-shortest-longer = Its shortest useful length, { $shortest }, is longer than its length, { $minutes }.
    .hint = Lengthen the item, or lower its shortest length.
plan-begins-backwards = It is to begin before { $other }, which stands earlier and begins at { $begins }.
    .hint = Move it before that item, or correct one of the two begins.
plan-begin-missed = What stands before it lasts until { $ends }, { $minutes } beyond its begin.
    .hint = Shorten what stands before it (down to the shortest lengths that gives { $spare }), or let it begin later.
plan-stop-missed = It is a hard stop, and what stands before it lasts until { $ends }, { $minutes } too long.
    .hint = Shorten what stands before it: down to the shortest lengths that gives { $spare }. What is still missing has to be taken off.
plan-stops-overlap = Two hard stops at one time: { $other } lasts until { $ends }, { $minutes } beyond this begin.
    .hint = Move one of the two, or let only one of them be a hard stop.
plan-past-midnight = The day runs past midnight, until { $ends }.
    .hint = Shorten the day, let it begin earlier, or move its last items to another day.
plan-over-24-hours = The items of this day take { $minutes } together, more than a day has.
    .hint = Move items to another day, or correct their lengths.
plan-begin-does-not-exist = There is no { $begins } on that date: the clocks go forward over it.
    .hint = Let it begin before or after the hour that is left out.
plan-begin-twice = There are two { $begins } on that date: the clocks go back over it, and nobody knows which one is meant.
    .hint = Let it begin before or after the hour that comes twice.
plan-no-break = From here there is no break for { $minutes }, until { $ends }; more than { $most } is too long.
    .hint = { $count ->
        [one] Put a break of { $pause } or more before { $before } or into it.
       *[other] It takes { $count } breaks of { $pause } or more, the first before { $before } or into it.
     }{ $kindless ->
        [0] { "" }
       *[other] { " " }If one of these items is a break, give it that kind.
     }
plan-short-break = A break of { $minutes } is over before a full hall has left and come back.
    .hint = Give it { $least } at least.
plan-long-day = { $minutes } of work without the breaks; a working day has { $most } at most.
    .hint = Move items to another day, or drop what can be dropped.
plan-short-rest = It lasts until { $ends }, and the next day begins at { $begins }: { $minutes } lie between, and { $least } should.
    .hint = End earlier, or begin the next day later.
plan-no-interpreter = { $minutes } are to be interpreted on this day, and the roster has no interpreter who is there.
    .hint = { $needed ->
        [one] Add an interpreter to the roster (role: interpreter)
       *[other] Add { $needed } interpreters to the roster (role: interpreter)
     }, or say that these items are not interpreted.
plan-interpreter-alone = One interpreter is there, and { $run } are interpreted at one go; alone nobody works longer than { $most }, and a turn has about { $turn }.
    .hint = Add a second interpreter, or put something that is not interpreted between.
plan-small-team = { $minutes } are interpreted on this day by a team of { $there }; the norm for so many hours is { $needed }.
    .hint = Add interpreters, or say of activities that do not need it that they are not interpreted.
plan-interpreted-day = { $minutes } are interpreted on this day by a team of { $there }; one team works { $most } a day at most.
    .hint = Shorten the day, or bring a second team.
plan-long-session = { $minutes } are interpreted in this session; { $most } are the most for one team.
    .hint = Move a part to the other half of the day, or bring a second team.
plan-short-interval = The interpreters have { $minutes } between their two sessions; the norm is { $least }.
    .hint = Lengthen it, begin the afternoon with something that is not interpreted, or bring a second team.
plan-language-uncovered = No interpreter there speaks { $languages }, and { $n ->
    [one] one person understands
   *[other] { $n } people understand
 } nobody in the booth: { $people }.
    .hint = Add an interpreter for it, or seat somebody beside them who whispers.
plan-not-interpreted = { $count ->
    [one] The hall has no language in common, and this item is not interpreted.
   *[other] The hall has no language in common, and this item and others of the day ({ $count } in all) are not interpreted.
 }
    .hint = Say that it is interpreted, or have everything said in every working language ({ $languages }).
plan-few-interpreters-for-rooms = { $rooms ->
    [one] One room is interpreted
   *[other] { $rooms } rooms are interpreted at the same time
 } for { $minutes }: that takes { $needed ->
    [one] one interpreter
   *[other] { $needed } interpreters
 }, and { $there ->
    [0] none is there.
    [one] one is there.
   *[other] { $there } are there.
 }
    .hint = Interpret fewer rooms, add interpreters, or keep it to { $alone }, which one interpreter can do alone.
plan-no-common-language = { $n ->
    [one] One person shares no language with all the others, and the room is not interpreted: { $people }
   *[other] { $n } people share no language with all the others, and the room is not interpreted: { $people }
 } ({ $languages }).
    .hint = Move them, have one more room interpreted, or seat an interpreter there.
plan-no-round = There are breakouts, and no room for them: no round is held in this item.
    .hint = Add a round for it, or name the item in a round that there is.
plan-no-rooms = The round has no room.
    .hint = Give it rooms, or take the round off.
plan-rooms-too-small = The rooms hold { $most } people, and { $people } are there on this day: { $over } too many.
    .hint = Raise the most of a room, or add a room.
plan-rooms-too-many = The rooms need { $least } people, and { $people } are there on this day.
    .hint = Take a room off, or lower the least of some.
plan-two-rounds = { $count } rounds are held in this item at the same time; everybody has a seat in each of them.
    .hint = Give each round an item of its own.
plan-round-astray = The item in which the round was to be held has been taken off.
    .hint = Name another item for the round, or take the round off.
plan-vote-too-early = There is nothing to vote on: no proposal is there, and in nothing before this item can one be made.
    .hint = Put it after the work on proposals, or add the proposals beforehand.
plan-vote-without-options = The vote is prepared and has no options.
    .hint = Add proposals to it, or remove the vote.
