package io.unveil.spark;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;

/** A run in this process, on a master of two threads. */
record Submitted(int code, String out, String err) {
    static Submitted run(Object... words) {
        System.setProperty("spark.master", "local[2]");
        System.setProperty("spark.ui.enabled", "false");
        System.setProperty("spark.driver.host", "127.0.0.1");
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = UnveilSpark.run(
                new PrintWriter(out),
                new PrintWriter(err),
                Arrays.stream(words).map(Object::toString).toArray(String[]::new));
        return new Submitted(code, out.toString(), err.toString().strip());
    }
}
