//! The resource `counter`, which exists as a boxed number.

use crate::ledger;

static mut LIVE: u32 = 0;

/// A handle in this component's table that owns `rep`.
unsafe fn new(value: u32) -> u32 {
    LIVE += 1;
    resource_new(Box::into_raw(Box::new(value)))
}

#[export_name = "belay:guests/values@0.1.0#[dtor]counter"]
pub unsafe extern "C" fn destroy(rep: *mut u32) {
    LIVE -= 1;
    drop(Box::from_raw(rep));
}

#[export_name = "belay:guests/values@0.1.0#[constructor]counter"]
pub unsafe extern "C" fn constructor(start: u32) -> u32 {
    new(start)
}

/// Borrowed handles of an own resource arrive as what they represent.
#[export_name = "belay:guests/values@0.1.0#[method]counter.add"]
pub unsafe extern "C" fn add(rep: *mut u32, amount: u32) -> u32 {
    *rep = (*rep).wrapping_add(amount);
    *rep
}

#[export_name = "belay:guests/values@0.1.0#[method]counter.value"]
pub unsafe extern "C" fn value(rep: *const u32) -> u32 {
    *rep
}

#[export_name = "belay:guests/values@0.1.0#[static]counter.sum"]
pub unsafe extern "C" fn sum(reps: *const *const u32, len: usize) -> u32 {
    let sum = (0..len).fold(0, |sum: u32, i| sum.wrapping_add(**reps.add(i)));
    ledger::free_all();
    sum
}

#[export_name = "belay:guests/values@0.1.0#[static]counter.merge"]
pub unsafe extern "C" fn merge(a: u32, b: u32) -> u32 {
    let sum = (*resource_rep(a)).wrapping_add(*resource_rep(b));
    resource_drop(a);
    resource_drop(b);
    new(sum)
}

#[export_name = "belay:guests/values@0.1.0#echo-counter"]
pub extern "C" fn echo_counter(handle: u32) -> u32 {
    handle
}

#[export_name = "belay:guests/values@0.1.0#peek"]
pub unsafe extern "C" fn peek(rep: *const u32) -> u32 {
    *rep
}

#[export_name = "belay:guests/values@0.1.0#live-counters"]
pub unsafe extern "C" fn live() -> u32 {
    LIVE
}

#[link(wasm_import_module = "[export]belay:guests/values@0.1.0")]
extern "C" {
    #[link_name = "[resource-new]counter"]
    fn resource_new(rep: *mut u32) -> u32;
    #[link_name = "[resource-rep]counter"]
    fn resource_rep(handle: u32) -> *mut u32;
    #[link_name = "[resource-drop]counter"]
    fn resource_drop(handle: u32);
}
