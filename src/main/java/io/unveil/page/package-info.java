/** HTML pages: one file that holds all it shows, pictures and charts too, and needs no network. */
@NullMarked
@ApplicationModule(allowedDependencies = {"image", "image :: codec"})
package io.unveil.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
