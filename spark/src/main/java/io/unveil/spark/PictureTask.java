package io.unveil.spark;

import io.unveil.cli.Errors;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.codec.Codec;
import io.unveil.image.codec.Limits;
import io.unveil.image.codec.PictureFile;
import io.unveil.image.codec.RejectedImage;
import io.unveil.image.codec.WriteOptions;
import io.unveil.inference.Models;
import io.unveil.inference.RefusedRequest;
import io.unveil.pipeline.InvalidParameter;
import io.unveil.report.Stopwatch;
import io.unveil.report.Timings;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;

/**
 * The work of an executor on the files of one task: each is read, processed, written and becomes a row. A picture of
 * which nothing can be made becomes a row with its problem. What is no picture's fault ends the task, and Spark runs it
 * again elsewhere.
 *
 * @param words the command line, which says what is to be done
 * @param workers threads that run networks in each executor; 0 = one for each processor
 */
record PictureTask(
        List<String> words,
        String input,
        String output,
        ModelDigests models,
        int workers,
        SerializableConfiguration configuration)
        implements FlatMapFunction<Splits.Split, Row> {
    /** An array of Java holds little more; and no picture within the limits has so large a file. */
    private static final long LARGEST = 1L << 30;

    @Override
    public Iterator<Row> call(Splits.Split split) throws IOException {
        PictureJob job = UnveilSpark.job(words);
        Models open = Engine.models(
                models,
                job.run().folders().device().device(),
                job.run().folders().device().precision(),
                workers);
        RemoteFiles files = new RemoteFiles(configuration.value());
        PictureJob.Work work = job.work(open, files);
        WriteOptions writing = job.run().writing().options();
        return split.files().stream()
                .map(file -> row(file, work, files, writing))
                .iterator();
    }

    private Row row(SourceFile file, PictureJob.Work work, RemoteFiles files, WriteOptions writing) {
        Stopwatch whole = new Stopwatch();
        try {
            return made(file, work, files, writing, whole);
        } catch (RefusedRequest e) {
            if (e.reason() == RefusedRequest.Reason.MODEL_UNAVAILABLE) {
                throw new JobFailed(String.valueOf(e.getMessage()), e);
            }
            return problem(file, e, whole);
        } catch (IOException | RejectedImage | InvalidParameter e) {
            return problem(file, e, whole);
        }
    }

    private Row made(SourceFile file, PictureJob.Work work, RemoteFiles files, WriteOptions writing, Stopwatch whole)
            throws IOException {
        if (file.bytes() > LARGEST) {
            throw new IOException("the file has %d bytes, at most %d are read".formatted(file.bytes(), LARGEST));
        }
        PictureFile picture =
                PictureFile.decode(files.read(RemoteFiles.in(new Path(input), file.name())), Limits.DEFAULT);
        PictureJob.Made made = work.on(file.name(), picture);
        Optional<String> name = made.picture().map(one -> outputName(file.name()));
        if (name.isPresent()) {
            write(files, name.get(), picture, made, writing);
        }
        Duration time = whole.lap();
        Timings timings = Timings.of(Duration.ZERO, Duration.ZERO, made.draft().timing(), Duration.ZERO);
        return ReportTable.done(file, name, made.draft().report(timings, Optional.empty()), Timings.milliseconds(time));
    }

    private void write(RemoteFiles files, String name, PictureFile original, PictureJob.Made made, WriteOptions writing)
            throws IOException {
        Picture picture = made.picture().orElseThrow();
        Format format = Format.ofName(name).orElse(picture.format()).written();
        byte[] bytes = original.encode(picture, format, writing);
        if (bytes != original.bytes()) {
            made.draft().noting(Codec.losses(picture, format, writing));
        }
        files.writeWhole(new Path(output), name, bytes);
    }

    /** As the command line names what it makes: of a format that is read only, PNG is made. */
    private static String outputName(String name) {
        boolean written = Format.ofName(name).map(Format::isWritten).orElse(true);
        return written ? name : name.substring(0, name.lastIndexOf('.')) + ".png";
    }

    private static Row problem(SourceFile file, Exception e, Stopwatch whole) {
        return ReportTable.problem(file, Errors.sentence(e), Timings.milliseconds(whole.lap()));
    }
}
