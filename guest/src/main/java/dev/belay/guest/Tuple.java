package dev.belay.guest;

/** Values side by side, by their number. */
public sealed interface Tuple {
    record Of1<A>(A v0) implements Tuple {}

    record Of2<A, B>(A v0, B v1) implements Tuple {}

    record Of3<A, B, C>(A v0, B v1, C v2) implements Tuple {}

    record Of4<A, B, C, D>(A v0, B v1, C v2, D v3) implements Tuple {}

    record Of5<A, B, C, D, E>(A v0, B v1, C v2, D v3, E v4) implements Tuple {}

    record Of6<A, B, C, D, E, F>(A v0, B v1, C v2, D v3, E v4, F v5) implements Tuple {}

    record Of7<A, B, C, D, E, F, G>(A v0, B v1, C v2, D v3, E v4, F v5, G v6) implements Tuple {}

    record Of8<A, B, C, D, E, F, G, H>(A v0, B v1, C v2, D v3, E v4, F v5, G v6, H v7) implements Tuple {}

    record Of9<A, B, C, D, E, F, G, H, I>(A v0, B v1, C v2, D v3, E v4, F v5, G v6, H v7, I v8) implements Tuple {}

    record Of10<A, B, C, D, E, F, G, H, I, J>(A v0, B v1, C v2, D v3, E v4, F v5, G v6, H v7, I v8, J v9) implements Tuple {}

    record Of11<A, B, C, D, E, F, G, H, I, J, K>(
            A v0, B v1, C v2, D v3, E v4,
            F v5, G v6, H v7, I v8, J v9, K v10)
            implements Tuple {}

    record Of12<A, B, C, D, E, F, G, H, I, J, K, L>(
            A v0, B v1, C v2, D v3, E v4, F v5,
            G v6, H v7, I v8, J v9, K v10, L v11)
            implements Tuple {}

    record Of13<A, B, C, D, E, F, G, H, I, J, K, L, M>(
            A v0, B v1, C v2, D v3, E v4, F v5,
            G v6, H v7, I v8, J v9, K v10, L v11, M v12)
            implements Tuple {}

    record Of14<A, B, C, D, E, F, G, H, I, J, K, L, M, N>(
            A v0, B v1, C v2, D v3, E v4, F v5, G v6,
            H v7, I v8, J v9, K v10, L v11, M v12, N v13)
            implements Tuple {}

    record Of15<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O>(
            A v0, B v1, C v2, D v3, E v4, F v5, G v6,
            H v7, I v8, J v9, K v10, L v11, M v12, N v13, O v14)
            implements Tuple {}

    record Of16<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P>(
            A v0, B v1, C v2, D v3, E v4, F v5, G v6, H v7,
            I v8, J v9, K v10, L v11, M v12, N v13, O v14, P v15)
            implements Tuple {}

    record Of17<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q>(
            A v0, B v1, C v2, D v3, E v4, F v5, G v6, H v7,
            I v8, J v9, K v10, L v11, M v12, N v13, O v14, P v15, Q v16)
            implements Tuple {}

    record Of18<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R>(
            A v0, B v1, C v2, D v3, E v4, F v5, G v6, H v7, I v8,
            J v9, K v10, L v11, M v12, N v13, O v14, P v15, Q v16, R v17)
            implements Tuple {}

    record Of19<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S>(
            A v0, B v1, C v2, D v3, E v4, F v5, G v6, H v7, I v8,
            J v9, K v10, L v11, M v12, N v13, O v14, P v15, Q v16, R v17, S v18)
            implements Tuple {}

    record Of20<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T>(
            A v0, B v1, C v2, D v3, E v4, F v5, G v6, H v7, I v8, J v9,
            K v10, L v11, M v12, N v13, O v14, P v15, Q v16, R v17, S v18, T v19)
            implements Tuple {}
}
