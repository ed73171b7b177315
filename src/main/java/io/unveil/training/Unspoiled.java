package io.unveil.training;

import io.unveil.data.Loader;
import io.unveil.image.Mask;
import io.unveil.image.Pixels;
import java.util.List;

/** Nothing is done: what goes in is to come out again, through whatever is narrow in the network. */
public record Unspoiled() implements Spoiling {
    @Override
    public List<String> tensors() {
        return List.of();
    }

    @Override
    public String script() {
        return "t";
    }

    @Override
    public Examples examples(Loader loader, long seed) {
        return (step, call) -> List.of(Examples.clean(loader.ofStep(step), call));
    }

    @Override
    public String condition() {
        return "reconstruction";
    }

    @Override
    public Spoiled spoil(Pixels clean, long seed) {
        return new Spoiled(clean, Mask.of(clean.size(), (x, y) -> true));
    }
}
