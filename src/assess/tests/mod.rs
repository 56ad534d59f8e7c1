//! One area and a small set, with rows as a test needs them.

mod kleene;
mod sentences;
mod steps;

use super::assess;
use crate::load::load;
use crate::model::{Assessment, AtomFinding, Dataset, State};
use crate::text::Snapshot;
use crate::validate::validate;

/// Two tests, two questions each and a trait; what is computed has no inputs.
const SET: &str = include_str!("set.toml");

/// The small project: the area `library`, the set, and the rows of two tables.
#[derive(Default)]
struct Project {
    evidence: String,
    judgements: String,
    applications: String,
}

impl Project {
    /// Every question judged as said, each with evidence that carries it: `N1 met`.
    fn judged(answers: &[(&str, &str)]) -> Self {
        let mut project = Self::default();
        for (atom, state) in answers {
            match *state {
                "met" => project.evidence(atom, "survey", "for"),
                "not_met" => project.evidence(atom, "survey", "against"),
                _ => {}
            }
            project.judgement(atom, state, &format!("{}-survey", atom.to_lowercase()));
        }
        project
    }

    /// A row of `evidence` with the id `ATOM-STRENGTH`.
    fn evidence(&mut self, atom: &str, strength: &str, direction: &str) {
        let id = format!("{}-{strength}", atom.to_lowercase());
        let row = format!("{id},library,{atom},{strength},{direction},文,words,c1\n");
        self.evidence.push_str(&row);
    }

    /// A row of `judgements`; evidence that is not there is taken out by `validate`.
    fn judgement(&mut self, atom: &str, state: &str, evidence: &str) {
        let id = format!("library-{}", atom.to_lowercase());
        let row = format!("{id},library,small,{atom},{state},理由,reason,{evidence}\n");
        self.judgements.push_str(&row);
    }

    fn dataset(&self) -> Dataset {
        let evidence = "id,area,atom,strength,direction,text_ja,text_en,source\n";
        let judgements = "id,area,criteria_set,atom,state,reason_ja,reason_en,evidence\n";
        let applications = "id,area,criterion,words_ja,words_en,basis,source\n";
        let files = [
            ("data/criteria/small.toml", SET.to_owned()),
            (
                "data/areas.csv",
                "id,name_ja,name_en,department,why_listed\nlibrary,館,L,d,\n".into(),
            ),
            ("data/evidence.csv", format!("{evidence}{}", self.evidence)),
            ("data/judgements.csv", format!("{judgements}{}", self.judgements)),
            ("data/criteria_applications.csv", format!("{applications}{}", self.applications)),
        ];
        let snapshot: Snapshot = files.into_iter().collect();
        validate(&load(&snapshot).value).value
    }

    fn assessed(&self) -> Assessment {
        assess(&self.dataset()).areas.remove("library").expect("the area is assessed")
    }
}

impl Assessment {
    fn state(&self, test: &str) -> State {
        self.test(test).expect("a test of the set").state
    }

    fn atom(&self, atom: &str) -> &AtomFinding {
        self.atoms().find(|one| one.atom == atom).expect("a question of the set")
    }
}
