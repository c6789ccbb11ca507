//! Digits that fill a screen, for a countdown read from the last row.

/// Pixels of a glyph: five rows from the top, the leftmost pixel in the highest of `wide` bits.
struct Glyph {
    wide: usize,
    rows: [u8; 5],
}

const ROWS: usize = 5;

const fn glyph(c: char) -> Option<Glyph> {
    let (wide, rows) = match c {
        '0' => (3, [0b111, 0b101, 0b101, 0b101, 0b111]),
        '1' => (3, [0b110, 0b010, 0b010, 0b010, 0b111]),
        '2' => (3, [0b111, 0b001, 0b111, 0b100, 0b111]),
        '3' => (3, [0b111, 0b001, 0b111, 0b001, 0b111]),
        '4' => (3, [0b101, 0b101, 0b111, 0b001, 0b001]),
        '5' => (3, [0b111, 0b100, 0b111, 0b001, 0b111]),
        '6' => (3, [0b111, 0b100, 0b111, 0b101, 0b111]),
        '7' => (3, [0b111, 0b001, 0b001, 0b001, 0b001]),
        '8' => (3, [0b111, 0b101, 0b111, 0b101, 0b111]),
        '9' => (3, [0b111, 0b101, 0b111, 0b001, 0b111]),
        '+' => (3, [0b000, 0b010, 0b111, 0b010, 0b000]),
        '/' => (3, [0b001, 0b001, 0b010, 0b100, 0b100]),
        '-' | '−' => (3, [0b000, 0b000, 0b111, 0b000, 0b000]),
        ':' => (1, [0b0, 0b1, 0b0, 0b1, 0b0]),
        ' ' => (1, [0b0, 0b0, 0b0, 0b0, 0b0]),
        _ => return None,
    };
    Some(Glyph { wide, rows })
}

/// `text` (digits, `+`, `-`, `:`, `/` and spaces) as lines of blocks, in the largest size that fits into
/// `max_width` columns and `max_height` rows. A pixel is as many columns wide as half rows high, which is
/// about a square.
///
/// `None` where not even the smallest size fits (three rows), or a character has no glyph: then it is
/// written as ordinary text.
pub(crate) fn big_digits(text: &str, max_width: usize, max_height: usize) -> Option<Vec<String>> {
    let glyphs: Vec<Glyph> = text.chars().map(glyph).collect::<Option<_>>()?;
    let pixels = glyphs.iter().map(|glyph| glyph.wide + 1).sum::<usize>().checked_sub(1)?;
    let scale = (max_width / pixels).min(max_height.saturating_mul(2) / ROWS);
    if scale == 0 {
        return None;
    }
    // Two half rows make a row of the screen; the last may have only its upper half.
    let lines = (0..(ROWS * scale).div_ceil(2)).map(|row| {
        let lit = |half: usize, glyph: &Glyph, column: usize| {
            let bits = glyph.rows.get(half / scale).copied().unwrap_or(0);
            bits >> (glyph.wide - 1 - column) & 1 == 1
        };
        let mut line = String::new();
        for (n, glyph) in glyphs.iter().enumerate() {
            if n > 0 {
                line.extend(std::iter::repeat_n(' ', scale));
            }
            for column in 0..glyph.wide {
                let block = match (lit(2 * row, glyph, column), lit(2 * row + 1, glyph, column)) {
                    (true, true) => '█',
                    (true, false) => '▀',
                    (false, true) => '▄',
                    (false, false) => ' ',
                };
                line.extend(std::iter::repeat_n(block, scale));
            }
        }
        line
    });
    Some(lines.collect())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::wrap::columns;

    #[test]
    fn the_smallest_size() {
        let lines = big_digits("19:04", 17, 3).unwrap();
        assert_eq!(lines, ["▀█  █▀█ ▄ █▀█ █ █", " █  ▀▀█ ▄ █ █ ▀▀█", "▀▀▀ ▀▀▀   ▀▀▀   ▀"]);
    }

    #[test]
    fn twice_the_size_is_drawn_in_full_blocks() {
        let lines = big_digits("-2", 99, 5).unwrap();
        let expected =
            ["        ██████", "            ██", "██████  ██████", "        ██    ", "        ██████"];
        assert_eq!(lines, expected);
    }

    #[test]
    fn what_cannot_be_drawn_is_left_to_others() {
        assert_eq!(big_digits("19:04", 16, 3), None);
        assert_eq!(big_digits("19:04", 99, 2), None);
        assert_eq!(big_digits("7 min", 99, 99), None);
        assert_eq!(big_digits("", 99, 99), None);
    }

    proptest! {
        #[test]
        fn fits_and_could_not_be_larger(text in "[-+]?[0-9]{1,3}(:[0-9]{2})?", width in 0_usize..300, height in 0_usize..100) {
            let Some(lines) = big_digits(&text, width, height) else { return Ok(()) };
            let wide = columns(&lines[0]);
            prop_assert!(lines.iter().all(|line| columns(line) == wide));
            prop_assert!(wide <= width && lines.len() <= height);
            let pixels = columns(&big_digits(&text, 1_000, 3).unwrap()[0]);
            let scale = wide / pixels;
            prop_assert!(pixels * (scale + 1) > width || (ROWS * (scale + 1)).div_ceil(2) > height);
        }

        #[test]
        fn ten_digits_are_ten_shapes(a in 0_u8..10, b in 0_u8..10) {
            let shape = |n: u8| big_digits(&n.to_string(), 9, 5);
            prop_assert_eq!(shape(a) == shape(b), a == b);
        }
    }
}
