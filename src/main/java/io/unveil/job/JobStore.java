package io.unveil.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of jobs and of their pictures. */
record JobStore(JdbcClient database) {
    private static final String LIVE = "('WAITING', 'RUNNING')";
    private static final String JOB = """
        select j.*,
          (select count(*) from unveil_entry e where e.job = j.id) as entries,
          (select count(*) from unveil_entry e where e.job = j.id and e.state = 'DONE') as done,
          (select count(*) from unveil_entry e where e.job = j.id and e.state = 'FAILED') as failed
        from unveil_job j where\s\
        """;

    void insert(NewJob job) {
        for (JobEntry entry : job.entries()) {
            database.sql("insert into unveil_entry (job, entry, name, pixels, state) values (?, ?, ?, ?, 'WAITING')")
                    .params(job.id(), entry.number(), entry.name(), entry.pixels())
                    .update();
        }
        database.sql("""
            insert into unveil_job (id, kind, owner, once_key, digest, request, state, stopping, tries, share, pixels, bytes, created)
            values (:id, :kind, :owner, :once, :digest, :request, 'WAITING', false, 0, 0, :pixels, :bytes, :created)\
            """)
                .param("id", job.id())
                .param("kind", job.kind())
                .param("owner", job.owner())
                .param("once", job.once().orElse(null))
                .param("digest", job.digest())
                .param("request", job.request())
                .param(
                        "pixels",
                        job.entries().stream().mapToLong(JobEntry::pixels).sum())
                .param("bytes", job.bytes())
                .param("created", System.currentTimeMillis())
                .update();
    }

    Optional<Job> find(String id) {
        return database.sql(JOB + "j.id = ?").param(id).query(JobStore::job).optional();
    }

    Optional<Job> find(String owner, String once) {
        return database.sql(JOB + "j.owner = ? and j.once_key = ?")
                .params(owner, once)
                .query(JobStore::job)
                .optional();
    }

    List<JobEntry> entries(String job) {
        return database.sql("select * from unveil_entry where job = ? order by entry")
                .param(job)
                .query(JobStore::entry)
                .list();
    }

    /** The ids of all jobs that wait or run. */
    List<String> live() {
        return database.sql("select id from unveil_job where state in " + LIVE + " order by created")
                .query(String.class)
                .list();
    }

    /** How many of an owner wait or run. */
    int live(String owner) {
        return count("select count(*) from unveil_job where owner = ? and state in " + LIVE, owner);
    }

    /** Bytes of all jobs together. */
    long bytes() {
        return database.sql("select coalesce(sum(bytes), 0) from unveil_job")
                .query(Long.class)
                .single();
    }

    void addBytes(String id, long bytes) {
        database.sql("update unveil_job set bytes = bytes + ? where id = ?")
                .params(bytes, id)
                .update();
    }

    /** Whether it may run now: it waits or was interrupted, and nobody stopped it. */
    boolean start(String id) {
        return database.sql("update unveil_job set state = 'RUNNING', tries = tries + 1, started ="
                                + " coalesce(started, ?) where id = ? and not stopping and state in " + LIVE)
                        .params(System.currentTimeMillis(), id)
                        .update()
                == 1;
    }

    /** Notes the share that is done; false where the owner stopped the job meanwhile, or deleted it. */
    boolean progress(String id, double share) {
        return database.sql("update unveil_job set share = ? where id = ? and not stopping")
                        .params(share, id)
                        .update()
                == 1;
    }

    /** Back into the queue, as if it had not been started: its process stops, or something that it needs is missing. */
    void interrupt(String id) {
        database.sql("update unveil_job set state = 'WAITING', tries = tries - 1 where id = ? and state = 'RUNNING'")
                .param(id)
                .update();
    }

    /** Once: an entry that has ended stays as it is. */
    void end(String job, JobEntry entry) {
        database.sql("update unveil_entry set state = :state, output = :output, answer = :answer"
                        + " where job = :job and entry = :entry and state = 'WAITING'")
                .param("state", entry.state().name())
                .param("output", entry.output().orElse(null))
                .param("answer", entry.answer().orElse(null))
                .param("job", job)
                .param("entry", entry.number())
                .update();
        database.sql("update unveil_job set tries = 0 where id = ?").param(job).update();
    }

    /** How often it was started since a picture of it ended. */
    int tries(String id) {
        return count("select tries from unveil_job where id = ?", id);
    }

    void end(String id, JobState state, Optional<String> problem) {
        database.sql("update unveil_job set state = :state, problem = :problem, ended = :now,"
                        + " share = case when :state = 'DONE' then 1 else share end where id = :id and state in "
                        + LIVE)
                .param("state", state.name())
                .param("problem", problem.orElse(null))
                .param("now", System.currentTimeMillis())
                .param("id", id)
                .update();
    }

    /** Asks whoever runs it to stop; a job that only waits has ended with that. */
    void stop(String id) {
        database.sql("update unveil_job set stopping = true where id = ? and state in " + LIVE)
                .param(id)
                .update();
        database.sql("update unveil_job set state = 'CANCELLED', ended = ? where id = ? and state = 'WAITING'")
                .params(System.currentTimeMillis(), id)
                .update();
    }

    /** Whether a cancelled job waits again. */
    boolean resume(String id) {
        return database.sql("update unveil_job set state = 'WAITING', stopping = false, ended = null where id = ?"
                                + " and state = 'CANCELLED'")
                        .param(id)
                        .update()
                == 1;
    }

    /** Pixels of the jobs before this one that wait or run, and their number. */
    JobsAhead ahead(Job job) {
        return database.sql("select count(*) as jobs, coalesce(sum(pixels * (1 - share)), 0) as pixels from unveil_job"
                        + " where (created < :created or created = :created and id < :id) and state in " + LIVE)
                .param("created", job.created().toEpochMilli())
                .param("id", job.id())
                .query((row, number) -> new JobsAhead(row.getInt("jobs"), (long) row.getDouble("pixels")))
                .single();
    }

    /** Those that ended before a moment. */
    List<String> endedBefore(Instant moment) {
        return database.sql("select id from unveil_job where ended < ? and state not in " + LIVE)
                .param(moment.toEpochMilli())
                .query(String.class)
                .list();
    }

    void delete(String id) {
        database.sql("delete from unveil_entry where job = ?").param(id).update();
        database.sql("delete from unveil_job where id = ?").param(id).update();
    }

    private int count(String sql, String param) {
        return database.sql(sql).param(param).query(Integer.class).single();
    }

    private static Job job(ResultSet row, int number) throws SQLException {
        return new Job(
                row.getString("id"),
                row.getString("kind"),
                row.getString("owner"),
                row.getString("digest"),
                row.getString("request"),
                JobState.valueOf(row.getString("state")),
                row.getDouble("share"),
                row.getLong("pixels"),
                new Job.Entries(row.getInt("entries"), row.getInt("done"), row.getInt("failed")),
                Instant.ofEpochMilli(row.getLong("created")),
                moment(row, "started"),
                moment(row, "ended"),
                Optional.ofNullable(row.getString("problem")));
    }

    private static JobEntry entry(ResultSet row, int number) throws SQLException {
        return new JobEntry(
                row.getInt("entry"),
                row.getString("name"),
                row.getLong("pixels"),
                JobState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("output")),
                Optional.ofNullable(row.getString("answer")));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        long milliseconds = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(milliseconds));
    }
}
