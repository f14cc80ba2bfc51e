;; Has a handle when it has started. Built with: jco parse handles.wat -o handles.wasm
(component
  (type $r (resource (rep i32)))
  (core func $new (canon resource.new $r))
  (core func $rep (canon resource.rep $r))
  (core func $drop (canon resource.drop $r))
  (core module $m
    (import "r" "new" (func $new (param i32) (result i32)))
    (import "r" "rep" (func $rep (param i32) (result i32)))
    (import "r" "drop" (func $drop (param i32)))
    (global $handle (mut i32) (i32.const 0))
    (func $start (global.set $handle (call $new (i32.const 77))))
    (start $start)
    (func (export "rep") (result i32) (call $rep (global.get $handle)))
    (func (export "drop") (result i32) (call $drop (global.get $handle)) (i32.const 0)))
  (core instance $m (instantiate $m (with "r" (instance
    (export "new" (func $new)) (export "rep" (func $rep)) (export "drop" (func $drop))))))
  (func (export "rep") (result u32) (canon lift (core func $m "rep")))
  (func (export "drop") (result u32) (canon lift (core func $m "drop"))))
