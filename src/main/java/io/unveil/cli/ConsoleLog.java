package io.unveil.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log of commands: our warnings as plain lines on stderr. It is set up here and not in a logback.xml, because the
 * service's logging would read that file as its own configuration.
 */
final class ConsoleLog {
    private ConsoleLog() {}

    /** @param verbose whether to log the steps, the engine's notes included */
    static void start(boolean verbose) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        PatternLayoutEncoder lines = new PatternLayoutEncoder();
        lines.setContext(context);
        lines.setPattern(verbose ? "%d{HH:mm:ss.SSS} %-5level %logger{0}: %msg%n" : "%msg%n");
        lines.start();
        ConsoleAppender<ILoggingEvent> stderr = new ConsoleAppender<>();
        stderr.setContext(context);
        stderr.setTarget("System.err");
        stderr.setEncoder(lines);
        stderr.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(stderr);
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(verbose ? Level.INFO : Level.WARN);
        context.getLogger("ai.djl").setLevel(verbose ? Level.INFO : Level.ERROR); // warns of every missing GPU
    }
}
