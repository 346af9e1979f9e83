//! What the store promises, told on both databases.

#[path = "stories/files.rs"]
mod files;
#[path = "stories/followers.rs"]
mod followers;
#[path = "stories/journal.rs"]
mod journal;
#[path = "stories/opening.rs"]
mod opening;
#[path = "stories/rules.rs"]
mod rules;
#[path = "stories/world.rs"]
mod world;
