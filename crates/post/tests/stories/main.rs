//! The post's stories: a letter is written, rendered, delivered, refused, wiped and forgotten.

#[cfg(test)]
mod both;
#[cfg(test)]
mod delivery;
#[cfg(test)]
mod house;
#[cfg(test)]
mod leaving;
#[cfg(test)]
mod rendering;
#[cfg(test)]
mod sink;

#[cfg(test)]
use house::{House, START, at, messages, settings, to};
