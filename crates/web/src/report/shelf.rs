//! Files of published reports that were asked for last, so that a crowd of readers costs no more than one.

use std::collections::VecDeque;
use std::future::Future;

use axum::body::Bytes;
use tokio::sync::Mutex;

/// How many files are kept.
const FILES: usize = 24;
/// How many bytes they may have together.
const BYTES: usize = 8 * 1024 * 1024;

/// A shelf of finished files. Who asks for one that is not there waits for whoever is making one: only one is made
/// at a time.
#[derive(Debug, Default)]
pub(crate) struct Shelf(Mutex<VecDeque<(String, Bytes)>>);

impl Shelf {
    /// The file under this key, which must name everything that the file depends on.
    pub(crate) async fn get<F, E>(&self, key: String, make: impl FnOnce() -> F) -> Result<Bytes, E>
    where
        F: Future<Output = Result<Vec<u8>, E>>,
    {
        let mut files = self.0.lock().await;
        if let Some(place) = files.iter().position(|(known, _)| *known == key)
            && let Some(file) = files.remove(place)
        {
            let bytes = file.1.clone();
            files.push_front(file);
            return Ok(bytes);
        }
        let bytes = Bytes::from(make().await?);
        files.push_front((key, bytes.clone()));
        while files.len() > FILES || files.iter().map(|(_, bytes)| bytes.len()).sum::<usize>() > BYTES {
            files.pop_back();
        }
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[tokio::test]
    async fn what_is_on_the_shelf_is_not_made_again_and_what_nobody_asks_for_leaves_it() {
        let shelf = Shelf::default();
        let made = Cell::new(0);
        let ask = async |key: &str, size: usize| {
            let make = || async {
                made.set(made.get() + 1);
                Ok::<_, ()>(vec![0; size])
            };
            shelf.get(key.to_owned(), make).await.unwrap().len()
        };
        assert_eq!((ask("甲", 3).await, ask("甲", 3).await, made.get()), (3, 3, 1));
        for number in 1..FILES {
            ask(&number.to_string(), 1).await;
        }
        ask("甲", 3).await;
        assert_eq!(made.get(), FILES, "it is still there");
        ask("large", BYTES).await;
        ask("甲", 3).await;
        assert_eq!(made.get(), FILES + 2, "a large one drove it out");
        assert_eq!(ask("larger than the shelf", BYTES + 1).await, BYTES + 1);
    }
}
