package io.unveil.spark;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Iterator;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.function.FlatMapFunction;

/** Looks at the models of the executor that it runs on; gives what is wrong with them, if anything. */
record ModelVisit(ModelDigests models) implements FlatMapFunction<Integer, String> {
    @Override
    public Iterator<String> call(Integer number) throws IOException {
        String executor = "executor %s on %s: "
                .formatted(
                        SparkEnv.get().executorId(), InetAddress.getLocalHost().getHostName());
        return models.fault().map(executor::concat).stream().iterator();
    }
}
