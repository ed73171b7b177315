package io.unveil.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.unveil.autoencoder.Architecture;
import io.unveil.autoencoder.CompiledModule;
import io.unveil.autoencoder.TorchEngine;
import io.unveil.autoencoder.layer.Sides;
import io.unveil.data.Dataset;
import io.unveil.data.DatasetPart;
import io.unveil.data.Loader;
import io.unveil.data.Transforms;
import io.unveil.image.Mask;
import io.unveil.image.Pixels;
import io.unveil.image.Size;
import io.unveil.image.Turn;
import io.unveil.model.Convention;
import io.unveil.model.GivenNoise;
import io.unveil.model.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the compiled step of each lesson feeds a network, and asks of it, is what the convention says. */
class ConventionTest {
    private static final String BLOBS = "synthetic:gaussians,side=40,count=8";
    private static final String SMALL_BLOBS = "synthetic:gaussians,side=16,width=1..4,noise=0,count=20";
    private static final String NOISE = "noise: {from: 20, to: 30, clipped: 0.5}";
    private static final String BLIND =
            "noises: {none: 0, gaussian: {weight: 1, from: 20, to: 30}, twice: 0, jpeg: {share: 0, from: 50, to: 90}}";
    private static final String HOLES = "holes: {strokes: 1, rectangles: 1, least: 0.05, most: 0.5}";

    private static final String INSPECTOR = """
            task: anomaly
            net:
              inputs: %d
              area: 64
              layers:
                - convolution: {out: %d, kernel: 3, padding: 1}
            training:
              transforms:
                - crop: {at: loose, width: 48, height: 48}
              %s
              batch: 4
              loss: %s
              optimiser: adam
              rate: {peak: 0.01, end: 0.0001, warm-up: 5}
              clip: 2
              average: 0.9
              steps: 40
              validate-every: 1000
              seed: 3
            """;

    static Stream<Arguments> lessons() {
        String gray = TinyRecipe.TEXT.replace("squared-error-over-sigma", "squared-error");
        String turns = TinyAutoencoder.text("turns: {}", "    - dense: {out: 8}\n")
                .replace("task: autoencode", "task: anomaly")
                .replace("squared-error", "cross-entropy");
        return Stream.of(
                arguments("noise, sigma given", gray, BLOBS),
                arguments(
                        "noise, sigma and clipping given",
                        gray.replace("inputs: 2", "inputs: 3").replace("0.5}", "0.5, told: sigma-and-clipping}"),
                        BLOBS),
                arguments(
                        "noise in colour",
                        gray.replace("inputs: 2", "inputs: 4").replace("{out: 1,", "{out: 3,"),
                        BLOBS),
                arguments("noise, blind", gray.replace("inputs: 2", "inputs: 1").replace(NOISE, BLIND), BLOBS),
                arguments("hole", gray.replace("task: denoise", "task: fill").replace(NOISE, HOLES), BLOBS),
                arguments(
                        "hole in colour",
                        gray.replace("task: denoise", "task: fill")
                                .replace(NOISE, HOLES)
                                .replace("inputs: 2", "inputs: 4")
                                .replace("{out: 1,", "{out: 3,"),
                        BLOBS),
                arguments("autoencoder", TinyAutoencoder.text(""), SMALL_BLOBS),
                arguments("autoencoder behind things", TinyAutoencoder.text(HOLES), SMALL_BLOBS),
                arguments(
                        "measure",
                        TinyAutoencoder.text("", "    - dense: {out: 1}\n")
                                .replace("task: autoencode", "task: regress"),
                        SMALL_BLOBS),
                arguments("turns", turns, SMALL_BLOBS),
                inspector("hidden cells", 1, 1, "hidden-cells: {}", "squared-error"),
                inspector("hidden cells in colour", 3, 3, "hidden-cells: {}", "squared-error"),
                inspector("defect", 1, 1, "answer: defect\n  defects: {}", "focal"),
                inspector("defect in colour", 3, 1, "answer: defect\n  defects: {}", "focal"),
                inspector("picture", 3, 3, "answer: picture\n  defects: {}", "squared-error"),
                inspector("picture and defect", 3, 4, "answer: picture-and-defect\n  defects: {}", "focal-and-repair"),
                inspector(
                        "correction and defect",
                        3,
                        4,
                        "answer: correction-and-defect\n  defects: {}",
                        "focal-and-repair"));
    }

