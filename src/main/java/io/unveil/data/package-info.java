/** What is learnt from: pictures of folders, archives and idx files, pictures that the program draws, and what is done to them on the way. */
@NullMarked
@ApplicationModule(allowedDependencies = {"image", "degradation", "autoencoder", "surface"})
package io.unveil.data;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
