//! The web server: wiring, listening, stopping.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use anyhow::anyhow;
use casework::calendar::{calendar_in_force, refresh_all};
use store::Store;
use tokio::{net::TcpListener, sync::watch, time};
use web::{CalendarHandle, Engines, Hands, Parts, State, router};

use crate::{
    cli::Usage,
    clock,
    config::Config,
    connections::{Limits, answer},
    fault::{self, told},
    printer::Printer,
    unpacker::Archives,
};

/// How long pages that are being answered may take when the server stops.
const GRACE: Duration = Duration::from_secs(20);
/// How long fonts stay in memory after the last PDF, and at most as long again.
const REST: Duration = Duration::from_secs(300);
/// How often the server looks for reports that wait to be checked without having been told of them.
const CHECKS_WATCH: Duration = Duration::from_secs(30);
/// How often the server looks whether the command line has imported a calendar.
const CALENDAR_WATCH: Duration = Duration::from_secs(30);

/// Takes an address, `127.0.0.1:8080`.
///
/// # Errors
/// A Chinese sentence: no address, port in use, address of another machine.
pub(crate) async fn listen(address: &str) -> anyhow::Result<TcpListener> {
    let Ok(socket) = address.replacen("localhost:", "127.0.0.1:", 1).parse::<SocketAddr>() else {
        let words = format!("监听地址“{address}”不对。请写成 地址:端口，例如 127.0.0.1:8080。");
        return Err(Usage(words).into());
    };
    TcpListener::bind(socket).await.map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => {
            anyhow!("端口 {} 已被别的程序占用。请先停掉它，或用 --listen 换一个端口。", socket.port())
        }
        std::io::ErrorKind::AddrNotAvailable => {
            anyhow!("“{}”不是本机的地址。请写本机的地址，例如 127.0.0.1:{}。", socket.ip(), socket.port())
        }
        std::io::ErrorKind::PermissionDenied => {
            anyhow!("没有权限使用端口 {}。请换一个 1024 以上的端口。", socket.port())
        }
        _ => anyhow!("不能在 {address} 监听：{}。", fault::reason(&error)),
    })
}

/// The settings of the pages, out of the configuration.
///
/// # Errors
/// A base path that cannot be one.
pub(crate) fn pages(config: &Config) -> anyhow::Result<web::Config> {
    Ok(web::Config {
        base_path: web::BasePath::parse(&config.base_path)?,
        secure_cookies: config.secure_cookies,
        site: config.site.clone(),
        page_memory_bytes: config.page_memory,
        ..web::Config::loopback()
    })
}

/// Serves until somebody asks to stop (Ctrl-C, SIGTERM); what is being answered then is answered to the end.
///
/// # Errors
/// Failures of the store at the beginning, and of the listening socket.
pub(crate) async fn serve(
    listener: TcpListener,
    store: Store,
    pages: web::Config,
    printer: Printer,
) -> anyhow::Result<()> {
    let calendar = CalendarHandle::new(calendar_in_force(&store).await.map_err(told)?);
    let watching = tokio::spawn(watch_calendar(store.clone(), calendar.clone()));
    let printer = Arc::new(printer);
    let resting = tokio::spawn(rest(Arc::clone(&printer)));
    let state = State::new(Parts {
        store: store.clone(),
        calendar,
        hands: hands(),
        engines: engines(printer),
        config: pages,
    });
    let checking = tokio::spawn(check_waiting(state.clone()));
    let (stop, mut stopped) = watch::channel(false);
    let asked = async move {
        // An error means that the sender is gone, and then it is time to stop as well.
        stopped.wait_for(|stop| *stop).await.map(drop).unwrap_or_default();
    };
    tokio::select! {
        () = answer(listener, router(state), Limits::USUAL, asked) => {}
        () = stop_in_time(stop) => {}
    }
    watching.abort();
    // What is left unfinished waits in the store.
    checking.abort();
    resting.abort();
    store.close().await;
    Ok(())
}

/// Asks the server to stop when the operator does, and gives it some time.
async fn stop_in_time(stop: watch::Sender<bool>) {
    asked_to_stop().await;
    tracing::info!("stopping");
    stop.send_replace(true);
    time::sleep(GRACE).await;
    tracing::warn!("some answers were not finished in time");
}

async fn asked_to_stop() {
    let interrupted = async {
        if let Err(error) = tokio::signal::ctrl_c().await {
            tracing::warn!(%error, "Ctrl-C is not heard");
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminated = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => drop(signal.recv().await),
            Err(error) => {
                tracing::warn!(%error, "SIGTERM is not heard");
                std::future::pending::<()>().await;
            }
        }
    };
    #[cfg(not(unix))]
    let terminated = std::future::pending::<()>();
    tokio::select! {
        () = interrupted => {}
        () = terminated => {}
    }
}

/// Brings cached deadlines up to date at the beginning, and again whenever another calendar was imported beside us.
async fn watch_calendar(store: Store, calendar: CalendarHandle) {
    let mut version = String::new();
    let mut tick = time::interval(CALENDAR_WATCH);
    loop {
        tick.tick().await;
        let now = match calendar_in_force(&store).await {
            Ok(now) => now,
            Err(error) => {
                tracing::warn!(%error, "the calendar cannot be read");
                continue;
            }
        };
        if now.version() == version {
            continue;
        }
        match refresh_all(&store, &now).await {
            Ok(_) => version = now.version(),
            Err(error) => tracing::warn!(%error, "deadlines were not computed again"),
        }
        calendar.replace(now);
    }
}

/// Checks the reports that wait: those of an upload, and at the beginning those that the last stop left behind.
async fn check_waiting(state: State) {
    let at_once = std::thread::available_parallelism().map_or(2, usize::from);
    loop {
        match state.work_off_checks(u32::try_from(at_once).unwrap_or(2)).await {
            Ok(0) => {}
            Ok(files) => tracing::info!(files, "waiting reports were checked"),
            Err(error) => tracing::warn!(%error, "waiting reports were not checked"),
        }
        tokio::select! {
            () = state.checks_arrived() => {}
            () = time::sleep(CHECKS_WATCH) => {}
        }
    }
}

/// Lets the printer rest now and then.
async fn rest(printer: Arc<Printer>) {
    let mut tick = time::interval(REST);
    loop {
        tick.tick().await;
        printer.rest();
    }
}

fn hands() -> Hands {
    Hands {
        now: Arc::new(clock::now),
        new_id: Arc::new(clock::new_id),
        new_secret: Arc::new(|| clock::new_secret().map_err(|error| error.to_string())),
    }
}

fn engines(printer: Arc<Printer>) -> Engines {
    let reader = crate::reader::reader();
    Engines { rows: reader.clone(), typesetter: printer, reader, unpacker: Arc::new(Archives) }
}
