//! Why a page cannot be shown, and the page that says so.
//!
//! A handler returns a [`Fault`]; [`dress`] turns it, and every bare error of the framework, into a Chinese page that
//! says what to do next.

use std::sync::Arc;

use askama::Template;
use axum::extract;
use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::frame::{Here, Look, html};
use crate::state::State;

/// What a handler gives back.
pub(crate) type Answer = Result<Response, Fault>;

/// Why a page cannot be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The address makes no sense.
    BadRequest,
    /// The post does not allow it.
    Forbidden,
    /// The form does not come from a page of ours, or the page is too old.
    Forged,
    /// A form was sent after the session had ended.
    SignedOut,
    /// Nothing there, or nothing the reader may see: the two look alike.
    NotFound,
    /// The act does not fit the state of the thing; a Chinese sentence.
    Conflict(String),
    /// The file or text is too large.
    TooLarge,
    /// What was sent cannot be acted on; a Chinese sentence.
    Refused(String),
    /// A defect. The text is for the log.
    Internal(String),
    /// The database is busy or away. The text is for the log.
    Unavailable(String),
}

impl Fault {
    const fn status(&self) -> StatusCode {
        match self {
            Self::BadRequest => StatusCode::BAD_REQUEST,
            Self::Forbidden | Self::Forged | Self::SignedOut => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Conflict(_) => StatusCode::CONFLICT,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Refused(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
        }
    }
}

impl From<store::Error> for Fault {
    fn from(error: store::Error) -> Self {
        use store::Error as E;
        match error {
            E::NotFound(_) => Self::NotFound,
            E::Busy(_) | E::Unreachable(_) | E::Storage(_) => Self::Unavailable(error.to_string()),
            E::Conflict(_) | E::AlreadyDone(_) | E::ChangedSince(_) | E::WrongState(_) => {
                Self::Conflict(casework::sentence(&error))
            }
            E::BadText => Self::Refused(casework::sentence(&error)),
            other => Self::Internal(other.to_string()),
        }
    }
}

impl From<casework::Error> for Fault {
    fn from(error: casework::Error) -> Self {
        match error {
            casework::Error::Store(error) => error.into(),
            casework::Error::NotAllowed(_) => Self::Forbidden,
            casework::Error::Refused(sentence) => Self::Conflict(sentence),
            other => Self::Refused(other.to_string()),
        }
    }
}

impl From<askama::Error> for Fault {
    fn from(error: askama::Error) -> Self {
        Self::Internal(format!("a template failed: {error}"))
    }
}

/// A bare response that carries the fault to [`dress`].
impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}

/// Gives every error that has no page one. Details go to the log and never to the reader.
pub(crate) async fn dress(
    extract::State(state): extract::State<State>,
    request: Request,
    next: Next,
) -> Response {
    let look = Look::of(&state, &Here::of(request.uri(), request.headers()));
    let at_desk = request.uri().path().starts_with("/desk");
    let method = request.method().clone();
    let path = request.uri().path().to_owned();
    let response = next.run(request).await;
    let status = response.status();
    if !(status.is_client_error() || status.is_server_error()) || is_page(response.headers()) {
        return response;
    }
    let fault = response.extensions().get::<Arc<Fault>>().cloned();
    if let Some(Fault::Internal(cause) | Fault::Unavailable(cause)) = fault.as_deref() {
        tracing::error!(%method, path, cause, "{status}");
    }
    let words = Words::of(status, fault.as_deref());
    let home = if at_desk { "/desk/".to_owned() } else { look.links.portal().to_owned() };
    let page = ErrorPage { look, status: status.as_u16(), words, at_desk, home };
    let mut dressed = html(status, &page).unwrap_or_else(|_| status.into_response());
    if let Some(allow) = response.headers().get(header::ALLOW) {
        dressed.headers_mut().insert(header::ALLOW, allow.clone());
    }
    dressed
}

fn is_page(headers: &HeaderMap) -> bool {
    let media_type =
        headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    media_type.starts_with("text/html") || media_type.starts_with("application/json")
}

#[derive(Template)]
#[template(path = "error/error.html")]
struct ErrorPage {
    look: Look,
    status: u16,
    words: Words,
    at_desk: bool,
    home: String,
}

/// What happened and what to do next.
struct Words {
    title: &'static str,
    what: String,
    next: &'static str,
}

impl Words {
    fn of(status: StatusCode, fault: Option<&Fault>) -> Self {
        let own = match fault {
            Some(Fault::Conflict(sentence) | Fault::Refused(sentence)) => Some(sentence.clone()),
            Some(Fault::Forged) => return Self::forged(),
            Some(Fault::SignedOut) => return Self::signed_out(),
            _ => None,
        };
        let (title, what, next) = match status.as_u16() {
            400 => (
                "地址或内容有误",
                "这个请求看不懂，可能是地址抄漏了一段。",
                "请核对地址，或者从下面的入口重新进入。",
            ),
            403 => (
                "没有权限",
                "您的岗位不能打开这一页或办这件事。",
                "如果工作需要，请与本机关的系统管理员联系。",
            ),
            404 => (
                "没有找到这一页",
                "地址可能抄错了，或者这条信息不再公开。",
                "请核对地址，或者从下面的入口查找。",
            ),
            405 => ("这一页不能这样打开", "这个地址只用来接收表单。", "请退回上一页，再点一次按钮。"),
            409 => (
                "现在不能这样办",
                "这件事和当前的办理状态不符，没有写入任何内容。",
                "请退回上一页，刷新后再看。",
            ),
            413 => (
                "文件太大",
                "发来的内容超过了限度，没有保存。",
                "请把文件拆小后再试；台账可以按年度分开导入。",
            ),
            422 => ("内容不能处理", "发来的内容有误，没有保存。", "请退回上一页，修改后再试。"),
            503 => (
                "暂时不能使用",
                "系统正忙或正在维护，没有写入任何内容。",
                "请过几分钟再试。急事请直接打电话或到服务大厅办理。",
            ),
            code if code < 500 => ("请求有误", "这个请求不能处理。", "请从下面的入口重新进入。"),
            _ => (
                "系统出了问题",
                "这不是您的操作造成的，没有写入任何内容。问题已经记录。",
                "请稍后再试；还是不行，请与管理员联系。",
            ),
        };
        Self { title, what: own.unwrap_or_else(|| what.to_owned()), next }
    }

    fn forged() -> Self {
        Self {
            title: "表单已经失效",
            what: "为了防止别的网站冒用您的登录，这份表单没有被接受，没有写入任何内容。".to_owned(),
            next: "可能是页面打开太久，或者登录已经换过。请退回上一页，刷新后再提交一次。",
        }
    }

    fn signed_out() -> Self {
        Self {
            title: "登录已经到期",
            what: "太久没有操作，登录已经自动退出，刚才的表单没有写入。".to_owned(),
            next: "请退回上一页，先把填写的文字复制下来，再重新登录。",
        }
    }
}
