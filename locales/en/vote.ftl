# Vote: preparing, the ballot desk, results.

key-vote-prepare = new vote
key-vote-choose = options
key-vote-alike = look-alikes
key-vote-voters = who may vote
key-vote-stages = two stages
key-vote-waive = waive a gate
key-vote-open = open the vote
key-vote-close = close the vote
key-vote-reveal = reveal the result
key-vote-wall = on the wall
key-vote-worth = how solid
key-vote-ranking = the ranking
key-vote-ballots = enter ballots
key-vote-again = type again
key-vote-hands = count hands
key-vote-proxy = proxy
key-vote-papers = ballot papers to print
key-vote-handed = mark who handed in a paper
key-vote-words = other recovery words
key-vote-import = read a list of ballots
key-vote-change = change
key-vote-main = change, or enter ballots
key-vote-runoff = run-off
key-vote-remove = remove
key-vote-page-up = back in the vote
key-vote-page-down = on in the vote
help-of-screen-vote = A vote is prepared, opened, closed and revealed. Opening, closing and revealing have a capital letter of their own; closing and revealing cannot be taken back. While the vote is open the ballot desk has the cursor: whose ballot, Enter, the numbers of the options, Enter. Nobody sees a count before the vote is closed. g makes numbered ballot papers of an open vote to print.

vote-empty = No vote has been prepared yet. n prepares one: all proposals that are not withdrawn are its options at first.
vote-none-yet = No vote has been prepared yet: n prepares one.
vote-usual-title = Which proposals go forward?
vote-runoff-there = { $id } is the run-off already.
vote-runoff-title = Run-off: { $title }
vote-secret = secret
vote-not-secret = open: who voted what may be shown

vote-form-new = New vote among { $n ->
    [one] { $n } proposal
   *[other] { $n } proposals
 }
vote-form-change = Vote { $id }
vote-form-options = Options of the vote { $id }
vote-form-waive = Waive: { $gate }
vote-ask-title-en = What is asked, in English
vote-ask-title-ru = What is asked, in Russian
vote-ask-method = How one votes
vote-ask-dots-rule = Dots by which rule
vote-ask-voters = Who may vote
vote-dots-ruled = { $rule }: { $dots }
vote-ask-dots = Dots a ballot
vote-ask-cap = Most dots an option
vote-ask-seats = How many go forward
vote-ask-secret = Secret
vote-ask-tie = A tie at the cut
vote-ask-threshold = Agreement from, %
vote-ask-reason = Why
vote-reason-example = the translation is on paper
vote-numbers-wanted = Dots, cap, places and threshold are numbers.
vote-no-options = A vote needs options: Space takes one.
vote-too-few-proposals = A vote needs two proposals that are not withdrawn.
    .hint = Proposals are on screen 5.
vote-no-gate = Every gate is passed.
vote-no-runoff = No run-off is owed.
vote-said-prepared-shut = { $id } is prepared. What is marked with ! is still in the way.
vote-said-prepared = { $id } is prepared.
    .hint = O opens it, c chooses its options.
vote-said-options = { $n ->
    [one] { $n } option
   *[other] { $n } options
 }, { $dots ->
    [one] { $dots } dot a ballot
   *[other] { $dots } dots a ballot
 }
vote-said-open-beside = The vote is open; still open beside it: { $others }.
vote-said-open = The vote is open.
vote-said-closed = The vote is closed.
    .hint = R lets the room see the result.
vote-said-revealed = The result is revealed; the wall tells it step by step.
    .hint = o: next step. v: all of it at once.
vote-said-removed = The vote is removed.
vote-said-wall = The vote is on the wall.
vote-said-wall-reveal = The result is on the wall.
vote-close-last = C again closes it for good: { $what }.
vote-close-more = C again goes on, { $n } more: { $what }.
vote-close-again = only { $n } of { $all } are in
vote-close-unheard = silent since the opening { $devices }; { $n } of { $all } in
vote-close-over = { $n } ballots are in for { $all } voters
vote-close-again-seats = perhaps in twice: { $who }
    .hint = Two laptops entered them; the seat entered again with 0 empties one.
