//! localaction
fn main() {}
