package io.unveil.pipeline;

/** A parameter with a value that is not allowed; the message names the parameter, the value and what is allowed. */
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

    /** The value as it was sent. */
    public String rejected() {
        return rejected;
    }

    /** The allowed values, in words. */
    public String allowed() {
        return allowed;
    }
}
