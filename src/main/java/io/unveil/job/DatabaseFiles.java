package io.unveil.job;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files of jobs in the database, which all its processes reach. */
record DatabaseFiles(JdbcClient database) implements JobFiles {
    /** An entry that two processes worked on after all has the file of the later one. */
    @Override
    public void write(String job, String name, byte[] bytes) {
        int replaced = database.sql("update unveil_file set bytes = ? where job = ? and name = ?")
                .params(bytes, job, name)
                .update();
        if (replaced == 0) {
            database.sql("insert into unveil_file (job, name, bytes) values (?, ?, ?)")
                    .params(job, name, bytes)
                    .update();
        }
    }

    @Override
    public byte[] read(String job, String name) throws NoSuchFileException {
        return database.sql("select bytes from unveil_file where job = ? and name = ?")
                .params(job, name)
                .query((row, number) -> row.getBytes(1))
                .optional()
                .orElseThrow(() -> new NoSuchFileException(job + "/" + name));
    }

    @Override
    public InputStream open(String job, String name) throws NoSuchFileException {
        return new ByteArrayInputStream(read(job, name));
    }

    @Override
    public void delete(String job) {
        database.sql("delete from unveil_file where job = ?").param(job).update();
    }
}
