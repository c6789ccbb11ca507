# The report: report.md and `talkoot show`.

report-untitled = Meeting without a title
report-question = Focal question
report-edition-internal = Internal edition: not for publication.
report-edition-public = Public edition.
report-languages = Working languages

report-month =
    { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }
report-date = { $day } { $month } { $year }
report-date-range = { $day }–{ $last } { $month } { $year }
report-date-span = { $from } – { $to }
report-day = Day { $day }
report-day-date = Day { $day }: { $date }

report-votes = Votes
report-proposals = Proposals
report-commitments = Commitments
report-ideas = Ideas
report-parking = Parking lot
report-groups = Groups
report-agenda = Agenda
report-people = Participants
report-meeting = Meeting
report-nothing = Nothing yet.

report-no-room = No room
report-off-record =
    { $n ->
        [one] { $n } idea is off the record and stands nowhere in this report.
       *[other] { $n } ideas are off the record and stand nowhere in this report.
    }
report-merged = Merged into it
report-unchecked = translation not checked
report-versions =
    { $n ->
        [one] { $n } version
       *[other] { $n } versions
    }
report-two-rooms = Seated in two rooms by two devices
report-from = from { $proposal }

report-id = Id
report-item = Item
report-kind = Kind
report-plan = Planned
report-actual = Actual
report-skipped = skipped
report-stop = hard stop
report-minutes = { $n } min
report-room = Room
report-topic = Topic
report-seated = Seated
report-name = Name
report-organisation = Organisation
report-country = Country
report-spoken = Languages
report-role = Role
report-arrives = Arrives on day
report-presence = Marked
report-present = present
report-away = away

report-state = State
report-leads = Leads
report-partners = Partners
report-place = Place
report-when = When
report-enablers = Enablers
report-ephos = EPHOs
report-sources = Source ideas

report-what = What
report-who = Who
report-with = With
report-due = Due
report-proposal = Proposal
report-done = Done
report-yes = yes
report-no = no
report-forward-yes = yes
report-forward-no = no
report-forward-tied = tied

report-stage = Stage
report-option = Option
report-options = Options
report-rank = Rank
report-dots = Dots
report-points = Points
report-agree = Agree
report-supporters = Supporters
report-forward = Goes forward
report-agreed = Reaches the threshold
report-vote-rule =
    { $dots ->
        [one] { $dots } dot a ballot
       *[other] { $dots } dots a ballot
    }, at most { $cap } on one option; { $seats ->
        [one] { $seats } option goes forward
       *[other] { $seats } options go forward
    }
report-vote-rule-other = { $method }; { $seats ->
        [one] { $seats } option goes forward
       *[other] { $seats } options go forward
    }
report-hash = Options and rules, SHA-256
report-open-gates = Gates open when it was opened
report-secret = Secret: who voted what is never shown
report-not-secret = Not secret
report-threshold = Threshold
report-tie-rule = Tie at the cut
report-turnout =
    { $ballots ->
        [one] { $ballots } ballot
       *[other] { $ballots } ballots
    } of { $seats ->
        [one] { $seats } seat
       *[other] { $seats } seats
    }
report-turnout-hands =
    { $ballots ->
        [one] { $ballots } person asked
       *[other] { $ballots } people asked
    } to raise a hand, { $seats ->
        [one] { $seats } seat
       *[other] { $seats } seats
    }
report-counted-hands = Counted by show of hands, of so many people
report-proxies = Proxies
report-proxy = { $who } by { $by }
report-proxy-torn = { $who } by { $by } (two devices said different things)
report-unheard = Not heard from since the opening
report-over = More ballots than voters
report-over-told = { $n } for { $all }; which of them came in twice nobody can tell, and all are counted
report-again = Perhaps entered on two laptops
report-again-more = { $ballots ->
        [one] { $ballots } ballot was entered for seats
       *[other] { $ballots } ballots were entered for seats
    } and { $marked ->
        [one] { $marked } seat is marked as having voted
       *[other] { $marked } seats are marked as having voted
    }: a seat was entered twice, or a laptop has yet to say who voted on it; all are counted
