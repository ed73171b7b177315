package io.unveil.inference;

/** A folder below the models' root: a model that serves, or the reason why it does not. */
public sealed interface ModelState {
    String name();

    /** Verified and loaded. Device and precision are what it really runs on, such as "cpu" and "bf16". */
    record Ready(String name, ModelCard card, String device, String precision) implements ModelState {}

    /** Refused at load; the error says place and reason. */
    record Broken(String name, String error) implements ModelState {}
}
