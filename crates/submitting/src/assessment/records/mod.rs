//! This room's rows and every query on them.

pub mod assessments;
pub mod panel;
mod rows;
pub mod sheets;
pub mod summaries;
