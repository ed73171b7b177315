package io.unveil.autoencoder;

/** The precision in which a network computes inside; input, output and stored weights always have single precision. */
public enum Precision {
    /** Single precision, 24 bits of mantissa. */
    FP32 {
        @Override
        public String enter(String tensor) {
            return tensor;
        }

        @Override
        public String leave(String tensor) {
            return tensor;
        }
    },
    /** bfloat16, 8 bits of mantissa: about twice as fast where the processor has units for it, at .002 to .005 dB. */
    BF16 {
        @Override
        public String enter(String tensor) {
            return "torch.to(%s, 15)".formatted(tensor); // 15 is bfloat16 among PyTorch's scalar types
        }

        @Override
        public String leave(String tensor) {
            return "torch.to(%s, 6)".formatted(tensor); // 6 is float32
        }
    };

    /** The expression that converts a single-precision tensor to this precision. */
    public abstract String enter(String tensor);

    /** The expression that converts it back. */
    public abstract String leave(String tensor);
}
