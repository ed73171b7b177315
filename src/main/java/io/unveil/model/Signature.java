package io.unveil.model;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What a network reads and answers, in words: for people who run it in another program.
 *
 * @param inputs each plane that it reads, in order; v is a sample as files hold it, in [0, 1]
 * @param answer what it answers, in one word
 * @param meaning of the answer's planes, and what is done with them
 */
public record Signature(List<String> inputs, String answer, String meaning) {
    public Signature {
        inputs = List.copyOf(inputs);
    }

    /** A network that reads only a picture; {@code value} says what becomes of a sample v. */
    static Signature ofPicture(InputForm form, String value, String answer, String meaning) {
        return new Signature(
                pictures(form, name -> "%s: %s".formatted(name, value)).toList(), answer, meaning);
    }

    /** The planes of the picture itself, by the names of its channels. */
    static Stream<String> pictures(InputForm form, UnaryOperator<String> plane) {
        return (form.channels() == 3 ? Stream.of("red", "green", "blue") : Stream.of("gray")).map(plane);
    }
}
