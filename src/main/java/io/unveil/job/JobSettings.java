package io.unveil.job;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Jobs: long work whose answer is fetched later.
 *
 * @param enabled whether there are jobs; without them the preference respond-async is ignored, as RFC 7240 allows
 * @param folder where the embedded database and the pictures of jobs lie; made at the first job
 * @param database JDBC address of a PostgreSQL database, which several processes may share; empty = an embedded
 *     database in the folder, for one process
 * @param user of the database
 * @param password of the database
 * @param files where pictures lie: folder, which all processes of one database must then share, or database; auto =
 *     beside the queue
 * @param workers jobs that one process works on at a time
 * @param keep time after its end in which a job can be asked for; then it is deleted with its pictures
 * @param room bytes of all pictures of jobs together, results included; a job that does not fit is refused
 * @param perCaller jobs of one API key that wait or run; of all callers together where no keys are set
 * @param maxBatch bytes of the body of one batch, and of what its archive unpacks to
 * @param maxEntries pictures of one batch
 * @param maxBatchPixels pixels of all pictures of one batch
 * @param heartbeat how often a process says that it lives; after four of these without a word its jobs are taken over
 * @param poll how often a process looks for jobs that another one accepted
 */
@ConfigurationProperties("unveil.jobs")
public record JobSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("jobs") Path folder,
        @DefaultValue("") String database,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("auto") Place files,
        @DefaultValue("1") int workers,
        @DefaultValue("24h") Duration keep,
        @DefaultValue("4GB") DataSize room,
        @DefaultValue("100") int perCaller,
        @DefaultValue("512MB") DataSize maxBatch,
        @DefaultValue("5000") int maxEntries,
        @DefaultValue("2000000000") long maxBatchPixels,
        @DefaultValue("5s") Duration heartbeat,
        @DefaultValue("1s") Duration poll) {
    /** Where pictures lie. */
    public enum Place {
        /** Beside the queue: in the folder, or in PostgreSQL. */
        AUTO,
        /** As files. */
        FOLDER,
        /** In the database. */
        DATABASE
    }

    public JobSettings {
        requireAtLeastOne("workers", workers);
        requireAtLeastOne("keep", keep.toMillis());
        requireAtLeastOne("room", room.toBytes());
        requireAtLeastOne("per-caller", perCaller);
        requireAtLeastOne("max-batch", maxBatch.toBytes());
        requireAtLeastOne("max-entries", maxEntries);
        requireAtLeastOne("max-batch-pixels", maxBatchPixels);
        requireAtLeastOne("heartbeat", heartbeat.toMillis());
        requireAtLeastOne("poll", poll.toMillis());
        if (!database.isEmpty() && !database.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "unveil.jobs.database must be empty or begin with jdbc:postgresql:, was " + database);
        }
    }

    boolean embedded() {
        return database.isEmpty();
    }

    boolean filesInDatabase() {
        return files == Place.DATABASE || files == Place.AUTO && !embedded();
    }

    private static void requireAtLeastOne(String key, long value) {
        if (value < 1) {
            throw new IllegalArgumentException("unveil.jobs.%s must be at least 1, was %d".formatted(key, value));
        }
    }
}
