package io.unveil;

import io.unveil.cli.Commands;
import io.unveil.inference.Models;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts what the command line asks for: one of its commands, or the service. */
@SpringBootApplication
public class Unveil {
    public static void main(String[] args) {
        int code = Commands.run(Unveil::serve, args);
        if (code != 0) {
            System.exit(code);
        } // else the process ends with its last thread: commands leave none, the service serves
    }

    private static void serve(String... settings) {
        Models.startEngine(); // while Spring starts
        SpringApplication.run(Unveil.class, settings);
    }
}
