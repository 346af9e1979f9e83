//! Numbers for whoever watches over the house: /metrics as Prometheus reads it, and one line of the log for each request.
//!
//! The metrics are answered at an address of their own, never on the site: what a proxy in front lets through is then not
//! a question. They hold no address, no name and no id; routes are patterns, such as `/{lang}/actions/{reference}`.

use std::fmt::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{Method, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use prometheus_client::encoding::text::encode_registry;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;
use rooms::House;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tracing::Instrument;

use crate::health::{self, Health};

/// Labels of a metric.
type Labels = Vec<(&'static str, String)>;

/// How long the house may take to say how it is, before the database counts as away.
const PATIENCE: Duration = Duration::from_secs(5);
/// The bounds of the histogram, in seconds: from a page out of the cache to one that is given up.
const BOUNDS: [f64; 11] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0, 30.0];

/// What is counted of the requests. Cheap to clone.
#[derive(Clone)]
pub struct Meters {
    requests: Family<Labels, Counter>,
    seconds: Family<Labels, Histogram, fn() -> Histogram>,
    under_way: Gauge,
    registry: Arc<Registry>,
    begun: u64,
}

impl Meters {
    /// Nothing counted yet.
    pub fn new(begun: u64) -> Meters {
        let requests = Family::<Labels, Counter>::default();
        let seconds: Family<Labels, Histogram, fn() -> Histogram> =
            Family::new_with_constructor(|| Histogram::new(BOUNDS));
        let under_way = Gauge::default();
        let mut registry = Registry::with_prefix("localaction");
        registry.register(
            "http_requests",
            "Requests answered, by pattern of the address, method and class of status",
            requests.clone(),
        );
        registry.register(
            "http_request_duration_seconds",
            "How long requests took, by pattern",
            seconds.clone(),
        );
        registry.register("http_requests_in_flight", "Requests under way", under_way.clone());
        Meters { requests, seconds, under_way, registry: Arc::new(registry), begun }
    }

    fn count(&self, route: &str, method: &str, status: StatusCode, took: Duration) {
        let class = format!("{}xx", status.as_u16() / 100);
        let route = ("route", route.to_owned());
        self.seconds.get_or_create(&vec![route.clone()]).observe(took.as_secs_f64());
        self.requests.get_or_create(&vec![route, ("method", method.to_owned()), ("status", class)]).inc();
    }

    /// Everything, as Prometheus reads it.
    fn text(&self, health: Option<&Health>) -> String {
        let mut text = String::new();
        let house = of_house(health, self.begun);
        let written =
            encode_registry(&mut text, &self.registry).and_then(|()| encode_registry(&mut text, &house));
        if written.is_err() {
            tracing::error!("the metrics could not be written");
        }
        classic(&text)
    }
}

/// One request less is under way, however it ended: a browser that goes away ends it too.
struct UnderWay(Gauge);

impl Drop for UnderWay {
    fn drop(&mut self) {
        self.0.dec();
    }
}

/// Counts every request that the router answers, and writes its line into the log.
pub fn observed(router: Router, meters: &Meters) -> Router {
    router.layer(from_fn_with_state(meters.clone(), observe))
}

async fn observe(State(meters): State<Meters>, request: Request, next: Next) -> Response {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    let id = NEXT.fetch_add(1, Ordering::Relaxed);
    let route = request.extensions().get::<MatchedPath>().map_or("none", MatchedPath::as_str).to_owned();
    let method = word(request.method());
    let begun = Instant::now();
    meters.under_way.inc();
    let under_way = UnderWay(meters.under_way.clone());
    let span = tracing::info_span!("request", id);
    let response = next.run(request).instrument(span).await;
    drop(under_way);
    let took = begun.elapsed();
    let status = response.status();
    meters.count(&route, method, status, took);
    let ms = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
    let mark = response.extensions().get::<web::Mark>().map(|mark| mark.0.as_str());
    tracing::info!(id, method, route, status = status.as_u16(), ms, mark, "request");
    response
}

/// The method, or that it is none we know: a label must not grow with what strangers send.
fn word(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        _ => "other",
    }
}

#[derive(Clone)]
struct Desk {
    house: House,
    meters: Meters,
    token: Option<Arc<str>>,
}

/// Answers /metrics until told to stop.
pub async fn answer(
    house: House,
    meters: Meters,
    listener: TcpListener,
    token: Option<String>,
    mut stop: watch::Receiver<bool>,
) {
    let desk = Desk { house, meters, token: token.map(Arc::from) };
    let router = Router::new().fallback(metrics).with_state(desk);
    let told = async move {
        let _ = stop.wait_for(|told| *told).await;
    };
    let serving = axum::serve(listener, router).with_graceful_shutdown(told);
    if let Err(err) = serving.into_future().await {
        tracing::error!(cause = %err, "the metrics could not go on listening");
    }
}

