package io.unveil;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service; the command line comes before it. */
@SpringBootApplication
public class Unveil {
    public static void main(String[] args) {
        SpringApplication.run(Unveil.class, args);
    }
}
