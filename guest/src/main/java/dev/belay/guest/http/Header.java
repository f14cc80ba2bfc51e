package dev.belay.guest.http;

/** One line of a head. Names are compared without regard to case. */
public record Header(String name, String value) {}
