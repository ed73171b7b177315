/** Long work with a handle: jobs in a queue that outlives the process and that several processes share. */
@NullMarked
@ApplicationModule(allowedDependencies = {"inference", "text"})
package io.unveil.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
