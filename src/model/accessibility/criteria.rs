//! The success criteria by their numbers: facts of the standards, their names as commonly given.

use crate::text::Label;

/// A level of conformance.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Level {
    /// A
    A,
    /// AA
    AA,
}

impl Level {
    /// As it is written.
    pub fn name(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::AA => "AA",
        }
    }
}

/// A success criterion.
#[derive(PartialEq, Eq, Debug)]
pub struct Success {
    /// `1.4.3`
    pub number: &'static str,
    /// its level
    pub level: Level,
    /// what it is called
    pub name: Label,
    /// whether JIS X 8341-3:2016 has it; the others came with WCAG 2.1 and 2.2
    pub claimed: bool,
}

const fn jis(number: &'static str, level: Level, ja: &'static str, en: &'static str) -> Success {
    Success { number, level, name: Label::new(ja, en), claimed: true }
}

const fn aimed(number: &'static str, level: Level, ja: &'static str, en: &'static str) -> Success {
    Success { number, level, name: Label::new(ja, en), claimed: false }
}

/// Levels A and AA: those of JIS X 8341-3:2016, then what WCAG 2.2 has beyond it.
pub static CRITERIA: [Success; 56] = [
    jis("1.1.1", Level::A, "非テキストコンテンツ", "Non-text content"),
    jis(
        "1.2.1",
        Level::A,
        "音声だけ及び映像だけ（収録済み）",
        "Audio-only and video-only (prerecorded)",
    ),
    jis("1.2.2", Level::A, "キャプション（収録済み）", "Captions (prerecorded)"),
    jis(
        "1.2.3",
        Level::A,
        "音声解説又は代替コンテンツ（収録済み）",
        "Audio description or media alternative (prerecorded)",
    ),
    jis("1.2.4", Level::AA, "キャプション（ライブ）", "Captions (live)"),
    jis("1.2.5", Level::AA, "音声解説（収録済み）", "Audio description (prerecorded)"),
    jis("1.3.1", Level::A, "情報及び関係性", "Info and relationships"),
    jis("1.3.2", Level::A, "意味のある順序", "Meaningful sequence"),
    jis("1.3.3", Level::A, "感覚的な特徴", "Sensory characteristics"),
    jis("1.4.1", Level::A, "色の使用", "Use of colour"),
    jis("1.4.2", Level::A, "音声の制御", "Audio control"),
    jis("1.4.3", Level::AA, "コントラスト（最低限）", "Contrast (minimum)"),
    jis("1.4.4", Level::AA, "テキストのサイズ変更", "Resize text"),
    jis("1.4.5", Level::AA, "文字画像", "Images of text"),
    jis("2.1.1", Level::A, "キーボード", "Keyboard"),
    jis("2.1.2", Level::A, "キーボードトラップなし", "No keyboard trap"),
    jis("2.2.1", Level::A, "タイミング調整可能", "Timing adjustable"),
    jis("2.2.2", Level::A, "一時停止、停止、非表示", "Pause, stop, hide"),
    jis("2.3.1", Level::A, "3回の閃光又は閾値以下", "Three flashes or below threshold"),
    jis("2.4.1", Level::A, "ブロックスキップ", "Bypass blocks"),
    jis("2.4.2", Level::A, "ページタイトル", "Page titled"),
    jis("2.4.3", Level::A, "フォーカス順序", "Focus order"),
    jis("2.4.4", Level::A, "リンクの目的（コンテキスト内）", "Link purpose (in context)"),
    jis("2.4.5", Level::AA, "複数の手段", "Multiple ways"),
    jis("2.4.6", Level::AA, "見出し及びラベル", "Headings and labels"),
    jis("2.4.7", Level::AA, "フォーカスの可視化", "Focus visible"),
    jis("3.1.1", Level::A, "ページの言語", "Language of page"),
    jis("3.1.2", Level::AA, "一部分の言語", "Language of parts"),
    jis("3.2.1", Level::A, "フォーカス時", "On focus"),
    jis("3.2.2", Level::A, "入力時", "On input"),
    jis("3.2.3", Level::AA, "一貫したナビゲーション", "Consistent navigation"),
    jis("3.2.4", Level::AA, "一貫した識別性", "Consistent identification"),
    jis("3.3.1", Level::A, "エラーの特定", "Error identification"),
    jis("3.3.2", Level::A, "ラベル又は説明", "Labels or instructions"),
    jis("3.3.3", Level::AA, "エラー修正の提案", "Error suggestion"),
    jis(
        "3.3.4",
        Level::AA,
        "エラー回避（法的、金融、データ）",
        "Error prevention (legal, financial, data)",
    ),
    jis("4.1.1", Level::A, "構文解析", "Parsing"),
    jis("4.1.2", Level::A, "名前、役割及び値", "Name, role, value"),
    aimed("1.3.4", Level::AA, "表示の向き", "Orientation"),
    aimed("1.3.5", Level::AA, "入力目的の特定", "Identify input purpose"),
    aimed("1.4.10", Level::AA, "リフロー", "Reflow"),
    aimed("1.4.11", Level::AA, "非テキストのコントラスト", "Non-text contrast"),
    aimed("1.4.12", Level::AA, "テキストの間隔", "Text spacing"),
    aimed(
        "1.4.13",
        Level::AA,
        "ホバー又はフォーカスで表示されるコンテンツ",
        "Content on hover or focus",
    ),
    aimed("2.1.4", Level::A, "文字キーのショートカット", "Character key shortcuts"),
    aimed("2.4.11", Level::AA, "隠されないフォーカス（最低限）", "Focus not obscured (minimum)"),
    aimed("2.5.1", Level::A, "ポインタのジェスチャ", "Pointer gestures"),
    aimed("2.5.2", Level::A, "ポインタのキャンセル", "Pointer cancellation"),
    aimed("2.5.3", Level::A, "ラベルを含む名前", "Label in name"),
    aimed("2.5.4", Level::A, "動きによる起動", "Motion actuation"),
    aimed("2.5.7", Level::AA, "ドラッグ動作", "Dragging movements"),
    aimed("2.5.8", Level::AA, "ターゲットのサイズ（最低限）", "Target size (minimum)"),
    aimed("3.2.6", Level::A, "一貫したヘルプ", "Consistent help"),
    aimed("3.3.7", Level::A, "冗長な入力項目", "Redundant entry"),
    aimed(
        "3.3.8",
        Level::AA,
        "アクセシブルな認証（最低限）",
        "Accessible authentication (minimum)",
    ),
    aimed("4.1.3", Level::AA, "ステータスメッセージ", "Status messages"),
];
