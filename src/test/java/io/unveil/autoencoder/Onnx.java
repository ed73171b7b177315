package io.unveil.autoencoder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.unveil.autoencoder.layer.Shape;
import java.nio.FloatBuffer;
import java.util.Map;

/** Exported networks, run by ONNX Runtime: another program reads the file's bytes, and nothing else. */
public final class Onnx implements AutoCloseable {
    private final OrtSession session;

    private Onnx(OrtSession session) {
        this.session = session;
    }

    public static Onnx of(byte[] file) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            return new Onnx(OrtEnvironment.getEnvironment().createSession(file, options));
        }
    }

    /** The output for one picture. */
    public Planes run(Planes x) throws OrtException {
        return run(1, x);
    }

    /** The outputs for several pictures, one after the other in the planes, as if they were further channels. */
    public Planes run(int pictures, Planes x) throws OrtException {
        Shape in = x.shape();
        long[] shape = {pictures, in.channels() / pictures, in.height(), in.width()};
        String name = session.getInputNames().iterator().next();
        try (OnnxTensor planes =
                        OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), FloatBuffer.wrap(x.values()), shape);
                OrtSession.Result result = session.run(Map.of(name, planes))) {
            OnnxTensor out = (OnnxTensor) result.get(0);
            long[] made = out.getInfo().getShape();
            Shape all = new Shape((int) (made[0] * made[1]), (int) made[2], (int) made[3]);
            float[] values = new float[all.count()];
            out.getFloatBuffer().get(values);
            return new Planes(all, values);
        }
    }

    public OrtSession session() {
        return session;
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
