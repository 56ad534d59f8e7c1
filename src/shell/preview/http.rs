//! As much of HTTP as one browser on this machine needs: a request's head in, one answer out.

use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use crate::text::decoded;

/// What was asked.
#[derive(Debug, PartialEq)]
pub struct Request {
    pub method: String,
    /// decoded, from its first `/`
    pub path: String,
    /// what stands behind the `?`, as it was sent
    pub query: String,
    /// every `Host`; there must be one
    pub hosts: Vec<String>,
    /// every `Origin`
    pub origins: Vec<String>,
}

/// One answer.
pub struct Answer {
    pub status: &'static str,
    pub kind: &'static str,
    pub body: Vec<u8>,
}

impl Answer {
    /// Words instead of what was asked for.
    pub fn plain(status: &'static str, body: &str) -> Self {
        let kind = "text/plain; charset=utf-8";
        Self { status, kind, body: body.into() }
    }
}

/// The longest head of a request that is read.
const LONGEST: usize = 32 * 1024;
const MOST_HEADERS: usize = 100;
/// How long a browser may take to ask, or to take an answer.
const PATIENCE: Duration = Duration::from_secs(10);

/// Reads what is asked; nothing where that is no request.
pub fn read(stream: &mut TcpStream) -> io::Result<Option<Request>> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let mut bytes = Vec::new();
    let mut part = [0; 4096];
    while bytes.len() < LONGEST {
        let count = stream.read(&mut part)?;
        bytes.extend(part.iter().take(count));
        match parsed(&bytes) {
            Parsed::More if count > 0 => {}
            Parsed::More | Parsed::Wrong => return Ok(None),
            Parsed::Request(request) => return Ok(Some(request)),
        }
    }
    Ok(None)
}

/// Writes an answer; of one to `HEAD` the head only.
pub fn write(out: &mut impl Write, answer: &Answer, head_only: bool) -> io::Result<()> {
    let Answer { status, kind, body } = answer;
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status}\r\ncontent-type: {kind}\r\ncontent-length: {length}\r\n{ALWAYS}\r\n"
    );
    out.write_all(head.as_bytes())?;
    if !head_only {
        out.write_all(body)?;
    }
    out.flush()
}

/// Begins an answer that goes on until the browser is gone.
pub fn begin_events(out: &mut impl Write) -> io::Result<()> {
    write!(out, "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n{ALWAYS}\r\n")
}

/// What every answer says: it is good for this once only, and what it says it is.
const ALWAYS: &str =
    "cache-control: no-store\r\nx-content-type-options: nosniff\r\nconnection: close\r\n";

enum Parsed {
    More,
    Wrong,
    Request(Request),
}

fn parsed(bytes: &[u8]) -> Parsed {
    let mut headers = [httparse::EMPTY_HEADER; MOST_HEADERS];
    let mut request = httparse::Request::new(&mut headers);
    match request.parse(bytes) {
        Ok(httparse::Status::Complete(_)) => {}
        Ok(httparse::Status::Partial) => return Parsed::More,
        Err(_) => return Parsed::Wrong,
    }
    let (Some(method), Some(target)) = (request.method, request.path) else { return Parsed::Wrong };
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let Some(path) = decoded(path).filter(|path| path.starts_with('/')) else {
        return Parsed::Wrong;
    };
    let of = |name: &str| {
        let named = request.headers.iter().filter(|header| header.name.eq_ignore_ascii_case(name));
        named.map(|header| String::from_utf8_lossy(header.value).into_owned()).collect()
    };
    Parsed::Request(Request {
        method: method.to_owned(),
        path,
        query: query.to_owned(),
        hosts: of("host"),
        origins: of("origin"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_is_read_and_its_path_decoded() {
        let text = "GET /%E8%B2%BB/a.html?x=%41 HTTP/1.1\r\nHost: localhost:1\r\nhost: b\r\n\r\n";
        let Parsed::Request(request) = parsed(text.as_bytes()) else { panic!("no request") };
        assert_eq!((&*request.path, &*request.query), ("/費/a.html", "x=%41"));
        assert_eq!(request.hosts, ["localhost:1", "b"]);
        assert!(matches!(parsed(b"GET / HTTP/1.1\r\nHo"), Parsed::More));
        let odd = parsed(b"GET /%4 HTTP/1.1\r\n\r\n");
        assert!(matches!(odd, Parsed::Request(request) if request.path == "/%4"));
    }

    #[test]
    fn what_is_no_request_is_refused() {
        for text in ["\0\0\r\n\r\n", "GET /%FF HTTP/1.1\r\n\r\n"] {
            assert!(matches!(parsed(text.as_bytes()), Parsed::Wrong), "{text:?}");
        }
        let elsewhere = b"GET http://example.jp/ HTTP/1.1\r\n\r\n";
        assert!(matches!(parsed(elsewhere), Parsed::Wrong));
    }
}
