//! ZIP archives behind the port of `casework`.

use std::ops::ControlFlow;

use casework::ports::{SourceFile, Unpacker};

use crate::command::check::{Source, unpacked};

/// Takes ZIP archives apart, also those within archives.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Archives;

impl Unpacker for Archives {
    fn unpack(
        &self,
        file: SourceFile,
        receive: &mut dyn FnMut(SourceFile) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let source = Source { name: file.name, content: file.content };
        unpacked(source, &|_| {}, &mut |Source { name, content }| receive(SourceFile { name, content }))
    }
}
