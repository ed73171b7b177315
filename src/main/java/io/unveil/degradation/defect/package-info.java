/** Synthetic defects: an outline, a filling and the mask of what changed. */
@NullMarked
@NamedInterface("defect")
package io.unveil.degradation.defect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
