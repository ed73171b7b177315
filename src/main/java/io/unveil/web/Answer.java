package io.unveil.web;

import io.unveil.image.Format;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** In which form the caller wants the result, chosen by the Accept header. */
sealed interface Answer {
    /** The formats that are written. */
    Set<Format> WRITTEN = Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(Format.GIF)));

    /** The picture itself. */
    record Image(Format format) implements Answer {}

    /** The figures, with the picture inside on request. */
    record Json() implements Answer {}

    /**
     * The form that Accept prefers; by the same preference the first that is named. No Accept, any type and any picture mean the
     * format that came in, PNG for GIF. Throws {@link ProblemException} with NOT_ACCEPTABLE.
     */
    static Answer accepted(HttpServletRequest request, Format came) {
        return accepts(request).stream()
                .flatMap(wanted -> serving(wanted, came).stream())
                .findFirst()
                .orElseThrow(() -> unacceptable(request, allTypes()));
    }

    /** Throws {@link ProblemException} with NOT_ACCEPTABLE where Accept leaves no room for JSON. */
    static void requireJson(HttpServletRequest request) {
        if (accepts(request).stream().noneMatch(wanted -> wanted.includes(MediaType.APPLICATION_JSON))) {
            throw unacceptable(request, MediaType.APPLICATION_JSON_VALUE);
        }
    }

    /** The format that answers a picture of this one when nothing else is asked for. */
    static Format sameAs(Format came) {
        return came == Format.GIF ? Format.PNG : came;
    }

    private static Optional<Answer> serving(MediaType wanted, Format came) {
        if (wanted.includes(MediaType.parseMediaType("image/*"))) {
            return Optional.of(new Image(sameAs(came)));
        }
        if (wanted.includes(MediaType.APPLICATION_JSON)) {
            return Optional.of(new Json());
        }
        return WRITTEN.stream()
                .filter(format -> wanted.equalsTypeAndSubtype(MediaType.parseMediaType(format.mediaType())))
                .<Answer>map(Image::new)
                .findFirst();
    }

    private static List<MediaType> accepts(HttpServletRequest request) {
        List<String> values = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
        if (values.isEmpty()) {
            return List.of(MediaType.ALL);
        }
        try {
            return MediaType.parseMediaTypes(values).stream()
                    .filter(wanted -> wanted.getQualityValue() > 0)
                    .sorted(Comparator.comparingDouble(MediaType::getQualityValue)
                            .reversed())
                    .toList();
        } catch (InvalidMediaTypeException e) {
            throw unacceptable(request, allTypes());
        }
    }

    private static ProblemException unacceptable(HttpServletRequest request, String served) {
        return new ProblemException(
                Problem.NOT_ACCEPTABLE,
                "Accept was '%s', served are %s"
                        .formatted(
                                String.join(", ", Collections.list(request.getHeaders(HttpHeaders.ACCEPT))), served));
    }

    private static String allTypes() {
        return Stream.concat(WRITTEN.stream().map(Format::mediaType), Stream.of(MediaType.APPLICATION_JSON_VALUE))
                .collect(Collectors.joining(", "));
    }
}
