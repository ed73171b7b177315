package io.unveil.autoencoder.layer;

import io.unveil.recipe.Extent;
import io.unveil.recipe.Fields;

/** A window that slides over pictures, of any kernel, stride, padding and dilation along either axis. */
public record Window(Axis vertical, Axis horizontal) {
    private static final int MAX_KERNEL = 63;
    private static final int MAX_STRIDE = 16;

    public static Window square(int kernel, int stride, int padding) {
        Axis axis = new Axis(kernel, stride, padding, 1);
        return new Window(axis, axis);
    }

    public static Window of(Extent kernel, Extent stride, Extent padding, Extent dilation) {
        return new Window(
                new Axis(kernel.height(), stride.height(), padding.height(), dilation.height()),
                new Axis(kernel.width(), stride.width(), padding.width(), dilation.width()));
    }

    /** Reads {@code kernel}, {@code stride} (1), {@code padding} (0) and {@code dilation} (1). */
    static Window read(Fields fields) {
        Extent kernel = kernel(fields);
        Extent stride = stride(fields, Extent.square(1));
        if (fields.isWord("padding")) {
            return named(fields, kernel, stride);
        }
        return of(kernel, stride, padding(fields), dilation(fields));
    }

    /**
     * The window of a pooling layer: its stride is its kernel unless given, and at most half of the kernel may be
     * padding.
     */
    static Window readPool(Fields fields) {
        Extent kernel = kernel(fields);
        Window window = of(kernel, stride(fields, kernel), padding(fields), Extent.square(1));
        if (2 * window.padding().height() > kernel.height()
                || 2 * window.padding().width() > kernel.width()) {
            fields.fault("has a padding of %s, more than half of its kernel of %s"
                    .formatted(window.padding().brief(), kernel.brief()));
        }
        return window;
    }

    /**
     * Padding {@code valid}, none, or {@code same}: the output has the size of the input, divided by the stride and
     * rounded up.
     */
    private static Window named(Fields fields, Extent kernel, Extent stride) {
        boolean same = fields.oneOf("padding", "valid", "same").equals("same");
        Window window = of(kernel, stride, Extent.square(0), dilation(fields));
        if (!same) {
            return window;
        }
        Extent length = window.length();
        if (length.height() % 2 == 0 || length.width() % 2 == 0) {
            fields.fault("has padding 'same', which a window of %s positions cannot have: its sides must be odd"
                    .formatted(length));
        }
        return of(kernel, stride, new Extent(length.height() / 2, length.width() / 2), dilation(fields));
    }

    private static Extent kernel(Fields fields) {
        return fields.extent("kernel", 1, MAX_KERNEL);
    }

    private static Extent stride(Fields fields, Extent fallback) {
        return fields.extent("stride", 1, MAX_STRIDE, fallback);
    }

    private static Extent padding(Fields fields) {
        return fields.extent("padding", 0, MAX_KERNEL - 1, Extent.square(0));
    }

    private static Extent dilation(Fields fields) {
        return fields.extent("dilation", 1, MAX_STRIDE, Extent.square(1));
    }

    public Extent kernel() {
        return new Extent(vertical.kernel(), horizontal.kernel());
    }

    public Extent stride() {
        return new Extent(vertical.stride(), horizontal.stride());
    }

    public Extent padding() {
        return new Extent(vertical.padding(), horizontal.padding());
    }

    public Extent dilation() {
        return new Extent(vertical.dilation(), horizontal.dilation());
    }

    private Extent length() {
        return new Extent(vertical.length(), horizontal.length());
    }

    private boolean isCentred() {
        return vertical.isCentred() && horizontal.isCentred();
    }

    Shape windows(int channels, Shape in, Rounding rounding) {
        return new Shape(
                channels,
                vertical.windows(in.height(), rounding, "height"),
                horizontal.windows(in.width(), rounding, "width"));
    }

    /** Rows and columns that the windows of {@code out} take beyond the end of {@code in}. */
    Extent lastPadding(Shape in, Shape out) {
        return new Extent(vertical.beyond(in.height(), out.height()), horizontal.beyond(in.width(), out.width()));
    }

    Shape grown(int channels, Shape in, Extent extra) {
        return new Shape(
                channels,
                vertical.grown(in.height(), extra.height(), "height"),
                horizontal.grown(in.width(), extra.width(), "width"));
    }

    Positions seenBy(Positions windows) {
        return new Positions(vertical.seenBy(windows.rows()), horizontal.seenBy(windows.columns()));
    }

    Positions seenByGrown(Positions positions) {
        return new Positions(vertical.seenByGrown(positions.rows()), horizontal.seenByGrown(positions.columns()));
    }

    /** The window's position where it is not centred, which neither kernel nor sizes show. */
    String distinction() {
        return isCentred() ? "" : "padding " + padding().brief();
    }

    /** Such as {@code 3x3, stride 2, padding 1}. */
    String words() {
        return LayerText.listed(
                kernel().toString(),
                named("stride", stride(), 1),
                named("padding", padding(), 0),
                named("dilation", dilation(), 1));
    }

    private static String named(String name, Extent extent, int usual) {
        return extent.equals(Extent.square(usual)) ? "" : name + " " + extent.brief();
    }
}
