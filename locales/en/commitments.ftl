# Commitments: who does what, with whom, by when.

key-commitments-done = done or not
key-commitments-add = new
key-commitments-edit = edit
key-commitments-order = order
key-commitments-read = read all of it
key-commitments-remove = remove
key-commitments-page-up = a page up
key-commitments-page-down = a page down

help-of-screen-commitments = Who does what, with whom, by when, and from which proposal. The owner is a seat of the list, by its id, or a name. What the last meeting left open is carried over and marked.

commitments-empty = There is no commitment yet. Here stands who does what, with whom, by when.

    n writes the first one down. On Proposals (key 5), c begins one that comes from a proposal.
commitments-count-done = { $n } done
commitments-count-overdue = { $n } overdue
commitments-count-carried = { $n } carried over
commitments-by-due = by due date
commitments-by-owner = by owner
commitments-by-proposal = by proposal

commitments-what = What
commitments-owner = Who
commitments-with = With whom
commitments-due = By when
commitments-proposal = From proposal
commitments-done = State
commitments-written = Written down
commitments-version = Version
commitments-blank = { "" }
commitments-together = with { $who }
commitments-is-done = done
commitments-is-open = open
commitments-overdue = overdue
commitments-carried = carried over
commitments-no-date = no date
commitments-no-proposal = none

commitments-ask-text-en = What, in English
commitments-ask-text-ru = What, in Russian
commitments-example-owner = S07 or a name
commitments-example-due = 31.03.2018 or 2018-03-31
commitments-example-with = S12; ASPHER
commitments-form-add = New commitment
commitments-form-add-from = New commitment from { $id }
commitments-form-edit = Commitment { $id }

commitments-said-none = There is no commitment yet.
    .hint = n writes the first one down.
commitments-said-added = Commitment { $id } is written down.
    .hint = All of them stand on screen 7.
commitments-said-removed = Commitment { $id } is removed.
    .hint = u brings it back.
