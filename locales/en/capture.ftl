# The rapporteur's desk.

key-capture-save = enter the line
key-capture-room = another room
key-capture-older = last line again
key-capture-newer = the line after it
key-capture-give-up = give up the change

help-of-screen-capture = Write down what the room says, one idea a line, and press Enter. Nothing more is needed. In front of the words ! makes it an action, ? a question, " a quote, % off the record, ru: or en: says the language. #word tags, @word says who said it: at either end of the line they are taken out of the words, inside a sentence the word stays. ↑ takes up the last line again: Enter saves the change, Esc leaves it, an emptied line is removed. Several pasted lines become one idea each. Ctrl-T takes back what was done last; Ctrl-P has everything else.

capture-room-title = Which room do you write for?
capture-none = Nothing written down yet. Type what the room says and press Enter.
capture-example = what was said   #tag @who   !action ?question "quote %off the record
capture-changing = changing what was entered
capture-hint = Enter saves   ↑ last line   Ctrl-T undo   Tab room   Ctrl-Q leave   F1 help
capture-hint-room = Enter take   ↑ ↓ choose   type to find   Esc back
capture-hint-changing = Enter saves the change   ↑ ↓ other lines   Esc leaves it as it was
capture-pasted = { $n ->
    [one] { $n } idea entered.
   *[other] { $n } ideas entered, one a line.
 }
    .hint = one undo takes them back
