package io.unveil.evaluation;

import io.unveil.file.Shard;
import io.unveil.image.Picture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Pictures with the noise of a real camera, each with a clean one of the same scene, such as the mean of many shots.
 *
 * @param name of the folder or zip file that the noisy ones came from
 * @param pairs in order of their names
 */
public record PairedSet(String name, List<Pair> pairs) {
    public PairedSet {
        pairs = List.copyOf(pairs);
    }

    /**
     * Two pictures of one size.
     *
     * @param name of both files without its ending, within the folders
     */
    public record Pair(String name, Picture noisy, Picture clean) {}

    /** All pairs; see the other. */
    public static PairedSet read(Path noisy, Path clean) throws IOException {
        return read(noisy, clean, Shard.ALL);
    }

    /**
     * Reads a share of two folders (recursively) or zip files, in which the two of a pair have the same name up to its
     * ending.
     *
     * @throws TestSet.Unusable when one holds no picture, or one that cannot be read; when a picture has no partner, or
     *     one of another size; and when two pictures in one folder differ only in their endings
     * @throws IOException when one cannot be opened
     */
    public static PairedSet read(Path noisy, Path clean, Shard share) throws IOException {
        TestSet given = TestSet.read(noisy, share);
        Map<String, TestSet.Entry> corrupted = byStem(given, noisy);
        Map<String, TestSet.Entry> partners = byStem(TestSet.read(clean, share), clean);
        requirePartners(corrupted, noisy, partners, clean);
        requirePartners(partners, clean, corrupted, noisy);
        List<Pair> pairs = new ArrayList<>();
        corrupted.forEach((stem, entry) -> pairs.add(pair(stem, entry, Objects.requireNonNull(partners.get(stem)))));
        return new PairedSet(given.name(), pairs);
    }

    private static Map<String, TestSet.Entry> byStem(TestSet set, Path folder) {
        Map<String, TestSet.Entry> entries = new TreeMap<>();
        for (TestSet.Entry entry : set.entries()) {
            String stem = entry.name().substring(0, entry.name().lastIndexOf('.'));
            TestSet.Entry other = entries.put(stem, entry);
            if (other != null) {
                throw new TestSet.Unusable("%s holds both %s and %s: which of them belongs to the pair is not clear"
                        .formatted(folder, other.name(), entry.name()));
            }
        }
        return entries;
    }

    private static void requirePartners(
            Map<String, TestSet.Entry> entries, Path folder, Map<String, TestSet.Entry> partners, Path others) {
        List<String> lonely = entries.values().stream()
                .map(TestSet.Entry::name)
                .filter(name -> !partners.containsKey(name.substring(0, name.lastIndexOf('.'))))
                .toList();
        if (!lonely.isEmpty()) {
            String more = lonely.size() == 1 ? "" : " (and %d more)".formatted(lonely.size() - 1);
            throw new TestSet.Unusable("%s has no partner%s: %s must hold a picture of the same name, with any ending"
                    .formatted(folder.resolve(lonely.get(0)), more, others));
        }
    }

    private static Pair pair(String stem, TestSet.Entry noisy, TestSet.Entry clean) {
        if (!noisy.picture().size().equals(clean.picture().size())) {
            throw new TestSet.Unusable("the pair '%s' differs in size: the noisy picture is %s, the clean one %s"
                    .formatted(stem, noisy.picture().size(), clean.picture().size()));
        }
        if (noisy.picture().channels() != clean.picture().channels()) {
            throw new TestSet.Unusable(
                    "the pair '%s' is a picture in colour and one in gray; both must be alike".formatted(stem));
        }
        return new Pair(stem, noisy.picture(), clean.picture());
    }

    /** The same pictures in gray. */
    PairedSet inGray() {
        return new PairedSet(
                name,
                pairs.stream()
                        .map(pair -> new Pair(
                                pair.name(), pair.noisy().inGray(), pair.clean().inGray()))
                        .toList());
    }
}
