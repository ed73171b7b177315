/** Self-contained HTML pages: one file with pictures and charts, which needs no network. */
@NullMarked
@ApplicationModule(allowedDependencies = {"anomaly", "image", "image :: codec"})
package io.unveil.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
