//! The contract over HTTP.

use crate::answer;
use crate::http::{BodyEnd, IncomingRequest, ResponseOutparam};
use crate::surroundings;
use crate::validator;

/// Bytes of a request's body. A transaction takes a few hundred.
const MAX_BODY: usize = 1 << 20;

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
    answer::answer(&body(&request)?, surroundings::about, validator::validate).map_err(|reason| problem(400, reason))
}

fn body(request: &IncomingRequest) -> Result<Vec<u8>, Problem> {
    let body = request.body().ok_or_else(|| problem(500, "the request's body was taken already"))?;
    body.read_all(MAX_BODY).map_err(|end| match end {
        BodyEnd::TooLarge => problem(413, format!("expected a body of at most {} bytes", MAX_BODY)),
        BodyEnd::Broken(reason) => problem(400, format!("the body broke off: {}", reason)),
    })
}
