package io.unveil.web;

import io.unveil.Unveil;
import io.unveil.inference.RefusedRequest;
import io.unveil.web.RouteCases.Case;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Runs every route and method at the largest picture that this JVM's heap admits, and prints which that was. Run by
 * {@link LeastHeapCheck}; arguments: the folder of models, and settings of the service.
 */
final class LeastHeap {
    private static final Pattern NEEDS = Pattern.compile("needs up to (\\d+) MiB of memory, (\\d+) MiB are set aside");

    /** Bytes of heap for each pixel of the first picture that is tried: drawing and encoding it must fit too. */
    private static final int DRAWN = 24;

    private LeastHeap() {}

    public static void main(String[] args) {
        ConfigurableApplicationContext context = SpringApplication.run(
                Unveil.class,
                "--server.port=0",
                "--unveil.models=" + args[0],
                "--unveil.limits.timeout=1h",
                "--unveil.precision=fp32",
                "--logging.level.root=ERROR");
        int failed = 0;
        for (Case one : RouteCases.of(context, "spots-color", "dimmer")) {
            try {
                int side = largest(one, (int) Math.sqrt(Runtime.getRuntime().maxMemory() / (double) DRAWN));
                System.out.println(
                        String.format(Locale.ROOT, "served %-28s %5.1f megapixels", one.name(), side * (side / 1e6)));
            } catch (Throwable e) {
                failed++;
                System.out.println("FAILED " + one.name() + ": " + e);
            }
        }
        System.out.println("done");
        System.exit(failed);
    }

    /** Served at this side, or at one that fits by what the refusal says. */
    private static int largest(Case one, int side) throws Exception {
        try {
            Map<String, byte[]> files = new HashMap<>();
            for (String word : List.copyOf(one.parts().values())) {
                files.computeIfAbsent(word, w -> RouteCases.file(w, side));
            }
            one.run(files);
            return side;
        } catch (RefusedRequest e) {
            Matcher needs = NEEDS.matcher(String.valueOf(e.getMessage()));
            if (e.reason() != RefusedRequest.Reason.TOO_LARGE || !needs.find()) {
                throw e;
            }
            double part = Double.parseDouble(needs.group(2)) / Double.parseDouble(needs.group(1));
            return largest(one, (int) (side * Math.sqrt(part * .98)));
        }
    }
}
