/** Files of weights: safetensors, little-endian numbers, SHA-256 digests. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.unveil.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
