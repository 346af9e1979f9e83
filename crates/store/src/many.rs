//! Statements about many rows at once, in few lengths: each is prepared once and kept, whatever the number of rows.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Select, Value};

use crate::Fault;

/// The longest piece: databases take so many values at once.
const LONGEST: usize = 256;

/// Splits rows to be written into pieces whose lengths are powers of two.
pub fn pieces<T>(rows: Vec<T>) -> Vec<Vec<T>> {
    let mut pieces = Vec::new();
    let mut rows = rows.into_iter();
    while rows.len() > 0 {
        let fits = 1_usize << rows.len().ilog2();
        pieces.push(rows.by_ref().take(fits.min(LONGEST)).collect());
    }
    pieces
}

/// Splits what is asked for into lists whose lengths are powers of two; the last is filled up with what stands in it.
pub fn lists<T: Clone + Ord>(asked: impl IntoIterator<Item = T>) -> Vec<Vec<T>> {
    let mut asked: Vec<T> = asked.into_iter().collect();
    asked.sort_unstable();
    asked.dedup();
    let filled = |list: &[T]| {
        let more = list.len().next_power_of_two() - list.len();
        let last = list.last().into_iter().cycle().take(more);
        list.iter().chain(last).cloned().collect()
    };
    asked.chunks(LONGEST).map(filled).collect()
}

/// The rows of a selection in which a column holds any of these values, whatever the number of values. Where it is put in an
/// order, that holds among rows of one value.
pub async fn rows<E: EntityTrait, T: Clone + Ord + Into<Value>>(
    conn: &impl ConnectionTrait,
    select: Select<E>,
    column: impl ColumnTrait,
    asked: Vec<T>,
) -> Result<Vec<E::Model>, Fault> {
    let mut rows = Vec::new();
    for list in lists(asked) {
        rows.extend(select.clone().filter(column.is_in(list)).all(conn).await?);
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_lost_and_nothing_doubled() {
        for n in [0, 1, 2, 3, 255, 256, 257, 700] {
            let all: Vec<usize> = (0..n).collect();
            let cut = pieces(all.clone());
            assert!(cut.iter().all(|piece| piece.len().is_power_of_two() && piece.len() <= LONGEST));
            assert_eq!(cut.concat(), all);
            let asked = lists(all.iter().copied().chain(0..n.min(3)));
            assert!(asked.iter().all(|list| list.len().is_power_of_two() && list.len() <= LONGEST));
            let mut found = asked.concat();
            found.dedup();
            assert_eq!(found, all);
        }
    }
}