async fn metrics(State(desk): State<Desk>, request: Request) -> Response {
    if request.uri().path() != "/metrics" {
        return (StatusCode::NOT_FOUND, "The metrics are at /metrics.\n").into_response();
    }
    if !desk.token.as_deref().is_none_or(|token| carries(&request, token)) {
        let challenge = [(header::WWW_AUTHENTICATE, "Bearer")];
        return (StatusCode::UNAUTHORIZED, challenge, "Send metrics_token as a bearer token.\n")
            .into_response();
    }
    let health = match tokio::time::timeout(PATIENCE, health::of(&desk.house)).await {
        Ok(Ok(health)) => Some(health),
        Ok(Err(fault)) => {
            tracing::warn!(cause = fault.cause(), "the metrics lack what the database would say");
            None
        }
        Err(_) => None,
    };
    let kind = [(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")];
    (kind, desk.meters.text(health.as_ref())).into_response()
}

/// Whether the request carries the token, in a time that does not say how much of it was right.
fn carries(request: &Request, token: &str) -> bool {
    let sent = request.headers().get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let sent = sent.and_then(|value| value.strip_prefix("Bearer ")).unwrap_or_default().as_bytes();
    let differing = sent.iter().zip(token.as_bytes()).fold(0, |differing, (a, b)| differing | (a ^ b));
    sent.len() == token.len() && differing == 0
}

/// How the house is, as metrics that are made for this one answer.
fn of_house(health: Option<&Health>, begun: u64) -> Registry {
    let mut registry = Registry::default();
    let mut gauge = |name: &str, help: &str, value: i64| {
        let gauge: Gauge = Gauge::default();
        gauge.set(value);
        registry.register(name, help, gauge);
    };
    gauge("process_start_time_seconds", "When the process began, in seconds since 1970", number(begun));
    gauge("localaction_database_up", "Whether the database answers", i64::from(health.is_some()));
    if let Some(health) = health {
        gauge("localaction_journal_position", "The journal's head", health.head);
        gauge(
            "localaction_index_position",
            "The last change of public records in the search index",
            health.index,
        );
        gauge(
            "localaction_index_behind",
            "Changes of public records the search index lacks",
            health.index_behind,
        );
        gauge("localaction_mail_waiting", "Letters that wait or are being sent", number(health.mail.waiting));
        gauge(
            "localaction_mail_late",
            "Of these, letters tried before without success",
            number(health.mail.late),
        );
        gauge("localaction_mail_failed", "Letters given up", number(health.mail.failed));
        gauge(
            "localaction_mail_oldest_seconds",
            "For how long the oldest letter waits",
            health.oldest_letter,
        );
        if let Some(free) = health.free {
            gauge("localaction_disk_free_bytes", "Room left for the data folder", number(free));
        }
    }
    let of = |name: &'static str, value: &str| vec![(name, value.to_owned())];
    let version: Family<Labels, Gauge> = Family::default();
    version.get_or_create(&of("version", env!("CARGO_PKG_VERSION"))).set(1);
    registry.register("localaction_build_info", "Which program this is", version);
    let faults: Family<Labels, Counter> = Family::default();
    for (kind, count) in store::fault::counts() {
        faults.get_or_create(&of("kind", kind)).inc_by(count);
    }
    registry.register(
        "localaction_database_faults",
        "Statements the database did not carry out, by why",
        faults,
    );
    if let Some(health) = health {
        let (lag, parked): (Family<Labels, Gauge>, Family<Labels, Gauge>) = Default::default();
        for follower in &health.followers {
            lag.get_or_create(&of("follower", follower.name)).set(follower.lag);
            parked.get_or_create(&of("follower", follower.name)).set(number(follower.parked));
        }
        registry.register("localaction_follower_lag", "Facts a follower has yet to hear", lag);
        registry.register("localaction_follower_parked", "Facts a follower has set aside", parked);
    }
    registry
}

fn number(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// OpenMetrics as the older text that every Prometheus reads: there a counter's HELP and TYPE bear its whole name.
fn classic(text: &str) -> String {
    let named = |line: &str, kind: &str| {
        let rest = line.strip_prefix("# TYPE ")?;
        let (name, of) = rest.split_once(' ')?;
        (of == kind).then(|| name.to_owned())
    };
    let counters: Vec<String> = text.lines().filter_map(|line| named(line, "counter")).collect();
    let mut classic = String::with_capacity(text.len() + 64);
    for line in text.lines() {
        let mut words = line.splitn(4, ' ');
        let parts = (words.next(), words.next(), words.next(), words.next());
        let _ = match parts {
            (Some("#"), Some(what @ ("HELP" | "TYPE")), Some(name), Some(rest))
                if counters.iter().any(|counter| counter == name) =>
            {
                writeln!(classic, "# {what} {name}_total {rest}")
            }
            _ => writeln!(classic, "{line}"),
        };
    }
    classic
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_is_what_prometheus_reads() {
        let meters = Meters::new(1_700_000_000);
        meters.count("/{lang}/actions", "GET", StatusCode::OK, Duration::from_millis(3));
        meters.count("none", "other", StatusCode::NOT_FOUND, Duration::from_millis(1));
        let text = meters.text(None);
        for line in [
            "# TYPE localaction_http_requests_total counter",
            "localaction_http_requests_total{route=\"/{lang}/actions\",method=\"GET\",status=\"2xx\"} 1",
            "# TYPE localaction_http_request_duration_seconds histogram",
            "localaction_http_request_duration_seconds_bucket{le=\"0.005\",route=\"/{lang}/actions\"} 1",
            "localaction_http_requests_in_flight 0",
            "localaction_database_up 0",
            "process_start_time_seconds 1700000000",
            "# TYPE localaction_database_faults_total counter",
        ] {
            assert!(text.lines().any(|given| given == line), "{line}\nis not in\n{text}");
        }
        assert!(!text.contains("# EOF") && !text.contains("localaction_journal_position"), "{text}");
    }
}
