/** The examples of a training: pictures of folders, archives and idx files, pictures that the program draws, and their transforms. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "degradation",
            "degradation :: defect",
            "degradation :: noise",
            "file",
            "image",
            "image :: codec",
            "model",
            "recipe",
            "surface"
        })
package io.unveil.data;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
