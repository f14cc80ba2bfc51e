;; What another instance catches. Built to thrower.wasm by any parser of WAT, such as `jco parse`.
(module
  (tag $pair (export "pair") (param i32 i64))
  (tag $object (export "object") (param externref f64))
  (func (export "throw-pair") (param i32)
    (throw $pair (local.get 0) (i64.const 7)))
  (func (export "throw-object") (param externref)
    (throw $object (local.get 0) (f64.const 2.5)))
  (func (export "trap")
    unreachable))
