package io.unveil.pipeline;

/** A parameter whose value is not taken; the message names it, the value that came and what is allowed. */
public final class InvalidParameter extends RuntimeException {
    private final String parameter;
    private final String rejected;
    private final String allowed;

    public InvalidParameter(String parameter, String rejected, String allowed) {
        super("%s was '%s', allowed is %s".formatted(parameter, rejected, allowed));
        this.parameter = parameter;
        this.rejected = rejected;
        this.allowed = allowed;
    }

    /** The parameter's name as callers write it. */
    public String parameter() {
        return parameter;
    }

    /** The value as it came. */
    public String rejected() {
        return rejected;
    }

    /** What would have been taken, in words. */
    public String allowed() {
        return allowed;
    }
}