vote-close-aside = set aside: { $papers }
vote-paper-aside = { $paper } ({ $why })
aside-contradicts = entered twice, and not alike
aside-over-budget = more dots than allowed
aside-over-cap = more dots on one option than allowed
aside-unknown-option = an option that is not in the vote
aside-off-scale = a number that the scale does not have
aside-ranks = ranks that do not run from 1 on
vote-phrase-title = Recovery phrase of this vote
vote-phrase-write = Write these twelve words on paper now, and keep the paper to yourself.
vote-phrase-for = If this laptop is lost, another closes the vote with them and the folder.
vote-phrase-once = They are shown once and stand in no file.
vote-phrase-on = Esc goes on. W draws other words later, as long as the vote is open.
vote-words-none = This vote is not secret: each ballot says whose it is, and no key has to be kept.
    .hint = A secret vote is prepared as such, before it is open.
vote-words-elsewhere = The key of this vote is not on this laptop.
    .hint = Other words can be drawn on the laptop that opened it.
vote-all-marked = Everybody here is marked as having voted.
vote-ask-papers-file = File
vote-ask-papers-count = How many papers
vote-ask-papers-from = From number
vote-form-papers = { $id }: ballot papers to print
vote-papers-there = { $path } is there already.
    .hint = Name another file.
vote-papers-numbers = Papers are numbered from 1 to { $most }; these would end at { $last }.
vote-papers-wanted = A file, and whole numbers from 1 on.
vote-form-handed = { $id }: who has handed in a paper?
vote-said-handed = { $n ->
        [one] { $n } person is marked as having voted
       *[other] { $n } people are marked as having voted
    }
vote-phrase-close = Close with the recovery phrase
vote-ask-phrase = Twelve words
vote-said-paper = Ballot { $who } is in, under the number { $paper }.
    .hint = With it the ballot can be put right until the close.
vote-is-prepared = The vote is not open yet.
    .hint = O opens it.
vote-is-open = The vote is open.
    .hint = C closes it.
vote-is-closed = The vote is closed.
    .hint = R lets the room see the result.
vote-is-revealed = The result has been revealed.
    .hint = n prepares a new vote.
vote-gate-shut = It cannot be opened, a condition is not met: { $gate } ({ $options }).
    .hint = w waives it, with a reason.
vote-gate-shut-rule = It cannot be opened, a condition is not met: { $gate }.
    .hint = e changes the rule, w waives it.
vote-gate-shut-duplicates = It cannot be opened, some options look alike: { $options }.
    .hint = a goes through them, pair by pair.
vote-gate-shut-number = It cannot be opened, these are too many options to compare.
    .hint = t makes it two stages, w waives it.
vote-gate-shut-voters = It cannot be opened, somebody who may vote is not on the roster: { $options }.
    .hint = f chooses who may vote, w waives it.
vote-gate-mend-waive = w waives it
vote-gate-mend-rule = e changes it, w waives it
vote-gate-mend-duplicates = a goes through them
vote-gate-mend-number = t makes it two stages
vote-gate-mend-voters = f chooses who may vote
vote-gates-passed = { $n ->
    [one] { $n } condition is met
   *[other] { $n } conditions are met
 }
vote-gate-waived = waived: { $reason }

vote-rule-secret = secret ballot
vote-rule-not-secret = not secret
vote-rule-dots = { $dots ->
    [one] { $dots } dot
   *[other] { $dots } dots
 }, at most { $cap } on one
vote-rule-seats = { $n ->
    [one] { $n } goes forward
   *[other] { $n } go forward
 }
vote-rule-stages = stage 1 of 2: { $n } go on, and of them { $then ->
    [one] { $then } goes forward
   *[other] { $then } go forward
 }
vote-rule-second = second stage of { $vote }
vote-rule-hash = hash { $hash }
vote-may-all = { $n } may vote: everybody who is here
vote-may-named = { $n } may vote:
vote-rule-tie = ties: { $tie }
vote-rule-agreement = agreement ≥ { $percent } %
vote-opened-twice = Two devices opened this vote apart: the rules of the first opening hold.
vote-closed-twice = Two devices closed this vote apart: the ballots that either counted are counted.
vote-changed-since = The rules were changed elsewhere after the opening: the change has no effect.

vote-in = { $n } of { $all } in
vote-hands-counted = { $n ->
    [one] hands of { $n } person counted
   *[other] hands of { $n } people counted
 }, { $all } seats here
vote-hands-again = hands counted differently: nothing counts yet
vote-hands-in = Counted by show of hands. C closes the vote; h counts again.
vote-hands-are-in = The hands have been counted, so no ballots are entered.
    .hint = u takes the count back.
vote-hands-secret = This vote is secret, and hands are seen.
    .hint = n prepares one that is not.
vote-hands-method = Hands cannot be counted in this way of voting.
    .hint = They fit approval, and dots with at most one on an option.
