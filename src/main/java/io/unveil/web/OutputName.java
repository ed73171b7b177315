package io.unveil.web;

import io.unveil.image.Format;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a result is called: as the picture that came, with the ending of its own format where that is another. */
final class OutputName {
    private OutputName() {}

    static String of(String name, String mediaType) {
        List<String> endings = Arrays.stream(Format.values())
                .filter(format -> format.mediaType().equals(mediaType))
                .findFirst()
                .map(Format::endings)
                .orElseGet(() -> List.of(mediaType.equals(Answer.Npy.MEDIA_TYPE) ? ".npy" : ".json"));
        String lower = name.toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(lower::endsWith) ? name : name + endings.get(0);
    }
}
