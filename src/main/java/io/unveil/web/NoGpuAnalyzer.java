package io.unveil.web;

import io.unveil.inference.NoGpu;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains a start that fails without a GPU in two sentences, instead of listing beans. */
class NoGpuAnalyzer extends AbstractFailureAnalyzer<NoGpu> {
    @Override
    protected FailureAnalysis analyze(Throwable whole, NoGpu cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()), "See docs/deployment.md for the image and its drivers.", whole);
    }
}
