package io.unveil.autoencoder;

import java.util.Map;

/**
 * What an ONNX file says of its network.
 *
 * @param name of the network
 * @param purpose what it is for
 * @param producer product and version that write the file
 * @param input the planes that go in
 * @param output the planes that come out
 * @param properties further texts by name, in order; hosts give them as custom metadata
 */
public record OnnxNotes(
        String name, String purpose, String producer, Planes input, Planes output, Map<String, String> properties) {
    /**
     * @param name by which hosts feed or fetch them
     * @param meaning what each plane is
     */
    public record Planes(String name, String meaning) {}
}
