## talkoot groups

help-groups = Plan breakout groups
help-solve = Plan the groups of an instance: who sits in which room in every round
help-solve-instance = The file with the instance (JSON), or - for what comes in
help-solve-seed = Where chance begins; the same seed and steps give the same plan
help-solve-steps = How many changes may be looked at; without it, what one core does in about five seconds
help-solve-threads = On how many threads to search; it does not change the plan

fault-instance-missing = There is no file “{ $path }”.
    .hint = Name a file with an instance in JSON, or - to read what comes in.
fault-instance-unread = “{ $path }” cannot be read: { $why }
    .hint = Check whether it is a file, and whether you may read it.
fault-instance-text = “{ $path }” is not text in UTF-8.
    .hint = An instance is JSON; docs/groups.md shows one.
fault-instance-json = This is not an instance, at { $path }: { $why }
    .hint = docs/groups.md shows one, and docs/groups-instance.schema.json has every key.
fault-instance-key = “{ $key }” is not a key known at { $path }.
    .hint = docs/groups.md has all keys. Columns of one’s own stand with the people.
fault-instance-nobody = There are no people in this instance.
    .hint = List them under “people”, each with an “id”.
fault-instance-no-rounds = There are no rounds in this instance.
    .hint = List them under “rounds”, each with its “rooms”.
fault-instance-too-many = This is more than can be planned: at most { $most } people and { $seats } seats over all rounds.
    .hint = Plan the people in parts.
fault-instance-no-id = Person number { $number } has no id.
    .hint = Give everybody an “id” that nobody else has.
fault-instance-twice = The person “{ $person }” stands twice among the people: as number { $first } and as number { $second }.
    .hint = Give everybody an “id” of their own, or take one of the two out.
fault-instance-listed-twice = “{ $person }” stands twice in { $path }.
    .hint = Name everybody once.
fault-instance-who = { $path } names “{ $person }”, who is not among the people.
    .hint = Everybody is named by the “id” under “people”.
fault-instance-languages = “{ $person }” brings the 65th language; more than 64 cannot be told apart.
    .hint = Use the same code for the same language.
fault-instance-column = No person has the column “{ $column }”.
    .hint = Columns stand with the people; check how it is written there.
fault-instance-topic = “{ $person }” wants the topic “{ $topic }”, which no room works on.
    .hint = Topics stand with the rooms, as “topic”.
fault-instance-topic-twice = “{ $person }” wants the topic “{ $topic }” twice.
    .hint = Name every topic once, the dearest first.
fault-instance-room-no-id = Room number { $number } of round { $round } has no id.
    .hint = Give every room an “id”.
fault-instance-room-twice = The room “{ $room }” stands twice in round { $round }.
    .hint = Give every room of a round an “id” of its own.
fault-instance-min-max = The room “{ $room }” of round { $round } asks for at least { $min } people and takes at most { $max }.
    .hint = Make “min” no larger than “max”.
fault-instance-round = A seat is held in round { $round } (counted from 0), and there are { $rounds }.
    .hint = The first round is 0.
fault-instance-room = A seat is held in the room “{ $room }”, which round { $round } does not have.
    .hint = Name the room by its “id”.

## The plan

solve-round = Round { $number }
solve-repeats = Repeats { $repeats }, different pairs { $distinct }, at least { $fewest } partners for everybody.
solve-levels = Broken rules { $hard } (at least { $hard-bound }), topics { $topics } ({ $topics-bound }), mixing { $mixing } ({ $mixing-bound }), balance { $balance } ({ $balance-bound }); in brackets what no plan can go below.
solve-levels-changed = Seats changed: { $disturbance }.
solve-topic = Round { $round }: that “{ $topic }” has at least { $min } people costs { $price } in ranks (Σ rank²).
solve-proved = Proved best.
solve-open = A better plan may exist: { $gap }.
solve-gap-hard = broken rules, gap { $gap }
solve-gap-topics = topics, gap { $gap }
solve-gap-mixing = mixing, gap { $gap }
solve-gap-balance = balance, gap { $gap }
solve-gap-disturbance = seats changed, gap { $gap }
solve-conflicts = What could not be had:
solve-conflict = Round { $round }: { $text }
