# Reading others' lists: what is shown before anything is written, what is wrong, what is worth a look.

## What lists are of

intake-kind-people = participants
intake-kind-proposals = proposals
intake-kind-agenda = agenda
intake-kind-ideas = ideas
intake-kind-ballots = ballots

## What columns hold

intake-field-id = id
intake-field-name = name
intake-field-surname = surname
intake-field-organisation = organisation
intake-field-kind = kind
intake-field-country = country
intake-field-languages = languages
intake-field-role = role
intake-field-arrives = day of arrival
intake-field-day = day
intake-field-title = title
intake-field-minutes = minutes
intake-field-shortest = shortest
intake-field-begins = begins
intake-field-stop = hard stop
intake-field-droppable = droppable
intake-field-interpreted = interpreted
intake-field-weight = weight
intake-field-instruction = instruction
intake-field-leads = leads
intake-field-partners = partners
intake-field-place = place
intake-field-when = when
intake-field-enablers = enablers
intake-field-ephos = EPHOs
intake-field-text = text
intake-field-room = room
intake-field-tags = tags
intake-field-author = author
intake-field-idea-kind = kind of idea
intake-field-vote = vote
intake-field-seat = seat
intake-field-paper = paper number
intake-field-option = option
intake-field-dots = number of dots

## Before anything is written

intake-preview-title = To import: { $kind }, { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}
intake-preview-counts = { $added } new, { $changed } changed, { $unchanged } as they are
intake-preview-columns = Columns:
intake-preview-column = “{ $header }” is read as { $field }
intake-preview-column-en = “{ $header }” is read as { $field }, English
intake-preview-column-ru = “{ $header }” is read as { $field }, Russian
intake-preview-unmatched = { $count ->
    [one] Not read, 1 column: { $columns }
   *[other] Not read, { $count } columns: { $columns }
}
intake-preview-notes = Worth a look:
intake-preview-more-notes = { $count ->
    [one] and 1 more
   *[other] and { $count } more
}
intake-preview-first = { $count ->
    [one] The first row:
   *[other] The first { $count } rows:
}

## Worth a look

intake-note-unknown-language = Line { $line }: “{ $word }” is not a language known here; it is kept as it stands.
intake-note-same-name = Line { $line }: “{ $name }” is also the name of { $id }, which is not in the list; both are kept.
intake-note-removed = Line { $line }: { $id } was removed in this session and stays so.
intake-note-repeated = Line { $line } says the same as line { $first }; both are kept.
intake-note-order-differs = Day { $day }: the list has another order than the agenda; items that are there stay where they are.
intake-note-placed-last = Line { $line }: the new item goes to the end of its day; move it to where it belongs.
intake-note-no-ballot = Line { $line }: nothing is marked, so this is not counted as a ballot; write 0 for a blank one.
intake-note-over-budget = { $given ->
    [one] Line { $line }: { $given } dot where { $most } may be given; until that is put right, none of the list is taken.
   *[other] Line { $line }: { $given } dots where { $most } may be given; until that is put right, none of the list is taken.
}
intake-note-over-cap = Line { $line }: { $option } has more than { $most } on one ballot; until that is put right, none of the list is taken.
intake-note-ranks = Line { $line }: the ranks do not run from 1 on, each once, as far as they go ({ $rank }); until that is put right, none of the list is taken.
intake-note-option-without-column = Option { $option } has no column, so no ballot of this list gives it a dot.

## What a file most likely is

intake-guess-damaged-utf8 = UTF-8 that is damaged or cut off
intake-guess-damaged-utf16 = UTF-16 that is damaged or cut off
intake-guess-utf16-without-mark = UTF-16 without a byte order mark
intake-guess-koi8-r = KOI8-R
intake-guess-ibm866 = DOS Cyrillic (code page 866)
intake-guess-mac-cyrillic = Mac Cyrillic
intake-guess-iso-8859-5 = ISO 8859-5
intake-guess-windows-1252 = Windows-1252 (Western)
intake-guess-workbook = a workbook or document (.xlsx, .ods, .docx)
intake-guess-old-workbook = an old workbook or document (.xls, .doc)
intake-guess-pdf = a PDF
intake-guess-unknown = not text

