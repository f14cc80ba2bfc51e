//! Which URL is to be fetched.

use crate::url::{self, Url};

/// The URL in the target `/fetch?url=…`, or the status and the reason of a refusal.
pub fn asked_for(target: &str) -> Result<Url, (u16, String)> {
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    if path != "/fetch" {
        return Err((404, format!("nothing at {}; there is /fetch?url=…", path)));
    }
    let encoded = query.split('&').find_map(|parameter| parameter.strip_prefix("url="));
    let text = encoded.and_then(decode).ok_or((400, "expected ?url= and a percent-encoded URL".to_string()))?;
    url::parse(&text).ok_or((400, format!("expected http://… or https://…, found {}", text)))
}

fn decode(encoded: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = encoded.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        if *first != b'%' {
            bytes.push(*first);
            continue;
        }
        let digit = |at: usize| rest.get(at).and_then(|c| (*c as char).to_digit(16));
        bytes.push((digit(0)? << 4 | digit(1)?) as u8);
        rest = &rest[2..];
    }
    String::from_utf8(bytes).ok()
}
