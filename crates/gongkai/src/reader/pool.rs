//! The workers of one program: as many at a time as there are processors, each file within its time.

use std::{
    io,
    ops::ControlFlow,
    path::PathBuf,
    process::{Child, ChildStdin, Command, ExitStatus, Stdio},
    sync::{
        Condvar, Mutex, MutexGuard, PoisonError,
        mpsc::{Receiver, RecvTimeoutError, sync_channel},
    },
    thread,
    time::Duration,
};

use inspect::Unreadable;

use super::{
    frame,
    worker::{ARGUMENT, Answer, SECONDS, Task},
};

/// How long an answer of a worker may take by the clock. A worker ends itself long before by the time of its
/// processor, unless the machine is very busy; this is for one that hangs.
const TIME: Duration = Duration::from_secs(120);
/// Answers that wait to be heard; then the worker waits too, so that memory holds a few of them only.
const AHEAD: usize = 2;
/// More workers than this gain nothing at a township's desk.
const MOST: usize = 8;

/// Workers, idle and busy.
#[derive(Debug)]
pub(crate) struct Pool {
    program: PathBuf,
    arguments: Vec<String>,
    most: usize,
    time: Duration,
    state: Mutex<State>,
    freed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    idle: Vec<Worker>,
    /// Idle and busy ones together.
    running: usize,
}

#[derive(Debug)]
struct Worker {
    child: Child,
    files: ChildStdin,
    answers: Receiver<Vec<u8>>,
    /// It has read a file before.
    is_used: bool,
}

/// How much of what a worker has to say about a file was heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Heard {
    ToTheEnd,
    InPart,
}

/// Why there is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Failure {
    TooSlow(Duration),
    Died,
}

impl Pool {
    /// Workers that are this program.
    pub(super) fn of_this_program() -> Self {
        // The file may have been replaced by a new version since; this name leads to the one that runs.
        let own = PathBuf::from("/proc/self/exe");
        let program = if own.exists() { own } else { std::env::current_exe().unwrap_or_default() };
        let most = thread::available_parallelism().map_or(1, usize::from).min(MOST);
        Self::new(program, &[ARGUMENT], most, TIME)
    }

    fn new(program: PathBuf, arguments: &[&str], most: usize, time: Duration) -> Self {
        let arguments = arguments.iter().map(|argument| (*argument).to_owned()).collect();
        Self { program, arguments, most, time, state: Mutex::default(), freed: Condvar::new() }
    }

    /// Has a file read by a worker and hands on each answer, until the last or until `hear` wants no more. Waits
    /// while all workers are busy.
    ///
    /// # Errors
    /// The sentence of the reader, or one that says that the worker was stopped.
    pub(super) fn ask(
        &self,
        task: Task,
        bytes: &[u8],
        hear: &mut dyn FnMut(Answer) -> ControlFlow<()>,
    ) -> Result<(), Unreadable> {
        let mut worker = self.take()?;
        let heard = worker.ask(task, bytes, self.time).or_else(|failure| {
            if failure == Failure::Died && worker.is_used {
                // It may have died of what it read before.
                worker = self.start()?;
                return worker.ask(task, bytes, self.time).map_err(Failure::sentence);
            }
            Err(failure.sentence())
        });
        let heard = heard.and_then(|first| self.hear_out(&mut worker, first, hear));
        if heard == Ok(Heard::ToTheEnd) {
            worker.is_used = true;
            self.give_back(worker);
        } else {
            // Whatever it still has to say is about this file.
            drop(worker);
            self.gone();
        }
        heard.map(|_| ())
    }

