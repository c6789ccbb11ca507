# The projector: read from the last row, in both languages at once.

help-of-screen-project =
    What the facilitator put on the wall, in English and Russian side by side.
    It changes by itself, and so do its pages; right and left turn them by hand.
    Who sits where: f finds a name or a seat. q leaves.

project-next = Next { $time }  { $title }
project-plenty = { $sign } plenty of time
project-soon = { $sign } ends soon
project-nearly = { $sign } nearly over
project-over = { $sign } over time
project-paused = { $sign } paused
project-turnout = { $n } of { $of } are in
project-hands = Show of hands: { $n } of { $of } were asked
project-closed = Voting is closed
project-more = … { $n } more
project-ideas = Ideas
project-ideas-all = { $title } – { $all }
project-ideas-new = { $title } – { $all }, new: { $new } ●
project-no-ideas = No ideas yet
project-proposals = Proposals
project-tied = tied
project-commitments = Commitments
project-no-commitments = No commitments yet
project-other-commitments = Other commitments
project-nothing-promised = no commitments yet
project-forward = goes forward
project-on = goes on to the second stage
project-cut-on = ▲ second stage
project-cut = ▲ goes forward
project-find = Your name or the number of your seat
project-nobody = Nobody here has this name or number

project-reporting = { $room } reports: { $time }
