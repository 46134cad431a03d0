package dev.skald.operator;

import dev.skald.runtime.ManySagas;
import dev.skald.runtime.ManySagas.Report;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowServiceException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * One operator verb for all sagas that a visibility query finds, at a rate:
 *
 * <pre>{@code
 * java -cp … dev.skald.operator.OperatorCommand retry --query "SagaState = 'COMPENSATION_FAILED'" \
 *     --rate 50 --by ann --reason "the card processor is back"
 * }</pre>
 *
 * <p>The connection is set up as for the {@code temporal} command: by {@code TEMPORAL_ADDRESS},
 * {@code TEMPORAL_NAMESPACE}, {@code TEMPORAL_API_KEY}, the TLS variables, or a profile of its configuration file.
 */
@Command(
        name = "skald-operator",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every saga that was found took it",
            "1:some did not, each named with the reason; or the server could not be reached",
            "2:the command was called in a way that it does not know"
        },
        description = "Settles all stuck sagas that a query finds. The connection is set up as for the `temporal`"
                + " command: by TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE and so on, or by its configuration file.")
public final class OperatorCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "VERB", description = "one of: ${COMPLETION-CANDIDATES}")
    private StuckVerb verb = StuckVerb.retry;

    @Option(
            names = "--query",
            description = "which sagas: a list filter of Temporal's; by default all that wait for help")
    private @Nullable String query;

    @Option(names = "--rate", defaultValue = "20", description = "how many a second at most; by default 20")
    private int rate = 20;

    @Option(names = "--by", required = true, description = "who asks, kept in each saga's history")
    private String by = "";

    @Option(names = "--reason", required = true, description = "why, kept in each saga's history")
    private String reason = "";

    @Mixin
    private StuckVerb.Details details = new StuckVerb.Details();

    @ArgGroup(exclusive = false, heading = "%nWhere:%n")
    private Connection connection = new Connection();

    /**
     * Runs the command and ends the process with its exit code.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String... arguments) {
        System.exit(run(arguments));
    }

    /** Runs the command; the exit code. */
    static int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    static CommandLine commandLine() {
        return new CommandLine(new OperatorCommand()).setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof StatusRuntimeException || failure instanceof WorkflowServiceException) {
                command.getErr().println(inWords(failure));
                return command.getCommandSpec().exitCodeOnExecutionException();
            }
            throw failure;
        });
    }

    @Override
    public Integer call() {
        if (rate < 1) {
            throw new CommandLine.ParameterException(commandSpec().commandLine(), "--rate must be at least 1");
        }
        details.check(verb, commandSpec().commandLine());
        try (Connection.Opened opened = connection.open()) {
            Report report = sagas(opened.client()).each(by, reason, details.of(verb));
            tell(report, commandSpec().commandLine().getOut());
            return report.others().isEmpty() ? 0 : 1;
        }
    }

    private ManySagas sagas(WorkflowClient client) {
        ManySagas sagas = ManySagas.on(client).perSecond(rate);
        return query == null ? sagas : sagas.found(query);
    }

    private void tell(Report report, PrintWriter out) {
        report.others().forEach(left -> out.printf("%s: %s%n", left.workflowId(), left.why()));
        out.printf("%d found, %d took %s%n", report.found(), report.accepted(), verb);
    }

    private CommandSpec commandSpec() {
        if (spec == null) {
            throw new IllegalStateException("run it by OperatorCommand.run");
        }
        return spec;
    }

    private static String inWords(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return "The server cannot be asked: " + (root.getMessage() == null ? root : root.getMessage());
    }
}
