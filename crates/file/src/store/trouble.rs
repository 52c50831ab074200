//! What the disk has to say, as diagnostics.

use std::io::{self, ErrorKind};
use std::path::Path;

use previ_engine::diagnostic::{Arg, CodeSpec, Diagnostic, Place, Severity};

use crate::codes;

/// A diagnostic about the file at `path`.
pub(super) fn about(spec: CodeSpec, severity: Severity, path: &Path) -> Diagnostic {
    let path = Arg::Text(path.display().to_string());
    Diagnostic::new(spec.code, severity, Place::Whole).with("path", path)
}

/// The diagnostic of an error of the disk at `path`.
pub(super) fn trouble(cause: &io::Error, path: &Path) -> Diagnostic {
    let error = |spec| about(spec, Severity::Error, path);
    match cause.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => error(codes::NOT_FOUND),
        ErrorKind::IsADirectory => error(codes::NOT_A_FILE),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => error(codes::NO_PERMISSION),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => error(codes::DISK_FULL),
        _ => error(codes::IO).with("detail", Arg::Text(cause.to_string())),
    }
}
