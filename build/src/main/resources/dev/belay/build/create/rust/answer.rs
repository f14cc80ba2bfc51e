//! How requests are read and answered.

use crate::glue::streams::OutputStream;
use crate::glue::types::{Fields, IncomingRequest, OutgoingBody, OutgoingResponse, ResponseOutparam};

/// Bytes that one blocking write takes.
const PIECE: usize = 4096;

/// The path and the query of a request.
pub fn target(request: &IncomingRequest) -> (String, String) {
    let target = request.path_with_query().unwrap_or_else(|| "/".to_string());
    match target.split_once('?') {
        Some((path, query)) => (path.to_string(), query.to_string()),
        None => (target, String::new()),
    }
}

pub fn send(out: ResponseOutparam, status: u16, content_type: &str, text: &str) {
    let headers = Fields::new();
    let _ = headers.append("content-type", content_type.as_bytes());
    let response = OutgoingResponse::new(headers);
    let _ = response.set_status_code(status);
    let body = response.body().expect("a body that nobody has taken");
    ResponseOutparam::set(out, Ok(response));
    let stream = body.write().expect("a stream that nobody has taken");
    write(&stream, text.as_bytes());
    drop(stream);
    let _ = OutgoingBody::finish(body, None);
}

fn write(stream: &OutputStream, bytes: &[u8]) {
    for piece in bytes.chunks(PIECE) {
        if stream.blocking_write_and_flush(piece).is_err() {
            return; // the client has left
        }
    }
}
