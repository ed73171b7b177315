package io.unveil.spark;

import io.unveil.report.AnomalyFigures;
import io.unveil.report.ErrorFigures;
import io.unveil.report.NoiseFigures;
import io.unveil.report.Report;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** The table of a run: a row for each picture, with what the service says of it. What does not apply is null. */
final class ReportTable {
    static final String NAME = "report.parquet";
    static final String PATH = "path";
    static final String PROBLEM = "problem";

    private static final StructType BOX = new StructType()
            .add("x", DataTypes.IntegerType)
            .add("y", DataTypes.IntegerType)
            .add("width", DataTypes.IntegerType)
            .add("height", DataTypes.IntegerType)
            .add("score", DataTypes.DoubleType);

    private static final DataType SENTENCES = DataTypes.createArrayType(DataTypes.StringType);

    static final StructType SCHEMA = new StructType()
            .add(PATH, DataTypes.StringType) // within the input
            .add("output", DataTypes.StringType) // within the output
            .add("bytes", DataTypes.LongType) // of the file that was read
            .add("width", DataTypes.IntegerType)
            .add("height", DataTypes.IntegerType)
            .add("channels", DataTypes.IntegerType)
            .add("model", DataTypes.StringType)
            .add("noise_kind", DataTypes.StringType)
            .add("noise_sigma", DataTypes.DoubleType)
            .add("noise", DataTypes.StringType) // in words
            .add("mse", DataTypes.DoubleType)
            .add("mae", DataTypes.DoubleType)
            .add("psnr", DataTypes.DoubleType)
            .add("ssim", DataTypes.DoubleType)
            .add("score", DataTypes.DoubleType)
            .add("threshold", DataTypes.DoubleType)
            .add("anomalous", DataTypes.BooleanType)
            .add("boxes", DataTypes.createArrayType(BOX))
            .add("notes", SENTENCES)
            .add("milliseconds", DataTypes.DoubleType) // from reading to writing
            .add(PROBLEM, DataTypes.StringType); // a sentence, where nothing could be made

    private ReportTable() {}

    /** @param output the written file's path within the output, if any */
    static Row done(SourceFile file, Optional<String> output, Report report, double milliseconds) {
        Optional<NoiseFigures> noise = report.noise();
        Optional<ErrorFigures> error = report.error();
        Optional<AnomalyFigures> anomaly = report.anomaly();
        return RowFactory.create(
                file.name(),
                orNull(output),
                file.bytes(),
                report.image().width(),
                report.image().height(),
                report.image().channels(),
                report.model(),
                orNull(noise.map(NoiseFigures::kind)),
                orNull(noise.map(NoiseFigures::sigma)),
                orNull(noise.map(NoiseFigures::words)),
                orNull(error.map(ErrorFigures::mse)),
                orNull(error.map(ErrorFigures::mae)),
                orNull(error.flatMap(ErrorFigures::psnr)),
                orNull(error.map(ErrorFigures::ssim)),
                orNull(anomaly.map(AnomalyFigures::score)),
                orNull(anomaly.map(AnomalyFigures::threshold)),
                orNull(anomaly.map(AnomalyFigures::anomalous)),
                orNull(anomaly.map(figures -> boxes(figures.boxes()))),
                report.notes().toArray(String[]::new),
                milliseconds,
                null);
    }

    static Row problem(SourceFile file, String sentence, double milliseconds) {
        @Nullable Object[] cells = new Object[SCHEMA.size()];
        cells[SCHEMA.fieldIndex(PATH)] = file.name();
        cells[SCHEMA.fieldIndex("bytes")] = file.bytes();
        cells[SCHEMA.fieldIndex("milliseconds")] = milliseconds;
        cells[SCHEMA.fieldIndex(PROBLEM)] = sentence;
        return RowFactory.create(cells);
    }

    private static Row[] boxes(List<AnomalyFigures.Box> boxes) {
        return boxes.stream()
                .map(box -> RowFactory.create(box.x(), box.y(), box.width(), box.height(), box.score()))
                .toArray(Row[]::new);
    }

    /** Cells of a row are null where they do not apply. */
    private static <T> @Nullable T orNull(Optional<T> cell) {
        return cell.orElse(null);
    }
}
