# The command line: help, what is said, what goes wrong.

help-talkoot = Run an interactive workshop of several days from this terminal
help-first-steps = First steps: “talkoot open helsinki-2017” opens the bundled session; F1 helps on every screen.
help-open = Open a session at the facilitator’s desk
help-new = Make a session: empty, a copy of a bundled one, or going on from one of yours
help-capture = Open the rapporteur’s desk of a room
help-project = Show on the projector what the facilitator put on stage
help-rehearse = Play the meeting with made-up participants into a copy; you can take over at any time
help-speed = How many seconds of the meeting pass in a real one; 600 if not given
help-rehearse-seed = The seed: the same one plays the same meeting; 1 if not given
help-rehearse-to = The folder that the copy becomes; it must not exist
help-import = Read people, proposals, an agenda, ideas or ballots from a list
help-apply = Carry out commands given as JSON lines; one answer line each
help-show = Show a session as plain text or JSON
help-log = Show what happened, when, by whom, on which device
help-export = Write the report and its tables as files
help-check = Say what is in a session and whether it is whole, or check its plan
help-check-plan = Check the agenda instead: times, breaks, interpretation, rooms, votes; ends with 1 when something is wrong, with 0 when there are remarks only
help-repair = Bring home what a session lacks from other copies of it
help-pack = Put a session into one file
help-unpack = Make a session of a packed one, or join it into yours
help-merge = Join copies of one session
help-redact = Write a session anew without one person
help-keys = List the keys
help-completions = Print completions for a shell
help-man = Print the manual page
help-session = A folder, a pack, or the name of a session
help-json = JSON instead of plain text
help-at = As it was at this time, for instance 2017-11-28T12:00
help-bell = Ring when a countdown on the wall is nearly over, and when it is over
help-palette = The colours of the screen
help-lang = The language of the interface
help-sessions = The folder in which sessions lie
help-new-name = The name of the new session
help-from = What to start from: a bundled session or one of yours
help-room = The room that one sits in
help-list = What kind of list it is
help-import-file = A CSV file: comma, semicolon or tab; a hyphen reads standard input
help-import-vote = The vote that the ballots belong to
help-dry-run = Only show what would be written
help-apply-file = A file of commands; without it, or with a hyphen, standard input
help-who = Who gives these commands
help-log-who = Only what this person or place did, for instance room-b
help-log-device = Only what was done on this device
help-log-of = Only what is about this thing, by its id: S07, i-003, P01
help-log-after = Only what happened at this time or later
help-log-before = Only what happened before this time
help-what = Which part; without it all of them
help-repair-copies = Other copies: folders, packs and log files, hurt ones too
help-to = The folder to write to
help-format = Which formats; without it the first three. pb: a file of Pabulib for each closed vote
help-edition = For the team, or for everybody
help-language = The languages of the report
help-no-bom = No byte order mark before the tables
help-pack-out = The file to write
help-unpack-file = The packed session
help-unpack-to = The folder in which the session is to lie
help-merge-inputs = Folders and packs of one session
help-merge-out = The folder or, ending in .session.jsonl, the pack to make
help-redact-person = Who asks to be forgotten: the seat’s id or the name
help-redact-also = A further word that is to go, such as a nickname or an address; may be given again
help-redact-words = Take out what the person said as well
help-shell = Which shell

usage-unknown-argument = “{ $what }” is not an argument of this command.
    .hint = “talkoot --help” lists what there is.
usage-unknown-command = There is no command “{ $what }”.
    .hint = “talkoot --help” lists the commands.
usage-missing = Something is missing: { $what }.
    .hint = “talkoot --help” shows how the command is written.
usage-no-number = “{ $what }” cannot stand there.
    .hint = Give a whole number; --help says which.
usage-bad-value = “{ $what }” cannot stand there.
    .hint = Possible: { $known }.
usage-twice = “{ $what }” can be given only once.
    .hint = Leave one of them out.
usage-conflict = “{ $what }” and “{ $known }” exclude each other.
    .hint = Leave one of them out.
usage-other = The command line cannot be read.
    .hint = “talkoot --help” shows how it is written.
