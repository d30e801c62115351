//! The use cases, one file per act: law decides, store records, in one transaction.
