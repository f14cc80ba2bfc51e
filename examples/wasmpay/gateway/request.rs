//! A request as the rest of the gateway sees it.

use crate::answer::{error, Answer};
use crate::http::{BodyEnd, IncomingRequest};

/// Bytes of a request's body. A transaction takes a few hundred; the ledger takes no more.
const MAX_BODY: usize = 64 << 10;

pub struct Request {
    raw: IncomingRequest,
    pub method: String,
    /// Without the query.
    pub path: String,
    /// Empty if there is none.
    pub query: String,
}

impl Request {
    pub fn new(raw: IncomingRequest) -> Self {
        let method = raw.method();
        let target = raw.path_with_query().unwrap_or_default();
        let (path, query) = target.split_once('?').unwrap_or((&target, ""));
        let (path, query) = (path.to_string(), query.to_string());
        Request { raw, method, path, query }
    }

    /// The value of a header that is text; of several, the first.
    pub fn header(&self, wanted: &str) -> Option<String> {
        self.raw
            .headers()
            .entries()
            .into_iter()
            .find(|(name, _)| name.eq_ignore_ascii_case(wanted))
            .and_then(|(_, value)| String::from_utf8(value).ok())
    }

    pub fn has_header(&self, wanted: &str) -> bool {
        self.raw.headers().entries().iter().any(|(name, _)| name.eq_ignore_ascii_case(wanted))
    }

    pub fn body(&self) -> Result<Vec<u8>, Answer> {
        let body = self.raw.body().ok_or_else(|| error(500, "the request's body was taken already"))?;
        body.read_all(MAX_BODY).map_err(|end| match end {
            BodyEnd::TooLarge => error(413, &format!("expected a body of at most {} bytes", MAX_BODY)),
            BodyEnd::Broken(reason) => error(400, &format!("the body broke off: {}", reason)),
        })
    }
}
