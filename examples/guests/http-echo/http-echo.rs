//! Answers with what it was sent:
//!
//! - `GET /info`: the method, the target, the authority and every header, as lines of text
//! - `POST /echo`: the body, piece by piece in constant memory, then the trailers
//! - `POST /splice`: the same, but the host moves the bytes and the guest never sees them

#[path = "../../support/rust/cabi.rs"]
mod cabi;
#[path = "../../support/rust/http.rs"]
mod http;
#[path = "../../support/rust/streams.rs"]
mod streams;

use http::{Fields, IncomingRequest, ResponseOutparam};
use streams::{InputStream, OutputStream, StreamEnd};

/// Bytes moved at a time.
const PIECE: u64 = 64 << 10;

#[export_name = "wasi:http/incoming-handler@0.2.3#handle"]
pub extern "C" fn handle(request: u32, outparam: u32) {
    let request = IncomingRequest::from_raw(request);
    let outparam = ResponseOutparam::from_raw(outparam);
    let target = request.path_with_query().unwrap_or_default();
    match target.split('?').next().unwrap_or("") {
        "/info" => text(outparam, 200, &info(&request, &target)),
        "/echo" => echo(request, outparam, copy),
        "/splice" => echo(request, outparam, splice),
        path => text(outparam, 404, &format!("nothing at {}; there are /info, /echo and /splice\n", path)),
    }
}

fn text(outparam: ResponseOutparam, status: u16, text: &str) {
    // A failure means that the client has left.
    let _ = outparam.respond(status, &[("content-type", b"text/plain; charset=utf-8")]).send(text.as_bytes());
}

fn info(request: &IncomingRequest, target: &str) -> String {
    let mut out = format!("method: {}\ntarget: {}\n", request.method(), target);
    if let Some(scheme) = request.scheme() {
        out += &format!("scheme: {}\n", scheme);
    }
    if let Some(authority) = request.authority() {
        out += &format!("authority: {}\n", authority);
    }
    for (name, value) in request.headers().entries() {
        out += &format!("header: {}: {}\n", name.to_ascii_lowercase(), String::from_utf8_lossy(&value));
    }
    out
}

fn echo(request: IncomingRequest, outparam: ResponseOutparam, how: fn(InputStream, &OutputStream) -> Result<(), StreamEnd>) {
    let headers = Fields::new();
    for (name, value) in request.headers().entries() {
        // The names of trailers go before them, or a server need not send any.
        if name.eq_ignore_ascii_case("content-type") || name.eq_ignore_ascii_case("trailer") {
            headers.append(&name, &value);
        }
    }
    let incoming = request.body().expect("a new request gives its body");
    let input = incoming.stream().expect("a new body gives its stream");
    let outgoing = outparam.respond_with(200, headers);
    let output = outgoing.stream();
    if how(input, &output).is_err() {
        // Neither side can be told more than that the body ends before its end: it is dropped unfinished.
        return;
    }
    drop(output);
    if let Ok(trailers) = incoming.trailers() {
        // Those of the request cannot be changed; what the host takes is a copy.
        outgoing.finish(trailers.map(|received| {
            let trailers = Fields::new();
            for (name, value) in received.entries() {
                trailers.append(&name, &value);
            }
            trailers
        }));
    }
}

fn copy(input: InputStream, output: &OutputStream) -> Result<(), StreamEnd> {
    while let Some(piece) = input.read(PIECE).map_err(StreamEnd::Failed)? {
        output.write(&piece)?;
    }
    Ok(())
}

fn splice(input: InputStream, output: &OutputStream) -> Result<(), StreamEnd> {
    loop {
        match output.splice(&input, PIECE) {
            Ok(_) => {}
            // The end of the input is reported as that of the output; a client that has left shows later.
            Err(StreamEnd::Closed) => return Ok(()),
            Err(failed) => return Err(failed),
        }
    }
}
