package io.unveil.autoencoder;

import java.util.List;

/**
 * What stands beside the weights: {@code manifest.json}.
 *
 * @param version of the model, a date
 * @param inputs planes that go into the network
 * @param outputs planes that come out
 * @param sides the sizes of what goes in
 * @param stride sides of what goes in are multiples of this; 1 where there is one size alone
 * @param architecture digest of the layers, {@link Architecture#digest}
 * @param weights SHA-256 of {@code weights.safetensors}
 * @param recipe SHA-256 of {@code recipe.yaml}
 * @param parameters how many numbers were learnt
 * @param multiplyAddsPerPixel arithmetic of one pass
 * @param receptiveField side of the widest window an output pixel looks at
 * @param tileOverlap how far tiles must reach over each other on each side
 * @param figures measured quality, each with the command that gave it
 * @param createdBy product and version that wrote the folder
 */
public record Manifest(
        String name,
        String version,
        Task task,
        int inputs,
        int outputs,
        Sides sides,
        int stride,
        String architecture,
        String weights,
        String recipe,
        int parameters,
        double multiplyAddsPerPixel,
        int receptiveField,
        int tileOverlap,
        List<Figure> figures,
        Provenance provenance,
        String createdBy) {
    public Manifest {
        figures = List.copyOf(figures);
    }

    /** One measured figure, such as the PSNR on the validation pictures at one noise level. */
    public record Figure(String condition, String measure, double value, String command) {}

    /**
     * How the weights came to be.
     *
     * @param data the sets of pictures
     * @param steps of training, over all resumed runs
     * @param seconds spent training, over all resumed runs
     */
    public record Provenance(
            List<DataSet> data,
            long steps,
            long seconds,
            long seed,
            String device,
            String precision,
            int threads,
            String engine,
            String java,
            String system) {
        public Provenance {
            data = List.copyOf(data);
        }
    }

    /** A set of pictures: its folder's name, how many, and the SHA-256 over the digests of its files in order of name. */
    public record DataSet(String name, int pictures, String digest, String licence) {}
}
