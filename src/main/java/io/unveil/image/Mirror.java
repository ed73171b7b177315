package io.unveil.image;

/** A picture mirrored beyond its border, the border pixels not repeated: 0 1 2 … n-1 n-2 … 1 0 1 …. */
public final class Mirror {
    private Mirror() {}

    /** The index, from 0 to n - 1, that stands at position i of that endless pattern. */
    public static int at(int i, int n) {
        if (n == 1) {
            return 0;
        }
        int at = Math.floorMod(i, 2 * (n - 1));
        return Math.min(at, 2 * (n - 1) - at);
    }
}