usage-bad-now = TALKOOT_NOW is no time: “{ $given }”.
    .hint = Write it as 2017-11-28T07:00:00Z.
usage-bad-seed = TALKOOT_SEED is no whole number: “{ $given }”.
    .hint = Write digits only, or leave it out.
usage-bad-time = “{ $given }” is no time.
    .hint = Write it as 2017-11-28T12:00 or with an offset.

fault-missing = There is nothing at { $path }.
    .hint = Check the path; “talkoot” without arguments lists your sessions.
fault-no-such-session = There is no session “{ $name }” in { $path }.
    .hint = “talkoot” lists your sessions; “talkoot new { $name }” makes one.
fault-several-sessions = Several sessions are called “{ $name }”: { $all }.
    .hint = Give the whole name of the one you mean.
fault-session-exists = A session “{ $name }” exists already.
    .hint = Choose another name, or open it: “talkoot open { $name }”.
fault-plain-folder = { $path } is a folder, but not a session.
    .hint = A session folder holds a folder “log”; point at the session itself.
fault-empty-session = { $path } is a session of ours, but nothing in it can be read.
    .hint = Leave it as it is and open another copy: a pack, a backup, another laptop.
fault-not-ours = { $path } is not a session.
    .hint = A session is a folder made by Talkoot, or a pack ending in .session.jsonl.
fault-later-version = { $path } was written by a later version of the program (format { $version }).
    .hint = It can be read here; to write to it, use a newer Talkoot.
fault-name-taken = { $taken } stands in the way.
    .hint = Move it, or choose another folder with --to.
fault-path-too-long = The name is longer than the system takes.
    .hint = Choose a shorter name.
fault-io = { $path }: { $why }.
    .hint = Check the disk, the folder’s rights and the network, then try again.
fault-no-plain-file = { $path } is nothing that can be read to its end.
    .hint = Name a file, or a pipe that something writes into.
fault-file-too-long = { $path } is longer than { $most } MiB.
    .hint = Check that it is the file you mean.
fault-no-file = There is no file { $path }.
    .hint = Check the path.
fault-name-empty = A session needs a name.
    .hint = For instance: talkoot new ljubljana-2018
fault-name-too-long = The name is too long.
    .hint = Keep it under 80 characters.
fault-name-strange = “{ $name }” cannot be the name of a session.
    .hint = Use letters, digits, blanks and hyphens.
fault-line-too-long = The command is longer than a line of the session file takes.
    .hint = Split it into smaller ones.
fault-not-appended = The event could not be written: { $why }.
    .hint = Nothing was changed; try again.
fault-no-chance = The system gives no random numbers, without which no ballot can be sealed.
    .hint = Nothing was changed; restart the laptop, or hold a named vote.
fault-not-saved = { $count ->
    [one] One line is on no disk
   *[other] { $count } lines are on no disk
 }: there is no room for what was entered.
    .hint = Make room or bring the disk back; it is kept in memory and tried again.
said-left-away = { $count ->
    [one] One line is saved on this laptop only. It goes home when the session is opened here again.
   *[other] { $count } lines are saved on this laptop only. They go home when the session is opened here again.
 }
said-left-unsaved = What follows is on no disk. Put it into a new file in { $folder } whose name ends in .own.jsonl, and nothing is lost:
fault-not-kept = { $count ->
    [one] One command was carried out, but no disk takes what came of it.
   *[other] { $count } commands were carried out, but no disk takes what came of them.
 }
    .hint = Make room or bring the disk back. Some of it may be there all the same: see with `talkoot show` what stands before giving a command again.
fault-system = The system failed: { $why }.
    .hint = Try again.
fault-input = The input could not be read: { $why }.
    .hint = What was answered is saved.
fault-output = The output could not be written: { $why }.
    .hint = Check the disk, or where it is piped to.
fault-damaged = { $path }: { $count ->
    [one] one line is damaged
   *[other] { $count } lines are damaged
 }, the first in { $file }, line { $line }.
    .hint = The rest is read. Join another copy of the session to get them back.
fault-pack-cut-short = { $path } is cut short after line { $line }.
    .hint = Copy the file again; nothing of it was taken.
fault-pack-line = { $path }: line { $line } is damaged.
    .hint = Copy the file again; nothing of it was taken.
