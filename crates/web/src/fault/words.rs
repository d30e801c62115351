//! What an error page says: what happened and what to do next, never how it happened.

use axum::http::StatusCode;

use super::Fault;

/// What happened and what to do next.
pub(super) struct Words {
    pub(super) title: &'static str,
    pub(super) what: String,
    pub(super) next: &'static str,
}

impl Words {
    pub(super) fn of(status: StatusCode, fault: Option<&Fault>) -> Self {
        let own = match fault {
            Some(Fault::Conflict(sentence) | Fault::Refused(sentence)) => Some(sentence.clone()),
            Some(Fault::Forbidden(Some(post))) => {
                Some(format!("您现在的岗位是{post}，不能打开这一页或办这件事。"))
            }
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
                "有几个岗位的，在“我的账号”里换岗位再试；没有的，如果工作需要，请与本机关的系统管理员联系。",
            ),
            404 => (
                "没有找到这一页",
                "地址可能抄错了，或者这条信息不再公开。",
                "请核对地址，或者从下面的入口查找。",
            ),
            405 => ("这一页不能这样打开", "这个地址只用来接收表单。", "请退回上一页，再点一次按钮。"),
            408 => ("等得太久", "网络太慢，没有收到完整的内容。", "请换一个网络好的地方再试一次。"),
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
            414 | 431 => (
                "地址太长",
                "这个地址比能接受的长，可能是粘贴时多出了内容。",
                "请核对地址，或者从下面的入口重新进入。",
            ),
            422 => ("内容不能处理", "发来的内容有误，没有保存。", "请退回上一页，修改后再试。"),
            429 => ("点得太快", "短时间内请求太多，先停一停。", "请过一分钟再试。"),
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
            next: "可能是页面打开太久，或者登录、岗位已经换过。请退回上一页，刷新后再提交一次。",
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