vote-hands-ballots = Ballots are in, so hands are not counted.
    .hint = Enter the other ballots too.
vote-hands-blank = { $option } has no number.
    .hint = 0 where no hand was raised; ↑ ↓ go to it.
vote-hands-numbers = Hands are counted in whole numbers.
    .hint = An empty line is no hand.
vote-hands-torn = Hands were counted differently on two devices, or beside ballots: nothing is counted.
vote-hands-late = A count of hands came after the closing and is not counted.
vote-proxies-torn = Two devices named different people to vote for one: the last one said holds, p settles it.
vote-form-hands = Hands in the vote { $id }
vote-ask-hands-voters = How many people were asked
vote-said-hands = The hands are counted, { $n } people asked.
    .hint = C closes the vote; h counts again.
vote-form-proxy = Proxy in the vote { $id }
vote-ask-proxy-person = Who is voted for
vote-ask-proxy-by = Who votes for them (empty: nobody)
vote-said-proxy = { $by } votes for { $who }.
vote-said-proxy-ended = Nobody votes for { $who } any more.
vote-proxies = by proxy:
vote-by-proxy = { $who } by { $by }
vote-counted-hands = hands of { $counted } people counted, { $all } seats
vote-in-papers = { $n } on paper
vote-not-yet = not yet:
vote-and-more = and { $n } more
vote-torn-open = two different ballots, to be entered again: { $who }
vote-desk-seat = seat
vote-desk-paper = paper
vote-desk-correct = correct
vote-desk-numbers = numbers
vote-desk-who = Enter takes the seat or number in grey; another one can be typed
vote-desk-marks = the numbers below, with blanks between them; twice for two dots; 0 for an empty ballot
vote-desk-approval = the numbers of the options with a cross; 0 for an empty ballot
vote-desk-rank = the numbers of the options, the best first; 0 for an empty ballot
vote-desk-score = a score from 1 to 5 for each option from top to bottom; 0 for none
vote-desk-gradients = 1 (endorsement) to 8 (block) for each option from top to bottom; 0 for none
vote-desk-consent = for each option from top to bottom: 1 yes, 2 no, 3 abstain, 4 block
vote-desk-blank = an empty ballot
vote-desk-left = i or Enter gives the cursor back
vote-fault-unknown = no option has the number “{ $typed }”
vote-fault-ambiguous = “{ $typed }” can mean more than one thing: put blanks between the numbers
vote-fault-scale = “{ $typed }” is not on the scale from 1 to { $most }
vote-fault-too-few = { $given } of { $options } so far
vote-fault-too-many = more numbers than the { $options } options
vote-fault-twice = option { $option } stands there twice
vote-fault-cap = option { $option } may have { $cap ->
    [one] { $cap } dot
   *[other] { $cap } dots
 } at most
vote-fault-budget = { $given ->
    [one] { $given } dot
   *[other] { $given } dots
 }, and a ballot has { $dots }
vote-no-such-seat = There is no seat “{ $typed }”, or more than one.
vote-no-such-paper = “{ $typed }” is not the number of a paper.
vote-over = More ballots than voters: look whether one was entered twice
vote-all-in = Every seat is in. C closes the vote, after Esc.
vote-seat-away = { $who } is marked away. ↑ chooses another seat.
vote-nothing-typed = Type the numbers of the options; 0 for an empty ballot.
vote-corrects = { $who } is in already: this ballot replaces it. Esc or ↑ for another seat.
vote-ballot-in = { $who } is in.
vote-ballot-corrected = { $who } is corrected.
# The second entry
vote-second-agree = second entry: { $n } of { $all } agree
vote-second-count = second entry: { $n ->
    [one] { $n } ballot typed again
   *[other] { $n } ballots typed again
}, compared at closing
vote-second-differ = { $n ->
    [one] { $n } differs
   *[other] { $n } differ
} ({ $who })
vote-second-only = only the second time ({ $who })
vote-second-unchecked = { $n } not typed again
vote-close-second = second entry: { $what }
    .hint = x goes on with it.
vote-second-agrees = { $who } agrees.
vote-second-typed = { $who } is typed a second time.
    .hint = Whether it agrees is found where the vote closes.
