(component
  (core module $m (;0;) (;m;)
    (type (;0;) (func))
    (import "" "backpressure.inc" (func $backpressure.inc (;0;) (type 0)))
  )
  (core func $backpressure.inc (;0;) (canon backpressure.inc))
  (core instance (;0;)
    (export "backpressure.inc" (func $backpressure.inc))
  )
  (core instance $i (;1;) (instantiate $m
    (with "" (instance 0))
  ))
)
