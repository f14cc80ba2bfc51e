//! Takes as much as it gets of what a platform grants, each thing at a path of its own, and says how far it came and why no
//! further. `/` answers 200.

#[path = "../../support/rust/cabi.rs"]
mod cabi;
#[path = "../../support/rust/http.rs"]
mod http;
#[path = "../../support/rust/http_client.rs"]
mod http_client;
#[path = "../../support/rust/keyvalue.rs"]
mod keyvalue;
#[path = "../../support/rust/streams.rs"]
mod streams;
#[path = "../../support/rust/url.rs"]
mod url;

use http::{Fields, IncomingRequest, ResponseOutparam};
use http_client::{OutgoingRequest, PendingResponse};
use keyvalue::Bucket;
use streams::OutputStream;

/// Asked for where the path says nothing else.
const BUCKET: &str = "greedy";

/// Requests of one instance: a few more, and the host has no room for anything else of its messages.
const MOST_HELD: usize = 100;

#[export_name = "wasi:http/incoming-handler@0.2.3#handle"]
pub extern "C" fn handle(request: u32, outparam: u32) {
    let request = IncomingRequest::from_raw(request);
    let outparam = ResponseOutparam::from_raw(outparam);
    let target = request.path_with_query().unwrap_or_default();
    let (path, query) = target.split_once('?').unwrap_or((&target, ""));
    // `?N`: how much of it.
    let amount = || query.parse().unwrap_or(1_000u64);
    match path {
        "/" => answer(outparam, "fine\n"),
        "/log" => answer(outparam, &log(amount())),
        "/print" => answer(outparam, &print(amount())),
        "/keys" => answer(outparam, &fill(0)),
        "/values" => answer(outparam, &fill(1 << 20)),
        "/bucket" => answer(outparam, &Bucket::open(query).err().unwrap_or_else(|| "opened".to_string())),
        "/hold" => hold(query, outparam),
        "/keep" => keep(amount(), request, outparam),
        _ => answer(outparam, "no such greed\n"),
    }
}

fn answer(outparam: ResponseOutparam, text: &str) {
    let _ = outparam.respond(200, &[("content-type", b"text/plain")]).send(text.as_bytes());
}

/// So many lines.
fn log(lines: u64) -> String {
    let message = "greed ".repeat(100);
    for _ in 0..lines {
        unsafe { write_log(2, "greedy".as_ptr(), 6, message.as_ptr(), message.len()) };
    }
    format!("{} lines", lines)
}

/// So many lines to standard output.
fn print(lines: u64) -> String {
    let stdout = OutputStream::from_raw(unsafe { get_stdout() });
    let line = "greed ".repeat(100) + "\n";
    for _ in 0..lines {
        if stdout.write(line.as_bytes()).is_err() {
            return "closed".to_string();
        }
    }
    format!("{} lines", lines)
}

/// Sets one key after the other, each to so many bytes, until it may not.
fn fill(bytes: usize) -> String {
    let value = vec![b'x'; bytes];
    let bucket = match Bucket::open(BUCKET) {
        Ok(bucket) => bucket,
        Err(error) => return error,
    };
    for i in 0.. {
        if let Err(error) = bucket.set(&format!("key-{}", i), &value) {
            return format!("{} keys: {}", i, error);
        }
    }
    String::new()
}

/// Takes so many MiB, says so, and keeps them until the client has sent its body.
fn keep(mebibytes: u64, request: IncomingRequest, outparam: ResponseOutparam) {
    let mut kept = Vec::new();
    for _ in 0..mebibytes {
        let mut block: Vec<u8> = Vec::with_capacity(1 << 20);
        for page in (0..block.capacity()).step_by(4 << 10) {
            unsafe { block.as_mut_ptr().add(page).write_volatile(1) };
        }
        kept.push(block);
    }
    answer(outparam, "kept\n");
    if let Some(body) = request.body() {
        let _ = body.read_all(1 << 20);
    }
}

/// Sends requests until one is refused, says how many there were, and holds them all for as long as it may.
fn hold(address: &str, outparam: ResponseOutparam) {
    let url = match url::parse(address) {
        Some(url) => url,
        None => return answer(outparam, "no URL"),
    };
    let mut held: Vec<PendingResponse> = Vec::new();
    let mut end = "enough";
    while held.len() < MOST_HELD {
        let request = OutgoingRequest::new(Fields::new());
        request.scheme(&url.scheme);
        request.authority(&url.authority);
        request.path_with_query(&url.path);
        match request.send() {
            Ok(pending) => held.push(pending),
            Err(error) => {
                end = error;
                break;
            }
        }
    }
    answer(outparam, &format!("{} requests: {}\n", held.len(), end));
    for pending in held {
        pending.subscribe().block();
    }
}

#[link(wasm_import_module = "wasi:logging/logging@0.1.0-draft")]
extern "C" {
    #[link_name = "log"]
    fn write_log(level: u32, context: *const u8, context_len: usize, message: *const u8, len: usize);
}

#[link(wasm_import_module = "wasi:cli/stdout@0.2.3")]
extern "C" {
    #[link_name = "get-stdout"]
    fn get_stdout() -> u32;
}
