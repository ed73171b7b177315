package io.unveil.training;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An exported step as one finds it who knows only the file. */
record StepFile(JsonNode notes, float[] start) {
    static StepFile read(byte[] file) throws IOException {
        Map<String, byte[]> entries = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        byte[] numbers = entries.getOrDefault("m/data/0", new byte[0]);
        float[] start = new float[numbers.length / Float.BYTES];
        ByteBuffer.wrap(numbers).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(start);
        return new StepFile(
                JsonMapper.shared().readTree(entries.getOrDefault("m/extra/unveil.json", new byte[0])), start);
    }

    /** The vector h of a step, only from the notes. */
    float[] settings(long step, double done) {
        JsonNode rate = notes.path("rate");
        double end = rate.path("end").asDouble();
        double cosine = end + (rate.path("peak").asDouble() - end) * 0.5 * (1 + Math.cos(Math.PI * Math.min(1, done)));
        double now = cosine * Math.min(1, step / rate.path("warmUp").asDouble());
        double adam = now * Math.sqrt(1 - Math.pow(0.999, step)) / (1 - Math.pow(0.9, step));
        double limit = step == 1 ? 0 : notes.path("clip").asDouble() / (1 - Math.pow(0.99, step - 1));
        double share = 1 - Math.min(notes.path("average").asDouble(), step / (step + 9.0));
        return new float[] {(float) -now, (float) -adam, (float) limit, step == 1 ? Float.MAX_VALUE : 0, (float) share};
    }
}
