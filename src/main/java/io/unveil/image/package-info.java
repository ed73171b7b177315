/** What a picture is: decoded under limits, samples with their depth and profile, encoded again; MSE, MAE, PSNR, SSIM. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.unveil.image;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
