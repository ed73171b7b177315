/** Files: safetensors, little-endian numbers, SHA-256 digests, shares of files by name. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.unveil.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
