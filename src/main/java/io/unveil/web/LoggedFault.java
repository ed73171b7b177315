package io.unveil.web;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.regex.Pattern;

/**
 * A fault as the log shows it. Messages of exceptions may repeat what a caller sent: every line is set in, so that none
 * of them looks like a line of the log, and characters that would steer a terminal are left out.
 */
final class LoggedFault {
    private static final String INDENT = "    ";
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]|[\\x{2028}\\x{2029}]");

    private LoggedFault() {}

    static String of(Throwable fault) {
        StringWriter trace = new StringWriter();
        fault.printStackTrace(new PrintWriter(trace));
        String shown = CONTROL.matcher(trace.toString()).replaceAll("?").strip();
        return "\n" + INDENT + shown.replace("\n", "\n" + INDENT);
    }
}
