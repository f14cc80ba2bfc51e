//! The harness: takes a request, asks the application for a greeting, and answers with it.

#[path = "../../../examples/support/rust/cabi.rs"]
mod cabi;
#[path = "../../../examples/support/rust/http.rs"]
mod http;
#[path = "../../../examples/support/rust/streams.rs"]
mod streams;

use http::ResponseOutparam;
use streams::ResultArea;

#[export_name = "wasi:http/incoming-handler@0.2.3#handle"]
pub extern "C" fn handle(request: u32, outparam: u32) {
    drop(http::IncomingRequest::from_raw(request));
    let text = greeting("world");
    // A failure means that the client has left.
    let _ = ResponseOutparam::from_raw(outparam)
        .respond(200, &[("content-type", b"text/plain; charset=utf-8")])
        .send(text.as_bytes());
}

fn greeting(name: &str) -> String {
    let mut area = ResultArea::new();
    unsafe {
        greet(name.as_ptr(), name.len(), area.at());
    }
    area.string(0)
}

#[link(wasm_import_module = "bench:hello/greeting@0.1.0")]
extern "C" {
    #[link_name = "greet"]
    fn greet(name: *const u8, name_len: usize, result: *mut u8);
}
