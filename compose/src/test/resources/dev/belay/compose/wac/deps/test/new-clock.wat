(component
  (import "test:clock/now@1.2.0" (instance $now
    (export "t" (type $t (sub resource)))
    (export "tick" (func (result (own $t))))
    (export "tock" (func (result u64)))))
  (export "tick" (func $now "tick")))
