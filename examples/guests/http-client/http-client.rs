//! `/fetch?url=…`: makes the same request (method, content type and body) to the percent-encoded URL, and streams the
//! answer back with its status and content type. 400 for a URL it cannot use, 502 with the error's name when the
//! other server cannot be reached.

#[path = "../../support/rust/cabi.rs"]
mod cabi;
#[path = "../../support/rust/http.rs"]
mod http;
#[path = "../../support/rust/http_client.rs"]
mod http_client;
#[path = "../../support/rust/streams.rs"]
mod streams;
#[path = "../../support/rust/url.rs"]
mod url;

mod pipe;
mod target;

use http::{Fields, IncomingRequest, ResponseOutparam};
use http_client::{OutgoingRequest, PendingResponse};
use pipe::Pipe;
use streams::Pollable;
use url::Url;

#[export_name = "wasi:http/incoming-handler@0.2.3#handle"]
pub extern "C" fn handle(request: u32, outparam: u32) {
    let request = IncomingRequest::from_raw(request);
    let outparam = ResponseOutparam::from_raw(outparam);
    let target = request.path_with_query().unwrap_or_default();
    let url = match target::asked_for(&target) {
        Ok(url) => url,
        Err((status, reason)) => return text(outparam, status, &reason),
    };
    match send(&url, &request) {
        Ok((up, pending)) => exchange(&url, up, pending, outparam),
        Err(error) => text(outparam, 502, &format!("{}: {}", url.text, error)),
    }
}

/// Starts the request to the other server. Its body, when it has one, is still to be sent.
fn send(url: &Url, request: &IncomingRequest) -> Result<(Option<Pipe>, PendingResponse), String> {
    let outgoing = OutgoingRequest::new(content_type(&request.headers()));
    let method = request.method();
    for (taken, part) in [
        (outgoing.method(&method), &*method),
        (outgoing.scheme(&url.scheme), &url.scheme),
        (outgoing.authority(&url.authority), &url.authority),
        (outgoing.path_with_query(&url.path), &url.path),
    ] {
        if !taken {
            return Err(format!("the host does not take {:?}", part));
        }
    }
    let body = outgoing.body();
    let pending = outgoing.send()?;
    if method == "GET" || method == "HEAD" {
        body.finish(None);
        return Ok((None, pending));
    }
    Ok((Some(Pipe::new(request.body().ok_or("the request has no body")?, body)), pending))
}

/// Moves the request's body up and the response's body down at once: the other server may answer while it reads,
/// and read no more until its answer is taken.
fn exchange(url: &Url, mut up: Option<Pipe>, pending: PendingResponse, outparam: ResponseOutparam) {
    let mut outparam = Some(outparam);
    let mut down: Option<Pipe> = None;
    loop {
        let mut waits: Vec<Pollable> = Vec::new();
        // What is wrong with the way up, the response tells better.
        pipe::advance(&mut up, &mut waits);
        if outparam.is_some() {
            match pending.get() {
                None => waits.push(pending.subscribe()),
                Some(Ok(response)) => {
                    let headers = content_type(&response.headers());
                    let outgoing = outparam.take().unwrap().respond_with(response.status(), headers);
                    down = Some(Pipe::new(response.body(), outgoing));
                }
                Some(Err(error)) => {
                    return text(outparam.take().unwrap(), 502, &format!("{}: {}", url.text, error));
                }
            }
        }
        pipe::advance(&mut down, &mut waits);
        if outparam.is_none() && down.is_none() {
            return;
        }
        Pollable::block_any(&waits);
    }
}

fn content_type(headers: &Fields) -> Fields {
    let copied = Fields::new();
    for (name, value) in headers.entries() {
        if name.eq_ignore_ascii_case("content-type") {
            copied.append(&name, &value);
        }
    }
    copied
}

fn text(outparam: ResponseOutparam, status: u16, text: &str) {
    let _ = outparam.respond(status, &[("content-type", b"text/plain; charset=utf-8")]).send(text.as_bytes());
}
