//! The palettes as tables. Change a colour here; the tests say whether it can still be read.

use ratatui::style::{Color, Modifier, Style};

use super::colour::Rgb;
use super::{Look, Role};

const fn hex(value: u32) -> Rgb {
    let [_, red, green, blue] = value.to_be_bytes();
    Rgb(red, green, blue)
}

pub(super) const DARK_GROUND: Rgb = hex(0x16_18_1c);
pub(super) const LIGHT_GROUND: Rgb = hex(0xfb_fa_f7);
pub(super) const WALL_GROUND: Rgb = hex(0xff_ff_ff);

/// The band below a countdown: on grounds of their own these colours are still green and amber where inks that can be read on
/// white would all be nearly black.
const fn countdown(role: Role) -> Look {
    match role {
        Role::Plenty => Look::bold(hex(0x00_00_00)).on(hex(0x5f_d7_5f)),
        Role::Soon => Look::bold(hex(0x00_00_00)).on(hex(0xff_af_00)),
        Role::Nearly => Look::bold(hex(0xff_ff_ff)).on(hex(0xa0_00_00)),
        _ => Look::bold(hex(0xff_ff_ff)).on(hex(0x6a_00_00)),
    }
}

pub(super) const fn dark(role: Role) -> Look {
    match role {
        Role::Ink | Role::Wall => Look::plain(hex(0xe4_e2_dc)),
        Role::Quiet | Role::Placeholder => Look::plain(hex(0x9a_9a_a0)),
        Role::Accent => Look::bold(hex(0x5f_b4_ff)),
        Role::Time => Look::plain(hex(0xf0_b4_29)),
        Role::Trouble => Look::bold(hex(0xff_6f_61)),
        Role::Good => Look::plain(hex(0x86_c9_7a)),
        Role::Rule | Role::Track => Look::plain(hex(0x6c_6f_76)),
        Role::Selected => Look::bold(hex(0xff_ff_ff)).on(hex(0x2c_42_60)),
        Role::Title | Role::Digits => Look::bold(hex(0xff_ff_ff)),
        Role::Key => Look::bold(hex(0xe4_e2_dc)),
        Role::Field => Look::plain(hex(0xff_ff_ff)),
        Role::Match => Look::bold(hex(0x5f_b4_ff)).underlined(),
        Role::Bar => Look::plain(hex(0x5f_b4_ff)),
        Role::Alarm => Look::bold(hex(0xff_ff_ff)).on(hex(0xb3_26_1e)),
        Role::Plenty | Role::Soon | Role::Nearly | Role::Over => countdown(role),
    }
}

pub(super) const fn light(role: Role) -> Look {
    match role {
        Role::Ink | Role::Wall => Look::plain(hex(0x22_22_26)),
        Role::Quiet | Role::Placeholder => Look::plain(hex(0x63_63_6a)),
        Role::Accent => Look::bold(hex(0x0b_57_b0)),
        Role::Time => Look::plain(hex(0x8a_55_00)),
        Role::Trouble => Look::bold(hex(0xb3_1d_12)),
        Role::Good => Look::plain(hex(0x25_6f_2c)),
        Role::Rule | Role::Track => Look::plain(hex(0x8a_8a_90)),
        Role::Selected => Look::bold(hex(0x10_10_14)).on(hex(0xcf_e2_fa)),
        Role::Title | Role::Digits => Look::bold(hex(0x00_00_00)),
        Role::Key => Look::bold(hex(0x22_22_26)),
        Role::Field => Look::plain(hex(0x00_00_00)),
        Role::Match => Look::bold(hex(0x0b_57_b0)).underlined(),
        Role::Bar => Look::plain(hex(0x0b_57_b0)),
        Role::Alarm => Look::bold(hex(0xff_ff_ff)).on(hex(0xb3_1d_12)),
        Role::Plenty | Role::Soon | Role::Nearly | Role::Over => countdown(role),
    }
}

/// Projectors wash colours out, so what differs here differs in weight too.
pub(super) const fn projector(role: Role) -> Look {
    match role {
        Role::Ink | Role::Wall | Role::Field => Look::plain(hex(0x00_00_00)),
        Role::Quiet | Role::Placeholder => Look::plain(hex(0x4a_4a_4a)),
        Role::Accent => Look::bold(hex(0x00_3b_8e)),
        Role::Time => Look::plain(hex(0x6b_3f_00)).underlined(),
        Role::Trouble => Look::bold(hex(0x96_00_00)).underlined(),
        Role::Good => Look::plain(hex(0x0f_53_1a)),
        Role::Rule | Role::Track => Look::plain(hex(0x55_55_55)),
        Role::Selected => Look::bold(hex(0xff_ff_ff)).on(hex(0x00_00_00)),
        Role::Title | Role::Key | Role::Digits => Look::bold(hex(0x00_00_00)),
        Role::Match => Look::bold(hex(0x00_3b_8e)).underlined(),
        Role::Bar => Look::plain(hex(0x00_3b_8e)),
        Role::Alarm => Look::bold(hex(0xff_ff_ff)).underlined().on(hex(0x96_00_00)),
        Role::Plenty | Role::Soon | Role::Nearly | Role::Over => countdown(role),
    }
}

/// Only names and the terminal's own ink and ground: no bright black, which some well-known schemes make
/// nearly invisible, and no blue, which is hard to read in many.
pub(super) fn terminal(role: Role) -> Style {
    let ink = Style::new();
    match role {
        Role::Ink | Role::Wall | Role::Field => ink,
        Role::Quiet | Role::Placeholder | Role::Rule | Role::Track => ink.add_modifier(Modifier::DIM),
        Role::Accent => ink.fg(Color::Cyan).add_modifier(Modifier::BOLD),
        Role::Time => ink.fg(Color::Yellow),
        Role::Trouble => ink.fg(Color::Red).add_modifier(Modifier::BOLD),
        Role::Good => ink.fg(Color::Green),
        Role::Selected => ink.add_modifier(Modifier::REVERSED),
        Role::Title | Role::Key | Role::Digits => ink.add_modifier(Modifier::BOLD),
        Role::Match => ink.fg(Color::Cyan).add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
        Role::Bar => ink.fg(Color::Cyan),
        Role::Alarm | Role::Over => ink.fg(Color::Red).add_modifier(Modifier::BOLD | Modifier::REVERSED),
        Role::Plenty => ink.fg(Color::Green).add_modifier(Modifier::BOLD),
        Role::Soon => ink.fg(Color::Yellow).add_modifier(Modifier::BOLD.union(Modifier::UNDERLINED)),
        Role::Nearly => ink.fg(Color::Red).add_modifier(Modifier::REVERSED),
    }
}

/// Weight alone.
pub(super) const fn mono(role: Role) -> Style {
    let ink = Style::new();
    match role {
        Role::Ink
        | Role::Quiet
        | Role::Good
        | Role::Rule
        | Role::Wall
        | Role::Field
        | Role::Placeholder
        | Role::Bar
        | Role::Track => ink,
        Role::Time | Role::Match => ink.add_modifier(Modifier::UNDERLINED),
        Role::Title | Role::Key | Role::Digits | Role::Plenty => ink.add_modifier(Modifier::BOLD),
        Role::Accent | Role::Trouble | Role::Soon => {
            ink.add_modifier(Modifier::BOLD.union(Modifier::UNDERLINED))
        }
        Role::Selected | Role::Nearly => ink.add_modifier(Modifier::REVERSED),
        Role::Alarm | Role::Over => ink.add_modifier(Modifier::BOLD.union(Modifier::REVERSED)),
    }
}