## What is wrong

intake-encoding = The file cannot be read from line { $line } on: it is most likely { $guess }.
    .hint = Save it as “CSV UTF-8” in the spreadsheet and import that file.
intake-empty = The list is empty.
    .hint = Give it a header line with the names of the columns, and rows under it.
intake-too-many-rows = Line { $line }: the list has more than { $most } rows.
    .hint = Import it in parts; a second list adds to the first.
intake-too-many-columns = Line { $line }: the list has more than { $most } columns.
    .hint = Keep the columns that are needed and import again.
intake-cell-too-big = Line { $line }: column { $column } holds more than { $most } bytes.
    .hint = Look for a quotation mark that is opened there and never closed.
intake-row-too-long = Line { $line } has { $cells } cells under { $columns } columns.
    .hint = Put quotation marks around a cell that holds the separator itself.
intake-open-quote = Line { $line }: a quotation mark opens a cell and is never closed.
    .hint = Close it, or double it if it belongs to the text.
intake-missing-column = No column for “{ $field }” was found.
    .hint = Name a column so in the header line; English and Russian names are understood.
intake-column-twice = Two columns mean “{ $field }”: “{ $first }” and “{ $second }”.
    .hint = Rename or delete one of them, or add the language to both, as in “name (en)” and “name (ru)”.
intake-missing-value = Line { $line }: “{ $field }” is empty.
    .hint = Fill the cell, or delete the row.
intake-bad-value = Line { $line }: “{ $value }” cannot be read as { $field }.
    .hint = Correct the cell, or leave it empty if it says nothing.
intake-bad-idea-kind = Line { $line }: “{ $value }” is not a kind of idea.
    .hint = Use idea, action, question, quote, off-record or parking, or leave the cell empty.
intake-out-of-range = Line { $line }: { $field } is { $value } and must be within { $least }–{ $most }.
    .hint = Correct the cell and import again.
intake-too-long = Line { $line }: “{ $field }” is too long to be kept.
    .hint = Shorten it; a text may have 1000 characters, a word 200 bytes.
intake-uneven-lists = Line { $line }: “{ $field }” does not list as many in English as in Russian.
    .hint = List the same ones in the same order in both columns, separated by semicolons.
intake-no-first-day = Line { $line }: “{ $value }” is a date, and the session does not say on which day the meeting begins.
    .hint = Enter the first day of the meeting, or write the number of the day.
intake-bad-id = Line { $line }: “{ $id }” cannot be an id.
    .hint = Use Latin letters, digits, points, dashes and underscores, at most 64, a letter or digit first.
intake-same-id = Lines { $first } and { $line } both stand for { $id }.
    .hint = Delete one of the rows, or correct its id.
intake-same-name = Lines { $first } and { $line } mean the same: “{ $name }”.
    .hint = Delete one of the rows, or give each an id of its own.
intake-ambiguous = Line { $line }: several in this session go by “{ $name }”.
    .hint = Add a column with ids, so that it is clear which one is meant.
intake-no-open-vote = No vote is open.
    .hint = Open the vote for which these ballots are, and import again.
intake-several-open-votes = Several votes are open: { $votes }.
    .hint = Add a column “vote” with the id of the one for which these ballots are.
intake-unknown-vote = Line { $line }: “{ $vote }” is not the open vote of this list.
    .hint = Import the ballots of each vote from a list of their own, while it is open.
intake-no-option-column = No column is an option of the vote.
    .hint = Name a column after the id of each option, as in P01, P02, P03.
intake-not-an-option = Column “{ $column }” is a proposal that is not an option of this vote.
    .hint = Check that the list belongs to this vote, or delete the column.
intake-unknown-seat = Line { $line }: no seat goes by “{ $seat }”.
    .hint = Use the seat's id from the list of participants, or import the participants first.
intake-seat-or-paper = Line { $line }: a ballot needs either a seat or a paper number.
    .hint = Fill one of the two cells, not both.
