//! What the store promises, told on both databases.

#[cfg(test)]
#[path = "stories/files.rs"]
mod files;
#[cfg(test)]
#[path = "stories/followers.rs"]
mod followers;
#[cfg(test)]
#[path = "stories/full.rs"]
mod full;
#[cfg(test)]
#[path = "stories/journal.rs"]
mod journal;
#[cfg(test)]
#[path = "stories/opening.rs"]
mod opening;
#[cfg(test)]
#[path = "stories/rules.rs"]
mod rules;
#[cfg(test)]
#[path = "stories/world.rs"]
mod world;
