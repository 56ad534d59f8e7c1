//! What happened, told to an open page as it happens.

use std::io::{self, Write};
use std::time::Duration;

use super::problems;
use super::workshop::Workshop;
use crate::text::Language;

/// How long nothing is said; then something is, to learn whether anybody listens.
const SILENCE: Duration = Duration::from_secs(15);

/// Tells the page how things stand since it was served, and then all that follows, until it is gone.
pub fn tell(
    out: &mut impl Write,
    workshop: &Workshop,
    served: u64,
    language: Language,
) -> io::Result<()> {
    let mut news = Some(workshop.since(served));
    let mut told = served;
    loop {
        match news {
            Some(news) => {
                told = news.number;
                let data = problems::told(&news, workshop.session(), language);
                write!(out, "data: {data}\n\n")?;
            }
            None => write!(out, ":\n\n")?,
        }
        out.flush()?;
        news = workshop.news(told, SILENCE);
    }
}
