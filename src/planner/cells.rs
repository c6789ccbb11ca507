//! Reading and writing tables without a way to panic.
//!
//! The search keeps flat tables whose indices it made itself. A wrong index would be our own mistake; it then reads the
//! default and writes nothing, which costs a worse plan and never the workshop's screen.

/// The value at `i`, or the default where there is none.
#[inline]
pub(super) fn at<T: Copy + Default>(cells: &[T], i: usize) -> T {
    cells.get(i).copied().unwrap_or_default()
}

/// Writes `value` at `i`, if there is such a place.
#[inline]
pub(super) fn put<T>(cells: &mut [T], i: usize, value: T) {
    if let Some(cell) = cells.get_mut(i) {
        *cell = value;
    }
}

/// The row at `i`, empty where there is none.
#[inline]
pub(super) fn row<T>(rows: &[Vec<T>], i: usize) -> &[T] {
    rows.get(i).map_or(&[], Vec::as_slice)
}

/// Changes the value at `i`, if there is such a place.
#[inline]
pub(super) fn alter<T: Copy>(cells: &mut [T], i: usize, change: impl FnOnce(T) -> T) {
    if let Some(cell) = cells.get_mut(i) {
        *cell = change(*cell);
    }
}
