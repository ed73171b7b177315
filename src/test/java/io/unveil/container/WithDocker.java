package io.unveil.container;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;

/**
 * Tests that need a Docker engine and a base image: skipped where no engine answers or the base cannot be had, unless
 * they are required by {@code -Dunveil.containers=required}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WithDocker.Condition.class)
@interface WithDocker {
    /** Looks once in a run. */
    final class Condition implements ExecutionCondition {
        private static final boolean REQUIRED = "required".equals(System.getProperty("unveil.containers"));
        private static final Optional<String> HINDRANCE = REQUIRED ? Optional.empty() : hindrance();

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return HINDRANCE
                    .map(ConditionEvaluationResult::disabled)
                    .orElseGet(() -> ConditionEvaluationResult.enabled("the image is tested"));
        }

        private static Optional<String> hindrance() {
            Optional<String> hindrance = !DockerClientFactory.instance().isDockerAvailable()
                    ? Optional.of("no Docker engine answers")
                    : Image.baseCanBeHad() ? Optional.empty() : Optional.of("there is no image " + Image.base());
            hindrance.ifPresent(reason -> LoggerFactory.getLogger(WithDocker.class)
                    .warn("the image is not tested (docs/deployment.md): {}", reason));
            return hindrance;
        }
    }
}
