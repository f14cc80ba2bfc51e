package dev.belay.component.model;

public record Import(ExternName name, ExternDesc type) {}
