package io.unveil.image;

import java.util.List;
import java.util.Optional;

/**
 * What a picture brings along beside its samples. All of it survives every step of a pipeline, and only the codec knows
 * what the attachments are.
 *
 * @param format of the file that the picture came in
 * @param profile the ICC profile of its samples
 * @param attachments what else the file said of the picture, such as camera and date
 * @param notes what a reader should know of how the file was read, a sentence each
 */
public record Origin(Format format, Optional<byte[]> profile, Attachments attachments, List<String> notes) {
    public Origin {
        notes = List.copyOf(notes);
    }

    /** What a file says of its picture beside samples and profile; the codec reads it and writes it. */
    public interface Attachments {}

    private record Nothing() implements Attachments {}

    private static final Attachments NOTHING = new Nothing();

    /** Of a picture that was made here. */
    public static Origin of(Format format) {
        return new Origin(format, Optional.empty(), NOTHING, List.of());
    }

    /** The same for samples that the profile does not describe. */
    public Origin withoutProfile() {
        return new Origin(format, Optional.empty(), attachments, notes);
    }

    public Origin with(Attachments others) {
        return new Origin(format, profile, others, notes);
    }
}
