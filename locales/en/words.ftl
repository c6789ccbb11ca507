# Words for what the program enumerates, and counts with their plural forms.

## Kinds of idea

idea-kind-idea = idea
idea-kind-action = action
idea-kind-question = question
idea-kind-quote = quote
idea-kind-off-record = off the record
idea-kind-parking = parking lot

## States of a proposal

proposal-state-draft = draft
proposal-state-ready = ready
proposal-state-going-forward = goes forward
proposal-state-withdrawn = withdrawn

## Votes

vote-stage-prepared = prepared
vote-stage-open = open
vote-stage-closed = closed
vote-stage-revealed = revealed
tie-all = all go forward
tie-supporters = by number of supporters
tie-lot = a lot is drawn
tie-runoff = run-off
method-dots = dots
method-approval = approval
method-score = scores from 1 to 5
method-rank = ranks
method-gradients = gradients of agreement
method-consent = consent
dots-rule-short-third = N/3
dots-rule-short-quarter = N/4
dots-rule-short-fifth = N/5
dots-rule-short-msu = MSU
dots-rule-short-own = own
dots-rule-third = a third of the options
dots-rule-quarter = a quarter of the options
dots-rule-fifth = a fifth of the options
dots-rule-msu = MSU: half the square, shared out
dots-rule-own = a number of one’s own
# Kaner's eight gradients of agreement, in the words of the Facilitator's Guide to Participatory Decision-Making.
gradient-1 = Endorsement
gradient-2 = Endorsement with a minor point of contention
gradient-3 = Agreement with reservations
gradient-4 = Abstain
gradient-5 = Stand aside
gradient-6 = Formal disagreement, but will go with the majority
gradient-7 = Formal disagreement, with a request to be absolved of responsibility
gradient-8 = Block
consent-1 = yes
consent-2 = no
consent-3 = abstain
consent-4 = block
gate-shut-languages = one language only
gate-shut-duplicates = look-alikes
gate-shut-number = { $n ->
    [one] { $n } option is too many to compare
   *[other] { $n } options are too many to compare
 }
gate-shut-dots = the dots force no choice
gate-shut-voters = no longer on the roster
gate-shut-threshold = threshold below one half
gate-shut-tie = the tie rule cannot decide here
gate-shut-seats = as many places as options
gate-languages = every option in both languages
gate-duplicates = no look-alikes
gate-number = not too many options
gate-dots = dots force a choice
gate-voters = voters on the roster
gate-threshold = threshold of one half or more
gate-tie = tie rule can decide
gate-seats = fewer places than options

## Kinds of item

item-kind-plenary = plenary
item-kind-activity = activity
item-kind-breakout = breakouts
item-kind-break = break
item-kind-lunch = lunch
item-kind-vote = vote
item-kind-social = social event
item-kind-energiser = energiser

## Roles

role-participant = participant
role-interpreter = interpreter
role-host = host
role-facilitator = facilitator
role-rapporteur = rapporteur

## What can be on the wall

view-title = title
view-now = agenda and clock
view-groups = groups
view-ideas = ideas
view-proposals = proposals
view-vote = vote
view-reveal = result
view-commitments = commitments
view-blank = blank

## Languages

language-en = English
language-en-short = EN
language-ru = Russian
language-ru-short = RU

## Days and months: short, and as they stand in a full date

weekday-1 = Mon
weekday-2 = Tue
weekday-3 = Wed
weekday-4 = Thu
weekday-5 = Fri
weekday-6 = Sat
weekday-7 = Sun
month-1 = Jan
month-1-long = January
month-2 = Feb
month-2-long = February
month-3 = Mar
month-3-long = March
month-4 = Apr
month-4-long = April
month-5 = May
month-5-long = May
month-6 = Jun
month-6-long = June
month-7 = Jul
month-7-long = July
month-8 = Aug
month-8-long = August
month-9 = Sep
month-9-long = September
month-10 = Oct
month-10-long = October
month-11 = Nov
month-11-long = November
month-12 = Dec
month-12-long = December
date-short = { $weekday } { $day } { $month }
date-long = { $day } { $month } { $year }
date-moment = { $date } { $time }

## Quotation marks

quoted = “{ $text }”

## Counts

count-ideas = { $n ->
    [one] { $n } idea
   *[other] { $n } ideas
}
ideas-some-of = { $n } of { $all ->
    [one] { $all } idea
   *[other] { $all } ideas
}
count-people = { $n ->
    [one] { $n } person
   *[other] { $n } people
}
count-rooms = { $n ->
    [one] { $n } room
   *[other] { $n } rooms
}
count-proposals = { $n ->
    [one] { $n } proposal
   *[other] { $n } proposals
}
count-ballots = { $n ->
    [one] { $n } ballot
   *[other] { $n } ballots
}
hands-of-people = hands of { $n ->
    [one] { $n } person
   *[other] { $n } people
}
count-dots = { $n ->
    [one] { $n } dot
   *[other] { $n } dots
}
count-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
count-commitments = { $n ->
    [one] { $n } commitment
   *[other] { $n } commitments
}
count-events = { $n ->
    [one] { $n } event
   *[other] { $n } events
}
mark-read-only = read only
count-versions = { $n ->
    [one] { $n } version
   *[other] { $n } versions
}
count-sessions = { $n ->
    [one] { $n } session
   *[other] { $n } sessions
}
count-rounds = { $n ->
    [one] { $n } round
   *[other] { $n } rounds
}
count-items = { $n ->
    [one] { $n } item
   *[other] { $n } items
}
count-votes = { $n ->
    [one] { $n } vote
   *[other] { $n } votes
}
