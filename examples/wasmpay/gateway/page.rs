//! The web page's files, which are in the component.

use crate::answer::{error, wrong_method, Answer};
use crate::request::Request;

/// Path and bytes of each.
static FILES: &[(&str, &[u8])] = &include!(env!("WASMPAY_WEB"));

/// Nothing comes from elsewhere, and nobody frames the page.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
    base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

pub fn file(request: &Request) -> Answer {
    let path = if request.path == "/" { "/index.html" } else { &*request.path };
    let bytes = match FILES.iter().find(|(known, _)| *known == path) {
        Some((_, bytes)) => bytes,
        None => return error(404, &format!("nothing at {}", shown(path))),
    };
    if request.method != "GET" && request.method != "HEAD" {
        return wrong_method(&request.method, "GET, HEAD");
    }
    let tag = format!("\"{:016x}\"", hash(bytes));
    let unchanged = request.header("if-none-match").map_or(false, |tags| tags.split(',').any(|known| known.trim() == tag));
    Answer {
        status: if unchanged { 304 } else { 200 },
        headers: vec![
            ("content-type", content_type(path).to_string()),
            ("etag", tag),
            // Kept by browsers, and asked for again each time: a new gateway shows its new page at once.
            ("cache-control", "no-cache".to_string()),
            ("content-security-policy", POLICY.to_string()),
            ("referrer-policy", "no-referrer".to_string()),
        ],
        body: if unchanged { Vec::new() } else { bytes.to_vec() },
    }
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}

/// FNV-1a: it has to tell one version of a file from another, and nothing more.
fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ *byte as u64).wrapping_mul(0x100_0000_01b3))
}

/// Characters of a path that an answer repeats.
const SHOWN: usize = 100;

fn shown(path: &str) -> String {
    path.chars().take(SHOWN).collect()
}
