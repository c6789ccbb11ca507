# The projector: read from the last row, in both languages at once.

help-of-screen-project =
    What the facilitator put on the wall, in English and Russian side by side.
    It changes by itself; q leaves.

project-next = { $time }  { $title }
project-paused = paused
project-over = over time
project-turnout = { $n } of { $of } are in
project-more = … { $n } more
project-ideas = Ideas
project-no-ideas = No ideas yet
project-proposals = Proposals
project-tied = tied
project-commitments = Commitments
