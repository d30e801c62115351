//! Passwords: argon2id, and what makes one acceptable.

use argon2::{Argon2, PasswordHasher as _, PasswordVerifier as _, password_hash::phc::PasswordHash};
use sha2::{Digest as _, Sha256};

/// The shortest password accepted, in characters.
pub const PASSWORD_MIN_CHARS: usize = 10;
/// The longest password accepted, in characters; it bounds the work of hashing.
pub const PASSWORD_MAX_CHARS: usize = 128;

/// Why a password is refused.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum PasswordFault {
    /// Shorter than [`PASSWORD_MIN_CHARS`].
    #[error("密码至少要 {PASSWORD_MIN_CHARS} 个字符。")]
    TooShort,
    /// Longer than [`PASSWORD_MAX_CHARS`].
    #[error("密码最多 {PASSWORD_MAX_CHARS} 个字符。")]
    TooLong,
    /// Fewer than three kinds of characters (GB/T 22239-2019, 8.1.4.1 a: 具有复杂度要求).
    #[error("密码要包含大写字母、小写字母、数字、其他符号中的至少三种。")]
    TooPlain,
    /// The hash could not be computed.
    #[error("密码暂时无法保存，请再试一次。")]
    NotHashed,
}

/// The argon2id hash of a password, as a PHC string.
///
/// `salt` is fresh random bytes, 16 or more, drawn by the caller; their digest is used, so that no length is wrong.
///
/// # Errors
/// When the password is not acceptable.
pub fn hash(password: &str, salt: &[u8]) -> Result<String, PasswordFault> {
    acceptable(password)?;
    let salt = Sha256::digest(salt);
    Argon2::default()
        .hash_password_with_salt(password.as_bytes(), &salt)
        .map(|hash| hash.to_string())
        .map_err(|_| PasswordFault::NotHashed)
}

/// Whether the password is the one that was hashed. An unreadable hash matches nothing.
pub fn matches(password: &str, hash: &str) -> bool {
    PasswordHash::new(hash)
        .is_ok_and(|parsed| Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok())
}

fn acceptable(password: &str) -> Result<(), PasswordFault> {
    let length = password.chars().count();
    if length < PASSWORD_MIN_CHARS {
        return Err(PasswordFault::TooShort);
    }
    if length > PASSWORD_MAX_CHARS {
        return Err(PasswordFault::TooLong);
    }
    let kinds: [fn(char) -> bool; 4] = [
        |c| c.is_ascii_uppercase(),
        |c| c.is_ascii_lowercase(),
        |c| c.is_ascii_digit(),
        |c| !c.is_ascii_alphanumeric(),
    ];
    if kinds.iter().filter(|kind| password.chars().any(kind)).count() < 3 {
        return Err(PasswordFault::TooPlain);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_matches_its_password_and_no_other() {
        let hashed = hash("Correct-horse-1", b"0123456789abcdef").unwrap();
        assert!(hashed.starts_with("$argon2id$"), "{hashed}");
        assert!(matches("Correct-horse-1", &hashed));
        assert!(!matches("Correct-horse-2", &hashed));
        assert!(!matches("Correct-horse-1", "not a hash"));
        for length in [16, 36, 64, 200] {
            assert!(hash("Correct-horse-1", &vec![b'a'; length]).is_ok(), "a salt of {length} bytes");
        }
    }

    #[test]
    fn weak_passwords_are_refused_with_the_reason() {
        let long = "Aa1".repeat(50);
        for (password, fault) in [
            ("Short1!", PasswordFault::TooShort),
            ("alllowercase", PasswordFault::TooPlain),
            ("lowerand123", PasswordFault::TooPlain),
            (long.as_str(), PasswordFault::TooLong),
        ] {
            assert_eq!(hash(password, b"0123456789abcdef"), Err(fault), "{password}");
        }
        assert!(hash("口令要够长Aa1口令", b"0123456789abcdef").is_ok());
    }
}
