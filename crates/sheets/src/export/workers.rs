//! Work done side by side.

/// Does the tasks side by side, as many at once as there are processors, the last first; the results stand in the
/// order of the tasks.
#[cfg(not(target_family = "wasm"))]
pub(super) fn side_by_side<T: Send, R: Send>(tasks: Vec<T>, work: impl Fn(T) -> R + Sync) -> Vec<R> {
    use std::num::NonZero;
    use std::panic::resume_unwind;
    use std::sync::{Mutex, PoisonError};
    use std::thread::{available_parallelism, scope};

    let workers = available_parallelism().map_or(1, NonZero::get).min(tasks.len());
    let queue: Mutex<Vec<(usize, T)>> = Mutex::new(tasks.into_iter().enumerate().collect());
    let next = || queue.lock().unwrap_or_else(PoisonError::into_inner).pop();
    let work_on = || {
        let mut done = Vec::new();
        while let Some((place, task)) = next() {
            done.push((place, work(task)));
        }
        done
    };
    let mut done: Vec<(usize, R)> = scope(|scope| {
        // This thread works as well.
        let others: Vec<_> = (1..workers).map(|_| scope.spawn(work_on)).collect();
        let mut done = work_on();
        for other in others {
            done.extend(other.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        done
    });
    done.sort_by_key(|(place, _)| *place);
    done.into_iter().map(|(_, result)| result).collect()
}

/// Does the tasks one after the other: a browser has no threads.
#[cfg(target_family = "wasm")]
pub(super) fn side_by_side<T, R>(tasks: Vec<T>, work: impl Fn(T) -> R) -> Vec<R> {
    tasks.into_iter().map(work).collect()
}

#[cfg(test)]
mod tests {
    use super::side_by_side;

    #[test]
    fn results_stand_in_the_order_of_their_tasks() {
        let squares = side_by_side((0..100_u64).collect(), |number| number * number);
        assert_eq!(squares, (0..100_u64).map(|number| number * number).collect::<Vec<_>>());
        assert_eq!(side_by_side(Vec::<u8>::new(), |number| number), []);
    }
}
