;; Gives back whatever it is given, in whatever encoding: what is passed in memory by a pointer to it. Allocations are
;; never freed. Built to identity.wasm by any parser of WAT, such as `jco parse`.
(module
  (memory (export "memory") 64)
  (global $next (mut i32) (i32.const 16))
  (func (export "realloc") (param $old i32) (param $old-size i32) (param $align i32) (param $size i32) (result i32)
    (local $result i32)
    ;; round up to the alignment
    (local.set $result
      (i32.and
        (i32.sub (i32.add (global.get $next) (local.get $align)) (i32.const 1))
        (i32.sub (i32.const 0) (local.get $align))))
    (global.set $next (i32.add (local.get $result) (local.get $size)))
    (memory.copy
      (local.get $result)
      (local.get $old)
      (select (local.get $old-size) (local.get $size) (i32.lt_u (local.get $old-size) (local.get $size))))
    (local.get $result))
  (func (export "i32") (param i32) (result i32) (local.get 0))
  (func (export "i64") (param i64) (result i64) (local.get 0))
  (func (export "f32") (param f32) (result f32) (local.get 0))
  (func (export "f64") (param f64) (result f64) (local.get 0)))
