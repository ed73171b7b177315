package io.unveil.image.codec;

import io.unveil.image.Format;
import io.unveil.image.Size;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Function;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVComponentDescriptor;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/** One frame of HEVC or AV1, decoded by FFmpeg. Its native library may be left out of a build. */
final class VideoFrame {
    private static final int PADDING = 64;

    private VideoFrame() {}

    /**
     * Decodes a frame that is as large as its file says.
     *
     * @param setup what the decoder is to know before; of no length where that stands in the data
     */
    static Planes decode(Format format, byte[] setup, byte[] data, Size claimed) {
        String decoder = format == Format.AVIF ? "libaom-av1" : "hevc";
        return decoded(format, decoder, setup, data, claimed, frame -> planes(format, frame));
    }

    /** Decodes the light of an OpenEXR file whose picture is as large as its header says. */
    static LightSamples.Light decodeLight(byte[] file, Size claimed) {
        return decoded(Format.EXR, "exr", new byte[0], file, claimed, VideoFrame::light);
    }

    private static <T> T decoded(
            Format format, String decoder, byte[] setup, byte[] data, Size claimed, Function<AVFrame, T> read) {
        requireLibrary(format);
        AVCodec codec = avcodec.avcodec_find_decoder_by_name(decoder);
        AVCodecContext context = avcodec.avcodec_alloc_context3(codec);
        AVPacket packet = avcodec.av_packet_alloc();
        AVFrame frame = avutil.av_frame_alloc();
        try {
            context.thread_count(1);
            // rows and columns of a block more than the picture has, and no picture larger than that
            context.max_pixels((claimed.width() + 128L) * (claimed.height() + 128L));
            context.err_recognition(avcodec.AV_EF_EXPLODE);
            if (setup.length > 0) {
                BytePointer extra = new BytePointer(avutil.av_mallocz(setup.length + PADDING));
                extra.put(setup, 0, setup.length);
                context.extradata(extra);
                context.extradata_size(setup.length);
            }
            avcodec.av_new_packet(packet, data.length);
            packet.data().put(data, 0, data.length);
            boolean decoded = avcodec.avcodec_open2(context, codec, (PointerPointer<?>) null) >= 0
                    && avcodec.avcodec_send_packet(context, packet) >= 0
                    && avcodec.avcodec_send_packet(context, null) >= 0
                    && avcodec.avcodec_receive_frame(context, frame) >= 0;
            if (!decoded) {
                throw RejectedImage.damaged("the %s image is cut short or damaged".formatted(format));
            }
            if (frame.width() != claimed.width() || frame.height() != claimed.height()) {
                throw RejectedImage.damaged("the %s image is damaged: it claims to be %s pixels and is %d x %d"
                        .formatted(format, claimed, frame.width(), frame.height()));
            }
            return read.apply(frame);
        } finally {
            avutil.av_frame_free(frame);
            avcodec.av_packet_free(packet);
            avcodec.avcodec_free_context(context);
        }
    }

    private static Planes planes(Format format, AVFrame frame) {
        AVPixFmtDescriptor kind = avutil.av_pix_fmt_desc_get(frame.format());
        boolean rgb = (kind.flags() & avutil.AV_PIX_FMT_FLAG_RGB) != 0;
        boolean planar = kind.nb_components() == 1 || (kind.flags() & avutil.AV_PIX_FMT_FLAG_PLANAR) != 0;
        int bits = kind.comp(0).depth();
        if (!planar || bits < 8 || bits > 16 || kind.nb_components() > 3) {
            throw RejectedImage.unsupported("the %s image has samples that are not read (%s)"
                    .formatted(format, kind.name().getString()));
        }
        Size size = new Size(frame.width(), frame.height());
        int across = 1 << kind.log2_chroma_w();
        int down = 1 << kind.log2_chroma_h();
        short[][] planes = new short[kind.nb_components() < 3 ? 1 : 3][];
        for (int i = 0; i < planes.length; i++) {
            int width = i == 0 ? size.width() : (size.width() + across - 1) / across;
            int height = i == 0 ? size.height() : (size.height() + down - 1) / down;
            planes[i] = plane(frame, rgb ? i : kind.comp(i).plane(), width, height, bits);
        }
        int matrix = rgb ? 0 : frame.colorspace();
        boolean full = rgb || frame.color_range() == avutil.AVCOL_RANGE_JPEG;
        return new Planes(size, bits, across, down, planes, new Planes.Coding(matrix, full));
    }

    private static LightSamples.Light light(AVFrame frame) {
        AVPixFmtDescriptor kind = avutil.av_pix_fmt_desc_get(frame.format());
        int bits = kind.comp(0).depth();
        if ((kind.flags() & avutil.AV_PIX_FMT_FLAG_FLOAT) == 0 || bits != 16 && bits != 32) {
            throw RejectedImage.unsupported("the EXR image has samples that are not read (%s)"
                    .formatted(kind.name().getString()));
        }
        Size size = new Size(frame.width(), frame.height());
        float[][] planes = new float[kind.nb_components()][];
        for (int i = 0; i < planes.length; i++) {
            planes[i] = lightPlane(frame, kind.comp(i), size, bits / 8);
        }
        return new LightSamples.Light(size, planes);
    }

    /** Samples may stand apart or side by side. */
    private static float[] lightPlane(AVFrame frame, AVComponentDescriptor place, Size size, int bytes) {
        BytePointer from = new BytePointer((Pointer) frame.data(place.plane()));
        int stride = frame.linesize(place.plane());
        byte[] row = new byte[Math.max(place.step(), bytes) * size.width()];
        ByteBuffer samples = ByteBuffer.wrap(row).order(ByteOrder.LITTLE_ENDIAN);
        float[] plane = new float[Math.toIntExact(size.pixels())];
        for (int y = 0; y < size.height(); y++) {
            from.position((long) y * stride).get(row, 0, row.length);
            for (int x = 0; x < size.width(); x++) {
                int at = x * place.step() + place.offset();
                plane[y * size.width() + x] = bytes == 2 ? TiffRow.half(samples.getShort(at)) : samples.getFloat(at);
            }
        }
        return plane;
    }

    /** The planes of RGB stand in the order green, blue, red, as those of the identity matrix do. */
    private static short[] plane(AVFrame frame, int number, int width, int height, int bits) {
        BytePointer from = new BytePointer((Pointer) frame.data(number));
        int stride = frame.linesize(number);
        int bytes = bits > 8 ? 2 : 1;
        byte[] row = new byte[width * bytes];
        short[] plane = new short[width * height];
        for (int y = 0; y < height; y++) {
            from.position((long) y * stride).get(row, 0, row.length);
            for (int x = 0; x < width; x++) {
                plane[y * width + x] =
                        (short) (bytes == 1 ? row[x] & 255 : (row[2 * x] & 255) | (row[2 * x + 1] & 255) << 8);
            }
        }
        return plane;
    }

    private static void requireLibrary(Format format) {
        if (!Library.PRESENT) {
            throw RejectedImage.unsupported(
                    "the file is %s %s, and this build has no decoder for it (it was built with -Dwithout-heif); convert it to JPEG, PNG or TIFF first"
                            .formatted(format == Format.HEIC ? "a" : "an", format));
        }
    }

    /** Loaded when it is first needed. */
    private static final class Library {
        static final boolean PRESENT = load();

        private static boolean load() {
            try {
                Loader.load(avcodec.class);
                avutil.av_log_set_level(avutil.AV_LOG_QUIET);
                return true;
            } catch (UnsatisfiedLinkError | NoClassDefFoundError missing) {
                return false;
            }
        }
    }
}
