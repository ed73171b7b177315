/** Pictures: samples with their depth, profile and alpha; masks, regions and resampling; MSE, MAE, PSNR, SSIM. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.unveil.image;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