fault-pack-other-session = { $path }: line { $line } belongs to another session.
    .hint = Packs are not joined by hand; use “talkoot merge”.
fault-pack-repeat = { $path }: line { $line } stands twice.
    .hint = Copy the file again; packs are not edited by hand.
fault-pack-count = { $path }: line { $line }, the last, tells of another number of lines than there are.
    .hint = Copy the file again; nothing of it was taken.
fault-pack-digest = { $path }: the check at its end does not match.
    .hint = Copy the file again; nothing of it was taken.
fault-pack-after-end = { $path }: line { $line } stands after the end.
    .hint = Packs are not joined by hand; use “talkoot merge”.
fault-no-input = Nothing to join was given.
    .hint = Name two or more copies of one session.
fault-out-exists = { $path } exists already.
    .hint = Choose another name; nothing is written over.
fault-states-differ = What is read back from { $path } is not the session that went in.
    .hint = The session itself is untouched: keep it, do not rely on the copy, and report this.
fault-too-large = { $path }: { $file } holds more than is read of one session; what comes after it is missing here.
    .hint = A file is read up to 256 MB, a session up to 1 GB and 100,000 files. Whoever wrote so much should begin another session.
fault-unreadable = { $path }: { $file } cannot be read; what stands in it is missing here.
    .hint = Look to its rights and the disk; `talkoot check` names all such files.
fault-forked = { $path }: { $count ->
    [one] in one place
   *[other] in { $count } places
 } two different lines stand (first in run { $run }, place { $place }).
    .hint = Both are kept. Two programs had one name, or a backup was put in the place of the session; `talkoot check` names them.
fault-not-made = The session could not be made: nothing can be written to { $path }.
    .hint = Make room, look to the rights of the folder, or choose another with --sessions.
check-contradicted = Event { $event } stands here with two contents; one of them is read, the same in every copy.
check-taken-away = { $count ->
    [one] session.json tells of one line of run { $run } that is not here (place { $first })
   *[other] session.json tells of { $count } lines of run { $run } that are not here (from place { $first } on)
 }: taken away, still on the way, or a backup stands in the place of the session.
said-copy-strange = Nothing of this session lies in { $copy }.
fault-out-in-log = { $path } lies among the logs of a session, where it would be read as one.
    .hint = Choose a place outside of the session's folder.
fault-other-session = { $path } is another session.
    .hint = Only copies of one session can be joined.
fault-merge-bundled = “{ $name }” has not been used yet, so there is nothing of it to join.
    .hint = Open it first, or name a folder or a pack.
fault-no-such-room = There is no room “{ $room }”.
    .hint = The rooms are: { $all }.

terminal-not-a-terminal = This needs a terminal; input or output is a file or a pipe.
    .hint = For plain text use “talkoot show”, for commands “talkoot apply”.
terminal-dumb = This terminal cannot show a screen.
    .hint = Set TERM, or use “talkoot show”.
terminal-failed = The terminal failed: { $why }.
    .hint = What was entered is saved.

refused-not-utf8 = The line is not UTF-8.
    .hint = Save the file as UTF-8 and try again.

said-new = Made the session “{ $name }”: { $path }
said-exported = { $count ->
    [one] Wrote one file to { $path }
   *[other] Wrote { $count } files to { $path }
 }
said-vote-passed = { $vote } is not written as .pb: { $why }.
pb-not-public = the public edition holds no ballots
pb-not-hands = hands were counted, so that there are no ballots
pb-not-gradients = Pabulib has no gradients of agreement
pb-not-consent = Pabulib has no votes of consent
pb-not-counted = nobody’s ballot counts
pb-not-id = an id in it cannot stand in such a file
fault-pb-none = No vote of this session can be written as .pb.
    .hint = A vote is written once it is closed, by dots, approval, scores or ranking, in the internal edition.
