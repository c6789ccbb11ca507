#![allow(clippy::unwrap_used)]

use proptest::prelude::*;

use super::*;

fn line(d: &str) -> Line {
    Line {
        run: RunId(0x7e77_2f44_d7bf_6548),
        n: 1,
        id: EventId::new(RunId(0x7e77_2f44_d7bf_6548), 1),
        stamp: Stamp { ms: 1_511_854_282_417, count: 0 },
        kind: "idea.added".into(),
        who: Some("room-b".into()),
        device: None,
        must: false,
        d: object(d.to_owned()).unwrap(),
        previous: Digest::ZERO,
        digest: Digest::ZERO,
        header: None,
    }
}

/// Puts the right digest behind any text.
fn sealed(guarded: &str) -> Vec<u8> {
    format!("{guarded}{MARK}{}\"}}", Digest::of(guarded.as_bytes())).into_bytes()
}

/// A line's guarded part with `extra` after the kind.
fn guarded(extra: &str) -> String {
    format!(
        concat!(
            r#"{{"w":"7e772f44d7bf6548","n":1,"id":"7e772f44d7bf6548.1","t":"2017-11-28T07:31:22.417Z-0000","#,
            r#""k":"x"{},"d":{{}},"p":"00000000000000000000000000000000""#
        ),
        extra
    )
}

#[test]
fn the_bytes_are_those_of_the_contract() {
    let bytes = line(r#"{"text":"Café"}"#).encode().unwrap();
    // The digest was made by hand: printf '%s' '<all before ,"h":">' | sha256sum
    let expected = concat!(
        r#"{"w":"7e772f44d7bf6548","n":1,"id":"7e772f44d7bf6548.1","t":"2017-11-28T07:31:22.417Z-0000","#,
        r#""who":"room-b","k":"idea.added","d":{"text":"Café"},"p":"00000000000000000000000000000000","#,
        r#""h":"e211a5352da0829d66ba5b2f6edae4c5"}"#
    );
    assert_eq!(String::from_utf8(bytes).unwrap(), expected);
}

#[test]
fn a_header_reads_back_what_it_writes() {
    let mut head = line("{}");
    head.n = 0;
    head.kind = OPEN.into();
    head.must = true;
    head.header = Some(HeaderFields {
        sid: "k7q2m9x4ab".parse().unwrap(),
        dev: "d-8f21".into(),
        app: "0.1.0".into(),
        version: 1,
    });
    let bytes = head.encode().unwrap();
    assert!(bytes.starts_with(br#"{"talkoot":1,"w":"7e77"#));
    let back = parse(&bytes).unwrap();
    assert_eq!((back.header, back.digest, back.must, back.device), (head.header, head.digest, true, None));
    assert_eq!(back.who.as_deref(), Some("room-b"));
}

#[test]
fn a_later_version_is_still_a_header() {
    let text = guarded(r#","sid":"k7q2m9x4ab","dev":"d","app":"9""#)
        .replacen('{', r#"{"talkoot":2,"#, 1)
        .replace(r#""n":1"#, r#""n":0"#)
        .replace(r#""k":"x""#, r#""k":"log.open""#);
    assert_eq!(parse(&sealed(&text)).unwrap().header.unwrap().version, 2);
}

#[test]
fn what_breaks_a_rule_does_not_count() {
    assert!(parse(&sealed(&guarded(""))).is_ok());
    assert!(parse(&sealed(&guarded(r#","new":[1,{"h":"x"}]"#))).is_ok(), "unknown fields are passed on");
    let cases = [
        (guarded(r#","n":1"#), LineFault::Twice),
        (guarded(r#","x":1,"\u0078":2"#), LineFault::Twice),
        (guarded(r#","h":"00000000000000000000000000000000""#), LineFault::Twice),
        (guarded("").replace("22.417", "60.417"), LineFault::Field("t")),
        (guarded("").replace("28T07", "28 07"), LineFault::Field("t")),
        (guarded("").replace(r#".1""#, r#".01""#), LineFault::Field("id")),
        (guarded("").replace(r#""d":{}"#, r#""d":[]"#), LineFault::Field("d")),
        (guarded("").replace(r#""d":{}"#, r#""e":{}"#), LineFault::Missing("d")),
        (guarded("").replace(r#""n":1"#, r#""n":1.0"#), LineFault::Shape),
        (guarded("").replace(r#""n":1"#, r#""n":01"#), LineFault::NotJson),
        (guarded(&format!(r#","deep":{}{}"#, "[".repeat(16), "]".repeat(16))), LineFault::TooDeep),
        (guarded(&format!(r#","long":"{}""#, "x".repeat(MAX_LINE))), LineFault::TooLong),
    ];
    for (text, fault) in cases {
        assert_eq!(parse(&sealed(&text)).unwrap_err(), fault, "{}", text.get(..200).unwrap_or(&text));
    }
    let fifteen = format!(r#","deep":{}{}"#, "[".repeat(15), "]".repeat(15));
    assert!(parse(&sealed(&guarded(&fifteen))).is_ok());
}

#[test]
fn any_flipped_bit_is_found() {
    let bytes = line(r#"{"text":"a , b"}"#).encode().unwrap();
    for at in 0..bytes.len() {
        for bit in 0..8 {
            let mut hurt = bytes.clone();
            *hurt.get_mut(at).unwrap() ^= 1 << bit;
            assert!(parse(&hurt).is_err(), "byte {at}, bit {bit}");
        }
    }
}

#[test]
fn a_hurt_line_may_still_say_which_it_was() {
    let bytes = line(r#"{"text":"abc"}"#).encode().unwrap();
    let hurt = String::from_utf8(bytes).unwrap().replace("abc", "abd");
    assert_eq!(claim(hurt.as_bytes()), Some((RunId(0x7e77_2f44_d7bf_6548), 1)));
    assert_eq!(claim(b"\xff\xfe"), None);
}

#[test]
fn a_payload_is_one_object_on_one_line() {
    assert_eq!(object("{\n \"a\": 1\r\n}".to_owned()).unwrap().get(), "{  \"a\": 1  }");
    for text in ["", "[]", "{", "{} {}", "null", "{\"a\":\"b\nc\"}"] {
        assert!(object(text.to_owned()).is_err(), "{text:?}");
    }
}

proptest! {
    #[test]
    fn parsing_bytes_never_panics(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = parse(&bytes);
        let _ = claim(&bytes);
    }

    #[test]
    fn parsing_sealed_text_never_panics(text in r#"[{}\[\]",:a-z0-9\\ é]{0,80}"#) {
        let _ = parse(&sealed(&text));
    }

    #[test]
    fn a_line_reads_back_what_it_writes(
        who in proptest::option::of(any::<String>()), device in proptest::option::of(any::<String>()),
        n in any::<u64>(), ms in 0i64..250_000_000_000_000, count in any::<u16>(), must in any::<bool>(),
        words in any::<String>(),
    ) {
        let mut first = line(&serde_json::json!({ "text": words }).to_string());
        first.n = n;
        first.stamp = Stamp { ms, count };
        first.who = who.map(Into::into);
        first.device = device.map(Into::into);
        first.must = must;
        let bytes = first.encode().unwrap();
        prop_assert!(!bytes.contains(&b'\n'));
        let back = parse(&bytes).unwrap();
        prop_assert_eq!(format!("{first:?}"), format!("{back:?}"));
    }
}
