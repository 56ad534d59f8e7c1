//! The preview as it is run, asked as a browser asks it.

use std::io::{BufRead, BufReader, Lines, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use crate::edits::Edit;
use crate::parts::{median, timed};
use crate::project::Project;

pub struct Served<'a> {
    project: &'a Project,
    child: Child,
    port: u16,
}

/// How long one save took to be seen.
pub struct Loops {
    /// until the page was told and had fetched what changed
    pub told: f64,
    /// until the page was there where it was asked for at once
    pub asked: f64,
}

/// What was written last must be long ago, as between two saves of a person.
const REST: Duration = Duration::from_millis(2500);

impl Drop for Served<'_> {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl<'a> Served<'a> {
    pub fn start(project: &'a Project) -> Self {
        // KYOTSU names another program to compare with, such as one built before a change.
        let program = std::env::var("KYOTSU").unwrap_or(env!("CARGO_BIN_EXE_kyotsu").to_owned());
        let mut child = Command::new(program)
            .args(["preview", "--port", "0", "--root"])
            .arg(project.root())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut said = BufReader::new(child.stdout.take().unwrap()).lines();
        let line = said.next().expect("an address").unwrap();
        let after = line.split("http://127.0.0.1:").nth(1).expect("an address");
        let port = after.split('/').next().unwrap().parse().unwrap();
        let served = Self { project, child, port };
        served.page("index.html");
        served
    }

    /// Saves an edit again and again, and waits each time until it is seen.
    pub fn measure(&self, edit: &Edit, times: usize) -> Loops {
        let before = self.project.text(edit.file);
        let mut news = self.listen();
        let told = (0..times).map(|number| self.seen(edit, &before, number, Some(&mut news)));
        let told = median(told.collect());
        drop(news);
        let asked = (times..times * 2).map(|number| self.seen(edit, &before, number, None));
        let asked = median(asked.collect());
        self.project.write(edit.file, &before);
        self.page(edit.page);
        Loops { told, asked }
    }

    /// Saves once; whoever has news waits for them before the page is asked for.
    fn seen(&self, edit: &Edit, before: &str, number: usize, news: Option<&mut News>) -> f64 {
        let after = edit.applied(before, number);
        let words = Edit::words(number);
        // It is made last: once it is there, nothing of the save before is still being made.
        self.page("report/index.html");
        sleep(REST);
        let (page, seconds) = timed(|| {
            self.project.write(edit.file, &after);
            if let Some(news) = news {
                news.until(edit.page);
            }
            self.page(edit.page)
        });
        assert!(page.contains(&words), "{} does not say {words}", edit.page);
        seconds
    }

    fn page(&self, path: &str) -> String {
        let mut answer = Vec::new();
        self.connected(path).read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn connected(&self, path: &str) -> TcpStream {
        let port = self.port;
        let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
        let request = format!("GET /{path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n");
        stream.write_all(request.as_bytes()).unwrap();
        stream
    }

    fn listen(&self) -> News {
        News(BufReader::new(self.connected(".kyotsu/events?since=999999")).lines())
    }
}

struct News(Lines<BufReader<TcpStream>>);

impl News {
    /// Reads on until a path is told to have changed.
    fn until(&mut self, path: &str) {
        let path = format!("\"{path}\"");
        let is_told = |line: &String| line.starts_with("data: ") && line.contains(&path);
        self.0.by_ref().map(Result::unwrap).find(is_told).expect("news");
    }
}
