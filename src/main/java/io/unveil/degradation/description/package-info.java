/** What kind of noise a picture has, found from the picture alone. */
@NullMarked
@NamedInterface("description")
package io.unveil.degradation.description;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
