/* What the kernels share: they take and give numbers only, and allocate nothing. */
#ifndef BENCH_KERNELS_H
#define BENCH_KERNELS_H

#include <stdint.h>
#include <string.h>

#define EXPORT(name) __attribute__((export_name(name), used))

#endif
