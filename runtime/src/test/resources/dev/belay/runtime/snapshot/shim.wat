;; Calls another part when it starts, by a shim whose table is filled before. Built with: jco parse shim.wat -o shim.wasm
(component
  (component $inner
    (core module $m
      (global $n (mut i32) (i32.const 0))
      (func (export "next") (result i32) (global.set $n (i32.add (global.get $n) (i32.const 1))) (global.get $n)))
    (core instance $i (instantiate $m))
    (func (export "next") (result u32) (canon lift (core func $i "next"))))
  (component $outer
    (import "next" (func $next (result u32)))
    (core module $shim
      (type $f (func (result i32)))
      (table (export "$imports") 1 1 funcref)
      (func (export "0") (type $f) (call_indirect (type $f) (i32.const 0))))
    (core module $fill
      (type $f (func (result i32)))
      (import "" "0" (func $next (type $f)))
      (import "" "$imports" (table 1 1 funcref))
      (elem (i32.const 0) func $next))
    (core module $m
      (type $f (func (result i32)))
      (import "env" "next" (func $next (type $f)))
      (import "env" "table" (table 1 1 funcref))
      (global $got (mut i32) (i32.const 0))
      (func $start (global.set $got (call $next)))
      (start $start)
      (func (export "got") (result i32) (global.get $got))
      (func (export "next") (result i32) (call $next))
      (func (export "by-table") (result i32) (call_indirect (type $f) (i32.const 0))))
    (core instance $shim (instantiate $shim))
    (core func $lowered (canon lower (func $next)))
    (core instance (instantiate $fill
      (with "" (instance (export "0" (func $lowered)) (export "$imports" (table $shim "$imports"))))))
    (core instance $m (instantiate $m (with "env"
      (instance (export "next" (func $shim "0")) (export "table" (table $shim "$imports"))))))
    (func (export "got") (result u32) (canon lift (core func $m "got")))
    (func (export "next") (result u32) (canon lift (core func $m "next")))
    (func (export "by-table") (result u32) (canon lift (core func $m "by-table"))))
  (instance $inner (instantiate $inner))
  (instance $outer (instantiate $outer (with "next" (func $inner "next"))))
  (export "got" (func $outer "got"))
  (export "next" (func $outer "next"))
  (export "by-table" (func $outer "by-table")))
