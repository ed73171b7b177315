/** Drivers that load a running service from outside; no tests of the build (docs/results.md has their figures). */
@NullMarked
package io.unveil.load;

import org.jspecify.annotations.NullMarked;