    private static Arguments arguments(String name, String recipe, String data) {
        return Arguments.of(Named.of(name, Recipe.read(name, recipe)), data);
    }

    private static Arguments inspector(String name, int inputs, int outputs, String lesson, String loss) {
        return arguments(
                name,
                INSPECTOR.formatted(inputs, outputs, lesson, loss),
                "synthetic:surfaces,kind=woven,size=128,count=20");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lessons")
    void aLessonFeedsWhatTheConventionSaysAndAsksForWhatItMeans(Recipe recipe, String data) throws IOException {
        Dataset set = Dataset.read(data, DatasetPart.TRAINING, recipe.channels(), new Size(1, 1));
        Dataset brought = recipe.net().sides() instanceof Sides.Area
                ? set.through(Transforms.standardised(64)).kept()
                : set;
        Loader loader = new Loader(brought, recipe.transforms(), recipe.batch(), recipe.seed());
        Step step = Step.of(recipe, loader);

        for (int example = 0; example < recipe.batch(); example++) {
            check(recipe, step, example);
        }
    }

    private static void check(Recipe recipe, Step step, int example) {
        Architecture net = recipe.net();
        Pixels read = step.read(example);
        Pixels wanted = step.wanted(example);
        if (recipe.lesson() instanceof NoiseLesson lesson) {
            Pixels noisy = step.beside(example);
            GivenNoise given = new GivenNoise(step.number(1, example) * 255, step.number(2, example) == 1);
            close(read, lesson.convention(net).planes(noisy, given));
            close(lesson.convention(net).answer(noisy, wanted), step.levels(0, example));
        } else if (recipe.lesson() instanceof BlindNoiseLesson lesson) {
            Pixels noisy = step.levels(1, example);
            close(read, lesson.convention(net).planes(noisy, new GivenNoise(0, true)));
            close(lesson.convention(net).answer(noisy, wanted), step.levels(0, example));
        } else if (recipe.lesson() instanceof HoleLesson lesson) {
            Pixels start = step.values(1, example);
            Mask hole = step.mask(2, example);
            close(read, lesson.convention(net).planes(start, hole));
            close(lesson.convention(net).answer(start, hole, wanted), step.levels(0, example));
        } else if (recipe.lesson() instanceof ReconstructionLesson lesson) {
            close(read, lesson.convention(net).planes(behind(lesson, step, example)));
            close(lesson.convention(net).answer(wanted.channels(), wanted), step.levels(0, example));
        } else if (recipe.lesson() instanceof MeasureLesson lesson) {
            close(read, lesson.convention(net).planes(step.levels(0, example)));
            assertThat(lesson.convention(net).answer(wanted)).isEqualTo(step.number(1, example));
        } else if (recipe.lesson() instanceof TurnLesson lesson) {
            Turn turn = Turn.ALL.stream()
                    .filter(one -> lesson.convention(net).answer(wanted, one) == 1)
                    .findFirst()
                    .orElseThrow();
            close(read, lesson.convention(net).planes(turn.undo(step.levels(0, example)), turn));
        } else if (recipe.lesson() instanceof InpaintingLesson lesson) {
            Pixels standardised = step.levels(0, example);
            close(read, lesson.convention(net).planes(standardised, step.mask(1, example)));
            close(lesson.convention(net).answer(wanted), standardised);
        } else if (recipe.lesson() instanceof DefectLesson lesson) {
            close(read, lesson.convention(net).planes(step.levels(0, example)));
            assertThat(lesson.convention(net).outputs()).isEqualTo(wanted.channels());
            lesson.convention(net).odds(wanted).ifPresent(where -> close(where, step.levels(1, example, 1)));
            lesson.convention(net).repaired(read, wanted).ifPresent(whole -> close(whole, step.levels(2, example)));
            assertThat(lesson.convention(net).repaired(read, wanted).isPresent())
                    .isEqualTo(lesson.answer().repairs());
        } else {
            throw new AssertionError("no test of " + recipe.lesson());
        }
    }

    /** The clean picture, with what hides it in front. */
    private static Pixels behind(ReconstructionLesson lesson, Step step, int example) {
        Pixels clean = step.levels(0, example);
        if (lesson.corruption() instanceof NoCorruption) {
            return clean;
        }
        Mask hidden = step.mask(2, example);
        float[] values = clean.values();
        for (int i = 0; i < values.length; i++) {
            int pixel = i / clean.channels();
            values[i] = hidden.at(pixel % clean.width(), pixel / clean.width()) ? step.number(1, example) : values[i];
        }
        return clean;
    }

    private static void close(Pixels found, Pixels expected) {
        assertThat(List.of(found.size(), found.channels())).isEqualTo(List.of(expected.size(), expected.channels()));
        assertThat(found.values()).containsExactly(expected.values(), within(1e-5f));
    }

    static Stream<Path> shipped() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("models"))) {
            return folders.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shipped")
    void theManifestOfAShippedModelLeadsToTheConventionOfItsLesson(Path folder) {
        ModelFolder model = ModelFolder.read(folder);
        Convention ofLesson =
                Recipe.read("recipe.yaml", model.recipe()).lesson().convention(model.architecture());

        assertThat(model.convention()).isEqualTo(ofLesson);
    }

    /**
     * One call of a lesson's lines of the compiled step.
     *
     * @param tensors of the lesson
     * @param made what the network reads, what it is to answer and, where there is noise, the noisy picture; planar
     */
    private record Step(List<Tensor> tensors, List<Tensor> made) {
        private record Tensor(long[] shape, float[] values) {
            static Tensor of(NDArray array) {
                NDArray floats = array.toType(ai.djl.ndarray.types.DataType.FLOAT32, true);
                return new Tensor(array.getShape().getShape(), floats.toFloatArray());
            }

            float[] example(int index) {
                int count = values.length / (int) shape[0];
                return Arrays.copyOfRange(values, index * count, (index + 1) * count);
            }
        }

        static Step of(Recipe recipe, Loader loader) {
            Lesson lesson = recipe.lesson();
            String arguments =
                    lesson.tensors().stream().map(", %s: Tensor"::formatted).collect(Collectors.joining());
            List<String> made = lesson instanceof NoiseLesson ? List.of("i", "t", "x") : List.of("i", "t");
            String methods = made.stream()
                    .map(name -> "  def made_%s(self: __torch__.M%s) -> Tensor:\n%s    return torch.contiguous(%s)\n"
                            .formatted(name, arguments, lesson.script(), name))
                    .collect(Collectors.joining());
            TorchEngine.noGradients();
            try (NDManager call = TorchEngine.newManager(Device.cpu());
                    CompiledModule module = CompiledModule.load(call, methods)) {
                NDArray[] tensors =
                        lesson.examples(loader, recipe.seed()).ofStep(1, call).toArray(NDArray[]::new);
                List<Tensor> all = made.stream()
                        .map(name -> {
                            TorchEngine.start().setRandomSeed((int) recipe.seed()); // the same noise for each of them
                            return Tensor.of(module.call("made_" + name, tensors));
                        })
                        .toList();
                return new Step(Stream.of(tensors).map(Tensor::of).toList(), all);
            }
        }

        Pixels read(int example) {
            return interleaved(made.get(0), example);
        }

        Pixels wanted(int example) {
            return interleaved(made.get(1), example);
        }

        Pixels beside(int example) {
            return interleaved(made.get(2), example);
        }

        private static Pixels interleaved(Tensor tensor, int example) {
            int channels = (int) tensor.shape[1];
            int height = (int) tensor.shape[2];
            int width = (int) tensor.shape[3];
            float[] planar = tensor.example(example);
            float[] values = new float[planar.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = planar[i % channels * height * width + i / channels];
            }
            return new Pixels(width, height, channels, values);
        }

        /** A tensor (N, 1, 1, 1). */
        float number(int tensor, int example) {
            return tensors.get(tensor).values[example];
        }

        /** A tensor (N, H, W, C) of values. */
        Pixels values(int tensor, int example) {
            long[] shape = tensors.get(tensor).shape;
            return new Pixels(
                    (int) shape[2],
                    (int) shape[1],
                    (int) shape[3],
                    tensors.get(tensor).example(example));
        }

        /** A tensor (N, H, W, C) of 8-bit levels, in [0, 1]. */
        Pixels levels(int tensor, int example) {
            return levels(tensor, example, 255);
        }

        Pixels levels(int tensor, int example, int most) {
            Pixels levels = values(tensor, example);
            float[] values = levels.values();
            for (int i = 0; i < values.length; i++) {
                values[i] /= most;
            }
            return levels;
        }

        /** A tensor (N, H, W, 1) that is 1 inside. */
        Mask mask(int tensor, int example) {
            Pixels plane = values(tensor, example);
            return Mask.of(plane.size(), (x, y) -> plane.values()[y * plane.width() + x] == 1);
        }
    }
}
