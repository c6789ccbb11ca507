# The rehearsal: what made-up participants say, and what is told of how it goes.

# Said in a room about its topic. $topic: the topic of the room, as it stands on its door.
rehearsal-topic-01 = Start with two countries that already do it, and let the others visit ({ $topic })
rehearsal-topic-02 = One page that a minister can read in three minutes ({ $topic })
rehearsal-topic-03 = Who pays after the project ends? ({ $topic })
rehearsal-topic-04 = Collect what failed as well, not only what worked ({ $topic })
rehearsal-topic-05 = Agree on five indicators and leave the rest out ({ $topic })
rehearsal-topic-06 = A contact person in every country by the end of March ({ $topic })
rehearsal-topic-07 = Translate the existing guidance before writing a new one ({ $topic })
rehearsal-topic-08 = Invite the ministries of finance from the first meeting on ({ $topic })
rehearsal-topic-09 = Small countries need a shared service, not a copy of a big one ({ $topic })
rehearsal-topic-10 = Test it in one district for a year, then decide ({ $topic })
rehearsal-topic-11 = Municipalities do the work and were not asked ({ $topic })
rehearsal-topic-12 = A yearly peer review, two days, four people, no consultants ({ $topic })
rehearsal-topic-13 = Link it to the self-assessment of public health operations ({ $topic })
rehearsal-topic-14 = The law allows it already; what is missing is an order that says who does it ({ $topic })
rehearsal-topic-15 = A summer school in Russian, the first one in Central Asia ({ $topic })
rehearsal-topic-16 = Name what we will stop doing so that there is time for it ({ $topic })

# Said anywhere.
rehearsal-plain-01 = A shared fund for small pilot projects, with a one-page application
rehearsal-plain-02 = A joint roster of experts whom a country can ask for two weeks
rehearsal-plain-03 = Twin every national institute with another one for two years
rehearsal-plain-04 = A help desk for countries that draft a public health law
rehearsal-plain-05 = Teach epidemiologists to speak with journalists
rehearsal-plain-06 = Publish the real cost of prevention, service by service
rehearsal-plain-07 = Pay for prevention from a fixed share of the tobacco tax
rehearsal-plain-08 = One set of core competencies that universities and employers both sign
rehearsal-plain-09 = Exchange staff between laboratories for a month each year
rehearsal-plain-10 = Let young professionals chair half of the working groups
rehearsal-plain-11 = A common calendar of trainings in English and Russian
rehearsal-plain-12 = Credit points that count in every country of the Region
rehearsal-plain-13 = A short course on leadership for heads of district services
rehearsal-plain-14 = Vaccination registers that speak with each other across a border
rehearsal-plain-15 = A checklist for the first hundred days of a new institute
rehearsal-plain-16 = School nurses as the front line of health promotion
rehearsal-plain-17 = An early warning list for heat waves, shared with city councils
rehearsal-plain-18 = Count the people who leave public health and ask them why
rehearsal-plain-19 = A plain-language summary in every report
rehearsal-plain-20 = A map of who trains whom in the Region
rehearsal-plain-21 = Fewer strategies, more budgets
rehearsal-plain-22 = Ask patients’ organisations before the draft, not after it
rehearsal-plain-23 = An open library of teaching cases from our own countries
rehearsal-plain-24 = A joint statement to the ministers of finance
rehearsal-plain-25 = Water and air inspectors and doctors in one team
rehearsal-plain-26 = A guide to buying health data services together
rehearsal-plain-27 = Mentors for women who take over an institute
rehearsal-plain-28 = A yearly day on which institutes open their doors to the public
rehearsal-plain-29 = Salaries in public health that match those in hospitals
rehearsal-plain-30 = Evaluate three laws that were passed five years ago
rehearsal-plain-31 = A shared protocol for outbreaks on ferries and trains
rehearsal-plain-32 = Research questions that come from district services
rehearsal-plain-33 = Interpreters at every meeting, also at the small ones
rehearsal-plain-34 = A simulation exercise for two neighbouring countries each year
rehearsal-plain-35 = Put health promotion into the statute of the service
rehearsal-plain-36 = A newsletter of one page, every second month, in both languages

