# What a ranking is worth: solidity, agreement, common ground, fair share.

worth-title = How solid it is
worth-flip =
    { $n ->
        [one] { $n } ballot, marked otherwise, would change who goes forward
       *[other] { $n } ballots, marked otherwise, would change who goes forward; with fewer nothing changes
    }
worth-flip-bound =
    No more than { $n ->
        [one] { $n } ballot, marked otherwise, would change who goes forward; perhaps fewer do
       *[other] { $n } ballots, marked otherwise, would change who goes forward; perhaps fewer do
    }
worth-flip-never = However the ballots were marked, the same would go forward
worth-resampled = The same outcome, ties included, in { $percent } % of { $n } resamples of the ballots
worth-without-same = The same without any one group: { $groups }
worth-without-other = Without { $group }: { $options }
worth-without-none = No group has 3 ballots beside 3 others, so none is left out
worth-rules-same = The same by other rules: { $rules }
worth-rule-other = By { $rule }: { $options }
worth-tied = tied: { $options }
worth-in = in: { $options }
worth-out = out: { $options }
worth-none = none
worth-group-language = language
worth-group-kind = kind
worth-group-country = country
worth-rule-supporters = supporters
worth-rule-median = the median
worth-rule-borda = Borda
worth-rule-schulze = Schulze
worth-rule-instant_runoff = instant run-off

worth-agreement = Agreement
worth-median = Median
worth-iqr = IQR
worth-agree = Agree
worth-a = A
worth-polarisation = Polarisation
worth-rose = Ranks risen
worth-kendall = Kendall’s W over all rankings: { $w }
worth-condorcet = { $option } is preferred to each other option by more ballots than the other way round
worth-common = Common ground, every group reaches 60 %: { $options }
worth-common-none = Common ground: on no option does every group reach 60 %
worth-fair = Equal Shares would send { $options }: { $n } of { $all } have at least one of theirs among them
worth-fair-same = Equal Shares sends the same: { $n } of { $all } have at least one of theirs among them
worth-plain = By totals alone { $options }: { $n } of { $all } have at least one of theirs among them

worth-means = What the figures mean
worth-means-flip = Ballots that would change it: the fewest ballots that, replaced by any valid ones, change who goes forward. The margin of victory of M. Magrino and others, EVT/WOTE 2011, and L. Xia, ACM EC 2012.
worth-means-resampled = Resamples: as many ballots are drawn from the ballots, with replacement, by the seed named, and counted again; the bootstrap of B. Efron, Annals of Statistics 7 (1979).
worth-means-median = Agreeing: the share of those who were asked. Median and IQR: the middle of what was given, and how wide its middle half lies; a mean or a standard deviation would say nothing on a scale of ranks. S. S. Stevens, Science 103 (1946).
worth-means-a = A: van der Eijk’s agreement, 1 where all gave the same, 0 where all values are as frequent, −1 where half stands at each end; polarisation is (1−A)/2. C. van der Eijk, Quality & Quantity 35 (2001).
worth-means-w = W: Kendall’s concordance of complete rankings, corrected for ties, 0 for none and 1 for the same ranking by all. M. G. Kendall and B. Babington Smith, Annals of Mathematical Statistics 10 (1939).
worth-means-ground = Common ground: where two groups of one division are known (two languages, two kinds), every group of at least 3 ballots reaches 60 % agreeing; the largest product of the groups’ rates stands first, as in C. Small and others, Recerca 26 (2021).
worth-means-fair = Equal Shares: every voter has an equal share of the places to spend on what he or she voted for. D. Peters, G. Pierczyński and P. Skowron, NeurIPS 2021.

annex-title = Annex: how the votes were held
annex-about = What a program can know of what the ACCORD checklist asks for (W. T. Gattrell and others, PLoS Medicine 21, 2024, e1004326). How people were chosen and who paid is for the authors to add.
annex-who = Who could vote
annex-who-present = everybody present
annex-who-named =
    { $n ->
        [one] { $n } named seat
       *[other] { $n } named seats
    }
annex-how = How one voted
annex-dots-rule = Why as many dots
annex-before = Fixed before the opening
annex-before-told = agreement from { $threshold } %; tie at the cut: { $tie }
annex-anonymity = Anonymity
annex-order = Order of the options
annex-order-told = another on each ballot, seed { $seed }
annex-frozen = Options and rules frozen, SHA-256
annex-gates = Conditions passed
annex-waived = Waived
annex-open-gates = Neither passed nor waived
annex-taken-off = Taken off before the opening
annex-dismissed = Said to be different
annex-round = Round
annex-round-again = another round of { $vote }
annex-round-first = the first of two stages; forward from the second: { $then }
annex-round-second = second stage of { $vote }
annex-round-runoff = run-off of { $vote }
annex-times = Opened and closed
annex-turnout = Turnout
annex-turnout-told = { $ballots } of { $seats } ({ $percent } %); { $counted } counted
annex-unheard = Devices not heard from since the opening
annex-changed-since = The rules were changed elsewhere after the opening, without effect.
annex-corrected = Put right before the closing
annex-copies = Entered twice alike, counted once
annex-unread = Lines that could not be read
annex-budget = Dots changed while it was open
annex-budget-told =
    { $dots ->
        [one] { $dots } dot, at most { $cap } on one option
       *[other] { $dots } dots, at most { $cap } on one option
    }
annex-runoff = How the tie fell
annex-runoff-told = by the run-off { $vote }: { $forward }
annex-runoff-to-come = the run-off { $vote } is to decide
annex-seed = Seed of the resamples and of a lot
annex-ties = Ties on the line
annex-no-ties = none
annex-forward = Goes forward
