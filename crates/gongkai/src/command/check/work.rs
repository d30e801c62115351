//! Many files by as many threads as the machine has, the results in the order of the files.

use std::{
    collections::BTreeMap,
    ops::ControlFlow,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Mutex, PoisonError, mpsc},
    thread,
};

use super::sources::{Source, Sources};

/// Files waiting and results waiting, for each thread.
const AHEAD: usize = 4;
/// A parser may go deep into a file that nests deeply.
const STACK: usize = 8 * 1024 * 1024;

/// Applies `check` to every file and hands the results over in order. Never more than a few files are in memory. A
/// file over which `check` breaks off (a fault of this program) is answered by `broken`.
///
/// # Errors
/// What `receive` answers; then no more files are read.
pub(super) fn each<T: Send>(
    sources: Sources,
    more: &(dyn Fn(usize) + Sync),
    check: &(dyn Fn(Source) -> T + Sync),
    broken: &(dyn Fn(String) -> T + Sync),
    receive: &mut dyn FnMut(T) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let threads = thread::available_parallelism().map_or(2, usize::from);
    let (give, take) = mpsc::sync_channel::<(usize, Source)>(threads * AHEAD);
    let take = Arc::new(Mutex::new(take));
    let (answer, answers) = mpsc::sync_channel::<(usize, T)>(threads * AHEAD);
    thread::scope(|scope| {
        scope.spawn(move || {
            let mut number = 0;
            let mut send = |source| {
                let sent = give.send((number, source));
                number += 1;
                if sent.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
            };
            if sources.each(more, &mut send).is_break() {
                tracing::debug!("nobody asks for more files");
            }
        });
        for _ in 0..threads {
            let (answer, take) = (answer.clone(), Arc::clone(&take));
            let work = move || {
                loop {
                    let next = take.lock().unwrap_or_else(PoisonError::into_inner).recv();
                    let Ok((number, source)) = next else { break };
                    let name = source.name.clone();
                    let done = catch_unwind(AssertUnwindSafe(|| check(source)));
                    if answer.send((number, done.unwrap_or_else(|_| broken(name)))).is_err() {
                        break;
                    }
                }
            };
            thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work)?;
        }
        // The last worker that ends takes the queue along, so that whoever fills it ends too.
        drop((answer, take));
        in_order(answers, receive)
    })
}

fn in_order<T>(
    answers: mpsc::Receiver<(usize, T)>,
    receive: &mut dyn FnMut(T) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let (mut waiting, mut next) = (BTreeMap::new(), 0);
    for (number, answer) in answers {
        waiting.insert(number, answer);
        while let Some(answer) = waiting.remove(&next) {
            next += 1;
            receive(answer)?;
        }
    }
    Ok(())
}
