//! `kyotsu preview`, run as people run it: files are saved as programs save them, and what an open
//! page is told is read as its script reads it.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::folder::{self, Place, edit, name, text, write};
use crate::program::kyotsu;

/// Less than silence is believed: what takes longer was not heard but found.
const HEARD: Duration = Duration::from_secs(8);

const PAGE: &str = "areas/star-charts/index.html";
const NAME: &str = "星図の貸出し";

struct Preview {
    place: Place,
    child: Child,
    port: u16,
    /// what it said on its standard error until it could be asked
    told: String,
}

impl Drop for Preview {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Preview {
    /// A project of its own under preview.
    fn start(arguments: &[&str]) -> Self {
        Self::of(arguments, |_| {})
    }

    /// The same, changed before the preview begins.
    fn of(arguments: &[&str], change: impl FnOnce(&Path)) -> Self {
        let place = Place::new();
        change(folder::small(place.path()));
        let errors = place.at("told");
        let mut child = kyotsu("en", ["preview", "--root", name(place.path())])
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(fs::File::create(&errors).unwrap())
            .spawn()
            .unwrap();
        let mut said = BufReader::new(child.stdout.take().unwrap()).lines();
        let japanese = said.next().expect("an address").unwrap();
        let english = said.next().expect("an address").unwrap();
        let port = |line: &str| {
            let after = line.split("http://127.0.0.1:").nth(1).expect("an address");
            after.split('/').next().unwrap().parse::<u16>().unwrap()
        };
        assert!(japanese.starts_with("プレビュー") && port(&japanese) == port(&english));
        let told = fs::read_to_string(errors).unwrap();
        Self { place, child, port: port(&english), told }
    }

    fn root(&self) -> &Path {
        self.place.path()
    }

    fn areas(&self) -> PathBuf {
        self.root().join("data/areas.csv")
    }

    fn host(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// The head and the body of an answer.
    fn asked(&self, path: &str, headers: &[(&str, &str)]) -> (String, String) {
        let mut stream = self.connected(path, headers);
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").expect("a whole head");
        (head.to_owned(), body.to_owned())
    }

    fn connected(&self, path: &str, headers: &[(&str, &str)]) -> TcpStream {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        let mut request = format!("GET /{path} HTTP/1.1\r\n");
        for (name, value) in headers {
            request.push_str(&format!("{name}: {value}\r\n"));
        }
        stream.write_all(format!("{request}\r\n").as_bytes()).unwrap();
        stream
    }

    fn page(&self, path: &str) -> String {
        self.asked(path, &[("Host", &self.host())]).1
    }

    /// What an open page is told from now on.
    fn listen(&self) -> News {
        let mut news = self.open("since=1&lang=en");
        news.next().expect("how things stand");
        news
    }

    fn open(&self, query: &str) -> News {
        let path = format!(".kyotsu/events?{query}");
        let stream = self.connected(&path, &[("Host", &self.host())]);
        stream.set_read_timeout(Some(HEARD)).unwrap();
        News(BufReader::new(stream).lines())
    }
}

struct News(std::io::Lines<BufReader<TcpStream>>);

impl News {
    /// What is told next; none where nothing is.
    fn next(&mut self) -> Option<Value> {
        loop {
            let line = self.0.next()?.ok()?;
            if let Some(data) = line.strip_prefix("data: ") {
                return Some(serde_json::from_str(data).unwrap());
            }
        }
    }

