//! Middleware for HTTP: passes on what has an `authorization` header, and refuses the rest with 401. WASI 0.2 gives no
//! way to make an incoming request, so that what is passed on is passed on as it is.

#[path = "../../support/rust/cabi.rs"]
mod cabi;
#[path = "../../support/rust/http.rs"]
mod http;
#[path = "../../support/rust/streams.rs"]
mod streams;

use http::{IncomingRequest, ResponseOutparam};

#[link(wasm_import_module = "wasi:http/incoming-handler@0.2.3")]
extern "C" {
    #[link_name = "handle"]
    fn next(request: u32, outparam: u32);
}

#[export_name = "wasi:http/incoming-handler@0.2.3#handle"]
pub extern "C" fn handle(request: u32, outparam: u32) {
    let seen = IncomingRequest::from_raw(request);
    let allowed = seen.headers().entries().iter().any(|(name, _)| name.eq_ignore_ascii_case("authorization"));
    if allowed {
        // The request is the next one's from here on.
        std::mem::forget(seen);
        unsafe { next(request, outparam) }
    } else {
        // A failure means that the client has left.
        let _ = ResponseOutparam::from_raw(outparam)
            .respond(401, &[("www-authenticate", b"Bearer")])
            .send(b"who are you?\n");
    }
}
