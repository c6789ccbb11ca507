//! Work on many things at once, on several threads.

use std::sync::atomic::{AtomicUsize, Ordering};

use crate::planner::Crew;

/// Fewer things than this are not worth a second thread.
const FEW: usize = 512;
const MOST_THREADS: usize = 4;

/// What `work` makes of each thing, in the order of the things.
///
/// # Panics
/// When `work` does.
pub(crate) fn map<T: Sync, U: Send>(things: &[T], work: impl Fn(&T) -> U + Sync) -> Vec<U> {
    if things.len() < FEW { things.iter().map(work).collect() } else { map_each(things, work) }
}

/// The same where each thing is work enough for a thread.
///
/// # Panics
/// When `work` does.
pub(crate) fn map_each<T: Sync, U: Send>(things: &[T], work: impl Fn(&T) -> U + Sync) -> Vec<U> {
    if things.len() < 2 {
        return things.iter().map(work).collect();
    }
    // Asked for only where it matters: the system reads files to tell.
    let threads = std::thread::available_parallelism().map_or(1, usize::from).min(MOST_THREADS);
    if threads == 1 {
        return things.iter().map(work).collect();
    }
    let mut parts = things.chunks(things.len().div_ceil(threads));
    let ours = parts.next().unwrap_or_default();
    let work = &work;
    std::thread::scope(|scope| {
        let others: Vec<_> =
            parts.map(|part| scope.spawn(|| part.iter().map(work).collect::<Vec<_>>())).collect();
        let mut made: Vec<U> = ours.iter().map(work).collect();
        for other in others {
            // A panic there is one here.
            made.extend(other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        }
        made
    })
}

/// So many threads, which share the work of the planner's workers.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Threads(pub(crate) usize);

impl Crew for Threads {
    fn each(&self, count: usize, work: &(dyn Fn(usize) + Sync)) {
        let next = AtomicUsize::new(0);
        let some = || {
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                if number >= count {
                    return;
                }
                work(number);
            }
        };
        std::thread::scope(|scope| {
            for _ in 1..self.0.min(count) {
                scope.spawn(some);
            }
            some();
        });
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn everything_is_done_once_and_in_order() {
        for many in [0, 1, 511, 512, 10_007] {
            let numbers: Vec<usize> = (0..many).collect();
            let doubled = super::map(&numbers, |number| number * 2);
            assert!(doubled.into_iter().eq((0..many).map(|number| number * 2)));
        }
    }
}
