//! A house open to visitors: listening, working beside, and ending in order when told to.

use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use axum::serve::ListenerExt;
use rooms::{House, wiring};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::metrics::Meters;
use crate::{Outcome, Refused, metrics};

/// How long requests that are under way may take once the house is told to stop.
const DRAIN: Duration = Duration::from_secs(10);

/// Takes the port, before anything else is begun.
pub async fn listen(at: SocketAddr) -> Result<(TcpListener, SocketAddr), Refused> {
    listen_as(at, "--listen").await
}

async fn listen_as(at: SocketAddr, flag: &str) -> Result<(TcpListener, SocketAddr), Refused> {
    let cannot = |err: std::io::Error| {
        Refused::because(format!(
            "Nothing can listen on {at}: {err}. Stop what listens there, or give another with {flag} ADDR:PORT."
        ))
    };
    let listener = TcpListener::bind(at).await.map_err(cannot)?;
    let real = listener.local_addr().map_err(cannot)?;
    Ok((listener, real))
}

/// How the requests are watched: by the log, and by metrics where they are switched on.
pub struct Watched {
    meters: Meters,
    metrics: Option<(TcpListener, Option<String>)>,
}

impl Watched {
    /// Takes the port of the metrics, where there is one.
    pub async fn begin(metrics: Option<(SocketAddr, Option<String>)>) -> Result<Watched, Refused> {
        let begun = u64::try_from(vocabulary::Clock::System.now().unix()).unwrap_or_default();
        let metrics = match metrics {
            Some((at, token)) => {
                let (listener, at) = listen_as(at, "--metrics-listen").await?;
                say!("The metrics are at http://{at}/metrics");
                Some((listener, token))
            }
            None => None,
        };
        Ok(Watched { meters: Meters::new(begun), metrics })
    }

    /// Watches these requests. Where nobody reads what is written down, nothing is.
    fn over(self, house: &House, router: Router, stop: watch::Receiver<bool>) -> Router {
        if self.metrics.is_none() && !tracing::enabled!(tracing::Level::INFO) {
            return router;
        }
        let router = metrics::observed(router, &self.meters);
        if let Some((listener, token)) = self.metrics {
            tokio::spawn(metrics::answer(house.clone(), self.meters, listener, token, stop));
        }
        router
    }
}

/// What works beside the requests.
pub struct Beside {
    stop: watch::Sender<bool>,
    work: JoinHandle<()>,
}

/// Begins what works beside the requests.
pub fn begin(house: &House) -> Beside {
    let (stop, stopped) = watch::channel(false);
    let work = tokio::spawn(wiring::work(house.clone(), stopped));
    Beside { stop, work }
}

/// Answers requests until told to stop, then lets those under way end.
pub async fn answer(house: &House, listener: TcpListener, watched: Watched, beside: Beside) -> Outcome {
    let (_, router) = wiring::app(house);
    let router = watched.over(house, router, beside.stop.subscribe());
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    let told = beside.stop.subscribe();
    // A file goes out in pieces: none waits until the reader has said that the one before it came.
    let listener = listener.tap_io(|tcp| drop(tcp.set_nodelay(true)));
    let serving = axum::serve(listener, service).with_graceful_shutdown(until(told.clone()));
    let stop = beside.stop.clone();
    tokio::spawn(async move {
        asked_to_stop().await;
        let _ = stop.send(true);
    });
    tokio::select! {
        ended = serving.into_future() => {
            ended.map_err(|err| Refused::because(format!("The house could not go on listening: {err}.")))?;
        }
        () = too_long(told) => tracing::warn!("some requests did not end in time and were cut"),
    }
    let _ = beside.stop.send(true);
    if beside.work.await.is_err() {
        tracing::error!("what works beside the requests ended out of order");
    }
    Ok(())
}

async fn until(mut told: watch::Receiver<bool>) {
    let _ = told.wait_for(|told| *told).await;
}

async fn too_long(told: watch::Receiver<bool>) {
    until(told).await;
    tokio::time::sleep(DRAIN).await;
}

/// Ends at Ctrl-C or when the system asks the process to end.
async fn asked_to_stop() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut ended) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = interrupted => {}
                _ = ended.recv() => {}
            }
            return;
        }
    }
    let _ = interrupted.await;
}
