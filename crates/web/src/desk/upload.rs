//! A form with a file, as the browser sent it.

use axum::extract::{FromRequest, Multipart, Request};

use crate::fault::Fault;
use crate::form::Sent;

/// What to say when an upload is broken off or garbled.
const BROKEN: &str = "上传没有完成，文件没有收全，没有写入任何内容。请重新选择文件，再传一次。";

/// The fields of a form, and the file in it.
#[derive(Debug)]
pub(super) struct Upload {
    pub(super) sent: Sent,
    /// The first one; none when nobody chose one.
    pub(super) file: Option<UploadedFile>,
    /// Those behind it, where a form takes several.
    pub(super) more: Vec<UploadedFile>,
}

/// A file: its name without folders, and its content.
#[derive(Debug)]
pub(super) struct UploadedFile {
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
}

impl<S: Send + Sync> FromRequest<S> for Upload {
    type Rejection = Fault;

    async fn from_request(request: Request, state: &S) -> Result<Self, Fault> {
        let broken = || Fault::Refused(BROKEN.to_owned());
        let mut parts = Multipart::from_request(request, state).await.map_err(|_| broken())?;
        let (mut pairs, mut files) = (Vec::new(), Vec::new());
        while let Some(part) = parts.next_field().await.map_err(|_| broken())? {
            let name = part.name().unwrap_or_default().to_owned();
            let Some(file_name) = part.file_name().map(str::to_owned) else {
                pairs.push((name, part.text().await.map_err(|_| broken())?));
                continue;
            };
            let bytes = part.bytes().await.map_err(|_| broken())?;
            // A browser sends an input without a file as an empty file without a name.
            if !file_name.is_empty() || !bytes.is_empty() {
                files.push(UploadedFile { name: without_folders(&file_name), bytes: bytes.to_vec() });
            }
        }
        let mut files = files.into_iter();
        Ok(Self { sent: Sent::from(pairs), file: files.next(), more: files.collect() })
    }
}

/// Old browsers send the whole path.
fn without_folders(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = last.chars().filter(|character| !character.is_control()).take(200).collect();
    if plain.trim().is_empty() { "未命名".to_owned() } else { plain }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_loses_its_folders_and_what_no_name_has() {
        assert_eq!(without_folders(r"C:\台账\2020.xlsx"), "2020.xlsx");
        assert_eq!(without_folders("../../etc/passwd"), "passwd");
        assert_eq!(without_folders("a\r\nb.csv"), "ab.csv");
        assert_eq!(without_folders("/"), "未命名");
    }
}
