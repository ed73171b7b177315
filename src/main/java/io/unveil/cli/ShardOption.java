package io.unveil.cli;

import io.unveil.file.Shard;
import io.unveil.pipeline.InvalidParameter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Which share of the files is worked on; the same in every command that can be spread over many machines. */
final class ShardOption {
    static final String NAME = "--shard";

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})/(\\d{1,9})");

    @Option(
            names = NAME,
            defaultValue = "1/1",
            paramLabel = "K/N",
            description =
                    "Only the K-th of N shares of the files, by their names, so that N machines can do the work together. K counts from 1 to N or from 0 to N-1: 0 and N are the same share.")
    private String shard;

    /** Throws {@link InvalidParameter}. */
    Shard shard() {
        Matcher numbers = FORM.matcher(shard);
        if (numbers.matches()) {
            int number = Integer.parseInt(numbers.group(1));
            int count = Integer.parseInt(numbers.group(2));
            if (count >= 1 && number <= count) {
                return new Shard(number, count);
            }
        }
        throw new InvalidParameter(NAME, shard, "K/N, such as 1/8: a share from 0 or 1 up to their number N");
    }
}
