//! Who may do what with cohorts: the desk makes and changes them, everyone reads them.

use crate::people::Acting;

/// Not allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("only the secretariat makes and changes cohorts")]
pub struct NotTheDesk;

/// Make, describe, fill and freeze: the desk; a program for a demonstration.
pub fn change(acting: &Acting) -> Result<(), NotTheDesk> {
    if acting.at_desk() || acting.is_program() { Ok(()) } else { Err(NotTheDesk) }
}
