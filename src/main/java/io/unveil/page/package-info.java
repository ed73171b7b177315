/** Pages to look at: one HTML file that holds all it shows, pictures and charts too, and needs no network. */
@NullMarked
@ApplicationModule(allowedDependencies = {"image"})
package io.unveil.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
