//! As much of a URL as a request needs.

pub struct Url {
    pub text: String,
    pub scheme: String,
    pub authority: String,
    pub path: String,
}

/// A URL of http or https; `None` for anything else.
pub fn parse(text: &str) -> Option<Url> {
    let (scheme, rest) = text.split_once("://")?;
    if scheme != "http" && scheme != "https" {
        return None;
    }
    let rest = rest.split('#').next()?;
    let end = rest.find(&['/', '?'][..]).unwrap_or(rest.len());
    let (authority, path) = rest.split_at(end);
    if authority.is_empty() {
        return None;
    }
    let path = if path.starts_with('/') { path.to_string() } else { format!("/{}", path) };
    Some(Url { text: text.to_string(), scheme: scheme.to_string(), authority: authority.to_string(), path })
}
