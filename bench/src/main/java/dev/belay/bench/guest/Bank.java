package dev.belay.bench.guest;

/** {@code wasmpay:platform/validation.bank}. */
public record Bank(String id, String code, String country, String currency, String name) {}
