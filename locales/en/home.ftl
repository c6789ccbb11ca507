# Home: sessions found, templates, new, open from elsewhere.

key-home-open = open
key-home-new = new session
key-home-import = open a file
key-home-again = look again

help-of-screen-home =
    The sessions on this laptop, the last changed first; the session that comes with the program; packs that lie beside them.
    Enter opens one, n makes a new one: empty, as a copy of the bundled one, or going on from one of yours; m opens a folder or a pack that lies elsewhere, such as on a USB stick.

home-none = No session of yours is here yet. n makes one; Enter opens the one that comes with the program.
home-open = ● open now
home-bundled = bundled
home-bundled-about = comes with the program
home-bundled-long = Comes with the program, for practice or to start from. It is copied to this laptop with the first change.
home-pack = pack
home-pack-long = A session in one file. Opening it makes the session, or joins it into yours of the same identity.
home-broken = cannot be opened
home-recovered-short = ! recovered
home-recovered = { $n ->
    [one] Recovered after a crash: { $n } line lies on this laptop only. It comes home when you open the session.
   *[other] Recovered after a crash: { $n } lines lie on this laptop only. They come home when you open the session.
 }
home-new = New session
home-ask-name = name
home-such-as-name = Helsinki, third meeting
home-ask-from = start from
home-from-nothing = nothing: empty
home-from-bundled = a copy of { $name }
home-from-own = people, ranked proposals and open commitments of { $name }
home-import = Open from elsewhere
home-ask-path = folder or pack
home-such-as-path = /media/usb/helsinki-2017.session.jsonl
