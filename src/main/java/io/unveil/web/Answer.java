package io.unveil.web;

import io.unveil.image.Format;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** The form of the answer, chosen by the Accept header. */
sealed interface Answer {
    /** The formats that are written. */
    Set<Format> WRITTEN = Arrays.stream(Format.values())
            .filter(Format::isWritten)
            .collect(Collectors.collectingAndThen(
                    Collectors.toCollection(() -> EnumSet.noneOf(Format.class)), Collections::unmodifiableSet));

    /** The picture itself. */
    record Image(Format format) implements Answer {
        @Override
        public MediaType type() {
            return MediaType.parseMediaType(format.mediaType());
        }

        @Override
        public Optional<Format> picture() {
            return Optional.of(format);
        }
    }

    /** A latent code as a NumPy file. */
    record Npy() implements Answer {
        static final String MEDIA_TYPE = "application/x-npy";

        @Override
        public MediaType type() {
            return MediaType.parseMediaType(MEDIA_TYPE);
        }
    }

    /**
     * The figures, with the picture inside on request.
     *
     * @param inside the format of that picture, where Accept names one besides
     */
    record Json(Optional<Format> inside) implements Answer {
        Json() {
            this(Optional.empty());
        }

        @Override
        public MediaType type() {
            return MediaType.APPLICATION_JSON;
        }

        @Override
        public Optional<Format> picture() {
            return inside;
        }
    }

    MediaType type();

    /** The format that Accept asks for a picture in; empty where it leaves that open. */
    default Optional<Format> picture() {
        return Optional.empty();
    }

    /**
     * The form of a picture, or JSON, by {@link #accepted(HttpServletRequest, Answer, List)}; its own form is the
     * format that came in, PNG where it is read only.
     */
    static Answer accepted(HttpServletRequest request, Format came) {
        List<Answer> served = pictures(came);
        served.add(new Json());
        return accepted(request, new Image(sameAs(came)), served);
    }

    /** The form of a picture, by the same rule, of an operation that answers with nothing else. */
    static Answer acceptedAsPicture(HttpServletRequest request, Format came) {
        return accepted(request, new Image(sameAs(came)), pictures(came));
    }

    /** JSON, of an operation that answers with nothing else; a picture inside has the format that Accept names. */
    static Answer acceptedAsReport(HttpServletRequest request) {
        List<Answer> inside = WRITTEN.stream().<Answer>map(Image::new).toList();
        requireJson(request);
        return new Json(named(inside, accepts(request, MediaType.APPLICATION_JSON_VALUE)));
    }

    /**
     * JSON, or the form of a picture where one is asked for, by the same rule; any picture means the format that came
     * in.
     */
    static Answer acceptedOfScore(HttpServletRequest request, Format came) {
        List<Answer> served = pictures(came);
        served.add(0, new Json());
        return accepted(request, new Json(), served);
    }

    /** The format that came in first: of several alike the first is chosen. */
    private static List<Answer> pictures(Format came) {
        List<Answer> all = new ArrayList<>();
        all.add(new Image(sameAs(came)));
        WRITTEN.stream().map(Image::new).filter(image -> !all.contains(image)).forEach(all::add);
        return all;
    }

    /** The form of a latent code, by the same rule; its own form is NumPy's. */
    static Answer acceptedOfCode(HttpServletRequest request) {
        return accepted(request, new Npy(), List.of(new Npy(), new Json()));
    }

    /**
     * The form that Accept gives the highest q, where the most specific range speaks for a type (RFC 9110, section
     * 12.5.1) and q=0 shuts it out. Of several, those that more than any-type-at-all speaks for (so a client's
     * "application/json, *&#47;*" means JSON), then the route's own form, then the first that is named. So no Accept,
     * any type and any picture mean the route's own form. Throws {@link ProblemException} with NOT_ACCEPTABLE.
     */
    private static Answer accepted(HttpServletRequest request, Answer own, List<Answer> served) {
        List<MediaType> ranges = accepts(request, types(served));
        Answer chosen = served.stream()
                .filter(answer -> quality(answer.type(), ranges) > 0)
                .min(Comparator.comparingDouble((Answer answer) -> -quality(answer.type(), ranges))
                        .thenComparing(answer -> range(answer.type(), ranges)
                                .map(MediaType::isWildcardType)
                                .orElseThrow())
                        .thenComparing(answer -> !answer.equals(own))
                        .thenComparing(answer -> range(answer.type(), ranges)
                                .map(ranges::indexOf)
                                .orElseThrow()))
                .orElseThrow(() -> unacceptable(request, types(served)));
        return chosen instanceof Json ? new Json(named(served, ranges)) : chosen;
    }

    /** The picture format that Accept likes best of those it names outright. */
    private static Optional<Format> named(List<Answer> served, List<MediaType> ranges) {
        return served.stream()
                .filter(Image.class::isInstance)
                .map(Image.class::cast)
                .filter(image -> range(image.type(), ranges).stream().anyMatch(MediaType::isConcrete))
                .filter(image -> quality(image.type(), ranges) > 0)
                .max(Comparator.comparingDouble(image -> quality(image.type(), ranges)))
                .map(Image::format);
    }

    /** Throws {@link ProblemException} with NOT_ACCEPTABLE where Accept excludes JSON. */
    static void requireJson(HttpServletRequest request) {
        String served = MediaType.APPLICATION_JSON_VALUE;
        if (quality(MediaType.APPLICATION_JSON, accepts(request, served)) == 0) {
            throw unacceptable(request, served);
        }
    }

    /** The usual format of the answer to a picture of this format. */
    static Format sameAs(Format came) {
        return came.written();
    }

    private static double quality(MediaType type, List<MediaType> ranges) {
        return range(type, ranges).map(MediaType::getQualityValue).orElse(0.0);
    }

    /** The most specific range that includes the type. */
    private static Optional<MediaType> range(MediaType type, List<MediaType> ranges) {
        return ranges.stream()
                .filter(range -> range.includes(type))
                .min(Comparator.comparing(MediaType::isWildcardType).thenComparing(MediaType::isWildcardSubtype));
    }

    private static List<MediaType> accepts(HttpServletRequest request, String served) {
        List<String> values = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
        if (values.isEmpty()) {
            return List.of(MediaType.ALL);
        }
        try {
            return MediaType.parseMediaTypes(values);
        } catch (InvalidMediaTypeException e) {
            throw unacceptable(request, served);
        }
    }

    private static ProblemException unacceptable(HttpServletRequest request, String served) {
        return new ProblemException(
                Problem.NOT_ACCEPTABLE,
                "Accept was '%s', served are %s"
                        .formatted(
                                String.join(", ", Collections.list(request.getHeaders(HttpHeaders.ACCEPT))), served));
    }

    private static String types(List<Answer> served) {
        return served.stream().map(answer -> answer.type().toString()).collect(Collectors.joining(", "));
    }
}
