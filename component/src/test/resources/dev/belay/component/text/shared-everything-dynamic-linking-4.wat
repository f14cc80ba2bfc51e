(component
  (core module $Libc (;0;) (;Libc;)
    (type (;0;) (func (param i32) (result i32)))
    (type (;1;) (func (param i32 i32) (result i32)))
    (memory (;0;) 1)
    (global $next (;0;) (mut i32) i32.const 8192)
    (export "memory" (memory 0))
    (export "malloc" (func 0))
    (export "poke" (func 1))
    (func (;0;) (type 0) (param i32) (result i32)
      (local i32)
      global.get $next
      local.set 1
      global.get $next
      local.get 0
      i32.add
      global.set $next
      local.get 1
    )
    (func (;1;) (type 1) (param i32 i32) (result i32)
      (local i32)
      local.get 0
      i32.load align=4
      local.set 2
      local.get 0
      local.get 1
      i32.store align=4
      local.get 2
    )
  )
  (core module $Libzip (;1;) (;Libzip;)
    (type (;0;) (func (param i32) (result i32)))
    (import "libc" "memory" (memory (;0;) 1))
    (import "libc" "malloc" (func $malloc (;0;) (type 0)))
    (export "zip" (func 1))
    (func (;1;) (type 0) (param i32) (result i32)
      (local i32)
      i32.const 4
      call $malloc
      local.set 1
      local.get 1
      local.get 0
      i32.store align=4
      local.get 1
      i32.load align=4
      i32.const 2
      i32.mul
    )
  )
  (core module $Libimg (;2;) (;Libimg;)
    (type (;0;) (func (param i32) (result i32)))
    (import "libc" "memory" (memory (;0;) 1))
    (import "libc" "malloc" (func (;0;) (type 0)))
    (import "libzip" "zip" (func $zip (;1;) (type 0)))
    (export "compress" (func 2))
    (func (;2;) (type 0) (param i32) (result i32)
      local.get 0
      call $zip
      i32.const 100
      i32.add
    )
  )
  (component $Zipper (;0;) (;Zipper;)
    (core type (;0;)
      (module
        (export "memory" (memory  1))
        (type (;0;) (func (param i32) (result i32)))
        (export "malloc" (func  (type 0)))
        (type (;1;) (func (param i32 i32) (result i32)))
        (export "poke" (func  (type 1)))
      )
    )
    (import "libc" (core module $Libc (;0;) (type 0)))
    (core type (;1;)
      (module
        (import "libc" "memory" (memory (;0;) 1))
        (type (;0;) (func (param i32) (result i32)))
        (import "libc" "malloc" (func (;0;) (type 0)))
        (type (;1;) (func (param i32) (result i32)))
        (export "zip" (func  (type 1)))
      )
    )
    (import "libzip" (core module $Libzip (;1;) (type 1)))
    (core module $Main (;2;) (;Main;)
      (type (;0;) (func (param i32) (result i32)))
      (import "libzip" "zip" (func $zip (;0;) (type 0)))
      (export "zip" (func 1))
      (func (;1;) (type 0) (param i32) (result i32)
        local.get 0
        call $zip
      )
    )
    (core instance $libc (;0;) (instantiate $Libc))
    (core instance $libzip (;1;) (instantiate $Libzip
      (with "libc" (instance $libc))
    ))
    (core instance $main (;2;) (instantiate $Main
      (with "libzip" (instance $libzip))
    ))
    (type (;0;) (func (param "x" u32) (result u32)))
    (alias core export $main "zip" (core func $zip (;0;)))
    (func (;0;) (type 0) (canon lift (core func $zip)))
    (type (;1;) (func (param "addr" u32) (param "val" u32) (result u32)))
    (alias core export $libc "poke" (core func $poke (;1;)))
    (func (;1;) (type 1) (canon lift (core func $poke)))
    (export $zip (;2;) "zip" (func 0))
    (export $poke (;3;) "poke" (func 1))
  )
  (component $Imgmgk (;1;) (;Imgmgk;)
    (core type (;0;)
      (module
        (export "memory" (memory  1))
        (type (;0;) (func (param i32) (result i32)))
        (export "malloc" (func  (type 0)))
        (type (;1;) (func (param i32 i32) (result i32)))
        (export "poke" (func  (type 1)))
      )
    )
    (import "libc" (core module $Libc (;0;) (type 0)))
    (core type (;1;)
      (module
        (import "libc" "memory" (memory (;0;) 1))
        (type (;0;) (func (param i32) (result i32)))
        (import "libc" "malloc" (func (;0;) (type 0)))
        (type (;1;) (func (param i32) (result i32)))
        (export "zip" (func  (type 1)))
      )
    )
    (import "libzip" (core module $Libzip (;1;) (type 1)))
    (core type (;2;)
      (module
        (import "libc" "memory" (memory (;0;) 1))
        (type (;0;) (func (param i32) (result i32)))
        (import "libc" "malloc" (func (;0;) (type 0)))
        (type (;1;) (func (param i32) (result i32)))
        (import "libzip" "zip" (func (;1;) (type 1)))
        (type (;2;) (func (param i32) (result i32)))
        (export "compress" (func  (type 2)))
      )
    )
    (import "libimg" (core module $Libimg (;2;) (type 2)))
    (core module $Main (;3;) (;Main;)
      (type (;0;) (func (param i32) (result i32)))
      (import "libimg" "compress" (func $compress (;0;) (type 0)))
      (export "transform" (func 1))
      (func (;1;) (type 0) (param i32) (result i32)
        local.get 0
        call $compress
        i32.const 42
        i32.add
      )
    )
    (core instance $libc (;0;) (instantiate $Libc))
    (core instance $libzip (;1;) (instantiate $Libzip
      (with "libc" (instance $libc))
    ))
    (core instance $libimg (;2;) (instantiate $Libimg
      (with "libc" (instance $libc))
      (with "libzip" (instance $libzip))
    ))
    (core instance $main (;3;) (instantiate $Main
      (with "libimg" (instance $libimg))
    ))
    (type (;0;) (func (param "x" u32) (result u32)))
    (alias core export $main "transform" (core func $transform (;0;)))
    (func (;0;) (type 0) (canon lift (core func $transform)))
    (type (;1;) (func (param "addr" u32) (param "val" u32) (result u32)))
    (alias core export $libc "poke" (core func $poke (;1;)))
    (func (;1;) (type 1) (canon lift (core func $poke)))
    (export $transform (;2;) "transform" (func 0))
    (export $poke (;3;) "poke" (func 1))
  )
  (component $App (;2;) (;App;)
    (core type (;0;)
      (module
        (export "memory" (memory  1))
        (type (;0;) (func (param i32) (result i32)))
        (export "malloc" (func  (type 0)))
        (type (;1;) (func (param i32 i32) (result i32)))
        (export "poke" (func  (type 1)))
      )
    )
    (import "libc" (core module $Libc (;0;) (type 0)))
    (type (;0;)
      (instance
        (type (;0;) (func (param "x" u32) (result u32)))
        (export "zip" (func $zip (;0;) (type 0)))
      )
    )
    (import "zipper" (instance $zipper (;0;) (type 0)))
    (type (;1;)
      (instance
        (type (;0;) (func (param "x" u32) (result u32)))
        (export "transform" (func $transform (;0;) (type 0)))
      )
    )
    (import "imgmgk" (instance $imgmgk (;1;) (type 1)))
    (core instance $libc (;0;) (instantiate $Libc))
    (alias export $zipper "zip" (func $zip (;0;)))
    (core func $zip (;0;) (canon lower (func $zip)))
    (alias export $imgmgk "transform" (func $transform (;1;)))
    (core func $transform (;1;) (canon lower (func $transform)))
    (core module $Main (;1;) (;Main;)
      (type (;0;) (func (param i32) (result i32)))
      (import "dep" "zip" (func $zip (;0;) (type 0)))
      (import "dep" "transform" (func $transform (;1;) (type 0)))
      (export "run" (func 2))
      (func (;2;) (type 0) (param i32) (result i32)
        local.get 0
        call $zip
        local.get 0
        call $transform
        i32.add
      )
    )
    (core instance (;1;)
      (export "zip" (func $zip))
      (export "transform" (func $transform))
    )
    (core instance $main (;2;) (instantiate $Main
      (with "dep" (instance 1))
    ))
    (type (;2;) (func (param "x" u32) (result u32)))
    (alias core export $main "run" (core func $run (;2;)))
    (func (;2;) (type 2) (canon lift (core func $run)))
    (type (;3;) (func (param "addr" u32) (param "val" u32) (result u32)))
    (alias core export $libc "poke" (core func $poke (;3;)))
    (func (;3;) (type 3) (canon lift (core func $poke)))
    (export $run (;4;) "run" (func 2))
    (export $poke (;5;) "poke" (func 3))
  )
  (instance $zipper (;0;) (instantiate $Zipper
    (with "libc" (core module $Libc))
    (with "libzip" (core module $Libzip))
  ))
  (instance $imgmgk (;1;) (instantiate $Imgmgk
    (with "libc" (core module $Libc))
    (with "libzip" (core module $Libzip))
    (with "libimg" (core module $Libimg))
  ))
  (instance $app (;2;) (instantiate $App
    (with "libc" (core module $Libc))
    (with "zipper" (instance $zipper))
    (with "imgmgk" (instance $imgmgk))
  ))
  (alias export $app "run" (func $run (;0;)))
  (alias export $zipper "zip" (func $zip (;1;)))
  (alias export $imgmgk "transform" (func $transform (;2;)))
  (alias export $zipper "poke" (func $poke (;3;)))
  (alias export $imgmgk "poke" (func (;4;)))
  (alias export $app "poke" (func (;5;)))
  (export (;6;) "run" (func $run))
  (export (;7;) "zip" (func $zip))
  (export (;8;) "transform" (func $transform))
  (export $poke-zipper (;9;) "poke-zipper" (func $poke))
  (export $poke-imgmgk (;10;) "poke-imgmgk" (func 4))
  (export $poke-app (;11;) "poke-app" (func 5))
)
