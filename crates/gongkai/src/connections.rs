//! Connections: how many there may be, and how long one may keep us waiting. Nothing need stand before this program
//! for a slow or greedy client to be sent away.

use std::{convert::Infallible, net::SocketAddr, sync::Arc, time::Duration};

use axum::{Router, body::Body, extract::ConnectInfo, http::Request};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::Semaphore,
    time,
};
use tower::ServiceExt as _;
use tower_http::timeout::RequestBodyTimeoutLayer;

/// What clients are allowed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// Connections at one time; whoever comes then waits for one to end.
    pub(crate) connections: usize,
    /// How long the head of a request may take, and a connection stay without one.
    pub(crate) head: Duration,
    /// How long a body may send nothing.
    pub(crate) pause: Duration,
}

impl Limits {
    /// For the internet: below the 1,024 open files that a process usually has.
    pub(crate) const USUAL: Self =
        Self { connections: 512, head: Duration::from_secs(20), pause: Duration::from_secs(30) };
}

/// How long to wait after the system could not hand over a connection, e.g. for want of open files.
const BREATH: Duration = Duration::from_millis(200);

/// Answers with the pages until `stop` comes, and then until what was begun has been answered.
pub(crate) async fn answer(
    listener: TcpListener,
    pages: Router,
    limits: Limits,
    stop: impl Future<Output = ()>,
) {
    let pages = pages.layer(RequestBodyTimeoutLayer::new(limits.pause));
    let places = Arc::new(Semaphore::new(limits.connections));
    let (open, mut stop) = (GracefulShutdown::new(), std::pin::pin!(stop));
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(limits.head);
    loop {
        let arrival = async {
            let place = Arc::clone(&places).acquire_owned().await.ok();
            (place, arrived(&listener).await)
        };
        let (place, (stream, peer)) = tokio::select! {
            arrival = arrival => arrival,
            () = &mut stop => break,
        };
        let pages = pages.clone();
        let respond = service_fn(move |request| page(pages.clone(), peer, request));
        let connection = open.watch(http.serve_connection(TokioIo::new(stream), respond));
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                tracing::debug!(%error, "a connection ended");
            }
            drop(place);
        });
    }
    drop(listener);
    open.shutdown().await;
}

/// The next connection. What goes wrong with one is no reason to turn the next away.
async fn arrived(listener: &TcpListener) -> (TcpStream, SocketAddr) {
    loop {
        match listener.accept().await {
            Ok(connection) => return connection,
            Err(error) => {
                tracing::warn!(%error, "a connection was not taken");
                time::sleep(BREATH).await;
            }
        }
    }
}

async fn page(
    pages: Router,
    peer: SocketAddr,
    mut request: Request<Incoming>,
) -> Result<axum::response::Response, Infallible> {
    request.extensions_mut().insert(ConnectInfo(peer));
    pages.oneshot(request.map(Body::new)).await
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use axum::routing::{get, post};
    use tokio::{
        io::{AsyncReadExt as _, AsyncWriteExt as _},
        sync::oneshot,
    };

    use super::*;

    const SOON: Duration = Duration::from_millis(50);

    /// A server on a port of its own, and the end of it.
    async fn server(limits: Limits) -> (SocketAddr, oneshot::Sender<()>, tokio::task::JoinHandle<()>) {
        let pages = Router::new()
            .route(
                "/",
                get(|ConnectInfo(peer): ConnectInfo<SocketAddr>| async move { peer.ip().to_string() }),
            )
            .route("/read", post(|body: Result<String, _>| async move { body.map_err(|_| "cut off") }));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel::<()>();
        let stopped = async move { stopped.await.unwrap_or_default() };
        (address, stop, tokio::spawn(answer(listener, pages, limits, stopped)))
    }

    /// Sends this and reads to the end of the connection.
    async fn say(address: SocketAddr, words: &str) -> String {
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.write_all(words.as_bytes()).await.unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).await.unwrap();
        String::from_utf8(answer).unwrap()
    }

    #[tokio::test]
    async fn a_client_that_does_not_finish_its_request_is_sent_away() {
        let (address, _stop, _running) = server(Limits { head: SOON, pause: SOON, ..Limits::USUAL }).await;
        assert!(!say(address, "GET / HT").await.contains("200"), "half a head");
        assert_eq!(say(address, "").await, "", "not a word");
        let body = say(address, "POST /read HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc").await;
        assert!(body.contains("cut off"), "{body}");
    }

    #[tokio::test]
    async fn whoever_comes_when_all_places_are_taken_waits_for_one() {
        let (address, _stop, _running) = server(Limits { connections: 1, head: SOON, ..Limits::USUAL }).await;
        let _silent = TcpStream::connect(address).await.unwrap();
        let answer = say(address, "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").await;
        assert!(answer.ends_with("127.0.0.1"), "{answer}");
    }

    #[tokio::test]
    async fn a_server_that_is_told_to_stop_ends() {
        let (address, stop, running) = server(Limits::USUAL).await;
        say(address, "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").await;
        stop.send(()).unwrap();
        running.await.unwrap();
        assert!(TcpStream::connect(address).await.is_err());
    }
}
