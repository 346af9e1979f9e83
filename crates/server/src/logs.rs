//! The log: to the standard error, for people or for programs.

use std::io::IsTerminal;

use tracing_subscriber::EnvFilter;

use crate::settings::text;

/// Begins to log as the settings say.
pub fn begin() {
    let level = text("log", None).unwrap_or_default();
    let filter = EnvFilter::try_new(level).unwrap_or_else(|_| EnvFilter::new("warn"));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    if text("log_format", None).as_deref() == Some("json") {
        log.json().flatten_event(true).with_current_span(true).with_span_list(false).init();
    } else {
        log.with_ansi(std::io::stderr().is_terminal()).init();
    }
}
