/* A product of matrices: doubles, and memory read by rows and by columns. */
#include "kernels.h"

#define MOST 256

static double a[MOST * MOST], b[MOST * MOST], product[MOST * MOST];

EXPORT("matrix")
uint32_t matrix(uint32_t n) {
    if (n > MOST) {
        __builtin_trap();
    }
    for (uint32_t i = 0; i < n * n; i++) {
        a[i] = i % 7 + 1;
        b[i] = i % 5 + 0.5;
    }
    double sum = 0;
    for (uint32_t i = 0; i < n; i++) {
        for (uint32_t j = 0; j < n; j++) {
            double cell = 0;
            for (uint32_t k = 0; k < n; k++) {
                cell += a[i * n + k] * b[k * n + j];
            }
            product[i * n + j] = cell;
            sum += cell;
        }
    }
    return (uint32_t)((uint64_t)sum + (uint64_t)product[n * n / 2]);
}
