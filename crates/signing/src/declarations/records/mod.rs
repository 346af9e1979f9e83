//! This room's rows and every query on them.

pub mod declarations;
pub mod leaders;
pub mod signatures;