# Said when the meeting itself is talked about.
rehearsal-plus-01 = Plus: real work in small groups, few slides
rehearsal-plus-02 = Plus: the interpretation in the rooms
rehearsal-plus-03 = Plus: we leave with names and dates
rehearsal-plus-04 = Plus: one could see at once what the other rooms had found
rehearsal-plus-05 = Plus: neighbours who had never met planned a visit
rehearsal-plus-06 = Plus: the vote was quick and nobody doubted it
rehearsal-delta-01 = Delta: longer breaks, shorter introductions
rehearsal-delta-02 = Delta: send the proposals a month earlier, in both languages
rehearsal-delta-03 = Delta: the rooms were warm after lunch
rehearsal-delta-04 = Delta: more people from municipalities next time
rehearsal-delta-05 = Delta: one more hour for the mixed groups
rehearsal-delta-06 = Delta: the last reports were rushed

# Who does what. $what: a proposal.
rehearsal-commitment-01 = Call the first meeting on “{ $what }”
rehearsal-commitment-02 = Write two pages on “{ $what }” and send them round for comments
rehearsal-commitment-03 = Find a country for the pilot of “{ $what }”
rehearsal-commitment-04 = Draw up a budget for “{ $what }”
rehearsal-commitment-05 = Translate what there is on “{ $what }”
rehearsal-commitment-06 = Report at the next meeting on “{ $what }”
# Without a proposal.
rehearsal-pledge-01 = Send the list of participants and the photographs to everybody
rehearsal-pledge-02 = Propose a date and a place for the next meeting
rehearsal-pledge-03 = Tell the ministry at home what was decided here

rehearsal-vote = Which proposals go forward?
rehearsal-waived = Rehearsal: goes on all the same
rehearsal-title = Rehearsal: { $title }
rehearsal-title-alone = Rehearsal
rehearsal-note = A rehearsal with made-up participants. Nothing in it was said by anybody.

# Told while it plays.
rehearsal-day = Day { $day }: { $items ->
    [one] 1 item,
   *[other] { $items } items,
 } { $ideas ->
    [one] 1 idea,
   *[other] { $ideas } ideas,
 } { $ballots ->
    [one] 1 ballot
   *[other] { $ballots } ballots
 }
rehearsal-done = The rehearsal is over: “{ $name }” in { $path }
rehearsal-figures = { $days ->
    [one] 1 day
   *[other] { $days } days
 }, { $items ->
    [one] 1 item
   *[other] { $items } items
 }, { $ideas ->
    [one] 1 idea
   *[other] { $ideas } ideas
 }, { $ballots ->
    [one] 1 ballot
   *[other] { $ballots } ballots
 }, { $commitments ->
    [one] 1 commitment
   *[other] { $commitments } commitments
 }; { $refused ->
    [0] nothing was refused
    [one] 1 command was refused
   *[other] { $refused } commands were refused
 }
rehearsal-left = The rehearsal lies in { $path }
rehearsal-mark = rehearsal ×{ $speed }
rehearsal-mark-taken = rehearsal, you lead
rehearsal-begun = Made-up participants play the meeting in a copy; Ctrl-O takes over
rehearsal-taken = You lead now: the clock keeps step with yours, the made-up participants go on
    .hint = The same key gives it back.
rehearsal-given = The rehearsal goes on by itself
rehearsal-none = There is no rehearsal here
    .hint = Start one with talkoot rehearse SESSION.
rehearsal-ended = The rehearsal has come to its end: the commitments are on the wall

fault-rehearse-exists = Something stands at { $path } already.
    .hint = Name a folder that does not exist yet; the rehearsal becomes it.
fault-rehearse-inside = { $path } lies inside a session.
    .hint = Name a folder outside of it.
fault-rehearse-no-agenda = “{ $name }” has no agenda to rehearse.
    .hint = Add items first: talkoot import { $name } agenda FILE.
fault-rehearse-no-day = It is not known when “{ $name }” begins.
    .hint = Say so with session.describe, "starts":"2017-11-28T09:00", then rehearse.
