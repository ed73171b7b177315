package io.unveil.container;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;

/** Tests that need a Docker engine: skipped where none answers, unless they are required by {@code -Dunveil.containers=required}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WithDocker.Condition.class)
@interface WithDocker {
    /** Asks for the engine once in a run. */
    final class Condition implements ExecutionCondition {
        private static final boolean REQUIRED = "required".equals(System.getProperty("unveil.containers"));

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (REQUIRED || DockerClientFactory.instance().isDockerAvailable()) {
                return ConditionEvaluationResult.enabled("the image is tested");
            }
            String reason = "no Docker engine answers, so the image is not tested by " + context.getDisplayName();
            LoggerFactory.getLogger(WithDocker.class).warn(reason);
            return ConditionEvaluationResult.disabled(reason);
        }
    }
}
