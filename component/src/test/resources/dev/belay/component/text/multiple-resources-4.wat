(component
  (component $C (;0;) (;C;)
    (core module $Indirect (;0;) (;Indirect;)
      (type $FT (;0;) (func (param i32)))
      (table (;0;) 2 funcref)
      (export "ftbl" (table 0))
      (export "R1-dtor" (func 0))
      (export "R2-dtor" (func 1))
      (func (;0;) (type $FT) (param i32)
        local.get 0
        i32.const 0
        call_indirect 0 (type $FT)
      )
      (func (;1;) (type $FT) (param i32)
        local.get 0
        i32.const 1
        call_indirect 0 (type $FT)
      )
    )
    (core instance $indirect (;0;) (instantiate $Indirect))
    (alias core export $indirect "R1-dtor" (core func $R1-dtor (;0;)))
    (type $R1' (;0;) (resource (rep i32) (dtor (core func $R1-dtor))))
    (alias core export $indirect "R2-dtor" (core func $R2-dtor (;1;)))
    (type $R2' (;1;) (resource (rep i32) (dtor (core func $R2-dtor))))
    (export $R1 (;2;) "R1" (type $R1'))
    (export $R2 (;3;) "R2" (type $R2'))
    (core func $R1.resource.new (;2;) (canon resource.new $R1'))
    (core func $R2.resource.new (;3;) (canon resource.new $R2'))
    (core module $CM (;1;) (;CM;)
      (type (;0;) (func (param i32) (result i32)))
      (type (;1;) (func (result i32)))
      (type (;2;) (func (param i32)))
      (import "" "ftbl" (table (;0;) 1 funcref))
      (import "" "R1.resource.new" (func $R1.resource.new (;0;) (type 0)))
      (import "" "R2.resource.new" (func $R2.resource.new (;1;) (type 0)))
      (memory (;0;) 1)
      (global $num-live-R1 (;0;) (mut i32) i32.const 0)
      (global $num-live-R2 (;1;) (mut i32) i32.const 0)
      (export "make-R1" (func $make-R1))
      (export "make-R2" (func $make-R2))
      (export "get-rep-R1" (func $get-rep-R1))
      (export "get-rep-R2" (func $get-rep-R2))
      (export "num-live" (func $num-live))
      (elem (;0;) (offset i32.const 0) func $R1-dtor $R2-dtor)
      (func $make-R1 (;2;) (type 1) (result i32)
        (local i32)
        global.get $num-live-R1
        i32.const 1
        i32.add
        global.set $num-live-R1
        i32.const 64
        global.get $num-live-R1
        i32.add
        call $R1.resource.new
      )
      (func $make-R2 (;3;) (type 1) (result i32)
        (local i32)
        global.get $num-live-R2
        i32.const 1
        i32.add
        global.set $num-live-R2
        i32.const 128
        global.get $num-live-R2
        i32.add
        call $R2.resource.new
      )
      (func $get-rep-R1 (;4;) (type 0) (param i32) (result i32)
        local.get 0
      )
      (func $get-rep-R2 (;5;) (type 0) (param i32) (result i32)
        local.get 0
      )
      (func $R1-dtor (;6;) (type 2) (param i32)
        local.get 0
        i32.const 65
        i32.lt_u
        local.get 0
        i32.const 66
        i32.gt_u
        i32.or
        if
          unreachable
        end
        global.get $num-live-R1
        i32.eqz
        if
          unreachable
        end
        global.get $num-live-R1
        i32.const 1
        i32.sub
        global.set $num-live-R1
      )
      (func $R2-dtor (;7;) (type 2) (param i32)
        local.get 0
        i32.const 129
        i32.lt_u
        local.get 0
        i32.const 130
        i32.gt_u
        i32.or
        if
          unreachable
        end
        global.get $num-live-R2
        i32.eqz
        if
          unreachable
        end
        global.get $num-live-R2
        i32.const 1
        i32.sub
        global.set $num-live-R2
      )
      (func $num-live (;8;) (type 1) (result i32)
        global.get $num-live-R1
        global.get $num-live-R2
        i32.add
      )
    )
    (alias core export $indirect "ftbl" (core table $ftbl (;0;)))
    (core instance (;1;)
      (export "ftbl" (table $ftbl))
      (export "R1.resource.new" (func $R1.resource.new))
      (export "R2.resource.new" (func $R2.resource.new))
    )
    (core instance $cm (;2;) (instantiate $CM
      (with "" (instance 1))
    ))
    (type (;4;) (own $R1))
    (type (;5;) (func (result 4)))
    (alias core export $cm "make-R1" (core func $make-R1 (;4;)))
    (func $make-R1 (;0;) (type 5) (canon lift (core func $make-R1)))
    (type (;6;) (own $R2))
    (type (;7;) (func (result 6)))
    (alias core export $cm "make-R2" (core func $make-R2 (;5;)))
    (func $make-R2 (;1;) (type 7) (canon lift (core func $make-R2)))
    (type (;8;) (borrow $R1))
    (type (;9;) (func (param "r" 8) (result u32)))
    (alias core export $cm "get-rep-R1" (core func $get-rep-R1 (;6;)))
    (func $get-rep-R1 (;2;) (type 9) (canon lift (core func $get-rep-R1)))
    (type (;10;) (borrow $R2))
    (type (;11;) (func (param "r" 10) (result u32)))
    (alias core export $cm "get-rep-R2" (core func $get-rep-R2 (;7;)))
    (func $get-rep-R2 (;3;) (type 11) (canon lift (core func $get-rep-R2)))
    (type (;12;) (func (result u32)))
    (alias core export $cm "num-live" (core func $num-live (;8;)))
    (func (;4;) (type 12) (canon lift (core func $num-live)))
    (export (;5;) "make-R1" (func $make-R1))
    (export (;6;) "make-R2" (func $make-R2))
    (export (;7;) "get-rep-R1" (func $get-rep-R1))
    (export (;8;) "get-rep-R2" (func $get-rep-R2))
    (export $num-live (;9;) "num-live" (func 4))
  )
  (component $D (;1;) (;D;)
    (type (;0;)
      (instance
        (export "R1" (type $R1 (;0;) (sub resource)))
        (export "R2" (type $R2 (;1;) (sub resource)))
        (type (;2;) (own $R1))
        (type (;3;) (func (result 2)))
        (export "make-R1" (func $make-R1 (;0;) (type 3)))
        (type (;4;) (own $R2))
        (type (;5;) (func (result 4)))
        (export "make-R2" (func $make-R2 (;1;) (type 5)))
        (type (;6;) (borrow $R1))
        (type (;7;) (func (param "r" 6) (result u32)))
        (export "get-rep-R1" (func $get-rep-R1 (;2;) (type 7)))
        (type (;8;) (borrow $R2))
        (type (;9;) (func (param "r" 8) (result u32)))
        (export "get-rep-R2" (func $get-rep-R2 (;3;) (type 9)))
        (type (;10;) (func (result u32)))
        (export "num-live" (func $num-live (;4;) (type 10)))
      )
    )
    (import "c" (instance $c (;0;) (type 0)))
    (core module $DM (;0;) (;DM;)
      (type (;0;) (func (param i32)))
      (type (;1;) (func (result i32)))
      (type (;2;) (func (param i32) (result i32)))
      (import "" "R1.resource.drop" (func $R1.resource.drop (;0;) (type 0)))
      (import "" "R2.resource.drop" (func $R2.resource.drop (;1;) (type 0)))
      (import "" "make-R1" (func $make-R1 (;2;) (type 1)))
      (import "" "make-R2" (func $make-R2 (;3;) (type 1)))
      (import "" "get-rep-R1" (func $get-rep-R1 (;4;) (type 2)))
      (import "" "get-rep-R2" (func $get-rep-R2 (;5;) (type 2)))
      (import "" "num-live" (func $num-live (;6;) (type 1)))
      (memory (;0;) 1)
      (export "run" (func $run))
      (func $run (;7;) (type 1) (result i32)
        (local i32 i32 i32 i32 i32)
        call $make-R1
        local.set 1
        i32.const 1
        local.get 1
        i32.ne
        if
          unreachable
        end
        call $make-R2
        local.set 2
        i32.const 2
        local.get 2
        i32.ne
        if
          unreachable
        end
        call $make-R1
        local.set 3
        i32.const 3
        local.get 3
        i32.ne
        if
          unreachable
        end
        call $make-R2
        local.set 4
        i32.const 4
        local.get 4
        i32.ne
        if
          unreachable
        end
        i32.const 4
        call $num-live
        i32.ne
        if
          unreachable
        end
        i32.const 129
        local.get 2
        call $get-rep-R2
        i32.ne
        if
          unreachable
        end
        local.get 2
        call $R2.resource.drop
        i32.const 65
        local.get 1
        call $get-rep-R1
        i32.ne
        if
          unreachable
        end
        local.get 1
        call $R1.resource.drop
        i32.const 130
        local.get 4
        call $get-rep-R2
        i32.ne
        if
          unreachable
        end
        local.get 4
        call $R2.resource.drop
        i32.const 66
        local.get 3
        call $get-rep-R1
        i32.ne
        if
          unreachable
        end
        local.get 3
        call $R1.resource.drop
        i32.const 0
        call $num-live
        i32.ne
        if
          unreachable
        end
        i32.const 42
      )
    )
    (alias export $c "R1" (type $R1 (;1;)))
    (alias export $c "R2" (type $R2 (;2;)))
    (core func $R1.resource.drop (;0;) (canon resource.drop $R1))
    (core func $R2.resource.drop (;1;) (canon resource.drop $R2))
    (alias export $c "make-R1" (func $make-R1 (;0;)))
    (core func $make-R1' (;2;) (canon lower (func $make-R1)))
    (alias export $c "make-R2" (func $make-R2 (;1;)))
    (core func $make-R2' (;3;) (canon lower (func $make-R2)))
    (alias export $c "get-rep-R1" (func $get-rep-R1 (;2;)))
    (core func $get-rep-R1' (;4;) (canon lower (func $get-rep-R1)))
    (alias export $c "get-rep-R2" (func $get-rep-R2 (;3;)))
    (core func $get-rep-R2' (;5;) (canon lower (func $get-rep-R2)))
    (alias export $c "num-live" (func $num-live (;4;)))
    (core func $num-live' (;6;) (canon lower (func $num-live)))
    (core instance (;0;)
      (export "R1.resource.drop" (func $R1.resource.drop))
      (export "R2.resource.drop" (func $R2.resource.drop))
      (export "make-R1" (func $make-R1'))
      (export "make-R2" (func $make-R2'))
      (export "get-rep-R1" (func $get-rep-R1'))
      (export "get-rep-R2" (func $get-rep-R2'))
      (export "num-live" (func $num-live'))
    )
    (core instance $dm (;1;) (instantiate $DM
      (with "" (instance 0))
    ))
    (type (;3;) (func (result u32)))
    (alias core export $dm "run" (core func $run (;7;)))
    (func (;5;) (type 3) (canon lift (core func $run)))
    (export $run (;6;) "run" (func 5))
  )
  (instance $c (;0;) (instantiate $C))
  (instance $d (;1;) (instantiate $D
    (with "c" (instance $c))
  ))
  (alias export $d "run" (func $run (;0;)))
  (export (;1;) "run" (func $run))
)
