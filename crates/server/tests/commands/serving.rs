//! A house that serves: what it counts and logs, the sentence on top of its pages, how it stops.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use crate::served::{Served, answer, between, get};
use crate::{done, new_house, refused};

#[test]
fn requests_are_counted_and_logged_without_naming_anybody() {
    let (_dir, folder) = new_house();
    let served = Served::begin(&folder, |command| {
        command.args(["--metrics-listen", "127.0.0.1:0"]);
        command.env("LOCALACTION_LOG", "info").env("LOCALACTION_LOG_FORMAT", "json");
        command.env("LOCALACTION_METRICS_TOKEN", "a-token-of-the-test");
    });
    assert_eq!(served.get("/en/?q=whispered").status, 200);
    assert_eq!(served.get("/en/governments/LG-12345/whispered").status, 404);
    let line = served.logs("\"message\":\"request\"");
    assert!(line.contains("\"method\":\"GET\"") && line.contains("\"status\":200"), "{line}");
    assert!(line.contains("\"route\":\"/{lang}/\"") && !line.contains("whispered"), "{line}");
    let line = served.logs("\"message\":\"request\"");
    assert!(line.contains("\"status\":404") && !line.contains("whispered"), "{line}");
    assert_eq!(
        served.get("/metrics").status,
        307,
        "the site answers no metrics: it looks for a page of that name"
    );
}

