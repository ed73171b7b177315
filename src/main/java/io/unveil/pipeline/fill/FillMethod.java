package io.unveil.pipeline.fill;

import io.unveil.pipeline.InvalidParameter;
import io.unveil.pipeline.ParameterText;
import io.unveil.text.Words;

/** The ways to fill a hole. */
public enum FillMethod {
    /**
     * The network, and patches for the wide parts of a hole; where no network can serve, the harmonic fill; the answer
     * then says so.
     */
    AUTO,
    /** The network. */
    MODEL,
    /**
     * Patches from elsewhere in the picture (Barnes et al. 2009, Wexler et al. 2007), started from the network's fill.
     */
    EXEMPLAR,
    /** Fast marching (Telea 2004). */
    TELEA,
    /** Isophotes continued like a fluid's streamlines (Bertalmio, Bertozzi and Sapiro 2001). */
    NAVIER_STOKES,
    /** Means over ever larger neighbourhoods (Gortler et al. 1996). */
    PUSH_PULL,
    /** The smoothest surface through the rim: the best of the classical methods. */
    HARMONIC;

    /** As callers write it; throws {@link InvalidParameter}. */
    public static FillMethod parse(String word) {
        return ParameterText.choice("method", word, FillMethod.class);
    }

    /** As callers write it: "navier-stokes". */
    public String word() {
        return Words.of(this);
    }
}