    /// Hands on the answers from the first on.
    fn hear_out(
        &self,
        worker: &mut Worker,
        first: Vec<u8>,
        hear: &mut dyn FnMut(Answer) -> ControlFlow<()>,
    ) -> Result<Heard, Unreadable> {
        let mut words = first;
        loop {
            let answer: Answer = serde_json::from_slice(&words).map_err(|error| {
                tracing::warn!(%error, "a reading worker answered nonsense");
                Failure::Died.sentence()
            })?;
            let is_last = answer.is_last();
            let wanted = hear(answer);
            if is_last {
                return Ok(Heard::ToTheEnd);
            }
            if wanted.is_break() {
                return Ok(Heard::InPart);
            }
            words = worker.answer(self.time).map_err(Failure::sentence)?;
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Nobody panics while holding it; and if so, the counts still hold.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn take(&self) -> Result<Worker, Unreadable> {
        let mut state = self.state();
        loop {
            if let Some(worker) = state.idle.pop() {
                return Ok(worker);
            }
            if state.running < self.most {
                state.running += 1;
                break;
            }
            state = self.freed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        drop(state);
        self.start().inspect_err(|_| self.gone())
    }

    fn give_back(&self, worker: Worker) {
        self.state().idle.push(worker);
        self.freed.notify_one();
    }

    fn gone(&self) {
        let mut state = self.state();
        state.running = state.running.saturating_sub(1);
        drop(state);
        self.freed.notify_one();
    }

    fn start(&self) -> Result<Worker, Unreadable> {
        Worker::start(&self.program, &self.arguments).map_err(|error| {
            tracing::error!(%error, "a reading worker did not start");
            Unreadable("读取文件的进程没有启动，请稍后再试；一再出现时请联系管理员。".to_owned())
        })
    }
}

impl Worker {
    /// A new process that knows nothing of this one: no environment, another folder.
    fn start(program: &PathBuf, arguments: &[String]) -> io::Result<Self> {
        let mut child = Command::new(program)
            .args(arguments)
            .env_clear()
            .current_dir(std::env::temp_dir())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let (Some(files), Some(mut output)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(io::ErrorKind::BrokenPipe.into());
        };
        let (sender, answers) = sync_channel(AHEAD);
        // Ends with the worker, whose output ends then.
        thread::Builder::new().name("reading worker".to_owned()).spawn(move || {
            while let Ok(Some(answer)) = frame::receive(&mut output) {
                if sender.send(answer).is_err() {
                    break;
                }
            }
        })?;
        Ok(Self { child, files, answers, is_used: false })
    }

    /// Hands over a file and waits for the first answer.
    fn ask(&mut self, task: Task, bytes: &[u8], time: Duration) -> Result<Vec<u8>, Failure> {
        for message in [task.name(), bytes] {
            if frame::send(&mut self.files, message).is_err() {
                return Err(self.death());
            }
        }
        self.answer(time)
    }

    fn answer(&mut self, time: Duration) -> Result<Vec<u8>, Failure> {
        self.answers.recv_timeout(time).map_err(|error| match error {
            RecvTimeoutError::Timeout => Failure::TooSlow(time),
            RecvTimeoutError::Disconnected => self.death(),
        })
    }

    /// What it died of. One that lives and only fell silent is ended.
    fn death(&mut self) -> Failure {
        match self.child.kill().and_then(|()| self.child.wait()) {
            Ok(status) if is_out_of_time(status) => Failure::TooSlow(Duration::from_secs(SECONDS)),
            Ok(_) | Err(_) => Failure::Died,
        }
    }
}

/// Whether the system ended it because its time of the processor was up.
#[cfg(unix)]
fn is_out_of_time(status: ExitStatus) -> bool {
    use std::os::unix::process::ExitStatusExt;
    status.signal() == Some(rustix::process::Signal::XCPU.as_raw())
}

/// Elsewhere nothing is limited but the time by the clock.
#[cfg(not(unix))]
const fn is_out_of_time(_: ExitStatus) -> bool {
    false
}

impl Drop for Worker {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to stop, and it is only taken leave of.
        if let Err(error) = self.child.kill().and_then(|()| self.child.wait()) {
            tracing::debug!(%error, "a reading worker was not stopped");
        }
    }
}

impl Failure {
    /// What is told of it.
    fn sentence(self) -> Unreadable {
        Unreadable(match self {
            Self::TooSlow(time) => format!(
                "读取超过 {} 秒，已停止。文件可能太大，或者内部结构不正常。请打开文件，另存一份再试。",
                time.as_secs()
            ),
            Self::Died => {
                "读取这个文件要用的内存超过上限，或者文件内部结构不正常，已停止。请打开文件，另存一份再试。"
                    .to_owned()
            }
        })
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn pool(program: &str, arguments: &[&str], time: u64) -> Pool {
        Pool::new(PathBuf::from(program), arguments, 1, Duration::from_millis(time))
    }

    /// A shell that hears the file `x` out and then says this.
    fn says(answers: &[&str]) -> String {
        let mut script = "head -c 17 >/dev/null".to_owned();
        for answer in answers {
            script += &format!("; printf '\\{:03o}\\0\\0\\0%s' '{answer}'", answer.len());
        }
        script
    }

    const UNREADABLE: &str = r#"{"Unreadable":"甲"}"#;

    /// All that is said about the file `x`.
    fn heard(pool: &Pool) -> Result<Vec<Answer>, String> {
        let mut answers = Vec::new();
        let hear = &mut |answer| {
            answers.push(answer);
            ControlFlow::Continue(())
        };
        pool.ask(Task::Document, b"x", hear).map_err(|unreadable| unreadable.0)?;
        Ok(answers)
    }

    fn sentence(pool: &Pool) -> String {
        match heard(pool).as_deref() {
            Ok([Answer::Unreadable(sentence)]) => sentence.clone(),
            Ok(others) => format!("{others:?}"),
            Err(sentence) => sentence.clone(),
        }
    }

    /// Workers running, and idle ones among them.
    fn counts(pool: &Pool) -> (usize, usize) {
        let state = pool.state();
        (state.running, state.idle.len())
    }

    #[test]
    fn a_worker_that_hangs_is_stopped_and_the_next_file_gets_another_one() {
        let pool = pool("/bin/sleep", &["1000"], 50);
        for _ in 0..3 {
            let sentence = sentence(&pool);
            assert!(sentence.contains("已停止"), "{sentence}");
        }
        assert_eq!(counts(&pool), (0, 0));
    }

    #[test]
    fn a_worker_whose_time_of_the_processor_is_up_was_too_slow_and_is_not_asked_again() {
        let script = format!("ulimit -c 0; {}; kill -XCPU $$", says(&[ROWS]));
        let pool = pool("/bin/sh", &["-c", &script], 10_000);
        assert!(heard(&pool).unwrap_err().contains("超过 10 秒"));
        assert_eq!(counts(&pool), (0, 0));
    }

    #[test]
    fn a_worker_that_dies_or_talks_nonsense_is_a_sentence() {
        let dying = pool("/bin/sh", &["-c", "exit 3"], 10_000);
        assert!(sentence(&dying).contains("已停止"));
        let parrot = pool("/bin/cat", &[], 10_000);
        assert!(sentence(&parrot).contains("已停止"));
        let absent = pool("/no/such/program", &[], 10_000);
        assert!(sentence(&absent).contains("没有启动"));
        assert_eq!(counts(&absent), (0, 0));
    }

    #[test]
    fn a_worker_is_used_again_and_one_that_died_since_is_replaced() {
        // Answers one file, then ends.
        let pool = pool("/bin/sh", &["-c", &says(&[UNREADABLE])], 10_000);
        for _ in 0..3 {
            assert_eq!(sentence(&pool), "甲");
        }
        assert_eq!(counts(&pool), (1, 1));
    }

    #[test]
    fn many_at_once_wait_for_the_workers_there_are() {
        let pool = pool("/bin/sh", &["-c", &format!("while {}; do :; done", says(&[UNREADABLE]))], 10_000);
        thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| assert_eq!(sentence(&pool), "甲"));
            }
        });
        assert_eq!(counts(&pool), (1, 1));
    }

    const ROWS: &str = r#"{"Rows":{"sheet":"甲","rows":[[1,["一"]]]}}"#;

    #[test]
    fn answers_of_several_parts_are_heard_until_the_last() {
        let pool = pool("/bin/sh", &["-c", &says(&[ROWS, ROWS, r#""EndOfRows""#])], 10_000);
        let answers = heard(&pool).unwrap();
        assert!(matches!(answers.as_slice(), [Answer::Rows { .. }, Answer::Rows { .. }, Answer::EndOfRows]));
        assert_eq!(counts(&pool), (1, 1));
    }

    #[test]
    fn a_worker_that_breaks_off_or_is_not_heard_out_is_not_used_again() {
        let breaks_off = pool("/bin/sh", &["-c", &says(&[ROWS])], 10_000);
        assert!(heard(&breaks_off).unwrap_err().contains("已停止"));
        assert_eq!(counts(&breaks_off), (0, 0));
        let goes_on = pool("/bin/sh", &["-c", &says(&[ROWS, ROWS])], 10_000);
        goes_on.ask(Task::Document, b"x", &mut |_| ControlFlow::Break(())).unwrap();
        assert_eq!(counts(&goes_on), (0, 0));
    }
}
