//! Answers requests: which path is answered by what.

mod answer;
#[path = "../glue/@snake@_glue.rs"]
mod glue;

use glue::types::{IncomingRequest, ResponseOutparam};

struct Component;

impl glue::incoming_handler::Guest for Component {
    fn handle(request: IncomingRequest, response_out: ResponseOutparam) {
        let (path, _) = answer::target(&request);
        let (status, text) = match path.strip_prefix("/hello/") {
            _ if path == "/" => (200, "Hello from @name@\n".to_string()),
            Some(name) if !name.is_empty() => (200, format!("Hello, {}\n", name)),
            _ => (404, format!("Nothing at {}; there are / and /hello/NAME\n", path)),
        };
        answer::send(response_out, status, "text/plain; charset=utf-8", &text);
    }
}