said-packed = Packed to { $path }
said-unpacked = Unpacked { $lines } lines to { $path }
said-joined = Joined { $lines } new lines into { $path }
said-merged = Joined { $lines } lines into { $path }
said-redacted = { $count ->
    [one] Wrote the session anew to { $path }; one event was changed.
   *[other] Wrote the session anew to { $path }; { $count } events were changed.
}
said-redact-left = { $count ->
    [one] “{ $word }” still stands in event { $event }; --also takes it out.
   *[other] “{ $word }” still stands in { $count } events, the first of them { $event }; --also takes it out.
}
said-redact-sealed = The vote { $vote } is open and secret, and its ballots can be opened in the old session only: if they are to count, close it there and redact again.
said-redact-old = The old session, its copies, packs and exports still hold everything: remove them, and join none of them again.
fault-nobody = Nobody called “{ $name }” is in the session.
    .hint = “talkoot show SESSION people” lists who is; give the id or the whole name.
fault-several-people = { $count } people are called “{ $name }”.
    .hint = Give the id of the one who is meant.
said-to-settle = Two laptops said it differently, and both versions stand: { $id } ({ $fields }).
said-spilled = The session folder takes nothing; what is entered is saved on this laptop only, in { $path }, and goes home with the next command that finds the folder well.
said-merged-damaged = { $count ->
    [one] One line is damaged in every copy.
   *[other] { $count } lines are damaged in every copy.
 }

check-counts = { $events } events in { $lines } lines of { $runs } runs.
check-whole = Whole.
said-brought = { $lines ->
    [one] One line was brought home from { $copy }.
   *[other] { $lines } lines were brought home from { $copy }.
}
said-nothing-brought = { $copies ->
    [0] No other copy was found.
    [one] The other copy has nothing that is missing here.
   *[other] The { $copies } other copies have nothing that is missing here.
}
fault-repair-pack = “{ $path }” is a pack, and packs are not changed.
    .hint = Unpack it, or name it as a copy behind the session that is to be repaired.
fault-repair-bundled = “{ $name }” is a bundled session and always whole.
    .hint = Name the session of your own that is to be repaired.
check-damage = Damaged: { $file }, line { $line }.
check-healed = Damaged: { $file }, line { $line }; another copy here has that line, so nothing is lost.
check-damage-lines = Damaged: { $file }, lines { $line } to { $last } ({ $count }).
check-healed-lines = Damaged: { $file }, lines { $line } to { $last } ({ $count }); other copies here have those lines, so nothing is lost.
check-gap = { $count ->
    [one] One line is missing from run { $run }, in place { $first }: lost, or not yet arrived from another laptop.
   *[other] { $count } lines are missing from run { $run }, in places { $first } to { $last }: lost, or not yet arrived from another laptop.
}
check-unchained = Line { $n } of run { $run } does not follow the line before it.
check-clock = { $count ->
    [one] One event of device { $device } is stamped ahead of this laptop’s clock, by { $minutes } min.
   *[other] { $count } events of device { $device } are stamped ahead of this laptop’s clock, by up to { $minutes } min.
}
check-waiting = { $count ->
    [one] One line found no place in the folder and waits on this laptop; the next writing command or repair brings it home.
   *[other] { $count } lines found no place in the folder and wait on this laptop; the next writing command or repair brings them home.
}
check-rings = { $count ->
    [one] One undo names itself through others and counts as nothing.
   *[other] { $count } undos name each other in a ring and count as nothing.
}
check-torn-tail = { $file } ends in the middle of a line: it was being written when its program ended, or the file was cut later. What was called saved was whole.
check-fork = Two different lines stand in place { $n } of run { $run }; both are kept.
check-foreign = Run { $run } belongs to another session; its lines ({ $n }) are left out.
check-skipped = { $file } in log is not a regular file and was not opened.
check-stray = { $file } in log is not a log file by its name and was not opened.
check-too-large = { $file } holds more than is read: 256 MB of a file, 1 GB and 100,000 files of a session.
check-unreadable = { $file } could not be read.
check-later-version = Run { $run } was written by a later version of the format ({ $n }).
check-unknown = { $count } events of the unknown kind { $kind }.
check-and-more = … and { $count } more of the same sort; --json names them all.
check-read-only = { $count ->
    [one] { $things } can be shown but not changed here: a later version of Talkoot has done to it what this one does not know.
   *[other] { $things } can be shown but not changed here: a later version of Talkoot has done to them what this one does not know.
}
