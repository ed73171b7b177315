package io.unveil.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code models}: lists, describes and checks model folders. */
@Command(
        name = "models",
        description = "Lists, describes, verifies, exports and imports models, and writes their cards.",
        subcommands = {
            ModelsListCommand.class,
            ModelsDescribeCommand.class,
            ModelsVerifyCommand.class,
            ModelsExportCommand.class,
            ModelsImportCommand.class,
            ModelsCardCommand.class
        })
final class ModelsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "give a command: list, describe, verify, export, import or card");
    }
}
