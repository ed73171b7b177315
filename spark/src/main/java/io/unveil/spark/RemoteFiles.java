package io.unveil.spark;

import io.unveil.image.Format;
import io.unveil.pipeline.InvalidParameter;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.fs.UnsupportedFileSystemException;

/** Files on whatever Hadoop has a file system for. Thread-safe. */
final class RemoteFiles {
    /** Files under way lie here, within the output; what killed executors left goes with the folder. */
    static final String UNFINISHED = "_unfinished";

    /** Stores in which a new object appears whole when its stream is closed, and a rename is a copy. */
    private static final Set<String> WHOLE_ON_CLOSE = Set.of("s3a", "gs", "oss", "obs", "cosn");

    private final Configuration configuration;

    RemoteFiles(Configuration configuration) {
        this.configuration = configuration;
    }

    /** This machine's files without Hadoop's checksums: nobody wants a .a.png.crc beside a.png. */
    private FileSystem system(Path path) throws IOException {
        FileSystem system = path.getFileSystem(configuration);
        return system instanceof LocalFileSystem local ? local.getRaw() : system;
    }

    /**
     * With scheme and authority; the default file system's where the address has none. Throws {@link InvalidParameter}
     * where there is no file system for it.
     */
    Path qualified(String parameter, Path path) throws IOException {
        try {
            return system(path).makeQualified(path);
        } catch (UnsupportedFileSystemException e) {
            throw new InvalidParameter(
                    parameter,
                    path.toString(),
                    "an address that Spark has a file system for, such as file:, hdfs: or s3a: (of S3: s3a:, with --packages org.apache.hadoop:hadoop-aws:3.5.0)");
        }
    }

    /** A name within a folder may have colons, which Hadoop would take for schemes. */
    static Path in(Path folder, String name) {
        return new Path(folder, new Path(null, null, name));
    }

    boolean isFolder(Path path) throws IOException {
        FileSystem system = system(path);
        return system.exists(path) && system.getFileStatus(path).isDirectory();
    }

    /** Every picture below a folder by the ending of its name, but for what lies in another folder. */
    List<SourceFile> pictures(Path folder, Path without) throws IOException {
        FileSystem system = system(folder);
        String left = without.toUri().getPath() + "/";
        List<SourceFile> files = new ArrayList<>();
        RemoteIterator<LocatedFileStatus> all = system.listFiles(folder, true);
        while (all.hasNext()) {
            LocatedFileStatus file = all.next();
            String name = folder.toUri().relativize(file.getPath().toUri()).getPath();
            boolean made = sameStore(folder, without)
                    && file.getPath().toUri().getPath().startsWith(left);
            if (!made && Format.ofName(name).isPresent()) {
                files.add(new SourceFile(name, file.getLen()));
            }
        }
        return files;
    }

    private static boolean sameStore(Path a, Path b) {
        return String.valueOf(a.toUri().getScheme()).equals(b.toUri().getScheme())
                && String.valueOf(a.toUri().getAuthority())
                        .equals(String.valueOf(b.toUri().getAuthority()));
    }

    byte[] read(Path file) throws IOException {
        FileSystem system = system(file);
        try (FSDataInputStream in = system.open(file)) {
            return in.readAllBytes();
        }
    }

    /**
     * The picture in a folder whose name is that of another up to the ending, whatever that is.
     *
     * @throws FileNotFoundException when there is none
     */
    byte[] readSameStem(String folder, String name) throws IOException {
        Path place = new Path(folder);
        int dot = name.lastIndexOf('.');
        String stem = dot > name.lastIndexOf('/') + 1 ? name.substring(0, dot) : name;
        for (Format format : Format.values()) {
            for (String ending : format.endings()) {
                try {
                    return read(in(place, stem + ending));
                } catch (FileNotFoundException e) {
                    continue; // the next ending
                }
            }
        }
        throw new FileNotFoundException(in(place, stem + ".png") + " does not exist");
    }

    /**
     * Writes a file below a folder, whole or not at all: under a temporary name, then renamed; on object stores at
     * once, because there an object appears when it is complete. What was there is replaced.
     */
    void writeWhole(Path folder, String name, byte[] bytes) throws IOException {
        Path file = in(folder, name);
        FileSystem system = system(file);
        if (WHOLE_ON_CLOSE.contains(system.getUri().getScheme())) {
            write(system, file, bytes);
            return;
        }
        Path temporary =
                new Path(new Path(folder, UNFINISHED), UUID.randomUUID().toString());
        write(system, temporary, bytes);
        system.mkdirs(file.getParent());
        if (!(system instanceof RawLocalFileSystem)) {
            FileContext.getFileContext(file.toUri(), configuration).rename(temporary, file, Rename.OVERWRITE);
        } else if (!system.rename(temporary, file)) { // replaces, as POSIX does
            throw new IOException("%s cannot be written".formatted(file));
        }
    }

    private static void write(FileSystem system, Path file, byte[] bytes) throws IOException {
        try (OutputStream out = system.create(file, true)) {
            out.write(bytes);
        }
    }

    boolean isEmpty(Path folder) throws IOException {
        FileSystem system = system(folder);
        try {
            return !system.listStatusIterator(folder).hasNext();
        } catch (FileNotFoundException e) {
            return true;
        }
    }

    boolean exists(Path path) throws IOException {
        return system(path).exists(path);
    }

    void delete(Path folder) throws IOException {
        system(folder).delete(folder, true);
    }
}
