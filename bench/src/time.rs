//! Durations and medians.

use std::time::{Duration, Instant};

/// What came of some work, and how long it took, in seconds.
pub(crate) fn timed<T>(work: impl FnOnce() -> anyhow::Result<T>) -> anyhow::Result<(T, f64)> {
    let begun = Instant::now();
    let result = work()?;
    Ok((result, begun.elapsed().as_secs_f64()))
}

/// The middle one of some figures; 0 of none.
pub(crate) fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or_default()
}

/// How long `work` takes, in seconds: the median of several times.
pub(crate) fn median_time(times: usize, mut work: impl FnMut() -> anyhow::Result<()>) -> anyhow::Result<f64> {
    let took: anyhow::Result<Vec<f64>> = (0..times).map(|_| Ok(timed(&mut work)?.1)).collect();
    Ok(median(took?))
}

/// A moment's wait between two looks at a program that was started.
pub(crate) fn wait_a_moment() {
    std::thread::sleep(Duration::from_millis(2));
}

/// A number of things as a number to reckon with.
pub(crate) fn count(things: usize) -> f64 {
    u32::try_from(things).map_or(f64::MAX, f64::from)
}
