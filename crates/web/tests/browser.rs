//! A browser without a window: it keeps cookies, fills in the tokens of forms, and can be told to lie.

use std::collections::BTreeMap;

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use tower::ServiceExt as _;

/// What came back.
#[derive(Debug)]
pub(crate) struct Page {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

/// A person's browser.
#[derive(Clone)]
pub(crate) struct Browser {
    router: axum::Router,
    pub(crate) cookies: BTreeMap<String, String>,
    /// Sent with every request, to lie with.
    pub(crate) headers: Vec<(&'static str, String)>,
    /// The page seen last, whose token the next form carries.
    token: String,
}

impl Browser {
    pub(crate) fn new(router: axum::Router) -> Self {
        Self { router, cookies: BTreeMap::new(), headers: Vec::new(), token: String::new() }
    }

    /// Opens an address.
    pub(crate) async fn get(&mut self, address: &str) -> Page {
        let page = self.send(Method::GET, address, None, Vec::new()).await;
        if let Some(token) = page.token() {
            self.token = token;
        }
        page
    }

    /// Sends a form with the token of the page seen last.
    pub(crate) async fn post(&mut self, address: &str, fields: &[(&str, &str)]) -> Page {
        let token = self.token.clone();
        let mut all = vec![("token", token.as_str())];
        all.extend(fields);
        self.post_as_is(address, &all).await
    }

    /// Sends a form with nothing added.
    pub(crate) async fn post_as_is(&mut self, address: &str, fields: &[(&str, &str)]) -> Page {
        let pairs: Vec<String> =
            fields.iter().map(|(name, text)| format!("{}={}", escaped(name), escaped(text))).collect();
        let media_type = "application/x-www-form-urlencoded";
        self.send(Method::POST, address, Some(media_type), pairs.join("&").into_bytes()).await
    }

    /// Sends a form with a file and the token of the page seen last.
    pub(crate) async fn upload(
        &mut self,
        address: &str,
        fields: &[(&str, &str)],
        file: (&str, &str, &[u8]),
    ) -> Page {
        let mut body = Vec::new();
        let token = self.token.clone();
        for (name, text) in [("token", token.as_str())].iter().chain(fields) {
            let part = format!("--EDGE\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{text}\r\n");
            body.extend(part.into_bytes());
        }
        let (name, file_name, bytes) = file;
        let head = format!(
            "--EDGE\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file_name}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        );
        body.extend(head.into_bytes());
        body.extend(bytes);
        body.extend(b"\r\n--EDGE--\r\n");
        self.send(Method::POST, address, Some("multipart/form-data; boundary=EDGE"), body).await
    }

    pub(crate) async fn send(
        &mut self,
        method: Method,
        address: &str,
        media_type: Option<&str>,
        body: Vec<u8>,
    ) -> Page {
        let mut request = Request::builder().method(method).uri(address).header(header::HOST, "gk.example");
        if !self.cookies.is_empty() {
            let pairs: Vec<String> =
                self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            request = request.header(header::COOKIE, pairs.join("; "));
        }
        if let Some(media_type) = media_type {
            request = request.header(header::CONTENT_TYPE, media_type);
        }
        for (name, value) in &self.headers {
            request = request.header(*name, value);
        }
        let response = self.router.clone().oneshot(request.body(Body::from(body)).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        self.keep(&parts.headers);
        let body = to_bytes(body, 64 * 1024 * 1024).await.unwrap().to_vec();
        Page { status: parts.status, headers: parts.headers, body }
    }

    fn keep(&mut self, headers: &HeaderMap) {
        for line in headers.get_all(header::SET_COOKIE) {
            let line = line.to_str().unwrap();
            let (name, value) = line.split(';').next().unwrap().split_once('=').unwrap();
            if line.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }

    /// Signs in and lands at the desk.
    pub(crate) async fn sign_in(&mut self, login: &str, password: &str) {
        self.get("/desk/sign-in").await;
        let page = self.post("/desk/sign-in", &[("login", login), ("password", password)]).await;
        assert_eq!(page.leads_to(), "/desk/", "{}", page.text());
        self.get("/desk/").await;
    }
}

impl Page {
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The address of a redirection that asks for GET.
    pub(crate) fn leads_to(&self) -> &str {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "{}", self.text());
        self.header("location")
    }

    /// Fails unless the page stands and says all of this.
    #[track_caller]
    pub(crate) fn says(&self, words: &[&str]) {
        self.says_with(StatusCode::OK, words);
    }

    #[track_caller]
    pub(crate) fn says_with(&self, status: StatusCode, words: &[&str]) {
        let text = self.text();
        assert_eq!(self.status, status, "{text}");
        for word in words {
            assert!(text.contains(word), "{word} is not in:\n{text}");
        }
    }

    /// Fails if the page says any of this.
    #[track_caller]
    pub(crate) fn hides(&self, words: &[&str]) {
        let text = self.text();
        for word in words {
            assert!(!text.contains(word), "{word} is in:\n{text}");
        }
    }

    /// The addresses that the page links to.
    pub(crate) fn links(&self) -> Vec<String> {
        let text = self.text();
        let links = text.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        links.map(|link| link.replace("&amp;", "&").replace("&#38;", "&")).collect()
    }

    fn token(&self) -> Option<String> {
        let text = self.text();
        let (_, rest) = text.split_once("name=\"token\" value=\"")?;
        rest.split('"').next().map(str::to_owned)
    }
}

pub(crate) fn escaped(text: &str) -> String {
    let byte = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(byte).collect()
}

/// The value of the first hidden input with that name.
pub(crate) fn value(text: &str, name: &str) -> String {
    let opening = format!("name=\"{name}\" value=\"");
    let rest = text.split_once(&opening).map_or("", |(_, rest)| rest);
    let value = rest.split('"').next().unwrap();
    value
        .replace("&#34;", "\"")
        .replace("&#38;", "&")
        .replace("&#60;", "<")
        .replace("&#62;", ">")
        .replace("&#39;", "'")
}
