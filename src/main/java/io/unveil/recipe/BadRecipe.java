package io.unveil.recipe;

/** A recipe that cannot be used; the message lists every fault with its line and place. */
public final class BadRecipe extends RuntimeException {
    public BadRecipe(String message) {
        super(message);
    }
}
