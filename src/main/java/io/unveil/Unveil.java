package io.unveil;

import io.unveil.cli.Commands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service; the command line comes before it. */
@SpringBootApplication
public class Unveil {
    public static void main(String[] args) {
        if (args.length > 0 && !args[0].startsWith("--") && !args[0].equals("serve")) {
            System.exit(Commands.run(args));
        }
        SpringApplication.run(Unveil.class, args);
    }
}
