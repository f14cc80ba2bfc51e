/// How values lie in memory, and who frees what.
pub mod abi {
    use super::rust_alloc::{
        alloc::{alloc, dealloc, handle_alloc_error, realloc, Layout},
        boxed::Box,
        string::String,
        vec::Vec,
    };
    use core::cell::Cell;

    /// A value that crosses between components.
    pub trait Value: Sized {
        /// Bytes it takes in memory.
        const SIZE: usize;
        const ALIGN: usize;
        /// Whether a list of it lies in memory as Rust has it.
        const PLAIN: bool = false;

        /// Takes what lies in memory, and owns what that points to.
        unsafe fn lift(at: *const u8) -> Self;

        /// Puts it into memory, where it points to what it holds: good for as long as it and the room live. Handles that are
        /// owned are given away.
        unsafe fn lower(&self, at: *mut u8, room: &mut Room);
    }

    /// Memory for as long as a call takes.
    pub struct Room(Vec<(*mut u8, Layout)>);

    impl Room {
        pub fn new() -> Room {
            Room(Vec::new())
        }

        unsafe fn allocate(&mut self, size: usize, align: usize) -> *mut u8 {
            let at = cabi_realloc(core::ptr::null_mut(), 0, align, size);
            if size != 0 {
                self.0.push((at, layout(size, align)));
            }
            at
        }

        /// The elements of a list as they have to lie in memory.
        pub unsafe fn list<T: Value>(&mut self, list: &[T]) -> *const u8 {
            if T::PLAIN {
                return list.as_ptr() as *const u8;
            }
            let start = self.allocate(list.len() * T::SIZE, T::ALIGN);
            for (i, each) in list.iter().enumerate() {
                each.lower(start.add(i * T::SIZE), self);
            }
            start
        }
    }

    impl Drop for Room {
        fn drop(&mut self) {
            for (at, layout) in self.0.drain(..) {
                unsafe { dealloc(at, layout) }
            }
        }
    }

    /// Memory on the stack, aligned for any value.
    #[repr(C, align(8))]
    pub struct Area<const SIZE: usize>([u8; SIZE]);

    impl<const SIZE: usize> Area<SIZE> {
        pub fn new() -> Self {
            Area([0; SIZE])
        }

        pub fn at(&mut self) -> *mut u8 {
            self.0.as_mut_ptr()
        }
    }

    fn layout(size: usize, align: usize) -> Layout {
        match Layout::from_size_align(size, align) {
            Ok(layout) => layout,
            Err(_) => panic!("a size or alignment that no memory has"),
        }
    }

    /// Where the caller of an export puts its arguments, and the host the results of imports.
    #[export_name = "cabi_realloc"]
    pub unsafe extern "C" fn cabi_realloc(old: *mut u8, old_size: usize, align: usize, size: usize) -> *mut u8 {
        if size == 0 {
            return align as *mut u8;
        }
        let at = if old_size == 0 { alloc(layout(size, align)) } else { realloc(old, layout(old_size, align), size) };
        if at.is_null() {
            handle_alloc_error(layout(size, align));
        }
        at
    }

    pub unsafe fn free(at: *mut u8, size: usize, align: usize) {
        if size != 0 {
            dealloc(at, layout(size, align));
        }
    }

    /// What is kept of a result until the caller has read it.
    struct Kept<T> {
        _value: T,
        _room: Room,
    }

    /// Bytes before a result in memory, for where what is kept of it is.
    const HEADER: usize = 8;

    /// Leaves a result in memory until [`done`].
    pub unsafe fn leave<T: Value>(value: T) -> *mut u8 {
        let at = cabi_realloc(core::ptr::null_mut(), 0, 8, HEADER + T::SIZE).add(HEADER);
        let mut room = Room::new();
        value.lower(at, &mut room);
        let kept = Box::new(Kept { _value: value, _room: room });
        (at.sub(HEADER) as *mut *mut Kept<T>).write(Box::into_raw(kept));
        at
    }

    pub unsafe fn done<T: Value>(at: *mut u8) {
        let start = at.sub(HEADER);
        drop(Box::from_raw((start as *mut *mut Kept<T>).read()));
        free(start, HEADER + T::SIZE, 8);
    }

    pub fn invalid() -> ! {
        panic!("a value that its type does not have")
    }

    pub const fn align(offset: usize, align: usize) -> usize {
        (offset + align - 1) / align * align
    }

    const fn max(a: usize, b: usize) -> usize {
        if a > b { a } else { b }
    }

    pub unsafe fn lift_string(at: *mut u8, len: usize) -> String {
        // The canonical ABI has checked that it is UTF-8.
        String::from_utf8_unchecked(lift_list(at, len))
    }

    pub unsafe fn lift_list<T: Value>(at: *mut u8, len: usize) -> Vec<T> {
        if len == 0 {
            return Vec::new();
        }
        if T::PLAIN {
            return Vec::from_raw_parts(at as *mut T, len, len);
        }
        let list = (0..len).map(|i| T::lift(at.add(i * T::SIZE))).collect();
        free(at, len * T::SIZE, T::ALIGN);
        list
    }

    unsafe fn pair(at: *const u8) -> (*mut u8, usize) {
        ((at as *const *mut u8).read(), (at as *const usize).add(1).read())
    }

    unsafe fn set_pair(at: *mut u8, pointer: *const u8, len: usize) {
        (at as *mut *const u8).write(pointer);
        (at as *mut usize).add(1).write(len);
    }

