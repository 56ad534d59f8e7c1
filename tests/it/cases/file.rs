//! A case as its file writes it: prose and fences.

/// A case file, in order.
pub struct Case {
    parts: Vec<Part>,
}

enum Part {
    Prose(String),
    Fence(Fence),
}

/// A fenced block: what stands behind its opening mark, and what it holds.
pub struct Fence {
    mark: String,
    info: String,
    pub body: String,
}

impl Case {
    /// Reads a case; it begins with its title and says in words what it is about.
    pub fn parse(text: &str) -> Result<Self, String> {
        let case = Self::read(text)?;
        case.is_whole()
            .then_some(case)
            .ok_or("needs # a title, a sentence and a diagnostics fence".into())
    }

    /// Reads any Markdown with fences.
    pub fn read(text: &str) -> Result<Self, String> {
        let mut parts = Vec::new();
        let mut lines = text.split_inclusive('\n');
        while let Some(line) = lines.next() {
            let mark: String = line.chars().take_while(|letter| *letter == '`').collect();
            if mark.len() < 3 {
                parts.push(Part::Prose(line.to_owned()));
                continue;
            }
            let info = line[mark.len()..].trim_end().to_owned();
            let mut body = String::new();
            loop {
                match lines.next() {
                    Some(line) if line.trim_end() == mark => break,
                    Some(line) => body.push_str(line),
                    None => return Err(format!("fence {mark}{info} is never closed")),
                }
            }
            parts.push(Part::Fence(Fence { mark, info, body }));
        }
        Ok(Self { parts })
    }

    fn is_whole(&self) -> bool {
        let mut prose = self.parts.iter().filter_map(|part| match part {
            Part::Prose(line) if !line.trim().is_empty() => Some(line),
            _ => None,
        });
        let titled = prose.next().is_some_and(|line| line.starts_with("# "));
        titled && prose.next().is_some() && self.fences().any(|fence| fence.kind() == "diagnostics")
    }

    /// The files it lays over the base project: path, content and the fence's attributes.
    pub fn files(&self) -> Result<Vec<(&str, &Fence)>, String> {
        let files = self.fences().filter(|fence| !matches!(fence.kind(), "diagnostics" | "main"));
        files
            .map(|fence| {
                Ok((fence.path().ok_or(format!("fence {} names no file", fence.info))?, fence))
            })
            .collect()
    }

    /// The day its messages are told on, where that matters: `diagnostics today=2026-11-22`.
    pub fn today(&self) -> Result<Option<(u16, u8, u8)>, String> {
        let Some(written) = self.fences().find_map(|fence| fence.attribute("today")) else {
            return Ok(None);
        };
        let parts: Vec<u16> = written.split('-').filter_map(|part| part.parse().ok()).collect();
        match parts.as_slice() {
            [year, month, day] => Ok(Some((*year, *month as u8, *day as u8))),
            _ => Err(format!("today={written} is no day")),
        }
    }

    /// Whether it looks at pages, or at the theme that sets them.
    pub fn has_pages(&self) -> bool {
        let is_theme = |fence: &Fence| fence.path().is_some_and(|path| path.starts_with("themes/"));
        self.fences().any(|fence| fence.kind() == "main" || is_theme(fence))
    }

    pub fn fences(&self) -> impl Iterator<Item = &Fence> {
        self.parts.iter().filter_map(|part| match part {
            Part::Fence(fence) => Some(fence),
            Part::Prose(_) => None,
        })
    }

    pub fn fences_mut(&mut self) -> impl Iterator<Item = &mut Fence> {
        self.parts.iter_mut().filter_map(|part| match part {
            Part::Fence(fence) => Some(fence),
            Part::Prose(_) => None,
        })
    }

    /// The file again.
    pub fn written(&self) -> String {
        let written = self.parts.iter().map(|part| match part {
            Part::Prose(line) => line.clone(),
            Part::Fence(Fence { mark, info, body }) => format!("{mark}{info}\n{body}{mark}\n"),
        });
        written.collect()
    }
}

impl Fence {
    /// The first word: `diagnostics`, `main`, or the language of a file.
    pub fn kind(&self) -> &str {
        self.info.split_whitespace().next().unwrap_or("")
    }

    /// The second word.
    pub fn path(&self) -> Option<&str> {
        self.info.split_whitespace().nth(1)
    }

    /// `value` of `name=value`, or nothing for `name` alone.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.info.split_whitespace().skip(1).find_map(|word| {
            let (key, value) = word.split_once('=').unwrap_or((word, ""));
            (key == name).then_some(value)
        })
    }
}
