# Run: the agenda of the day and the clock.

key-run-next = next
key-run-more = +5 min
key-run-less = −5 min
key-run-until = till …
key-run-start = start
key-run-stage = on the wall
key-run-write = write
key-run-pause = pause, or go on
key-run-end = end
key-run-pays = who pays
key-run-rooms = rooms
key-run-correct = put a start or end right
key-run-skip = skip, or take up again
key-run-swap = swap with the next
key-run-check = check the plan
key-run-insert = put in between
key-run-one-more = +1 min
key-run-add = new item
key-run-edit = change
key-run-move-up = move up
key-run-move-down = move down
key-run-remove = remove
key-run-day-back = day before
key-run-day-on = day after

help-of-screen-run =
    The agenda of the day with planned and actual times; the item that runs counts down at the right, with what comes next and what an overrun will cost.
    Space ends what runs and starts the next item; a and z give and take five minutes, and show what that does to the day first; w shows who could pay for an overrun; r the rooms; u takes anything back.
    Marks: ✓ done, ▶ runs, ‖ paused, ▪ hard stop, ! a hard stop that will be missed, ‼ what the check of the plan finds wrong, ? where it has advice (f shows all).

run-hint-write = Enter saves   Tab room   Esc keys again, the draft stays
run-column-plan = plan
run-column-now = now
run-day-empty = Nothing is planned on this day. n adds an item, m says how to import an agenda, ← → turn to other days.
run-state-skipped = skipped
run-state-paused = paused
run-stop = stop
run-more-rooms = { $n ->
    [one] … { $n } more room
   *[other] … { $n } more rooms
}
run-no-rapporteur = no rapporteur
run-over = over time
run-left = left
run-progress = { $ran } of { $minutes } min · ends { $end }
run-progress-over = { $ran } of { $minutes } min · end was { $end }
run-next = Next
run-next-item = { $title }, { $minutes } min
run-at = { $time }
run-hard-stop = a hard stop
run-missed = { $title } ▪ stop missed by { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
 }
run-all-held = All hard stops hold.
run-no-rooms = No rooms are at work or report back now.
    .hint = r shows them while a breakout runs, and in the item after it.
run-nothing-to-swap = Nothing after it is left to swap with.
    .hint = Choose an item that has not begun, with another one after it.
run-insert = Put in between, right after what runs
run-insert-break = Break
run-insert-energiser = Energiser
run-insert-parked = parking lot
run-form-correct = When it really was: { $title }
run-such-as-ago = 4: four minutes ago; or 10:21
run-not-ago = That is no time that has passed.
    .hint = 4 means four minutes ago; or the time of the day, 10:21.
run-reporting = { $room } reports, { $time } left
run-reporting-next = next { $room }
run-rooms-ended = All rooms have ended: Space goes on to the next item.
run-check-title = The check of the plan
run-last = The last item of the day.
run-nothing-title = Nothing is running
run-space-starts = Space starts { $title }.
run-day-over = Nothing is left on this day.
run-chosen = Chosen
run-detail-planned = { $begin }–{ $end }, { $minutes } min
run-detail-shortest = at least { $minutes } min
run-detail-droppable = may be dropped
run-detail-interpreted = interpreted
run-detail-stop = hard stop
run-wall = On the wall
run-wall-nothing = title and clock
run-plenary = plenary
run-write-example = what somebody said

run-twice = This has only just begun.
    .hint = u takes it back; Space goes on in a moment.
run-nothing-runs = Nothing is running.
    .hint = s starts the chosen item, Space the next one.
run-nothing-next = Nothing is left to start on this day.
    .hint = → turns to the next day, s starts the chosen item again.
run-day-done = Day { $day } is done.
run-moved-to-day = Moved to day { $day }.
    .hint = A CSV file with a title, minutes and day in each line.
run-not-a-time = That is no time of the day.
    .hint = For instance 11:30.