    macro_rules! plain {
        ($($t:ty),*) => {$(
            impl Value for $t {
                const SIZE: usize = core::mem::size_of::<$t>();
                const ALIGN: usize = core::mem::align_of::<$t>();
                const PLAIN: bool = true;

                unsafe fn lift(at: *const u8) -> Self {
                    (at as *const $t).read()
                }

                unsafe fn lower(&self, at: *mut u8, _: &mut Room) {
                    (at as *mut $t).write(*self);
                }
            }
        )*};
    }

    plain!(bool, u8, i8, u16, i16, u32, i32, u64, i64, f32, f64, char);

    impl Value for () {
        const SIZE: usize = 0;
        const ALIGN: usize = 1;

        unsafe fn lift(_: *const u8) -> Self {}

        unsafe fn lower(&self, _: *mut u8, _: &mut Room) {}
    }

    impl Value for String {
        const SIZE: usize = 8;
        const ALIGN: usize = 4;

        unsafe fn lift(at: *const u8) -> Self {
            let (pointer, len) = pair(at);
            lift_string(pointer, len)
        }

        unsafe fn lower(&self, at: *mut u8, _: &mut Room) {
            set_pair(at, self.as_ptr(), self.len());
        }
    }

    impl<T: Value> Value for Vec<T> {
        const SIZE: usize = 8;
        const ALIGN: usize = 4;

        unsafe fn lift(at: *const u8) -> Self {
            let (pointer, len) = pair(at);
            lift_list(pointer, len)
        }

        unsafe fn lower(&self, at: *mut u8, room: &mut Room) {
            set_pair(at, room.list(self), self.len());
        }
    }

    impl<T: Value> Value for Option<T> {
        const SIZE: usize = align(align(1, T::ALIGN) + T::SIZE, T::ALIGN);
        const ALIGN: usize = T::ALIGN;

        unsafe fn lift(at: *const u8) -> Self {
            if at.read() == 0 { None } else { Some(T::lift(at.add(align(1, T::ALIGN)))) }
        }

        unsafe fn lower(&self, at: *mut u8, room: &mut Room) {
            at.write(self.is_some() as u8);
            if let Some(value) = self {
                value.lower(at.add(align(1, T::ALIGN)), room);
            }
        }
    }

    impl<T: Value, E: Value> Value for Result<T, E> {
        const SIZE: usize = align(align(1, Self::ALIGN) + max(T::SIZE, E::SIZE), Self::ALIGN);
        const ALIGN: usize = max(T::ALIGN, E::ALIGN);

        unsafe fn lift(at: *const u8) -> Self {
            let payload = at.add(align(1, Self::ALIGN));
            if at.read() == 0 { Ok(T::lift(payload)) } else { Err(E::lift(payload)) }
        }

        unsafe fn lower(&self, at: *mut u8, room: &mut Room) {
            let payload = at.add(align(1, Self::ALIGN));
            at.write(self.is_err() as u8);
            match self {
                Ok(value) => value.lower(payload, room),
                Err(error) => error.lower(payload, room),
            }
        }
    }

    macro_rules! tuple {
        ($($t:ident $i:tt),*) => {
            impl<$($t: Value),*> Value for ($($t,)*) {
                const SIZE: usize = {
                    let mut size = 0;
                    $(size = align(size, $t::ALIGN) + $t::SIZE;)*
                    align(size, Self::ALIGN)
                };
                const ALIGN: usize = {
                    let mut widest = 1;
                    $(widest = max(widest, $t::ALIGN);)*
                    widest
                };

                unsafe fn lift(at: *const u8) -> Self {
                    let mut next = 0;
                    ($({
                        let offset = align(next, $t::ALIGN);
                        next = offset + $t::SIZE;
                        $t::lift(at.add(offset))
                    },)*)
                }

                unsafe fn lower(&self, at: *mut u8, room: &mut Room) {
                    let mut next = 0;
                    $(
                        let offset = align(next, $t::ALIGN);
                        next = offset + $t::SIZE;
                        self.$i.lower(at.add(offset), room);
                    )*
                }
            }
        };
    }

    // TUPLES

    /// A handle to a resource of another component. It is dropped with its owner, unless it was given away.
    #[derive(Debug)]
    pub struct Handle(Cell<u32>);

    impl Handle {
        pub fn new(handle: u32) -> Handle {
            Handle(Cell::new(handle))
        }

        pub fn get(&self) -> u32 {
            match self.0.get() {
                0 => panic!("a resource that was given away"),
                handle => handle,
            }
        }

        /// No handle is 0.
        pub fn take(&self) -> u32 {
            self.0.replace(0)
        }

        pub fn give(&self) -> u32 {
            let handle = self.get();
            self.take();
            handle
        }
    }

    /// A resource that others have.
    pub trait Resource {
        fn of(handle: Handle) -> Self;
        fn handle(&self) -> &Handle;
    }

    /// A resource that is lent within another value.
    #[derive(Debug)]
    pub struct Lent<T: Resource> {
        resource: T,
        mine: bool,
    }

    impl<T: Resource> Lent<T> {
        pub fn of(resource: &T) -> Self {
            Lent { resource: T::of(Handle::new(resource.handle().get())), mine: true }
        }
    }

    impl<T: Resource> core::ops::Deref for Lent<T> {
        type Target = T;

        fn deref(&self) -> &T {
            &self.resource
        }
    }

    impl<T: Resource> Drop for Lent<T> {
        fn drop(&mut self) {
            if self.mine {
                self.resource.handle().take();
            }
        }
    }

    impl<T: Resource> Value for Lent<T> {
        const SIZE: usize = 4;
        const ALIGN: usize = 4;

        unsafe fn lift(at: *const u8) -> Self {
            Lent { resource: T::of(Handle::new((at as *const u32).read())), mine: false }
        }

        unsafe fn lower(&self, at: *mut u8, _: &mut Room) {
            (at as *mut u32).write(self.resource.handle().get());
        }
    }
}
