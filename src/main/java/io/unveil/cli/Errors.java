package io.unveil.cli;

import io.unveil.autoencoder.layer.Layer;
import io.unveil.data.UnusableData;
import io.unveil.evaluation.TestSet;
import io.unveil.image.codec.RejectedImage;
import io.unveil.inference.NoGpu;
import io.unveil.inference.RefusedRequest;
import io.unveil.model.ModelFolder;
import io.unveil.pipeline.InvalidParameter;
import io.unveil.pipeline.code.UnreadableCode;
import io.unveil.recipe.BadRecipe;
import io.unveil.training.CannotTravel;
import io.unveil.training.Diverged;
import io.unveil.training.OutputFolder;
import io.unveil.training.RefusedImport;
import io.unveil.training.UnusableCheckpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;

/** The error of a command, in one line. */
public final class Errors {
    /** The exceptions whose messages were written for the user. */
    private static final List<Class<? extends Exception>> SAID_WELL = List.of(
            Failed.class,
            InvalidParameter.class,
            RejectedImage.class,
            RefusedRequest.class,
            UnreadableCode.class,
            NoGpu.class,
            ModelFolder.Broken.class,
            BadRecipe.class,
            Layer.DoesNotClose.class,
            UnusableData.class,
            UnusableCheckpoint.class,
            OutputFolder.Taken.class,
            CannotTravel.class,
            RefusedImport.class,
            Diverged.class,
            TestSet.Unusable.class,
            IllegalStateException.class,
            IllegalArgumentException.class);

    private Errors() {}

    /** A command that failed. */
    static final class Failed extends RuntimeException {
        Failed(String message) {
            super(message);
        }
    }

    public static boolean isWrongUse(Exception error) {
        return error instanceof InvalidParameter;
    }

    public static String sentence(Exception error) {
        if (error instanceof UncheckedIOException unchecked && unchecked.getCause() != null) {
            return sentence(unchecked.getCause());
        }
        if (error instanceof IOException io) {
            return ofFile(io);
        }
        return SAID_WELL.contains(error.getClass())
                ? String.valueOf(error.getMessage())
                : "unexpected %s (--verbose shows where)".formatted(error);
    }

    /** The messages of file errors are only names. */
    private static String ofFile(IOException error) {
        if (error instanceof NoSuchFileException missing) {
            return missing.getFile() + " does not exist";
        } else if (error instanceof NotDirectoryException file) {
            return file.getFile() + " is neither a folder nor a .zip file";
        } else if (error instanceof AccessDeniedException denied) {
            return denied.getFile() + " may not be read or written";
        } else if (error instanceof FileAlreadyExistsException there) {
            return there.getFile() + " exists already and is not a folder";
        } else if (error instanceof FileSystemException other) {
            return other.getFile() + ": " + other.getReason();
        }
        return String.valueOf(error.getMessage());
    }
}
