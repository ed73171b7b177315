package io.unveil.inference;

import io.unveil.anomaly.NormalNeighbours;
import io.unveil.autoencoder.Network;
import io.unveil.autoencoder.TorchEngine;
import io.unveil.image.Pixels;
import io.unveil.image.Size;
import io.unveil.model.ModelFolder;
import io.unveil.model.NormalPictures;
import io.unveil.model.Task;
import io.unveil.text.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The models of one folder: read and verified at start, a broken one is listed with its error while the others serve.
 * Those of the course wait for their first use with their networks. Models stay unchanged until the service ends;
 * folders that are added later are found on request. Thread-safe.
 */
public final class Models implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Models.class);
    /** Allowed names of model folders; they cannot lead out of the root. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    /** Health sends one picture of this side, or of the only size that a model takes. */
    private static final int PROBE_SIDE = 32;

    private sealed interface Entry {
        ModelState state();

        record Loaded(Model model) implements Entry {
            @Override
            public ModelState state() {
                return model.state();
            }
        }

        record Failed(ModelState.Broken state) implements Entry {}
    }

    private final InferenceSettings settings;
    private final Compute compute;
    private final Workers workers;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final AtomicInteger networks = new AtomicInteger();
    private volatile CompletableFuture<?> start = CompletableFuture.completedFuture(null);

    private Models(InferenceSettings settings, Compute compute) {
        this.settings = settings;
        this.compute = compute;
        this.workers = new Workers(settings.threads());
    }

    /**
     * Starts the engine and begins to load every subfolder; who asks for a model waits until all are there. Throws
     * {@link NoGpu} when a GPU is requested and there is none.
     */
    public static Models open(InferenceSettings settings) {
        Models models = lazy(settings);
        ModelFolder.sweep(settings.models());
        models.start = models.loadAll();
        return models;
    }

    /** Begins to start the engine, which takes half a second, so that the caller can do something else meanwhile. */
    public static void startEngine() {
        oneThreadAnOperation();
        new Thread(TorchEngine::start, "unveil-engine").start();
    }

    /** As {@link #open}, but loads each model on its first use: for commands, which need one of many. */
    public static Models lazy(InferenceSettings settings) {
        oneThreadAnOperation();
        Models models = new Models(settings, Compute.of(settings.device(), settings.precision()));
        LOG.info(
                "networks run on {} in {} with {} workers",
                models.device(),
                models.compute.precision(),
                settings.threads());
        return models;
    }

    /** Pictures are spread over workers by tiles; threads inside each operation would only fight for the processors. */
    private static void oneThreadAnOperation() {
        System.getProperties().putIfAbsent("ai.djl.pytorch.num_threads", "1");
    }

    /** Every model by name, broken ones included. */
    public List<ModelState> all() {
        lookForFolders();
        return entries.values().stream()
                .map(Entry::state)
                .sorted(Comparator.comparing(ModelState::name))
                .toList();
    }

    /** One model; empty when no folder has this name. */
    public Optional<ModelState> find(String name) {
        return entry(name).map(Entry::state);
    }

    /** A model for a task; throws {@link RefusedRequest} with UNKNOWN_MODEL, MODEL_UNAVAILABLE or WRONG_TASK. */
    public Model require(String name, Task task) {
        Model model = loaded(name);
        if (model.card().task() != task) {
            throw new RefusedRequest(
                    RefusedRequest.Reason.WRONG_TASK,
                    "model '%s' was made to %s, not to %s"
                            .formatted(name, verb(model.card().task()), verb(task)));
        }
        return model;
    }

    /** A model, whatever it is for; throws {@link RefusedRequest} with UNKNOWN_MODEL or MODEL_UNAVAILABLE. */
    public Model require(String name) {
        return loaded(name);
    }

    /** The task in words. */
    private static String verb(Task task) {
        return task == Task.ANOMALY ? "score anomalies" : task.word();
    }

    /** The exception for an unknown name: UNKNOWN_MODEL, with the known names. */
    public RefusedRequest unknown(String name) {
        lookForFolders();
        return new RefusedRequest(
                RefusedRequest.Reason.UNKNOWN_MODEL,
                "there is no model '%s', there are %s"
                        .formatted(
                                name, entries.isEmpty() ? "none" : String.join(", ", new TreeSet<>(entries.keySet()))));
    }

    /** Whether a model's network is loaded only when it is first used, and has not been. */
    public boolean waits(String name) {
        return entry(name).orElse(null) instanceof Entry.Loaded loaded
                && loaded.model().waits();
    }

    /** Where networks run: "cpu" or "gpu". */
    public String device() {
        return compute.deviceName();
    }

    /**
     * Runs a small real picture through a model, for health; throws {@link RefusedRequest} when it is unknown or
     * broken.
     */
    public Duration probe(String name) {
        Model model = loaded(name);
        int planes = model.architecture().inputs();
        long asked = System.nanoTime();
        model.run(
                model.card().only().orElse(new Size(PROBE_SIDE, PROBE_SIDE)),
                (tile, network) -> network.apply(new Pixels(
                        tile.width(), tile.height(), planes, new float[tile.width() * tile.height() * planes])),
                (tile, result) -> requireFinite(name, result),
                Deadline.none());
        return Duration.ofNanos(System.nanoTime() - asked);
    }

    /** Tensors alive in all networks; constant while nothing is running. */
    public int liveArrays() {
        return loadedModels().mapToInt(model -> model.late().liveArrays()).sum();
    }

    /** Waits for tiles that are running, then frees threads and weights. */
    @Override
    public void close() {
        workers.close();
        loadedModels().forEach(model -> model.late().close());
        entries.clear();
    }

    private static void requireFinite(String name, Pixels result) {
        for (float value : result.values()) {
            if (!Float.isFinite(value)) {
                throw new RefusedRequest(
                        RefusedRequest.Reason.MODEL_UNAVAILABLE,
                        "model '%s' gives %s for a gray picture".formatted(name, value));
            }
        }
    }

    private Stream<Model> loadedModels() {
        start.join();
        return entries.values().stream()
                .filter(Entry.Loaded.class::isInstance)
                .map(entry -> ((Entry.Loaded) entry).model());
    }

    private Model loaded(String name) {
        Entry entry = entry(name).orElseThrow(() -> unknown(name));
        if (entry instanceof Entry.Loaded loaded) {
            return loaded.model();
        }
        throw new RefusedRequest(
                RefusedRequest.Reason.MODEL_UNAVAILABLE,
                "model '%s' could not be loaded: %s"
                        .formatted(name, ((Entry.Failed) entry).state().error()));
    }

    private Optional<Entry> entry(String name) {
        start.join();
        Entry known = entries.get(name);
        if (known == null
                && NAME.matcher(name).matches()
                && Files.isDirectory(settings.models().resolve(name))) {
            return Optional.of(entries.computeIfAbsent(name, found -> load(found, networks.getAndIncrement())));
        }
        return Optional.ofNullable(known);
    }

    private static NormalNeighbours neighbours(NormalPictures kept) {
        return new NormalNeighbours(new Size(kept.width(), kept.height()), kept.channels(), kept.levels());
    }

    /**
     * Loads several at a time, because each takes some tenths of a second. A model's device does not depend on the
     * order in which they finish.
     */
    private CompletableFuture<?> loadAll() {
        ExecutorService loaders = Executors.newFixedThreadPool(settings.threads());
        List<CompletableFuture<?>> loads = new ArrayList<>();
        for (String name : folders()) {
            int number = networks.getAndIncrement();
            loads.add(CompletableFuture.runAsync(() -> entries.put(name, load(name, number)), loaders));
        }
        return CompletableFuture.allOf(loads.toArray(CompletableFuture[]::new))
                .whenComplete((done, failure) -> loaders.shutdown());
    }

    private void lookForFolders() {
        start.join();
        folders().forEach(this::entry);
    }

    /** The names of possible models, in order. */
    private List<String> folders() {
        if (!Files.isDirectory(settings.models())) {
            LOG.warn("there is no folder {} (unveil.models): no model can be served", settings.models());
            return List.of();
        }
        try (Stream<Path> folders = Files.list(settings.models())) {
            return folders.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .filter(name -> NAME.matcher(name).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the folder %s (unveil.models) cannot be read".formatted(settings.models()), e);
        }
    }

    /** Autoencoders and measures are small examples, of which a service seldom needs one. */
    private static boolean isForTheCourse(Task task) {
        return task == Task.AUTOENCODE || task == Task.REGRESS;
    }

    /** @param number of the network, by which devices are assigned */
    private Entry load(String name, int number) {
        try {
            ModelFolder folder = ModelFolder.read(settings.models().resolve(name));
            var device = compute.deviceOf(number);
            LateNetwork late = new LateNetwork(() -> {
                LOG.info("model {} is loaded on {}", name, device);
                return Network.load(device, folder.architecture(), folder.weights(), compute.precision());
            });
            var state = new ModelState.Ready(name, ModelCard.of(folder), device(), Words.of(compute.precision()));
            Model model = new Model(
                    state,
                    folder.architecture(),
                    late,
                    workers,
                    folder.normal().map(Models::neighbours),
                    settings.tile());
            if (!isForTheCourse(folder.manifest().task())) {
                late.get();
            }
            LOG.info(
                    "model {} {} {}",
                    name,
                    state.card().version(),
                    late.waits() ? "waits for its first use" : "is ready in " + state.precision());
            return new Entry.Loaded(model);
        } catch (ModelFolder.Broken e) {
            LOG.error("model {} is not served: {}", name, e.getMessage());
            return new Entry.Failed(new ModelState.Broken(name, String.valueOf(e.getMessage())));
        } catch (RuntimeException | StackOverflowError e) { // one folder must not keep the others from serving
            LOG.error("model {} is not served, for a reason that was not foreseen", name, e);
            return new Entry.Failed(new ModelState.Broken(
                    name,
                    "it could not be loaded (%s); the log has the cause"
                            .formatted(e.getClass().getSimpleName())));
        }
    }
}
