# Ideas: the board and the line in which one writes.

key-ideas-write = write
key-ideas-mark = mark
key-ideas-merge = merge
key-ideas-tag = tags
key-ideas-edit = edit
key-ideas-view = view
key-ideas-promote = promote
key-ideas-translate = words in the other language
key-ideas-detail = everything about an idea
key-ideas-filter = filter
key-ideas-kind = kind: action, question, parking lot …
key-ideas-hide = off the record, or on it again
key-ideas-unmerge = unmerge
key-ideas-room = room for new ideas
key-ideas-clear = forget marks and filter
key-ideas-remove = remove
key-ideas-view-back = view before
key-ideas-page-up = a page up
key-ideas-page-down = a page down
key-ideas-first = to the first
key-ideas-last = to the last

help-of-screen-ideas = Write one idea a line: i, the words, Enter. Nothing more is needed. In front of the words ! makes it an action, ? a question, " a quote, % off the record, ru: or en: says the language. #word tags, @word says who said it: at either end of the line they are taken out of the words, inside a sentence the word stays. Tab in the line changes the room, ↑ takes up the last line again; emptied and entered, it is removed. Several pasted lines become one idea each. On the board Space marks, m merges the marked into the first marked; what is done with marked ideas is done with all of them.

ideas-plenary = Plenary
ideas-plenary-short = Plenary
ideas-view-all = All ideas
ideas-view-rooms = By room
ideas-view-tags = By tag
ideas-view-languages = By language
ideas-view-untranslated = Translation missing
ideas-view-parking = Parking lot
ideas-view-alike = Likely duplicates
ideas-none = No ideas yet. What is said in the hall and in the rooms belongs here. Press i, type, press Enter.
ideas-none-untranslated = Every idea is in both languages. v shows other views.
ideas-none-parking = The parking lot is empty. c puts an idea there: for later, not lost.
ideas-none-alike = No two ideas look alike. Space marks ideas and m merges them all the same.
ideas-none-found = No idea has “{ $words }”. x shows all again.
ideas-untagged = without a tag
ideas-only-en = in English only
ideas-only-ru = in Russian only
ideas-both-languages = in both languages
ideas-alike = Alike { $number }
ideas-marked = { $n } marked
ideas-filter = filter:
ideas-example = i: write an idea
ideas-hint-line = Enter saves   Tab room   ↑ last line again   Esc keys again, the draft stays
ideas-hint-filter = Enter keeps the filter   ↑ ↓ choose   Esc shows all
ideas-mark-two = Mark two ideas with Space, then merge them.
ideas-merged = { $n ->
    [one] { $n } idea merged into one.
   *[other] { $n } ideas merged into one.
 }
    .hint = b unmerges them
ideas-promoted = Now proposal { $id }.
    .hint = 5 shows the proposals
ideas-room-title = Where do new ideas come from?
ideas-kind-title = What kind is it?
ideas-edit-title = Edit the idea
ideas-tag-title = { $n ->
    [one] Tags of the idea
   *[other] Tags to add to { $n } ideas
 }
ideas-translate-title = “{ $text }”
ideas-promote-title = { $n ->
    [one] Promote { $n } idea to a proposal
   *[other] Promote { $n } ideas to one proposal
 }
ideas-ask-room = Room
ideas-ask-author = Who said it
ideas-ask-kind = Kind
ideas-ask-tags = Tags
ideas-ask-checked = Checked
ideas-ask-id = Number
ideas-yes = yes
ideas-no = no
ideas-checked = checked
ideas-unchecked = unchecked
ideas-missing = missing
ideas-detail-title = Everything about this idea
ideas-about = Said
ideas-merged-here = Merged into it
ideas-history = History
ideas-undone = undone
ideas-text-en = In English
ideas-text-ru = In Russian
ideas-hidden = On the record
ideas-is-hidden = off the record
ideas-is-open = on the record
ideas-merged-field = Merged
ideas-in-ring = Ring of merges
ideas-is-merged = “{ $idea }” is merged into “{ $into }”
ideas-stands-alone = “{ $idea }” stands by itself
ideas-merged-apart = merged apart
