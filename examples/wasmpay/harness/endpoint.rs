//! The contract over HTTP.

use crate::answer;
use crate::http::{IncomingRequest, ResponseOutparam};
use crate::validator;

/// Bytes of a request's body. A transaction takes a few hundred.
const MAX_BODY: usize = 1 << 20;
/// Bytes asked for in one read.
const ONE_READ: u64 = 16 << 10;

struct Problem {
    status: u16,
    reason: String,
}

fn problem(status: u16, reason: impl Into<String>) -> Problem {
    Problem { status, reason: reason.into() }
}

pub fn handle(request: IncomingRequest, outparam: ResponseOutparam) {
    let (status, json) = match answer(request) {
        Ok(json) => (200, json),
        Err(Problem { status, reason }) => (status, answer::error(&reason)),
    };
    let length = json.len().to_string();
    let mut headers: Vec<(&str, &[u8])> =
        vec![("content-type", b"application/json"), ("content-length", length.as_bytes())];
    if status == 405 {
        headers.push(("allow", b"POST"));
    }
    // An error here means that the client has left.
    let _ = outparam.respond(status, &headers).send(json.as_bytes());
}

fn answer(request: IncomingRequest) -> Result<String, Problem> {
    let target = request.path_with_query().unwrap_or_default();
    let path = target.split('?').next().unwrap_or("");
    if !path.ends_with("/validate") {
        return Err(problem(404, format!("nothing at {}; transactions go to /validate", path)));
    }
    let method = request.method();
    if method != "POST" {
        return Err(problem(405, format!("expected POST, found {}", method)));
    }
    answer::answer(&body(&request)?, validator::validate).map_err(|reason| problem(400, reason))
}

fn body(request: &IncomingRequest) -> Result<Vec<u8>, Problem> {
    let body = request.body().ok_or_else(|| problem(500, "the request's body was taken already"))?;
    let stream = body.stream().ok_or_else(|| problem(500, "the body's stream was taken already"))?;
    let mut bytes = Vec::new();
    let broken = |reason| problem(400, format!("the body broke off: {}", reason));
    while let Some(piece) = stream.read(ONE_READ).map_err(broken)? {
        bytes.extend_from_slice(&piece);
        if bytes.len() > MAX_BODY {
            return Err(problem(413, format!("expected a body of at most {} bytes", MAX_BODY)));
        }
    }
    Ok(bytes)
}
