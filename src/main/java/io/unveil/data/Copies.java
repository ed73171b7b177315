package io.unveil.data;

import io.unveil.file.Digests;
import io.unveil.image.Pixels;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;

/** How many examples of a set are different: copies look like more data, and show nothing new. */
public final class Copies {
    private Copies() {}

    /** The number of examples that are not the same as another one, pixel for pixel, each kind counted once. */
    public static int different(Dataset set) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < set.count(); i++) {
            Pixels pixels = set.example(i).pixels();
            ByteBuffer bytes = ByteBuffer.allocate(8 + 4 * pixels.values().length);
            bytes.putInt(pixels.width()).putInt(pixels.height()).asFloatBuffer().put(pixels.values());
            seen.add(Digests.sha256(bytes.array()));
        }
        return seen.size();
    }
}
