## talkoot papers

help-papers = Make numbered ballot papers of an open vote, to be printed
help-papers-vote = The vote’s id
help-papers-count = How many papers; otherwise as many as ballots are waited for and a tenth more
help-papers-from = The number of the first paper; 1 otherwise
help-papers-to = The file to write, or - to print it; papers-VOTE.html otherwise
help-papers-force = Write over the file if it is there

said-papers = { $count ->
    [one] Wrote one ballot paper, number { $first }, to { $path }
   *[other] Wrote { $count } ballot papers, numbers { $first } to { $last }, to { $path }
 }

fault-papers-not-open = The vote “{ $id }” is not open yet, so its options and their order are not fixed.
    .hint = Open it first, then print the papers.
fault-papers-closed = The vote “{ $id }” is closed: a paper printed now could not be counted.
    .hint = Prepare a new vote.
fault-papers-there = { $path } is there already.
    .hint = Name another file with --to, or write over it with --force.
fault-papers-numbers = Papers are numbered from 1 to { $most }; these would end at { $last }.
    .hint = Take a smaller --from or --count.

## What stands on a paper

papers-keep = Keep this stub: the number finds your ballot in the published list.
papers-keep-named = Keep this stub: your ballot is published under this number.
papers-cut = cut here
papers-option = Option
papers-desk-number = no.
papers-your-mark = your mark
papers-no-title = (no title)
papers-title-not-in = (no title in English)
papers-titles-not-in = No option has a title in English.
papers-sheet = Sheet { $sheet } of { $of }
papers-goes-on = Sheet { $sheet } of { $of }. This paper continues on the next sheet: look at all of them.
papers-end = End of the ballot paper, { $n ->
    [one] one option
   *[other] { $n } options
 } in all
papers-foot = The options stand in another order on each paper. Options and rules as they were fixed: { $hash }
papers-desk = For the ballot desk, by number of option:
papers-how-dots = { $dots ->
    [one] You have one dot. Fill one circle.
   *[other] You have { $dots } dots. Fill that many circles or fewer, on one option { $cap ->
        [one] one at most
       *[other] { $cap } at most
     }.
 }
papers-how-dots-written = You have { $dots } dots. Write beside an option how many you give it, { $cap } at most.
papers-how-approval = Put a cross beside each option that you can support, as many as you like.
papers-how-score = Mark one number for each option: 1 is the worst, 5 the best.
papers-how-rank = Write 1 beside the best option, 2 beside the next, and so on. You may stop when the rest is all the same to you.
papers-how-gradients = Mark one number for each option, by how far you agree:
papers-how-consent = Mark one number for each option:
