//! The kit for HTTP and HTML: what every page, form and address of the house has in common.
//!
//! In reading order: `kit` is what the wiring hands over once; `routes` is the registry every address stands
//! in; `at` says where a visitor is and in which language; `frame` and `form` are what templates draw;
//! `browser` and `posted` keep strangers from posting in a visitor's name; `problem` turns what goes wrong
//! into pages that help; `open` dresses the whole router with limits and headers; `kept` answers again what is the same
//! for everyone; `look_parts`, `map` and `foot` are the parts of public pages; `drawing` makes pictures of what is drawn.

mod address;
mod asking;
mod assets;
mod at;
mod banner;
mod browser;
mod caching;
mod client;
mod dates;
pub mod differences;
mod docx;
pub mod drawing;
mod errors;
pub mod fitting;
mod foot;
mod form;
mod frame;
mod head;
mod headers;
mod kept;
mod kit;
mod look_parts;
mod look_pattern_words;
mod look_patterns;
mod map;
mod markdown;
mod open;
mod page;
mod picture;
mod posted;
mod problem;
mod problem_page;
mod routes;
mod throttle;
mod upload;

pub use assets::Assets;
pub use at::At;
pub use banner::Banner;
pub use browser::Browser;
pub use caching::{served, served_later};
pub use client::{Client, Network, NetworkRefused};
pub use dates::{DateParts, DateRefused};
pub use differences::{Changes, Difference};
pub use docx::Docx;
pub use errors::{ErrorLine, Errors};
pub use foot::Foot;
pub use form::{Choice, Choices, Date3, Field, FileField, Form, Kind};
pub use frame::{Frame, LanguageLink, NavEntry, Notice, Tone, Visitor};
pub use head::{CARD, DESCRIBED, brief, first_sentence};
pub use headers::{for_every_site, for_frames, host_is_loopback};
pub use kept::Pages;
pub use kit::{
    Chance, Kit, LookFor, Lost, Missing, NavLink, Near, Programme, Settings, Standing, Suggest, Transport,
};
pub use look_parts::{
    Bar, Bars, Cell, Entry, FacetChoice, FacetGroup, Fact, Link, Pager, Task, TaskState, Tile, Year,
    YearState,
};
pub use look_patterns::Patterns;
pub use map::{Map, MapPoint, Name, Names, Spot, View, project};
pub use markdown::{document, markdown, plain};
pub use open::{Opened, open};
pub use page::{again, html};
pub use picture::{Accepted, FileKind, FileRefused, accept};
pub use posted::{Pairs, Posted};
pub use problem::{Problem, Stranger};
pub use problem_page::Mark;
pub use routes::{Access, Method, Route, Routes};
pub use throttle::{Key, RetryAfter, Rule, Throttle, Who};
pub use upload::{Sent, Upload, download};
