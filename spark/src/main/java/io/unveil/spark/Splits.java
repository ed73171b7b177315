package io.unveil.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Files packed into tasks by their bytes. The largest files come first: a file that is larger than a task's share is a
 * task by itself and starts before all others, so that none is still running when the others have ended.
 */
final class Splits {
    /** Spark's driver keeps some kilobytes for each task; beyond, tasks grow instead. */
    static final int MOST = 20_000;

    private Splits() {}

    /** The files of one task. */
    record Split(List<SourceFile> files) implements Serializable {
        Split {
            files = new ArrayList<>(files); // serializable, whatever the list was
        }

        long bytes() {
            return files.stream().mapToLong(SourceFile::bytes).sum();
        }
    }

    /**
     * Next-fit in falling order of size: a task is full when the next file would take it over the bytes.
     *
     * @param bytes of one task, at least 1
     */
    static List<Split> of(List<SourceFile> files, long bytes) {
        long whole = files.stream().mapToLong(SourceFile::bytes).sum();
        long full = Math.max(bytes, whole / MOST);
        List<SourceFile> falling = new ArrayList<>(files);
        falling.sort(Comparator.comparingLong(SourceFile::bytes).reversed().thenComparing(SourceFile::name));
        List<Split> splits = new ArrayList<>();
        List<SourceFile> open = new ArrayList<>();
        long filled = 0;
        for (SourceFile file : falling) {
            if (!open.isEmpty() && filled + file.bytes() > full) {
                splits.add(new Split(open));
                open.clear();
                filled = 0;
            }
            open.add(file);
            filled += file.bytes();
        }
        if (!open.isEmpty()) {
            splits.add(new Split(open));
        }
        return splits;
    }
}