vote-second-settled = { $who } is settled: both entries agree.
vote-second-differs = { $who } differs: look at the paper.
vote-second-missing = { $who } was not entered the first time: look at the number on the paper.
vote-second-once-more = type it once more, and that is right
vote-second-take-in = type it once more, and it is taken in
vote-second-whether = Look at the paper: ↓ types it once more, Esc later.
vote-desk-look = look at the paper: what is typed now is right
vote-second-again = { $who } was typed a second time already: this reading replaces it.
vote-second-which = Which reading is right? ↑ the first, ↓ the second, Esc later.
vote-second-later = { $who } still differs.
    .hint = Its number brings the question back.
vote-second-no-first = There is no first reading to take: ↓ takes the second, Esc leaves it.
vote-second-all = Every ballot that is in was typed a second time. C closes the vote, after Esc.
vote-second-two = { $who } differs: which reading is right?
vote-second-one = { $who } was not entered the first time. Is it a ballot of this vote?
vote-second-first = first
vote-second-second = second
vote-second-torn = two laptops entered it differently
vote-second-not-entered = not entered
vote-desk-again-seat = second entry, seat
vote-desk-again-paper = second entry, paper
vote-desk-again-look = second entry, look
hint-vote-whether = ↓ type it once more   Esc later
hint-vote-which = ↑ the first is right   ↓ the second is right   Esc later
hint-vote-who-again = Enter takes it   Tab seats or papers   Esc keys again, then i: first entry
hint-vote-who = Enter takes it   Tab seats or papers   Ctrl-L pass the laptop   Esc keys again
hint-vote-marks = Enter the ballot goes in   ↑ another seat   Tab seats or papers   Esc keys again

vote-counted = { $n } of { $all } in, { $counted } counted
vote-agreed-count = { $n ->
    [0] no option reaches agreement
    [one] { $n } option reaches agreement
   *[other] { $n } options reach agreement
 }
vote-not-revealed-yet = the room has not seen it
vote-late = after the closing, not counted: { $n } ({ $who })
vote-late-sealed = sealed, after the closing, not counted: { $n }
vote-unread = damaged, cannot be read, not counted: { $n }
vote-again-seats = perhaps entered on two laptops, all counted: { $who }
vote-again-more =
    { $n ->
        [one] { $n } ballot more than seats marked as having voted: perhaps entered on two laptops; counted
       *[other] { $n } ballots more than seats marked as having voted: perhaps entered on two laptops; counted
    }
vote-torn = contradicting, not counted: { $n } ({ $who })
vote-void = void, not counted: { $n } ({ $who })
vote-head-points = points
vote-head-agree = agree
vote-head-dots = dots
vote-head-supporters = supporters
vote-head-share = share
vote-forward-yes = goes forward
vote-forward-on = goes on
vote-forward-tied = tied on the cut
vote-cut-totals = { $n ->
    [one] { $n } goes forward
   *[other] { $n } go forward
 }
vote-cut-stages = { $n ->
    [one] { $n } goes on to the second stage
   *[other] { $n } go on to the second stage
 } (key t)
vote-cut-contradiction = nothing is counted: the vote has to be held again
vote-cut-all = a tie on the cut: all of them go forward
vote-cut-supporters = a tie on the cut, decided by supporters
vote-cut-lot = a tie on the cut, decided by lot { $seed }: { $drawn }
vote-cut-runoff-open = the run-off { $id } decides
vote-cut-runoff-held = by the run-off { $id }: { $forward }
vote-cut-runoff = a run-off for { $n ->
    [one] { $n } place
   *[other] { $n } places
 } between { $tied } (key r)
vote-group-other = other
vote-legend = ● { $n ->
    [one] first of the group
   *[other] first { $n } of the group
 }   ◐ some dots   ○ none   groups by first language
vote-settle-first = Two laptops prepared it differently. Settle that before anybody votes.
vote-options = Options
vote-worth-hands = Hands were counted: nobody has a ballot that could be looked into.
vote-second-papers = Of a secret vote only papers with a number are typed a second time.
vote-proxy-who = Name who is voted for first: a seat, or a name.
vote-percent-wanted = Agreement is a share in percent, from 0 to 100.
vote-worth-none = No ballot counts, so there is nothing to look into.
vote-worth-common = Common ground and fair share

# Options that look alike, pair by pair
vote-none-alike = No two options look alike.
vote-alike-title = Vote { $id } · look-alikes, pair { $at } of { $n }
vote-alike-different = they are different: both stay, and you say why
vote-alike-keep = { $stays } stays and stands for both, { $goes } comes off the ballot
vote-alike-why = Why are they different?
vote-alike-example = one is for nurses, the other for managers
vote-alike-reason = Why are they different? A few words are enough.
vote-said-different = { $options } are different; it is noted why.
vote-said-kept = { $goes } is off the ballot, { $stays } stands for both.
hint-alike = d different   1 2 only this one stays   Space later   Esc back
hint-alike-reason = Enter notes it   Esc back to the pair

