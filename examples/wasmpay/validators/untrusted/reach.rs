//! Tries to get at what lies outside. Each says what it got.

use crate::cabi;
use crate::http::Fields;
use crate::http_client::OutgoingRequest;
use crate::streams::ResultArea;

/// Bytes that are read of a file.
const SOME: u64 = 64 << 10;

/// Looks for `path` below every directory that is open, and above them.
pub fn files(path: &str) -> String {
    let mut area = ResultArea::new();
    unsafe { get_directories(area.at()) };
    let (list, count) = (area.u32(0) as usize as *const u8, area.u32(4) as usize);
    if count == 0 {
        return "files: no directory is open".to_string();
    }
    let found: Vec<String> = (0..count)
        .flat_map(|i| vec![(i, path.to_string()), (i, format!("../../../../{}", path))])
        .map(|(i, path)| {
            let (directory, name) = unsafe { (cabi::load_u32(list, 12 * i), text(list, 12 * i + 4)) };
            match read(directory, &path) {
                Ok(bytes) => format!("{} of {}: {} bytes", path, name, bytes),
                Err(code) => format!("{} of {}: error {}", path, name, code),
            }
        })
        .collect();
    format!("files: {}", found.join("; "))
}

fn read(directory: u32, path: &str) -> Result<usize, u8> {
    let mut area = ResultArea::new();
    unsafe { open_at(directory, 1, path.as_ptr(), path.len(), 0, 1, area.at()) };
    if area.byte(0) != 0 {
        return Err(area.byte(4));
    }
    let file = area.u32(4);
    unsafe { read_file(file, SOME, 0, area.at()) };
    if area.byte(0) != 0 {
        return Err(area.byte(4));
    }
    Ok(area.bytes(4).len())
}

/// The text whose pointer and length are at `base + offset`, which stays where it is.
unsafe fn text(base: *const u8, offset: usize) -> String {
    let bytes = std::slice::from_raw_parts(cabi::load_pointer(base, offset), cabi::load_u32(base, offset + 4) as usize);
    String::from_utf8_lossy(bytes).into_owned()
}

pub fn variables() -> String {
    let mut area = ResultArea::new();
    unsafe { get_environment(area.at()) };
    let (list, count) = (area.u32(0) as usize as *const u8, area.u32(4) as usize);
    if count == 0 {
        return "variables: none".to_string();
    }
    let names: Vec<String> = (0..count).map(|i| unsafe { text(list, 16 * i) }).collect();
    format!("variables: {}", names.join(", "))
}

pub fn socket() -> String {
    let mut area = ResultArea::new();
    const IPV4: u32 = 0;
    unsafe { create_tcp_socket(IPV4, area.at()) };
    match (area.byte(0), area.byte(4)) {
        (0, _) => "socket: got one".to_string(),
        (_, 1) => "socket: access denied".to_string(),
        (_, code) => format!("socket: error {}", code),
    }
}

pub fn http(authority: &str, path: &str) -> String {
    let request = OutgoingRequest::new(Fields::new());
    if !(request.scheme("http") && request.authority(authority) && request.path_with_query(path)) {
        return "http: not even a request".to_string();
    }
    let answered = request.send().and_then(|pending| {
        pending.subscribe().block();
        pending.get().unwrap_or(Err("no response"))
    });
    match answered {
        Ok(response) => format!("http: status {}", response.status()),
        Err(error) => format!("http: {}", error),
    }
}

/// Ends the whole program, as if it had gone well.
pub fn leave() {
    unsafe { exit(0) }
}

#[link(wasm_import_module = "wasi:cli/exit@0.2.3")]
extern "C" {
    fn exit(status: u32);
}

#[link(wasm_import_module = "wasi:cli/environment@0.2.3")]
extern "C" {
    #[link_name = "get-environment"]
    fn get_environment(result: *mut u8);
}

#[link(wasm_import_module = "wasi:filesystem/preopens@0.2.3")]
extern "C" {
    #[link_name = "get-directories"]
    fn get_directories(result: *mut u8);
}

#[link(wasm_import_module = "wasi:filesystem/types@0.2.3")]
extern "C" {
    #[link_name = "[method]descriptor.open-at"]
    fn open_at(directory: u32, follow: u32, path: *const u8, len: usize, open: u32, flags: u32, result: *mut u8);
    #[link_name = "[method]descriptor.read"]
    fn read_file(file: u32, length: u64, offset: u64, result: *mut u8);
}

#[link(wasm_import_module = "wasi:sockets/tcp-create-socket@0.2.3")]
extern "C" {
    #[link_name = "create-tcp-socket"]
    fn create_tcp_socket(family: u32, result: *mut u8);
}
