package io.unveil.evaluation;

import io.unveil.data.Dataset;
import io.unveil.data.DatasetPart;
import io.unveil.data.Label;
import io.unveil.data.UnusableData;
import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Size;
import io.unveil.inference.Models;
import io.unveil.model.Task;
import java.io.IOException;

/**
 * The data on which a use of an autoencoder is measured.
 *
 * @param training for learning
 * @param test for measuring, never learnt from
 */
public record CodedSet(Dataset training, Dataset test) {
    /**
     * Reads data in two parts, such as a folder of idx files, in the channels of an autoencoder.
     *
     * @throws UnusableData when there are no two parts, or nothing that can be read
     * @throws io.unveil.inference.RefusedRequest when the model is unknown, broken or for another task
     */
    public static CodedSet read(Models models, String model, String data) throws IOException {
        int channels = models.require(model, Task.AUTOENCODE).card().channels();
        Size any = new Size(1, 1);
        Dataset training = Dataset.read(data, DatasetPart.TRAINING, channels, any);
        Dataset test = Dataset.read(data, DatasetPart.TEST, channels, any);
        if (training.isSameAs(test)) {
            throw new UnusableData(
                    "%s is one set; two are needed, one to learn from and one to measure with, such as a folder with train-… and t10k-… idx files"
                            .formatted(data));
        }
        return new CodedSet(training, test);
    }

    /** The first {@code most} examples of each part. */
    public CodedSet first(int images) {
        return new CodedSet(training.first(images), test.first(images));
    }

    static Picture picture(Dataset set, int index) {
        return Picture.of(set.example(index).pixels(), BitDepth.EIGHT, Format.PNG);
    }

    /** The classes of all examples; throws {@link UnusableData} where one has none. */
    static int[] classes(Dataset set) {
        int[] classes = new int[set.count()];
        for (int i = 0; i < classes.length; i++) {
            if (!(set.label(i) instanceof Label.OfClass label)) {
                throw new UnusableData("%s has no classes".formatted(set.name()));
            }
            classes[i] = label.number();
        }
        return classes;
    }
}
