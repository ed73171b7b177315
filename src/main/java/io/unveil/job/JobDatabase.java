package io.unveil.job;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The database of the queue: H2 in a file, or PostgreSQL. Its tables are made where they are missing.
 *
 * @param source its connections
 * @param client statements on them
 */
record JobDatabase(HikariDataSource source, JdbcClient client) implements AutoCloseable {
    /** For requests, the queue's own threads and the progress of running jobs. */
    private static final int CONNECTIONS = 6;
    /** How long a request waits for a database that does not answer. */
    private static final long PATIENCE_MILLISECONDS = 3000;

    private static final int TRIES = 3;

    static JobDatabase open(JobSettings settings) throws IOException {
        HikariConfig config = new HikariConfig();
        config.setPoolName("unveil-jobs");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE_MILLISECONDS);
        if (settings.embedded()) {
            Files.createDirectories(settings.folder());
            config.setJdbcUrl(embedded(settings.folder()));
            config.setUsername("sa");
            config.setPassword("");
        } else {
            config.setJdbcUrl(settings.database());
            config.setUsername(settings.user());
            config.setPassword(settings.password());
        }
        HikariDataSource source = new HikariDataSource(config);
        try {
            JobDatabase opened = new JobDatabase(source, JdbcClient.create(source));
            opened.prepare(settings.embedded() ? "blob" : "bytea");
            return opened;
        } catch (IOException | RuntimeException e) {
            source.close();
            throw e;
        }
    }

    /** Whether there is an embedded database already, from an earlier run. */
    static boolean exists(Path folder) {
        return Files.exists(folder.resolve("queue.mv.db"));
    }

    /** Every commit is written at once: what was accepted outlives the process. */
    private static String embedded(Path folder) {
        return "jdbc:h2:file:%s;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=5000"
                .formatted(folder.toAbsolutePath().resolve("queue"));
    }

    /** Two processes that start together may make the same table at once, which PostgreSQL refuses one of them. */
    private void prepare(String bytes) throws IOException {
        String script = new ClassPathResource("schema.sql", JobDatabase.class)
                .getContentAsString(StandardCharsets.UTF_8)
                .replace("${bytes}", bytes);
        for (int attempt = 1; ; attempt++) {
            try {
                for (String statement : script.split(";")) {
                    client.sql(statement).update();
                }
                return;
            } catch (DataAccessException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void close() {
        source.close();
    }
}