    /// Waits until a page has changed; nothing may be told to be wrong meanwhile.
    fn until_changed(&mut self, path: &str, what: &str) {
        let start = Instant::now();
        while start.elapsed() < HEARD {
            let news = self.next().unwrap_or_else(|| panic!("{what}: not heard"));
            let wrong = &news["problems"]["meanwhile"];
            assert!(wrong.is_null(), "{what}: {news}");
            if news["changed"].as_array().unwrap().iter().any(|changed| changed == path) {
                return;
            }
        }
        panic!("{what}: not heard");
    }
}

/// How programs save a file: its name, and what it does.
type Dance = (&'static str, fn(&Path, &str));

const DANCES: [Dance; 6] = [
    ("in place", |path, text| fs::write(path, text).unwrap()),
    ("emptied first and filled later", |path, text| {
        fs::write(path, "").unwrap();
        sleep(Duration::from_millis(100));
        fs::write(path, text).unwrap();
    }),
    ("another put over it", |path, text| {
        let beside = path.with_file_name(".areas.csv.new");
        fs::write(&beside, text).unwrap();
        fs::rename(beside, path).unwrap();
    }),
    ("as vim does", |path, text| {
        let beside = |name: &str| path.with_file_name(name);
        fs::write(beside("4913"), "").unwrap();
        fs::remove_file(beside("4913")).unwrap();
        fs::write(beside(".areas.csv.swp"), "swap").unwrap();
        fs::rename(path, beside("areas.csv~")).unwrap();
        sleep(Duration::from_millis(50));
        fs::write(path, text).unwrap();
        fs::remove_file(beside("areas.csv~")).unwrap();
        fs::remove_file(beside(".areas.csv.swp")).unwrap();
    }),
    ("as Excel does", |path, text| {
        let beside = |name: &str| path.with_file_name(name);
        fs::write(beside("~$areas.csv"), "user").unwrap();
        fs::write(beside("5A3F1000"), text).unwrap();
        fs::rename(path, beside("8B2C4000.tmp")).unwrap();
        sleep(Duration::from_millis(100));
        fs::rename(beside("5A3F1000"), path).unwrap();
        fs::remove_file(beside("8B2C4000.tmp")).unwrap();
        fs::remove_file(beside("~$areas.csv")).unwrap();
    }),
    ("deleted and made again", |path, text| {
        fs::remove_file(path).unwrap();
        sleep(Duration::from_millis(150));
        fs::write(path, text).unwrap();
    }),
];

fn every_dance_is_seen(arguments: &[&str]) {
    let preview = Preview::start(&[&["--port", "0"], arguments].concat());
    let before = fs::read_to_string(preview.areas()).unwrap();
    let mut news = preview.listen();
    for (number, (dance, save)) in DANCES.iter().enumerate() {
        let name = format!("{NAME}{number}");
        save(&preview.areas(), &before.replacen(NAME, &name, 1));
        news.until_changed(PAGE, dance);
        assert!(preview.page(PAGE).contains(&name), "{dance}");
    }
    let told = text(preview.root(), "told");
    assert_eq!(told.contains("looked at every"), arguments.contains(&"--poll"), "{told}");
}

#[test]
fn every_way_of_saving_is_heard() {
    every_dance_is_seen(&[]);
}

#[test]
fn every_way_of_saving_is_found_by_looking_again() {
    every_dance_is_seen(&["--poll"]);
}

#[test]
fn what_is_no_source_or_says_the_same_is_passed_over() {
    let preview = Preview::start(&["--port", "0"]);
    let mut news = preview.listen();
    let data = preview.root().join("data");
    let same = fs::read(preview.areas()).unwrap();
    for name in ["~$areas.xlsx", ".~lock.areas.csv#", ".areas.csv.swp", "4913"] {
        fs::write(data.join(name), "x").unwrap();
    }
    write(preview.root(), "output/index.html", "x");
    fs::write(preview.areas(), same).unwrap();
    fs::read(preview.areas()).unwrap();
    sleep(Duration::from_millis(500));
    // What is told first is told of this, and of nothing before it.
    edit(preview.root(), "content/page.md", "架空の業務領域です。", "書き直しました。");
    let first = news.next().expect("heard");
    assert_eq!(first["number"], 2, "{first}");
    assert!(first["changed"].as_array().unwrap().iter().any(|path| path == "index.html"));
}

#[test]
fn a_new_folder_is_listened_to() {
    let preview = Preview::start(&["--port", "0"]);
    let mut news = preview.listen();
    let style = "themes/default/assets/style.css";
    write(preview.root(), style, "body { color: navy }");
    let told = news.next().expect("heard");
    assert_eq!(told["changed"], serde_json::json!(["assets/style.css"]));
    // Later than anything that was waited for with the first.
    sleep(Duration::from_millis(500));
    write(preview.root(), style, "body { color: teal }");
    assert_eq!(news.next().expect("heard")["number"], 3);
}

#[test]
fn a_page_is_never_older_than_its_sources() {
    let preview = Preview::start(&["--port", "0", "--poll"]);
    let before = fs::read_to_string(preview.areas()).unwrap();
    for number in 0..5 {
        let name = format!("{NAME}{number}");
        fs::write(preview.areas(), before.replacen(NAME, &name, 1)).unwrap();
        assert!(preview.page(PAGE).contains(&name), "{number}");
    }
}

#[test]
fn a_mistake_is_told_with_its_cell_while_the_last_good_page_stays() {
    let preview = Preview::start(&["--port", "0"]);
    let before = fs::read_to_string(preview.areas()).unwrap();
    let good = preview.page(PAGE);
    let mut news = preview.listen();
    let wrong = before.replacen("sky", "nowhere", 1).replacen(NAME, "よその名前", 1);
    fs::write(preview.areas(), wrong).unwrap();
    let told = news.next().expect("heard");
    let problem = &told["problems"]["list"][0];
    assert_eq!(problem["code"], "D208", "{told}");
    assert!(problem["place"].as_str().unwrap().starts_with("data/areas.csv:2:"), "{problem}");
    assert!(problem["place"].as_str().unwrap().contains("(D2)"), "{problem}");
    assert!(problem["fix"].as_str().unwrap().starts_with("fix: "), "{problem}");
    assert_eq!(told["changed"], serde_json::json!([]));
    assert_eq!(main_of(&preview.page(PAGE)), main_of(&good));
    fs::write(preview.areas(), before).unwrap();
    assert!(news.next().expect("heard")["problems"].is_null());
}

fn main_of(page: &str) -> &str {
    let from = page.find("<main").expect("a main part");
    &page[from..page.find("</main>").unwrap()]
}

#[test]
fn a_project_that_was_never_good_says_what_to_mend() {
    let preview = Preview::of(&["--port", "0"], |root| {
        let areas = text(root, "data/areas.csv").replacen("sky", "nowhere", 1);
        write(root, "data/areas.csv", areas);
    });
    let page = preview.page("");
    assert!(page.contains("/.kyotsu/preview.js") && main_of(&page) == "<main>", "{page}");
    let mut news = preview.open("since=0&lang=ja");
    let told = news.next().expect("how things stand");
    assert_eq!(told["problems"]["list"][0]["code"], "D208", "{told}");
    let meanwhile = told["problems"]["meanwhile"].as_str().unwrap();
    assert!(meanwhile.contains("サイトが表示されます"), "{meanwhile}");
}

#[test]
fn only_this_machine_is_answered_and_nothing_is_kept() {
    let preview = Preview::start(&["--port", "0"]);
    let (own, local) = (preview.host(), format!("localhost:{}", preview.port));
    let origin = format!("http://{own}");
    for headers in [vec![("Host", &*own)], vec![("Host", &*local)]] {
        let (head, body) = preview.asked("", &headers);
        assert!(head.starts_with("HTTP/1.1 200 OK"), "{head}");
        assert!(head.contains("cache-control: no-store"), "{head}");
        assert!(body.contains("/.kyotsu/preview.js"), "{body}");
    }
    let accepted = preview.asked(PAGE, &[("Host", &own), ("Origin", &origin)]);
    assert!(accepted.0.starts_with("HTTP/1.1 200 OK"));
    for path in ["", PAGE, ".kyotsu/events", ".kyotsu/preview.js"] {
        for headers in [
            vec![],
            vec![("Host", "attacker.example")],
            vec![("Host", "localhost:1")],
            vec![("Host", &*own), ("Origin", "http://attacker.example")],
            vec![("Host", &*own), ("Origin", "null")],
        ] {
            let (head, _) = preview.asked(path, &headers);
            assert!(head.starts_with("HTTP/1.1 403 Forbidden"), "{path} {headers:?}: {head}");
        }
    }
    for path in ["../kyotsu.toml", "%2e%2e/kyotsu.toml", "no/such/page.html", "data/areas.csv"] {
        let (head, _) = preview.asked(path, &[("Host", &own)]);
        assert!(head.starts_with("HTTP/1.1 404 Not Found"), "{path}: {head}");
    }
}

#[test]
fn a_busy_port_is_told_and_the_next_one_taken() {
    let first = Preview::start(&["--port", "0"]);
    let second = Preview::start(&["--port", &first.port.to_string()]);
    assert!(second.port > first.port);
    let expected = format!("port {} is taken; {} is used\n", first.port, second.port);
    assert!(second.told.contains(&expected), "{}", second.told);
}

#[test]
fn nothing_is_written() {
    let preview = Preview::start(&["--port", "0"]);
    preview.page("");
    assert_eq!(folder::names(preview.root()), ["content", "data", "kyotsu.toml", "told"]);
}
