package io.unveil.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Weight files in the safetensors format: 8 bytes of header length, a JSON header that names each tensor's type, shape
 * and place, then the numbers, little-endian. Weights are in single precision (F32), pictures in 8 bits (U8); nothing
 * else is allowed. The header is checked in full before a number is read, because the file may come from anywhere.
 */
public final class Safetensors {
    private static final int MAX_HEADER = 1 << 20;
    private static final JsonMapper JSON = JsonMapper.shared();

    private Safetensors() {}

    /** A tensor of single-precision numbers, the last dimension running fastest. */
    public record Tensor(List<Integer> shape, float[] values) {
        public Tensor {
            shape = List.copyOf(shape);
        }
    }

    /** A tensor of numbers from 0 to 255, unsigned, the last dimension running fastest. */
    public record Levels(List<Integer> shape, byte[] values) {
        public Levels {
            shape = List.copyOf(shape);
        }
    }

    /** The allowed types of numbers. */
    private enum Type {
        F32(Float.BYTES),
        U8(Byte.BYTES);

        private final int bytes;

        Type(int bytes) {
            this.bytes = bytes;
        }
    }

    private record Raw(List<Integer> shape, ByteBuffer bytes) {}

    /** A weight file that cannot be used; the message says what is wrong with it. */
    public static final class Malformed extends RuntimeException {
        public Malformed(String message) {
            super(message);
        }
    }

    public static byte[] write(Map<String, Tensor> tensors) {
        Map<String, Raw> raw = new LinkedHashMap<>();
        tensors.forEach((name, tensor) ->
                raw.put(name, new Raw(tensor.shape(), ByteBuffer.wrap(LittleEndian.bytes(tensor.values())))));
        return write(Type.F32, raw);
    }

    /** A file of one tensor of levels. */
    public static byte[] write(String name, Levels levels) {
        return write(Type.U8, Map.of(name, new Raw(levels.shape(), ByteBuffer.wrap(levels.values()))));
    }

    private static byte[] write(Type type, Map<String, Raw> tensors) {
        Map<String, Object> header = new LinkedHashMap<>();
        long offset = 0;
        for (Map.Entry<String, Raw> entry : tensors.entrySet()) {
            long end = offset + entry.getValue().bytes().capacity();
            Map<String, Object> about =
                    new LinkedHashMap<>(); // one order of keys, so that equal numbers make equal files
            about.put("dtype", type.name());
            about.put("shape", entry.getValue().shape());
            about.put("data_offsets", List.of(offset, end));
            header.put(entry.getKey(), about);
            offset = end;
        }
        String json = JSON.writeValueAsString(header);
        byte[] padded = (json + " ".repeat((8 - json.length() % 8) % 8))
                .getBytes(StandardCharsets.UTF_8); // numbers start aligned
        ByteBuffer file =
                ByteBuffer.allocate(Math.toIntExact(8 + padded.length + offset)).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(padded.length).put(padded);
        tensors.values().forEach(tensor -> file.put(tensor.bytes()));
        return file.array();
    }

    /** Reads all tensors of a file of weights; throws {@link Malformed}. */
    public static Map<String, Tensor> read(byte[] file) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        read(file, Type.F32)
                .forEach((name, raw) -> tensors.put(name, new Tensor(raw.shape(), LittleEndian.floats(raw.bytes()))));
        return tensors;
    }

    /** Reads the one tensor of a file of levels; throws {@link Malformed} where it has another or none. */
    public static Levels readLevels(byte[] file, String name) {
        Map<String, Raw> all = read(file, Type.U8);
        Raw raw = all.get(name);
        if (raw == null || all.size() > 1) {
            throw new Malformed("the file holds the tensors %s, expected is only '%s'".formatted(all.keySet(), name));
        }
        byte[] values = new byte[raw.bytes().remaining()];
        raw.bytes().get(values);
        return new Levels(raw.shape(), values);
    }

    private static Map<String, Raw> read(byte[] file, Type type) {
        ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (file.length < 8) {
            throw new Malformed("the weight file has %d bytes, too few for a header".formatted(file.length));
        }
        long length = buffer.getLong();
        if (length < 2 || length > MAX_HEADER || length > buffer.remaining()) {
            throw new Malformed("the header claims %d bytes; %d follow, and at most %d are allowed"
                    .formatted(length, file.length - 8, MAX_HEADER));
        }
        JsonNode header = header(new String(file, 8, (int) length, StandardCharsets.UTF_8));
        ByteBuffer data = buffer.position(8 + (int) length).slice();
        Map<String, Raw> tensors = new LinkedHashMap<>();
        long covered = 0;
        for (Map.Entry<String, JsonNode> entry : header.properties()) {
            if (entry.getKey().equals("__metadata__")) {
                continue;
            }
            Raw tensor = tensor(entry.getKey(), entry.getValue(), data, type);
            tensors.put(entry.getKey(), tensor);
            covered += tensor.bytes().capacity();
        }
        if (covered != data.limit()) {
            throw new Malformed("the tensors cover %d bytes, the file holds %d".formatted(covered, data.limit()));
        }
        return tensors;
    }

    private static JsonNode header(String json) {
        try {
            JsonNode header = JSON.readTree(json);
            if (header.isObject()) {
                return header;
            }
        } catch (JacksonException e) {
            throw new Malformed("the header is not JSON: " + e.getOriginalMessage());
        }
        throw new Malformed("the header is not a JSON object");
    }

    private static Raw tensor(String name, JsonNode entry, ByteBuffer data, Type expected) {
        String type = entry.path("dtype").asString("");
        if (!type.equals(expected.name())) {
            throw new Malformed(
                    "tensor '%s' has numbers of type '%s'; only %s is allowed".formatted(name, type, expected));
        }
        List<Integer> shape = new ArrayList<>();
        long count = 1;
        for (JsonNode side : entry.path("shape")) {
            if (!side.canConvertToInt() || side.asInt() < 1 || count > Integer.MAX_VALUE / side.asInt()) {
                throw new Malformed("tensor '%s' has a side of %s".formatted(name, side));
            }
            shape.add(side.asInt());
            count *= side.asInt();
        }
        long start = entry.path("data_offsets").path(0).asLong(-1);
        long end = entry.path("data_offsets").path(1).asLong(-1);
        if (start < 0 || end > data.limit() || end - start != count * expected.bytes) {
            throw new Malformed("tensor '%s' of shape %s cannot lie at bytes %d to %d of %d"
                    .formatted(name, shape, start, end, data.limit()));
        }
        return new Raw(shape, data.slice((int) start, (int) (end - start)));
    }
}
