# Proposals: what the meeting may take forward.

key-proposals-edit = edit
key-proposals-state = state
key-proposals-ideas = source ideas
key-proposals-add = new
key-proposals-commit = new commitment
key-proposals-enablers = enablers
key-proposals-ephos = EPHOs
key-proposals-vote = to the votes
key-proposals-read = read all of it
key-proposals-order = by rank or by id
key-proposals-remove = remove
key-proposals-page-up = a page up
key-proposals-page-down = a page down

help-of-screen-proposals = What the meeting may take forward: each proposal with who leads it, where and when, which enablers and EPHOs it serves, and the ideas it comes from. A rank stands in front once a vote is closed. Commitments made from a proposal stand below it.

proposals-empty = There is no proposal yet. Proposals come from ideas or are written here: who leads, who takes part, where, when.

    n writes the first one. On Ideas (key 4) a cluster can be promoted.
proposals-forward = { $n ->
    [one] { $n } goes forward
   *[other] { $n } go forward
}
proposals-untranslated = { $n ->
    [one] { $n } in one language only (◌)
   *[other] { $n } in one language only (◌)
}
proposals-by-rank = by rank
proposals-by-id = by id

proposals-column-rank = rank
proposals-column-title = proposal
proposals-column-ideas = ideas

proposals-state = State
proposals-rank = Rank
proposals-ranked = { $rank } of { $of }
proposals-ranked-shared = { $rank } of { $of }, tied
proposals-leads = Leads
proposals-partners = Partners
proposals-place = Where
proposals-when = When
proposals-enablers = Enablers
proposals-ephos = EPHOs
proposals-source-ideas = Source ideas
proposals-commitments = Commitments
proposals-no-sources = None linked yet. i links them.
proposals-no-commitments = None yet. c writes one down.
proposals-missing-en = no English title yet: e adds it
proposals-missing-ru = no Russian title yet: e adds it
proposals-merged-into = merged into “{ $words }”
proposals-torn = Written differently on two devices: y settles it
proposals-more = { $n ->
    [one] { $n } more line: g
   *[other] { $n } more lines: g
}

proposals-ask-title-en = Title in English
proposals-ask-title-ru = Title in Russian
proposals-ask-place-en = Where, in English
proposals-ask-place-ru = Where, in Russian
proposals-ask-when-en = When, in English
proposals-ask-when-ru = When, in Russian
proposals-example-list = ASPHER; University of Maastricht
proposals-example-terms = ids or names; several with ;
proposals-form-add = New proposal
proposals-form-edit = Proposal { $id }
proposals-pick-state = State of { $id }
proposals-state-now = now
proposals-choose-enablers = Enablers of { $id }
proposals-choose-ephos = Essential Public Health Operations of { $id }
proposals-choose-ideas = Source ideas of { $id }

proposals-said-none = There is no proposal yet.
    .hint = n writes the first one.
proposals-said-removed = Proposal { $id } is removed.
    .hint = u brings it back.
proposals-said-no-ideas = There are no ideas to link yet.
    .hint = Ideas are captured on screen 4.