run-not-minutes = Minutes are a whole number.
    .hint = For instance 45.
run-not-weight = The weight is a whole number.
    .hint = From 1 to 100.
run-until-past = That time has passed.
    .hint = x ends the item now.

run-form-add = New item on day { $day }
run-form-edit = Change “{ $title }”
run-form-until = Until when: { $title }
run-ask-until = till
run-ask-title-en = title in English
run-ask-title-ru = title in Russian
run-ask-minutes = minutes
run-ask-shortest = at least
run-such-as-shortest = empty: cannot be shortened
run-ask-begins = begins at
run-such-as-begins = empty: right after what is before
run-ask-stop = hard stop
run-ask-droppable = may be dropped
run-ask-kind = kind
run-ask-interpreted = interpreted
run-ask-weight = weight of a minute
run-such-as-weight = empty: 1, a break 2; to 100: spared more
run-ask-instruction-en = instruction in English
run-ask-instruction-ru = instruction in Russian
run-such-as-instruction = one sentence for the wall
run-ask-skipped = skipped
run-ask-started = started at
run-ask-ended = ended at
run-kind-none = none
run-yes = yes
run-no = no

run-stage = Put on the wall
run-on-the-wall = on the wall
run-no-reveal = No result is on the wall.
    .hint = On Vote, R reveals a result; v puts it on the wall.
run-all-steps = The whole result is on the wall.
run-step = Step { $n } of { $of } is on the wall.
run-staged = On the wall: { $what }
run-place = place
run-place-after = day { $day }, after “{ $item }”
run-place-first = day { $day }, first
meeting-title-en = Title of the meeting, English
meeting-title-ru = Title of the meeting, Russian
meeting-question-en = Focal question, English
meeting-question-ru = Focal question, Russian
meeting-note-en = Note, English
meeting-note-ru = Note, Russian
meeting-starts = First day and begin
meeting-timezone = Time zone
meeting-languages = Working languages

## What a change would do, and who pays

what-if-minutes = { $minutes } min: { $title }
what-if-skip = Skip “{ $title }”
what-if-unskip = Take up “{ $title }” again
what-if-swap = Swap “{ $first }” and “{ $second }”
what-if-insert = Put in between: { $title }
what-if-correct = Put right: { $title }
what-if-void = Something has changed meanwhile, and this can no longer be done.
what-if-too-short = Shorter than its shortest useful length, { $n } min.
hint-what-if = Enter does it   Esc leaves all as it is   ↑ ↓ scroll
hint-what-if-minutes = Enter does it   a +5   z −5   g +1   f −1   Esc leaves all as it is
course-nothing = Nothing on this day changes.
course-end = End of the day
course-ends = ends
course-skipped = skipped
course-new = new
pays-title = Who pays?
pays-then = The day then
pays-take = Take { $n } min from { $title }
pays-and-take = { $n } from { $title }
pays-drop = Drop { $title } ({ $n } min)
pays-and-drop = drop { $title } ({ $n } min)
pays-stays = { $title } stays { $time }
pays-more-stops = and { $n ->
    [one] { $n } more stop
   *[other] { $n } more stops
 }
pays-falls = Nothing that may be taken saves { $title }: it falls by { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
 } at least.
pays-falls-anyhow = { $title } falls by { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
 }, whatever is dropped.
pays-would-take = To save the stop, this would have to go:
hint-pays = a number or Enter takes it   ↑ ↓ look   Esc leaves all as it is

## Rooms

rooms-title = Rooms: { $title }
rooms-reports = Reporting back: { $title }
rooms-silent = nothing yet
rooms-no-word = no word yet
rooms-reported = took { $time }
rooms-reporting = reports, { $time } left
rooms-to-report = { $time }
hint-rooms = c call it   x call all   a +5   z −5   g +1   s go on   Esc back
hint-reports = Space next room   Enter this room   x reports are over   Esc back
