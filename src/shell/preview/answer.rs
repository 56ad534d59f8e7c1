//! What the preview answers: the site, and beside it what only the preview has.

use std::io;
use std::net::TcpStream;
use std::sync::Arc;

use super::http::{self, Answer, Request};
use super::workshop::{Found, Workshop};
use super::{events, words};
use crate::build::{ASSETS, FORMER, script, style};
use crate::text::Language;

/// Where the preview's own files stand; no page of a site begins with a dot.
const SCRIPT: &str = "/.kyotsu/preview.js";
const STYLE: &str = "/.kyotsu/preview.css";
/// The folder they stand in.
const OWN: &str = "/.kyotsu/";
const EVENTS: &str = "/.kyotsu/events";

/// Answers one request. Whoever goes away before the end is no longer there to be told.
pub fn answer(mut stream: TcpStream, workshop: &Arc<Workshop>, port: u16) {
    let _ = answered(&mut stream, workshop, port);
}

fn answered(stream: &mut TcpStream, workshop: &Arc<Workshop>, port: u16) -> io::Result<()> {
    let Some(request) = http::read(stream)? else {
        return http::write(stream, &Answer::plain("400 Bad Request", ""), false);
    };
    let head_only = request.method == "HEAD";
    let answer = match request.path.as_str() {
        _ if !is_ours(&request, port) => Answer::plain("403 Forbidden", words::REFUSED),
        _ if !head_only && request.method != "GET" => Answer::plain("405 Method Not Allowed", ""),
        EVENTS if !head_only => {
            http::begin_events(stream)?;
            let served = asked(&request, "since").and_then(|number| number.parse().ok());
            return events::tell(stream, workshop, served.unwrap_or(0), language(&request));
        }
        SCRIPT => file("text/javascript; charset=utf-8", include_bytes!("preview.js")),
        STYLE => file("text/css; charset=utf-8", include_bytes!("preview.css")),
        path => match path.strip_prefix(FORMER) {
            Some(path) => of_base(workshop, path),
            None => own(path).unwrap_or_else(|| of_site(workshop, path)),
        },
    };
    http::write(stream, &answer, head_only)
}

/// Whether a request is addressed to this machine, and by a page of ours if by any: a name from
/// elsewhere may be made to lead here.
fn is_ours(request: &Request, port: u16) -> bool {
    let hosts = ["localhost", "127.0.0.1", "[::1]"].map(|host| format!("{host}:{port}"));
    let [host] = request.hosts.as_slice() else { return false };
    let of_page = |origin: &String| origin.strip_prefix("http://").is_some_and(|one| one == host);
    hosts.contains(host) && request.origins.iter().all(of_page)
}

/// The style and script of reviewers.
fn own(path: &str) -> Option<Answer> {
    let name = path.strip_prefix(OWN)?;
    let (_, bytes) = ASSETS.iter().find(|(asset, _)| *asset == name)?;
    Some(file(kind(name), bytes))
}

/// A page as it was; what it is set with is today's.
fn of_base(workshop: &Arc<Workshop>, path: &str) -> Answer {
    match workshop.former(path) {
        Some(html) => file(HTML, html.as_bytes()),
        None => of_site(workshop, path),
    }
}

fn of_site(workshop: &Arc<Workshop>, path: &str) -> Answer {
    let name = path.trim_start_matches('/');
    let name = if name.is_empty() || name.ends_with('/') {
        format!("{name}index.html")
    } else {
        name.to_owned()
    };
    let (found, number) = workshop.find(&name);
    let dressed = |html: &[u8]| dressed(html, number, workshop.session());
    match found {
        Found::File(bytes) if kind(&name) == HTML => {
            let marked = workshop.marked(&name, bytes.to_vec());
            file(HTML, &dressed(&marked))
        }
        Found::File(bytes) => file(kind(&name), &bytes),
        Found::Nothing(page) => Answer {
            status: "404 Not Found",
            // Before the first good site there is a page all the same, to say what is wrong.
            body: page.map_or_else(|| dressed(NO_SITE.as_bytes()), |page| dressed(&page)),
            ..file(HTML, &[])
        },
    }
}

fn file(kind: &'static str, bytes: &[u8]) -> Answer {
    Answer { status: "200 OK", kind, body: bytes.to_vec() }
}

const NO_SITE: &str = "<!doctype html>\n<html lang=\"ja\">\n<head>\n<meta charset=\"utf-8\">\n\
    <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
    <title>kyotsu preview</title>\n</head>\n<body>\n<main></main>\n</body>\n</html>\n";

/// A page with the preview's script and the right to ask this server, as it is served; the bytes of
/// the site stay as they are.
fn dressed(html: &[u8], number: u64, session: u128) -> Vec<u8> {
    let html = String::from_utf8_lossy(html);
    let tags = format!(
        "<head>\n<link rel=\"stylesheet\" href=\"{STYLE}\" data-preview>\
         <script src=\"{SCRIPT}\" data-preview data-number=\"{number}\" data-session=\"{session}\" \
         defer></script>{}",
        script(OWN)
    );
    let html = html.replacen("<head>", &tags, 1);
    let html = html.replacen("</head>", &format!("{}</head>", style(OWN)), 1);
    html.replacen("default-src 'none';", "default-src 'none'; connect-src 'self';", 1).into_bytes()
}

const HTML: &str = "text/html; charset=utf-8";

fn kind(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => HTML,
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" | "jsonld" => "application/json",
        "csv" => "text/csv; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "xml" => "application/xml",
        "txt" => "text/plain; charset=utf-8",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/octet-stream",
    }
}

fn asked<'a>(request: &'a Request, name: &str) -> Option<&'a str> {
    let mut pairs = request.query.split('&').filter_map(|pair| pair.split_once('='));
    pairs.find(|(key, _)| *key == name).map(|(_, value)| value)
}

fn language(request: &Request) -> Language {
    match asked(request, "lang") {
        Some("en") => Language::En,
        _ => Language::Ja,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(hosts: &[&str], origins: &[&str]) -> Request {
        let texts = |list: &[&str]| list.iter().map(|text| (*text).to_owned()).collect();
        Request {
            method: "GET".to_owned(),
            path: "/".to_owned(),
            query: String::new(),
            hosts: texts(hosts),
            origins: texts(origins),
        }
    }

    #[test]
    fn only_this_machine_is_answered() {
        let ours = |hosts: &[&str], origins: &[&str]| is_ours(&request(hosts, origins), 80);
        for host in ["localhost:80", "127.0.0.1:80", "[::1]:80"] {
            assert!(ours(&[host], &[]) && ours(&[host], &[&format!("http://{host}")]), "{host}");
        }
        for hosts in
            [&[][..], &["localhost"], &["localhost:81"], &["a.jp:80"], &["localhost:80"; 2]]
        {
            assert!(!ours(hosts, &[]), "{hosts:?}");
        }
        for origin in ["null", "http://a.jp", "https://localhost:80", "http://127.0.0.1:80"] {
            assert!(!ours(&["localhost:80"], &[origin]), "{origin}");
        }
    }

    #[test]
    fn a_page_is_dressed_once_and_may_ask_this_server() {
        let page = b"<head><meta content=\"default-src 'none'; script-src 'self'\"><pre>&lt;head>";
        let dressed = String::from_utf8(dressed(page, 7, 9)).unwrap();
        assert!(dressed.contains("data-number=\"7\" data-session=\"9\""), "{dressed}");
        assert_eq!(dressed.matches("preview.js").count(), 1);
        assert!(dressed.contains("default-src 'none'; connect-src 'self'; script-src 'self'"));
    }
}
