package io.unveil.autoencoder;

import io.unveil.file.LittleEndian;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A TorchScript file made without Python: a zip of stored entries that holds the methods as text and a pickled module.
 * A module with weights holds them as one float tensor {@code p}; otherwise callers pass them. Extra files are for
 * readers of the archive ({@code _extra_files} of {@code torch.jit.load}); the engine ignores them.
 */
final class ScriptArchive {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private ScriptArchive() {}

    /** A module of these methods, with no weights of its own. */
    static byte[] of(String methods) {
        Pickle pickle = new Pickle().module().entry("training", Pickle.FALSE);
        String fields = "  __parameters__ = []\n  __buffers__ = []\n  training : bool\n";
        return new ScriptArchive().write(fields + methods, pickle.end(), new byte[0], Map.of());
    }

    /** A module of these methods with the vector {@code self.p}, and the texts of extra files by name. */
    static byte[] of(String methods, float[] p, Map<String, String> extra) {
        Pickle pickle = new Pickle().module().entry("training", Pickle.FALSE).tensor("p", p.length);
        String fields = "  __parameters__ = []\n  __buffers__ = [\"p\"]\n  training : bool\n  p : Tensor\n";
        byte[] data = LittleEndian.bytes(p);
        return new ScriptArchive().write(fields + methods, pickle.end(), data, extra);
    }

    private byte[] write(String body, byte[] pickled, byte[] tensor, Map<String, String> extra) {
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, "data.pkl", pickled);
            put(zip, "code/__torch__.py", ("class M(Module):\n" + body).getBytes(StandardCharsets.UTF_8));
            put(zip, "constants.pkl", Pickle.emptyTuple());
            if (tensor.length > 0) {
                put(zip, "data/0", tensor);
            }
            for (Map.Entry<String, String> file : extra.entrySet()) {
                put(zip, "extra/" + file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
            }
            put(zip, "version", "3\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry("m/" + name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        CRC32 crc = new CRC32();
        crc.update(content);
        entry.setCrc(crc.getValue());
        entry.setTime(0); // equal modules, equal bytes
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
