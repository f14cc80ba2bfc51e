;; Calls an echo with what it is given by a pointer, and gives back where the result was put. Built as identity.wat is.
(module
  (import "memory" "memory" (memory 64))
  (import "echo" "call" (func $call (param i32 i32)))
  ;; More than any value of the tests takes, above what is allocated.
  (func (export "i32") (param i32) (result i32)
    (call $call (local.get 0) (i32.const 0x200000))
    (i32.const 0x200000)))