# Who may vote
vote-form-voters = Who may vote in { $id } (with nobody taken everybody who is here may)
vote-voters-kind = all { $n } of: { $kind }
vote-voters-speak-en = all { $n } who speak English
vote-voters-speak-ru = all { $n } who speak Russian
vote-no-people = Nobody is on the roster yet.
vote-said-voters = { $n ->
    [one] { $n } person may vote.
   *[other] { $n } people may vote.
 }
vote-said-all-vote = Everybody who is here may vote.

# Two stages
vote-form-stages = Two stages for { $id }: { $n ->
    [one] { $n } option
   *[other] { $n } options
 } · 0 on to the second: one stage
vote-ask-shortlist = On to the second stage
vote-ask-then = Forward from the second
vote-ask-first-method = One votes first by
vote-stages-numbers = How many go on, and how many go forward, are numbers.
vote-stages-order = More must go on than go forward, and fewer than there are options.
vote-stages-too-few = There are too few options for two stages.
vote-said-stages = Two stages: { $n } go on, { $then ->
    [one] { $then } goes forward.
   *[other] { $then } go forward.
 }
    .hint = O opens the first; t prepares the second.
vote-said-one-stage = It is one vote again.
vote-no-second = This vote has one stage only.
    .hint = n prepares a new vote.
vote-second-too-few = Fewer than two options went on, so there is nothing to choose between.
vote-second-title = Second stage: { $title }

# Pass the laptop: a screen of one's own
key-vote-pass = pass the laptop
pass-on = Pass the laptop on.
pass-who = Who are you? Type your name or the number of your seat.
pass-which = Enter takes the next number; the number of your paper can be typed as well.
pass-which-secret = Enter draws a number for your ballot; the number of your paper can be typed as well.
pass-nothing-typed = Type your name or the number of your seat first.
pass-several = { $n } names begin like that: ↑ ↓ to yours, then Enter; or go on typing.
pass-nobody = Nobody who may vote is found by “{ $typed }”. Ask the facilitator.
pass-no-number = “{ $typed }” is not the number of a paper.
pass-voted = This ballot is in already. Thank you! If that cannot be, ask the facilitator.
pass-in = Your ballot is in. Thank you!
pass-ballot-number = ballot { $number }
pass-dots-left = { $n ->
    [one] { $n } dot left
   *[other] { $n } dots left
 }
pass-most = { $cap ->
    [one] { $cap } dot at most on an option
   *[other] { $cap } dots at most on an option
 }
pass-answered = { $n } of { $all } marked
pass-no-answer = no answer yet
pass-spent = All dots are given: ← or - takes one back.
pass-cap = { $cap ->
    [one] An option may have { $cap } dot at most.
   *[other] An option may have { $cap } dots at most.
 }
pass-scale = The highest is { $most }.
pass-leave-ballot = Esc once more leaves this ballot; nothing of it goes in.
pass-your-ballot = Your ballot
pass-empty = Nothing is marked: this is an empty ballot. It counts as handed in.
pass-number-in = Your ballot is in. Its number is
pass-number-for = Nobody else is told. When the vote is closed all ballots stand in the session’s file by their numbers: whoever notes this one finds it there.
pass-leave = Does the facilitator have the laptop back?
pass-over = The vote is no longer open. Please give the laptop back to the facilitator.
pass-hint-who = Enter that is me   ↑↓ another name   Esc facilitator
pass-hint-number-first = Enter goes on   Esc facilitator
pass-hint-dots = ↑↓ option   Space a dot   - takes one back   Enter done
pass-hint-approval = ↑↓ option   Space a cross, or none   Enter done
pass-hint-score = ↑↓ option   1–5 a score, 5 the best   0 none   Enter done
pass-hint-rank = ↑↓ option   Space next rank   1–9 this rank   + - better, worse   Enter done
pass-hint-gradients = ↑↓ option   1 endorse … 8 block   0 none   Enter done
pass-hint-consent = ↑↓ option   1 yes  2 no  3 abstain  4 block   0 none   Enter done
pass-hint-sure = Enter puts it in   Esc goes back to the ballot
pass-hint-number = Enter wipes this screen
pass-hint-leave = Ctrl-E the facilitator has it   Esc go on voting
pass-hint-over = Ctrl-E the facilitator has it
pass-hint-language = F10 in English
