package io.unveil.page;

import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.codec.Codec;
import java.util.Base64;

/** One self-contained HTML page, which needs no network. */
public final class Page {
    private static final String END = "</body></html>\n";

    private final StringBuilder text = new StringBuilder(HEAD);

    public Page(String title) {
        text.append("<title>%s</title></head><body>\n<h1>%1$s</h1>\n".formatted(escape(title)));
    }

    /** Adds a heading with its content. */
    public Page section(String heading, String html) {
        text.append(part(heading, html));
        return this;
    }

    /** A written page with another section at its end. */
    public static String with(String page, String heading, String html) {
        return page.substring(0, page.lastIndexOf(END)) + part(heading, html) + END;
    }

    private static String part(String heading, String html) {
        return "<section><h2>%s</h2>\n%s</section>\n".formatted(escape(heading), html);
    }

    public Page add(String html) {
        text.append(html);
        return this;
    }

    @Override
    public String toString() {
        return text + END;
    }

    /** A picture, clipped to [0, 1], shown in this many CSS pixels; enlarged pixels appear as squares. */
    public static String image(Pixels pixels, int width, int height, String alt) {
        Picture picture = Picture.of(pixels, BitDepth.EIGHT, Format.PNG);
        return "<img alt=\"%s\" width=\"%d\" height=\"%d\" src=\"data:image/png;base64,%s\">"
                .formatted(
                        escape(alt),
                        width,
                        height,
                        Base64.getEncoder().encodeToString(Codec.encode(picture, Format.PNG, 100)));
    }

    public static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static final String HEAD = """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><style>
            body { font: 16px/1.5 system-ui, sans-serif; color: #222; max-width: 64rem; margin: 2rem auto; padding: 0 1rem }
            h2 { margin: 2.5rem 0 .5rem; border-bottom: 2px solid #0072b2 } p { max-width: 46rem }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums }
            td, th { padding: .15rem .8rem; white-space: nowrap; border-bottom: 1px solid #ddd; text-align: right }
            th { white-space: normal; vertical-align: bottom } td.name, th.name { text-align: left; white-space: normal } td.inner { padding-left: calc(.8rem + 1rem * var(--depth)) }
            figure { display: inline-block; vertical-align: top; margin: .5rem 1.2rem .8rem 0 }
            figcaption { font-size: 13px; color: #555; max-width: 30rem }
            img { image-rendering: pixelated; margin-right: 6px; background: #eee } svg { width: 100%; min-width: 30rem } svg text { font-size: 12px }
            </style>
            """;
}
