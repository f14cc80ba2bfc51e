package dev.belay.component.type;

/** Whatever a type index can stand for. */
public sealed interface AnyType permits ValueType, FunctionType, InstanceType, ComponentType, ResourceType {}
