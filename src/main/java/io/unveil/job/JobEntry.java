package io.unveil.job;

import java.util.Optional;

/**
 * One picture of a job.
 *
 * @param number from 0
 * @param name as the caller named it
 * @param output the name of what was made of it, where that is a file
 * @param answer what is said of it, or its problem, in words of the job's work
 */
public record JobEntry(
        int number, String name, long pixels, JobState state, Optional<String> output, Optional<String> answer) {
    /** The file that came. */
    public String input() {
        return "in-" + number;
    }

    /** The file that was made. */
    public String result() {
        return "out-" + number;
    }
}