report-again-seats = marked on two laptops: { $who }; whether a ballot is in twice the secrecy hides, and all are counted
report-again-seats-public = { $n ->
        [one] { $n } seat is
       *[other] { $n } seats are
    } marked on two laptops; whether a ballot is in twice the secrecy hides, and all are counted
report-second = Second entry
report-second-told = { $typed } of { $ballots ->
        [one] { $ballots } ballot
       *[other] { $ballots } ballots
    } typed twice, { $right ->
        [one] { $right } differed and was put right
       *[other] { $right } differed and were put right
    }, { $differ ->
        [one] { $differ } differs
       *[other] { $differ } differ
    }
report-second-only = typed only the second time: { $n }
report-second-empty = empty
report-hands = Show of hands
report-hands-more = more people were counted than seats were here
report-hands-supporters = the hands for an option are its supporters as well, so that supporters decide no tie
report-hands-torn = counted differently on two devices, or beside ballots: nothing of it is counted
report-hands-late = a count came after the closing and is not counted
report-turnout-name = Turnout
report-counted = Ballots counted
report-open-vote = The vote is open. Results are shown once it is closed.
report-not-revealed = The result has not been revealed yet.
report-decided = Decided by
report-decided-totals = the totals; no tie at the cut
report-decided-contradiction = nothing: what was counted contradicts itself, and the vote has to be held again
report-decided-all = the rule for ties: all tied at the cut go forward
report-decided-supporters = the number of supporters of those tied at the cut
report-decided-lot = lot among those tied at the cut
report-decided-runoff =
    nothing yet: a run-off for { $n ->
        [one] { $n } place
       *[other] { $n } places
    } is owed
report-seed = Seed of the lot
report-drawn = Drawn in this order
report-late = Came after the closing, not counted
report-torn = Contradicting ballots, not counted
report-void = Void, not counted
report-closed-twice = Two devices closed this vote apart: the ballots that either of them counted are counted.
report-waived = Gates waived
report-ballots = Ballots
report-paper = Number of the paper
report-voter = Voter

report-printing = For printing
report-doors = Door lists
report-cards = Table cards
report-slips = Personal slips
report-nobody = Nobody sits here.
report-hosts = Hosts
report-without-room = no room
report-unseated =
    { $n ->
        [one] { $n } person is present and has no room in any of these rounds
       *[other] { $n } people are present and have no room in any of these rounds
    }: { $people }

report-drift = Planned and actual
report-drift-length = Min planned
report-drift-ran = Min held
report-drift-difference = Difference
report-drift-none = The day ended at { $end }, as planned.
report-drift-more = The day ended at { $end }, { $n } min later than planned ({ $planned }).
report-drift-less = The day ended at { $end }, { $n } min earlier than planned ({ $planned }).
report-drift-so-far-none = Up to { $end } the day is on time.
report-drift-so-far-more = Up to { $end } the day is { $n } min behind ({ $planned } was planned).
report-drift-so-far-less = Up to { $end } the day is { $n } min ahead ({ $planned } was planned).
report-drift-why = { $all } Why: { $causes }.
report-drift-began-more = begun { $n } min late
report-drift-began-less = begun { $n } min early
report-drift-over-more = items ran { $n } min over their time
report-drift-over-less = items ended { $n } min before their time
report-drift-given-more = { $n } min given to items
report-drift-given-less = { $n } min taken from items
report-drift-paused-more = paused for { $n } min
report-drift-idle-more = { $n } min between items
report-drift-idle-less = { $n } min of free time used up
report-drift-skipped-less = { $n } min saved by items that were not held
report-drift-inserted-more = { $n } min for items put in
report-drift-taken_off-less = { $n } min saved by items taken off
report-drift-replanned-more = { $n } min more planned during the day
report-drift-replanned-less = { $n } min less planned during the day
report-drift-taken-off = taken off
report-drift-on = goes on
report-drift-put-in = put in during the day
report-drift-item-given = given { $n } min
report-drift-item-changed = replanned { $n } min
report-drift-item-paused = paused { $n } min
