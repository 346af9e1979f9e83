//! A mail server of a hundred lines, on loopback: it takes letters, or answers as it is told.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// What the server answers to a recipient.
#[derive(Clone, Copy, Debug)]
pub enum Answer {
    /// It takes the letter.
    Take,
    /// It answers with this line to `RCPT TO`.
    Say(&'static str),
    /// It takes the letter and hangs up before it says so.
    HangUp,
}

/// The server.
pub struct Sink {
    /// Where it listens.
    pub port: u16,
    got: Arc<Mutex<Vec<String>>>,
    answer: Arc<Mutex<Answer>>,
}

impl Sink {
    /// Opens a server that takes every letter.
    pub async fn open() -> Sink {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let sink = Sink { port, got: Arc::default(), answer: Arc::new(Mutex::new(Answer::Take)) };
        let (got, answer) = (sink.got.clone(), sink.answer.clone());
        tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                tokio::spawn(converse(socket, got.clone(), answer.clone()));
            }
        });
        sink
    }

    /// From now on it answers so.
    pub fn answers(&self, answer: Answer) {
        *self.answer.lock().unwrap() = answer;
    }

    /// The letters it got, as they came over the wire, since it was last asked.
    pub fn got(&self) -> Vec<String> {
        std::mem::take(&mut *self.got.lock().unwrap())
    }
}

async fn converse(socket: TcpStream, got: Arc<Mutex<Vec<String>>>, answer: Arc<Mutex<Answer>>) {
    let (reading, mut writing) = socket.into_split();
    let mut lines = BufReader::new(reading).lines();
    let _ = writing.write_all(b"220 sink.example ESMTP\r\n").await;
    let answer = *answer.lock().unwrap();
    while let Ok(Some(line)) = lines.next_line().await {
        let word = line.split([' ', ':']).next().unwrap_or_default().to_uppercase();
        let reply = match word.as_str() {
            "EHLO" => "250-sink.example\r\n250 8BITMIME".to_owned(),
            "RCPT" => match answer {
                Answer::Say(words) => words.to_owned(),
                _ => "250 2.1.5 welcome".to_owned(),
            },
            "DATA" => {
                let _ = writing.write_all(b"354 go on\r\n").await;
                let mut letter = String::new();
                while let Ok(Some(line)) = lines.next_line().await {
                    if line == "." {
                        break;
                    }
                    letter.push_str(line.strip_prefix('.').unwrap_or(&line));
                    letter.push('\n');
                }
                got.lock().unwrap().push(letter);
                if matches!(answer, Answer::HangUp) {
                    return;
                }
                "250 2.0.0 taken".to_owned()
            }
            "QUIT" => "221 bye".to_owned(),
            _ => "250 fine".to_owned(),
        };
        if writing.write_all(format!("{reply}\r\n").as_bytes()).await.is_err() || word == "QUIT" {
            return;
        }
    }
}
