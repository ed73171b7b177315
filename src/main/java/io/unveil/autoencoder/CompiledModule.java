package io.unveil.autoencoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Methods in TorchScript, loaded into the engine. Only this class calls the engine's internals: they give access to
 * operators that its public interface lacks, and run a whole network or training step in one call.
 */
public final class CompiledModule implements AutoCloseable {
    private final PtSymbolBlock block;

    private CompiledModule(PtSymbolBlock block) {
        this.block = block;
    }

    /** Loads methods whose text starts {@code def name(self: __torch__.M, x: Tensor, …) -> Tensor:}. */
    public static CompiledModule load(NDManager manager, String methods) {
        return read(manager, ScriptArchive.of(methods));
    }

    /** Loads the methods of a TorchScript file, such as {@link TorchScriptExport} makes. */
    public static CompiledModule read(NDManager manager, byte[] file) {
        TorchEngine.start();
        try {
            return new CompiledModule(
                    JniUtils.loadModule((PtNDManager) manager, new ByteArrayInputStream(file), false, false));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory does not fail", e);
        }
    }

    /** Calls a method without recording gradients; the result belongs to the first argument's manager. */
    public NDArray call(String method, NDArray... arguments) {
        return call(method, false, arguments);
    }

    /** Calls a method that takes gradients inside. */
    public NDArray callWithGradients(String method, NDArray... arguments) {
        boolean before =
                JniUtils.isGradMode(); // the mode belongs to the thread, which may serve other work after this call
        JniUtils.setGradMode(true);
        try {
            return call(method, true, arguments);
        } finally {
            JniUtils.setGradMode(before);
        }
    }

    /** Calls a method that gives a list of tensors, without recording gradients. */
    NDList callForAll(String method, NDArray... arguments) {
        return callForAll(method, false, arguments);
    }

    private NDArray call(String method, boolean gradients, NDArray... arguments) {
        return callForAll(method, gradients, arguments).get(0);
    }

    private NDList callForAll(String method, boolean gradients, NDArray... arguments) {
        NDList list = new NDList(arguments);
        try (NDArray name = arguments[0].getManager().create(0)) {
            name.setName("module_method:" + method); // how the engine learns which method to call
            list.add(name);
            return IValueUtils.forward(block, list, gradients);
        }
    }

    @Override
    public void close() {
        block.close();
    }
}
