//! Records entered from a source: files that are imported, and what a demonstration begins with.
//!
//! Invariant: nothing is enacted here for a real government. A record enters *on file*, with the source it was read
//! at; only the governments of an invented country sign, send and are published in a demonstration.

mod demo;
mod first_call;

pub use demo::{DemoRefused, demo};
pub use first_call::first_call;
