## talkoot tally

help-tally = Count a vote: who goes forward, how solid that is, how far the ballots agree
help-tally-file = The file with the vote (JSON), or - for what comes in
help-tally-before = The vote of the round before, to tell what changed
help-tally-spread = Print van der Eijk’s agreement A of how often each step of a scale was chosen: 30,40,210
help-tally-json = Print JSON; this is also done without it

fault-tally-missing = There is no file “{ $path }”.
    .hint = Name a file with a vote in JSON, or - to read what comes in.
fault-tally-too-long = “{ $path }” is longer than 512 MiB.
    .hint = Count the ballots in parts.
fault-tally-json = This is not a vote, at { $path }: { $why }
    .hint = docs/tally.md shows one, and docs/tally-instance.schema.json has every key.
fault-tally-key = “{ $key }” is not a key known at { $path }.
    .hint = docs/tally.md has all keys.
fault-tally-no-options = There are no options in this vote.
    .hint = List them under “options”.
fault-tally-option-twice = The option “{ $option }” stands twice under “options”.
    .hint = Name every option once.
fault-tally-no-dots = This is a vote by dots, and it does not say how many.
    .hint = Say under “dots” how many dots a ballot has, and under “cap” how many of them may stand on one option.
fault-tally-threshold = The threshold is { $threshold }; it has to lie between 0 and 1.
    .hint = Write 75 % under “threshold” as 0.75.
fault-tally-spread = “{ $given }” is not a list of how often each step of a scale was chosen.
    .hint = Give two to { $most } whole numbers with commas between them, not all of them 0: 30,40,210,130,530,50,10.

tally-contradicts = another ballot has this id and says something else, so that none of them counts
tally-copy = the same ballot came before, and is counted once
tally-no-option = “{ $option }” is not among the options
tally-option-twice = “{ $option }” stands twice on the ballot
tally-not-whole = what “{ $option }” was given is no whole number from 0 on
tally-over-cap = dots on “{ $option }”: { $given }, allowed: { $cap }
tally-out-of-range = “{ $option }” was given { $given }, allowed: { $least } to { $most }
tally-over-budget = dots in all: { $given }, allowed: { $dots }
