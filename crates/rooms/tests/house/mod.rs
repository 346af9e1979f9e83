//! Stories of the whole house: the thread from the first code to the withdrawal, and what must hold on every route.

mod access;
mod assessment;
mod check;
mod clearance;
mod content;
mod desk;
mod erasing;
mod face;
mod form;
mod journal;
mod kept;
mod languages;
mod my;
mod on_behalf;
mod partners;
mod rubric;
mod safety;
mod scope;
mod second_call;
mod service_pages;
mod stages;
pub mod tables;
mod taking_back;
mod thread;
pub mod town;
mod unkept;
mod vouch;
