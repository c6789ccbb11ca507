# The roster, and lists that are read in on any screen.

## Keys

key-people-toggle = here/away
key-people-find = find
key-people-only-away = missing
key-people-add = new
key-people-edit = edit
key-people-late = later
key-people-language = by language
key-people-sort = other order
key-people-copy = copy the rows shown
key-people-remove = remove
key-people-everybody = everybody again
key-people-page-up = a page up
key-people-page-down = a page down
key-people-first = to the first
key-people-last = to the last

help-of-screen-people = The roster: who is expected, who is here, who speaks what. Space marks the chosen one here or away and goes on to the next, so that a roll call needs one key. Rows copied out of a spreadsheet can be pasted here; what they would change is shown before anything is written.

## Counts and columns

people-count-here = { $n } here
people-count-away = { $n } away
people-count-expected = { $n ->
    [one] { $n } comes later
   *[other] { $n } come later
}
people-of-those-here = those here speak
people-speak-en = English only
people-speak-ru = Russian only
people-speak-both = both
people-speak-neither = neither
people-code-en = EN
people-code-ru = RU
people-code-both = EN+RU
people-code-neither = –
people-only-away = only who is missing
people-only-en = only English
people-only-ru = only Russian
people-only-both = both languages
people-only-neither = neither language
people-shown-of = { $shown } of { $all }
people-find = Find
people-find-example = a name, a country, a language, in English or Russian
people-hint-find = type to find   ↑ ↓ choose   Enter keys again, the filter stays   Esc everybody

people-column-id = Id
people-column-name = Name
people-column-other-name = In Russian
people-column-organisation = Organisation
people-column-kind = Kind
people-column-country = Ctry
people-column-languages = Speaks
people-column-role = Role

people-here = here
people-away = away
people-expected = comes later
people-day = day { $day }
people-arrives = arrives on day { $day }
people-none = –

people-empty = Nobody is on the roster yet. Press n to add somebody, m to read a list out of a file, or paste rows copied out of a spreadsheet.
people-nobody-found = Nobody is found so. Esc shows everybody again.

## Forms

people-title-add = Somebody new
people-title-edit = Change { $id }
people-title-late = When does { $who } arrive?
people-field-name-en = Name, English
people-field-name-ru = Name, Russian
people-field-organisation-en = Organisation, English
people-field-organisation-ru = Organisation, Russian
people-field-kind = Kind
people-field-own-kind = or another kind
people-field-country = Country
people-field-languages = Languages, best first
people-field-role = Role
people-field-arrives = Arrives on day
people-example-own-kind = in your own words
people-example-country = FI
people-example-languages = en, ru
people-example-arrives = 2, or 2017-11-29; empty: from the beginning

people-removed = Off the roster: { $who }
    .hint = u brings them back.
people-copied = { $count ->
    [one] One row is on the clipboard.
   *[other] { $count } rows are on the clipboard.
}
    .hint = Paste them into a spreadsheet.

people-copy-id = id
people-copy-name-en = name (en)
people-copy-name-ru = name (ru)
people-copy-organisation-en = organisation (en)
people-copy-organisation-ru = organisation (ru)
people-copy-kind = kind
people-copy-country = country
people-copy-languages = languages
people-copy-role = role
people-copy-arrives = arrives
people-copy-presence = presence

## Lists that are read in

import-title = Import: { $kind }
import-field-file = File
import-example-file = a CSV file such as list.csv; or Esc, and paste the rows on this screen
import-hint = Enter writes { $rows ->
    [one] one row
   *[other] { $rows } rows
}   ↑ ↓ scroll   Esc drops the list, nothing is written
import-hint-nothing = There is nothing new in this list.   ↑ ↓ scroll   Esc back
import-done = Written: { $added } added, { $changed } changed
    .hint = u takes all of it back.
import-nothing = There is nothing new in this list.
import-dry = Nothing was written.
import-changed-meanwhile = The session has changed meanwhile.
    .hint = Look again; Enter writes what is shown now.
import-refused-line = Line { $line }: { $why }
people-presence = Here or away
people-is-here = here
people-is-away = away
