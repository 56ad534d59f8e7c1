//! What feed readers and search engines ask for.

use crate::plan::view::Feed;
use crate::text::escaped;

/// A feed as Atom (RFC 4287).
pub fn feed(feed: &Feed) -> String {
    let language = feed.language.code();
    let newest = feed.entries.first().map_or("", |entry| entry.updated.as_str());
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{language}\">\n"
    );
    let mut line = |text: String| {
        xml.push_str(&text);
        xml.push('\n');
    };
    line(format!("<title>{}</title>", escaped(&feed.title)));
    line(format!("<subtitle>{}</subtitle>", escaped(&feed.disclaimer)));
    line(format!("<id>{}</id>", escaped(&feed.address)));
    line(format!("<link rel=\"self\" href=\"{}\"/>", escaped(&feed.address)));
    line(format!("<link rel=\"alternate\" href=\"{}\"/>", escaped(&feed.home)));
    line(format!("<updated>{newest}</updated>"));
    line(format!("<author><name>{}</name></author>", escaped(&feed.publisher)));
    for entry in &feed.entries {
        line(format!(
            "<entry>\n<title>{}</title>\n<id>{}</id>\n<link rel=\"alternate\" href=\"{}\"/>\n\
             <updated>{}</updated>{}\n</entry>",
            escaped(&entry.title),
            escaped(&entry.id),
            escaped(&entry.address),
            entry.updated,
            entry
                .summary
                .as_ref()
                .map(|why| format!("\n<summary>{}</summary>", escaped(why)))
                .unwrap_or_default(),
        ));
    }
    line("</feed>".to_owned());
    xml
}

/// Everything may be read by anybody; where the site has an address, its sitemap is named.
pub fn robots(base_url: Option<&str>) -> String {
    let sitemap = base_url.map(|base| format!("\nSitemap: {base}sitemap.xml\n"));
    format!("User-agent: *\nDisallow:\n{}", sitemap.unwrap_or_default())
}
