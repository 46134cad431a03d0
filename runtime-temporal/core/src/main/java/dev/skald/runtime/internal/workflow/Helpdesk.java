package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.internal.wire.Verb;
import dev.skald.runtime.internal.wire.VerbRequest;
import io.temporal.failure.ApplicationFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where operators settle what is stuck: the open cases of one saga. */
final class Helpdesk {

    /** The failure type of a request that is not allowed now. */
    static final String NOT_ALLOWED = "dev.skald.NotAllowed";

    private final Journal journal;
    private final List<HelpCase> cases = new ArrayList<>();
    private @Nullable Decision abandoned;

    Helpdesk(Journal journal) {
        this.journal = journal;
    }

    /** Takes a case on; it is open to operators once help has been asked for. */
    HelpCase open(HelpCase help) {
        cases.add(help);
        abandonedBy().ifPresent(help::decide);
        return help;
    }

    void close(HelpCase help) {
        cases.remove(help);
    }

    /** The cases that are on the desk, whether open to operators or not. */
    List<HelpCase> cases() {
        return List.copyOf(cases);
    }

    /** Who gave the saga up, if anybody did. */
    Optional<Decision> abandonedBy() {
        return Optional.ofNullable(abandoned);
    }

    /** Throws what the operator is told if the request is not allowed now. */
    void check(Verb verb, @Nullable VerbRequest request) {
        if (request == null || isBlank(request.by()) || isBlank(request.reason())) {
            throw notAllowed(
                    "say who asks and why, as `by` and `reason`: {\"step\": \"…\", \"by\": \"…\", \"reason\": \"…\"}");
        }
        if (raised().isEmpty()) {
            throw notAllowed("nothing of %s is stuck: %s".formatted(journal.workflowId(), journal.inWords()));
        }
        if (verb == Verb.ABANDON) {
            abandonedBy().ifPresent(earlier -> {
                throw notAllowed("the saga is given up already: " + earlier.inWords());
            });
            return;
        }
        for (HelpCase help : meant(verb, request)) {
            help.whyNot(verb, request).ifPresent(why -> {
                throw notAllowed(why);
            });
        }
    }

    /** Does what was checked. */
    void settle(Verb verb, VerbRequest request) {
        Decision decision = new Decision(verb, request);
        if (verb == Verb.ABANDON) {
            abandoned = decision;
            cases().forEach(help -> help.decide(decision));
        } else {
            meant(verb, request).forEach(help -> help.decide(decision));
        }
    }

    private List<HelpCase> meant(Verb verb, VerbRequest request) {
        List<HelpCase> raised = raised();
        String label = request.label();
        if (label != null) {
            return List.of(only(raised, help -> help.step().label().equals(label))
                    .orElseThrow(() -> notAllowed(notStuck(label))));
        }
        if (raised.size() > 1 && verb != Verb.RETRY) {
            throw notAllowed("say which step is meant, as `step`; stuck: " + inWords(raised));
        }
        return raised;
    }

    private String notStuck(String label) {
        return journal.find(label)
                .map(step -> "step %s is %s and not stuck; stuck: %s".formatted(label, step.state(), inWords(raised())))
                .orElseGet(
                        () -> "%s has no step %s; stuck: %s".formatted(journal.workflowId(), label, inWords(raised())));
    }

    private List<HelpCase> raised() {
        return cases.stream().filter(HelpCase::isRaised).toList();
    }

    private static Optional<HelpCase> only(List<HelpCase> cases, Predicate<HelpCase> which) {
        return cases.stream().filter(which).findFirst();
    }

    private static String inWords(List<HelpCase> cases) {
        return cases.stream().map(HelpCase::what).collect(Collectors.joining(", "));
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** What an operator is told by a validator. */
    static ApplicationFailure notAllowed(String why) {
        return ApplicationFailure.newNonRetryableFailure(why, NOT_ALLOWED);
    }
}
