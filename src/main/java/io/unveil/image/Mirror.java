package io.unveil.image;

/** Beyond the border of a picture it is mirrored, the border's own pixels not repeated: 0 1 2 … n-1 n-2 … 1 0 1 …. */
public final class Mirror {
    private Mirror() {}

    /** Which of n positions stands at position i of that endless pattern. */
    public static int at(int i, int n) {
        if (n == 1) {
            return 0;
        }
        int at = Math.floorMod(i, 2 * (n - 1));
        return Math.min(at, 2 * (n - 1) - at);
    }
}