#[test]
fn metrics_are_answered_apart_from_the_site_and_to_whoever_has_the_token() {
    let (_dir, folder) = new_house();
    let served = Served::begin(&folder, |command| {
        command.args(["--metrics-listen", "127.0.0.1:0"]);
        command.env("LOCALACTION_METRICS_TOKEN", "a-token-of-the-test");
    });
    let at = served.metrics();
    assert_eq!(served.get("/en/?q=whispered").status, 200);
    assert_eq!(get(&at, "/metrics", "").status, 401);
    assert_eq!(get(&at, "/metrics", "Authorization: Bearer another-of-the-test\r\n").status, 401);
    // The index follows on a thread of its own: a moment after the start it may be a change behind.
    let ask = || get(&at, "/metrics", "Authorization: Bearer a-token-of-the-test\r\n");
    let mut metrics = ask();
    for _ in 0..100 {
        if metrics.text.contains("localaction_index_behind 0") {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
        metrics = ask();
    }
    assert_eq!(metrics.status, 200);
    for line in [
        "localaction_http_requests_total{route=\"/{lang}/\",method=\"GET\",status=\"2xx\"} 1",
        "localaction_database_up 1",
        "localaction_index_behind 0",
        "localaction_mail_waiting 0",
    ] {
        assert!(metrics.text.contains(line), "{line} is not in\n{}", metrics.text);
    }
    assert!(metrics.text.contains("localaction_follower_lag{follower=\""), "{}", metrics.text);
    assert!(!metrics.text.contains("whispered"));
    let text = metrics.text.split_once("\r\n\r\n").map(|(_, body)| body).unwrap_or_default();
    check(text);
}

/// Asks the tool of Prometheus itself, where it is installed.
fn check(text: &str) {
    let spawned = std::process::Command::new("promtool")
        .args(["check", "metrics"])
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn();
    let Ok(mut tool) = spawned else {
        eprintln!("promtool is not installed, so it was not asked");
        return;
    };
    tool.stdin.take().expect("a pipe").write_all(text.as_bytes()).expect("it reads");
    let output = tool.wait_with_output().expect("it ends");
    let said = [output.stdout, output.stderr].concat();
    assert!(output.status.success() && said.is_empty(), "{}\n{text}", String::from_utf8_lossy(&said));
}

#[test]
fn a_sentence_stands_on_every_page_within_a_moment_and_goes_again() {
    let (_dir, folder) = new_house();
    assert!(refused(&folder, &["banner", "Too late", "--until", "2001-01-01T00:00:00Z"]).contains("is over"));
    let served = Served::begin(&folder, |_| {});
    let before = served.get("/fr/");
    let tag = between(&before.text, "etag: ", "\r\n").expect("a public page has a tag");
    let known = format!("If-None-Match: {tag}\r\n");
    assert_eq!(get(&served.at, "/fr/", &known).status, 304);
    done(&folder, &["banner", "Fermé <dimanche>", "--lang", "fr"]);
    let said = done(&folder, &["banner", "Closed on Sunday", "--until", "2999-01-01T00:00:00Z"]);
    assert!(said.contains("until 2999-01-01T00:00:00Z") && said.contains("  fr  Fermé <dimanche>"), "{said}");
    std::thread::sleep(Duration::from_secs(3));
    let page = get(&served.at, "/fr/", &known);
    assert_eq!(page.status, 200, "who has the page from before is given another");
    assert!(
        page.text.contains("lang=\"fr\" dir=\"ltr\"><bdi>Fermé &#60;dimanche&#62;</bdi>"),
        "{}",
        page.text
    );
    let page = served.get("/ar/sign-in");
    assert!(page.text.contains("lang=\"en\" dir=\"ltr\"><bdi>Closed on Sunday</bdi>"), "{}", page.text);
    assert!(served.get("/en/nowhere").text.contains("Closed on Sunday"));
    done(&folder, &["banner", "--clear"]);
    std::thread::sleep(Duration::from_secs(3));
    let page = served.get("/fr/");
    assert!(page.status == 200 && !page.text.contains("dimanche"), "{}", page.text);
}

#[test]
fn a_request_under_way_is_answered_when_the_house_is_told_to_stop() {
    let (_dir, folder) = new_house();
    let mut served = Served::begin(&folder, |_| {});
    let mut slow = TcpStream::connect(&served.at).expect("it listens");
    let origin = format!("http://{}", served.at);
    let head = format!(
        "POST /en/sign-in HTTP/1.1\r\nHost: {}\r\nOrigin: {origin}\r\nContent-Length: 9\r\n\
         Content-Type: application/x-www-form-urlencoded\r\n\r\naddr",
        served.at
    );
    slow.write_all(head.as_bytes()).expect("it reads");
    std::thread::sleep(Duration::from_millis(500));
    served.ask_to_stop();
    std::thread::sleep(Duration::from_millis(500));
    assert_eq!(served.get("/healthz").status, 0, "nobody new is let in");
    slow.write_all(b"ess=x").expect("it goes on reading");
    let answer = answer(slow);
    assert_eq!(answer.status, 403, "{}", answer.text);
    assert!(answer.text.ends_with("</html>\n") || answer.text.ends_with("</html>"), "the page came whole");
    assert!(served.end().success());
    assert!(!folder.join("house.db-wal").exists(), "one file is the whole database again");
}

#[test]
fn a_file_comes_whole_in_every_packing_that_browsers_ask_for() {
    let (_dir, folder) = new_house();
    let served = Served::begin(&folder, |_| {});
    served.get_until("/readyz", 200);
    for form in ["csv", "xlsx", "json", "geojson"] {
        for packing in ["", "gzip", "br", "gzip, deflate, br, zstd"] {
            let answer =
                get(&served.at, &format!("/en/actions.{form}"), &format!("Accept-Encoding: {packing}\r\n"));
            assert_eq!(answer.status, 200, "{form} as {packing}: {}", answer.text);
            let chunked = answer.text.contains("transfer-encoding: chunked");
            assert!(!chunked || answer.text.ends_with("0\r\n\r\n"), "{form} as {packing} is cut short");
        }
    }
    assert_eq!(served.logged("panicked"), 0, "nothing broke meanwhile");
}

#[test]
fn a_file_does_not_wait_for_its_reader_on_a_connection_that_is_kept() {
    let (_dir, folder) = new_house();
    let served = Served::begin(&folder, |_| {});
    served.get_until("/readyz", 200);
    let mut kept = TcpStream::connect(&served.at).expect("it listens");
    let mut took = Vec::new();
    for _ in 0..10 {
        let begun = Instant::now();
        kept.write_all(b"GET /en/actions.csv HTTP/1.1\r\nHost: localhost\r\n\r\n").expect("it reads");
        let (mut whole, mut piece) = (Vec::new(), [0; 4096]);
        while !whole.ends_with(b"\r\n0\r\n\r\n") {
            let n = kept.read(&mut piece).expect("it answers");
            assert!(n > 0, "it went away");
            whole.extend_from_slice(&piece[..n]);
        }
        took.push(begun.elapsed());
    }
    // A reader acknowledges late, after 40 milliseconds, what it was sent alone: no piece may wait for that.
    let quickest = took[1..].iter().min().expect("some were asked for");
    assert!(*quickest < Duration::from_millis(35), "{took:?}");
}
