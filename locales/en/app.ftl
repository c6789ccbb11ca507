# The frame around every screen, and what lies on top of it.

screen-home = Home
screen-run = Run
screen-people = People
screen-groups = Groups
screen-ideas = Ideas
screen-proposals = Proposals
screen-vote = Vote
screen-commitments = Commitments
screen-export = Report
screen-capture = Rapporteur
screen-project = Projector
screen-home-short = Home
screen-run-short = Run
screen-people-short = People
screen-groups-short = Groups
screen-ideas-short = Ideas
screen-proposals-short = Propos.
screen-vote-short = Vote
screen-commitments-short = Commit.
screen-export-short = Report
header-words = “{ $words }”

status-saved = saved
status-saving = saving
status-laptop = saved on this laptop only
status-not-saved = NOT saved
status-polled = looking once a second
status-polled-short = polling 1 s
leave-unsaved = { $count ->
    [one] One line is on no disk! The same key again leaves and prints it.
   *[other] { $count } lines are on no disk! The same key again leaves and prints them.
 }
not-saved-stands = No disk takes this: it is only in memory. Make room or bring the disk back.
header-day = day { $day } of { $days }
header-practice = practice
header-practice-fast = practice ×{ $speed }
too-small = The terminal is too small: at least { $columns } columns and { $rows } rows are needed. Make it larger.
ask-practice = F12 practise as if day 1, 09:00   Ctrl-D move the meeting to today   Esc no
list-part = { $first }–{ $last } of { $all }
palette-none = Nothing is called so.
pick-type = type to find
choose-taken = { $n } taken

key-help = Help
key-palette = all actions
key-undo = undo
key-redo = redo
key-language = interface in Russian
key-colours = other colours
key-practise = practise as if day 1 began now, or stop practising
key-take-over = take over a rehearsal, or give it back
key-move-to-today = move the meeting to today
key-leave = leave
key-wall = the wall on this terminal
key-step = next step of the result on the wall
key-project-page-on = next page
key-project-page-back = page before
key-project-hold = hold the page
key-project-find = find a name
key-project-bell = bell on or off
key-quit = leave, from anywhere
key-suspend = back to the shell for a while
key-up = up
key-down = down
key-import = import a list

keyname-space = Space
keyname-enter = Enter
keyname-tab = Tab
keyname-esc = Esc
keyname-backspace = Backspace
keyname-delete = Del
keyname-up = ↑
keyname-down = ↓
keyname-left = ←
keyname-right = →
keyname-home = Home
keyname-end = End
keyname-pageup = PgUp
keyname-pagedown = PgDn
keyname-ctrl = Ctrl
keyname-alt = Alt
keyname-shift = Shift

hint-form = Enter done   Tab next field   ◂ ▸ choose   Esc back, what is typed stays
hint-pick = Enter take   ↑ ↓ choose   type to find   Esc back
hint-choose = Space take or leave   Enter done   ↑ ↓ choose   type to find   Esc back
hint-palette = Enter do it   ↑ ↓ choose   type to find   Esc back
hint-pages = ↑ ↓ scroll   Esc back
hint-pages-take = Enter takes it   Esc leaves all as it is   ↑ ↓ scroll
hint-field = Enter saves   Esc keys again, the draft stays

help-everywhere = Everywhere
said-undone = Undone: { $what }
said-undone-over = { $count ->
    [one] Undone: { $what } (one disclosed thing stays as it is)
   *[other] Undone: { $what } ({ $count } disclosed things stay as they are)
 }
said-redone = Done again: { $what }
said-colours = Colours: { $name ->
    [dark] dark
    [light] light
    [projector] for the projector
    [mono] none
    [terminal] those of the terminal
   *[other] { $name }
}

key-settle = settle versions
settle-hint = Two laptops said it differently: y shows what, and settles it
settle-title = { $n } versions of { $fields ->
    [one] one field
   *[other] { $fields } fields
 }: which one stands?
settle-stands = stands now
settle-yes = yes
settle-no = no
settle-nothing = Nothing to settle: there is one version of everything.
settle-said = Settled. { $left ->
    [0] There is one version of everything.
    [one] One field is left: y again.
   *[other] { $left } fields are left: y again.
 }
settle-replaces = There are several versions of this; what you save replaces all of them.
settle-opening = { $count ->
    [one] Laptops said one thing differently: where it says “2 versions”, y settles it.
   *[other] Laptops said { $count } things differently: where it says “2 versions”, y settles it.
 }
desk-hurt = Files of this session are hurt: “talkoot check” says where, “repair” brings back.

## A clock that jumped

jump-slept = This laptop slept from { $from } to { $to }. And { $title }?
jump-set-back = This laptop’s clock was set back, from { $from } to { $to }. And the times of today?
jump-on = The meeting went on: all stays as it is
jump-on-aside = { $title }
jump-still = The meeting stood still
jump-still-aside = paused from { $from } to { $to }
jump-over = { $title } ended then
jump-over-aside = ended at { $from }
jump-back = They were all ahead: move them back
jump-back-aside = { $n ->
    [one] by { $n } minute
   *[other] by { $n } minutes
 }
