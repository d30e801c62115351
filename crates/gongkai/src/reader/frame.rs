//! What program and worker say to one another: the length in four bytes, little end first, then as many bytes.

use std::io::{self, Read, Write};

/// The longest message, in bytes: the document of the largest file, as JSON.
const LONGEST: u32 = 256 * 1024 * 1024;

/// Sends one message.
///
/// # Errors
/// The other side is gone, or the message is longer than any should be.
pub(super) fn send(to: &mut impl Write, message: &[u8]) -> io::Result<()> {
    let length = u32::try_from(message.len()).ok().filter(|length| *length <= LONGEST);
    let length = length.ok_or_else(|| io::Error::from(io::ErrorKind::FileTooLarge))?;
    to.write_all(&length.to_le_bytes())?;
    to.write_all(message)?;
    to.flush()
}

/// Receives one message; none when the other side has ended.
///
/// # Errors
/// The message breaks off, or says to be longer than any should be.
pub(super) fn receive(from: &mut impl Read) -> io::Result<Option<Vec<u8>>> {
    let mut length = [0; 4];
    match from.read_exact(&mut length) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        Err(error) => return Err(error),
    }
    let length = u32::from_le_bytes(length);
    if length > LONGEST {
        return Err(io::ErrorKind::InvalidData.into());
    }
    // Memory is taken as bytes come, not as the length promises.
    let mut message = Vec::new();
    from.take(u64::from(length)).read_to_end(&mut message)?;
    if message.len() as u64 == u64::from(length) {
        Ok(Some(message))
    } else {
        Err(io::ErrorKind::UnexpectedEof.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_arrive_whole_or_not_at_all() {
        let mut wire = Vec::new();
        send(&mut wire, "甲".as_bytes()).unwrap();
        send(&mut wire, b"").unwrap();
        let mut from = wire.as_slice();
        assert_eq!(receive(&mut from).unwrap().unwrap(), "甲".as_bytes());
        assert_eq!(receive(&mut from).unwrap().unwrap(), b"");
        assert_eq!(receive(&mut from).unwrap(), None);
        assert!(receive(&mut &wire[..5]).is_err());
        assert!(receive(&mut &[0xFF, 0xFF, 0xFF, 0xFF, 0][..]).is_err());
    }
}
