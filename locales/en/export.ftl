# Report: what would be exported, and how it would look.

key-export-write = export
key-export-turn = turn
key-export-file = next file
key-export-file-back = file before
key-export-edition = edition
key-export-languages = languages
key-export-folder = folder
key-export-mark = mark for Excel
key-export-page-up = back in the preview
key-export-page-down = on in the preview
key-export-left = left in the table
key-export-right = right in the table
help-of-screen-export = On the left is what would be exported, on the right how each file would look. The internal edition is for the organisers, the public one for everybody: it names no author, no seat and no ballot. What is off the record stands in neither.

export-title = { $n ->
    [one] { $n } file would be written
   *[other] { $n } files would be written
 }
export-markdown = report (Markdown)
export-csv = tables (CSV)
export-json = for programs (JSON)
export-pb = votes (Pabulib)
export-edition = edition
export-edition-internal = internal
export-edition-public = public
export-languages = languages
export-both = both
export-mark = Excel mark
export-mark-yes = yes (BOM)
export-mark-no = no
export-folder = folder
export-ask-folder = Into which folder?
export-about-internal = For the organisers: all that is on the record, with authors and seats. Results once the vote is closed.
export-about-public = For everybody: not who said what, nor who voted how. Results once they are revealed.
export-nothing = Nothing would be exported. Space on a format on the left takes it.
export-no-format = No format is chosen: Space takes one.
export-file = file { $n } of { $of }
export-empty-table = no rows yet
export-cut = … the preview ends here, the file goes on
export-runs = { $n } of { $of } files
export-runs-already = The export before this one still goes on.
export-written = { $n ->
    [one] { $n } file written
   *[other] { $n } files written
 }: { $path }
