//! All areas.

use super::{Desk, matrix};
use crate::plan::view::AreasView;

pub fn view(desk: &mut Desk<'_>) -> AreasView {
    AreasView { prose: desk.prose(), groups: matrix::groups(desk) }
}
