;; Starts with a call of the host, by a shim whose table is filled before. Built with: jco parse host.wat -o host.wasm
(component
  (import "host" (func $host (param "n" u32) (result u32)))
  (core module $shim
    (type $f (func (param i32) (result i32)))
    (table (export "$imports") 1 1 funcref)
    (func (export "0") (type $f) (call_indirect (type $f) (local.get 0) (i32.const 0))))
  (core module $fill
    (type $f (func (param i32) (result i32)))
    (import "" "0" (func $host (type $f)))
    (import "" "$imports" (table 1 1 funcref))
    (elem (i32.const 0) func $host))
  (core module $m
    (import "env" "host" (func $host (param i32) (result i32)))
    (global $got (mut i32) (i32.const 0))
    (func $start (global.set $got (call $host (i32.const 5))))
    (start $start)
    (func (export "got") (result i32) (global.get $got)))
  (core instance $shim (instantiate $shim))
  (core func $lowered (canon lower (func $host)))
  (core instance (instantiate $fill
    (with "" (instance (export "0" (func $lowered)) (export "$imports" (table $shim "$imports"))))))
  (core instance $m (instantiate $m (with "env" (instance (export "host" (func $shim "0"))))))
  (func (export "got") (result u32) (canon lift (core func $m "got"))))
