//! Does what a host must survive, each thing at a path of its own. `/` answers 200, so that a test can see that the
//! host still serves.

#[path = "../../support/rust/cabi.rs"]
mod cabi;
#[path = "../../support/rust/http.rs"]
mod http;
#[path = "../../support/rust/misdeeds.rs"]
mod misdeeds;
#[path = "../../support/rust/streams.rs"]
mod streams;

use http::{Fields, IncomingRequest, ResponseOutparam};
use misdeeds::{allocate, flood, recurse, run_for_ever};
use streams::Pollable;

#[export_name = "wasi:http/incoming-handler@0.2.3#handle"]
pub extern "C" fn handle(request: u32, outparam: u32) {
    let request = IncomingRequest::from_raw(request);
    let outparam = ResponseOutparam::from_raw(outparam);
    let target = request.path_with_query().unwrap_or_default();
    let (path, query) = target.split_once('?').unwrap_or((&target, ""));
    // `?N`: how much of it.
    let amount = |default: u64| query.parse().unwrap_or(default);
    match path {
        "/" => answer(outparam, 200, "fine\n"),
        "/trap" => core::arch::wasm32::unreachable(),
        "/loop" => run_for_ever(),
        "/sleep" => {
            sleep(amount(1000));
            answer(outparam, 200, "slept\n");
        }
        "/allocate" => allocate(),
        "/recurse" => answer(outparam, 200, &recurse(0).to_string()),
        "/exit" => unsafe { exit(amount(1) as u32 & 1) },
        "/no-response" => {}
        "/half-body" => half_body(outparam),
        "/half-body-trap" => {
            half_body(outparam);
            core::arch::wasm32::unreachable()
        }
        "/short-body" => lie(outparam, b"1000"),
        "/long-body" => lie(outparam, b"10"),
        "/endless-body" => endless_body(outparam),
        "/huge-headers" => huge_headers(outparam, amount(2000)),
        "/flood-stderr" => {
            flood(amount(64 << 20));
            answer(outparam, 200, "flooded\n");
        }
        "/hold-handles" => {
            // Handles are never dropped.
            for _ in 0..amount(u64::MAX) {
                Fields::new().into_raw();
            }
            answer(outparam, 200, "held\n");
        }
        _ => answer(outparam, 404, "no such misbehaviour\n"),
    }
}

fn answer(outparam: ResponseOutparam, status: u16, text: &str) {
    let _ = outparam.respond(status, &[("content-type", b"text/plain")]).send(text.as_bytes());
}

fn sleep(milliseconds: u64) {
    let pollable = Pollable::from_raw(unsafe { subscribe_duration(milliseconds * 1_000_000) });
    pollable.block();
}

fn half_body(outparam: ResponseOutparam) {
    let body = outparam.respond(200, &[("content-length", b"1000")]);
    let stream = body.stream();
    let _ = stream.write(&[b'x'; 500]);
    // Both are dropped; the body is not finished.
}

/// Says another length than the body has, which is 500.
fn lie(outparam: ResponseOutparam, length: &[u8]) {
    let body = outparam.respond(200, &[("content-length", length)]);
    let _ = body.send(&[b'x'; 500]);
}

fn endless_body(outparam: ResponseOutparam) {
    let body = outparam.respond(200, &[]);
    let stream = body.stream();
    while stream.write(&[b'x'; 8 << 10]).is_ok() {}
}

fn huge_headers(outparam: ResponseOutparam, count: u64) {
    let headers = Fields::new();
    for i in 0..count {
        headers.append(&format!("x-huge-{}", i), &[b'x'; 1 << 10]);
    }
    let _ = outparam.respond_with(200, headers).send(b"huge\n");
}

#[link(wasm_import_module = "wasi:cli/exit@0.2.3")]
extern "C" {
    /// 0 is ok, 1 is an error.
    fn exit(status: u32);
}

#[link(wasm_import_module = "wasi:clocks/monotonic-clock@0.2.3")]
extern "C" {
    #[link_name = "subscribe-duration"]
    fn subscribe_duration(nanoseconds: u64) -> u32;
}
