package dev.belay.wasi.cli;

/** Stands for a terminal; there is nothing to do with one yet. */
record Terminal() {}
