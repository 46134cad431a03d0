package dev.skald.codegen.differential;

import dev.skald.codegen.interpret.Request;
import dev.skald.codegen.interpret.Script;
import dev.skald.codegen.interpret.Trace;
import dev.skald.codegen.interpret.Trace.Refusal;
import dev.skald.codegen.interpret.Trace.Told;
import dev.skald.codegen.interpret.Verb;
import dev.skald.codegen.plan.SagaPlan;
import dev.skald.codegen.plan.SagaPlan.Answer;
import dev.skald.codegen.plan.SagaPlan.Lead;
import dev.skald.codegen.plan.SagaState;
import dev.skald.runtime.SagaStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is seen of a saga, of its trace and of its run alike. Moments are left out, which nothing shows afterwards, and
 * what is sent together is put in order; so are all undos of a chain whose links work at the same time, each of which
 * undoes in its own time.
 *
 * @param calls in the order sent; what was sent together is joined by a plus sign
 * @param states of the saga, without moments
 * @param steps and where each stood at the end
 * @param told what the caller was told
 * @param notices what the admin was told about, in alphabetical order
 * @param refused the operator's verbs that were refused
 */
record Sight(
        String calls,
        List<String> states,
        List<String> steps,
        @Nullable Told told,
        List<String> notices,
        List<Refusal> refused) {

    /** The states in which the attribute says that a step needs attention instead of what they are called. */
    private static final Set<String> ORDINARY =
            Set.of(SagaState.RUNNING.name(), SagaState.COMPENSATING.name(), SagaState.COMPENSATION_SENT.name());

    /** What the trace of a plan shows. */
    static Sight of(Trace trace, SagaPlan plan, Script script) {
        List<String> states = trace.states().stream()
                .map(state -> isMoment(state) ? SagaState.RUNNING.name() : state)
                .toList();
        return new Sight(
                inWords(trace.calls(), plan),
                visible(states, plan, script),
                trace.steps().stream()
                        .map(step -> step.label() + " " + step.state())
                        .toList(),
                trace.told(),
                sorted(trace.notices()),
                trace.refused());
    }

    /**
     * What a run showed.
     *
     * @param together what the trace says about which calls are sent together
     * @param attribute the values of its search attribute
     */
    static Sight of(SagaUnderTest saga, SagaStatus status, List<String> attribute, List<Set<Request>> together) {
        List<String> states = new ArrayList<>(List.of(SagaState.RUNNING.name()));
        states.addAll(states(saga.plan(), attribute));
        states.add(status.state().name());
        return new Sight(
                inWords(grouped(saga.calls(), together, saga.plan()), saga.plan()),
                visible(states, saga.plan(), saga.script()),
                status.steps().stream()
                        .map(step -> step.label() + " " + step.state())
                        .toList(),
                saga.plan().answer() == Answer.NEVER ? Told.NOTHING : saga.told(),
                sorted(saga.notices()),
                saga.refused());
    }

    /** The attribute shows that a step needs attention instead of a state that does not say so itself. */
    private static List<String> states(SagaPlan plan, List<String> attribute) {
        String undoing = plan.answer() == Answer.AFTER_COMPENSATION
                ? SagaState.COMPENSATING.name()
                : SagaState.COMPENSATION_SENT.name();
        List<String> states = new ArrayList<>();
        String ordinary = SagaState.RUNNING.name();
        for (String value : attribute) {
            ordinary = value.equals(undoing) || value.equals(SagaState.COMPENSATION_FAILED.name()) ? undoing : ordinary;
            states.add(value.equals("NEEDS_ATTENTION") ? ordinary : value);
        }
        return states;
    }

    /** The calls in groups of the sizes that are expected; more of them than expected stand alone. */
    private static List<Set<Request>> grouped(List<Request> all, List<Set<Request>> together, SagaPlan plan) {
        List<Request> calls = inTurn(all.stream(), plan).toList();
        List<Set<Request>> groups = new ArrayList<>();
        int next = 0;
        for (Set<Request> group : together) {
            int size = Math.toIntExact(inTurn(group.stream(), plan).count());
            int end = Math.min(calls.size(), next + size);
            groups.add(Set.copyOf(calls.subList(next, end)));
            next = end;
        }
        calls.subList(next, calls.size()).forEach(call -> groups.add(Set.of(call)));
        inOwnTime(all.stream(), plan).forEach(call -> groups.add(Set.of(call)));
        return groups;
    }

    private static String inWords(List<Set<Request>> calls, SagaPlan plan) {
        Stream<String> inTurn = calls.stream()
                .map(group -> inTurn(group.stream(), plan).toList())
                .filter(group -> !group.isEmpty())
                .map(group -> String.join(" + ", sorted(group)));
        Stream<String> inOwnTime = inOwnTime(calls.stream().flatMap(Set::stream), plan)
                .map(Request::toString)
                .sorted();
        return Stream.concat(inTurn, inOwnTime).collect(Collectors.joining(", "));
    }

    private static Stream<Request> inTurn(Stream<Request> calls, SagaPlan plan) {
        return calls.filter(call -> !isInOwnTime(call, plan));
    }

    private static Stream<Request> inOwnTime(Stream<Request> calls, SagaPlan plan) {
        return calls.filter(call -> isInOwnTime(call, plan));
    }

    /** Links that work at the same time undo what is theirs each in its own time. */
    static boolean isInOwnTime(Request call, SagaPlan plan) {
        return plan.lead() == Lead.CHAIN_AT_ONCE && call.phase() == Request.Phase.UNDO;
    }

    private static List<String> sorted(Collection<Request> requests) {
        return requests.stream().map(Request::toString).sorted().toList();
    }

    /**
     * The attribute hides where a saga stood, running or undoing, that was given up while a step needed attention: what
     * stands right before such an end is left out. Of a chain only the last state is visible: each link shows its own.
     */
    private static List<String> visible(List<String> states, SagaPlan plan, Script script) {
        if (plan.lead().isChain()) {
            return states.subList(states.size() - 1, states.size());
        }
        List<String> visible = new ArrayList<>(withoutRepetitions(states));
        boolean mayBeGivenUp = script.verbs().values().stream().anyMatch(verbs -> verbs.contains(Verb.ABANDON));
        int before = visible.size() - 2;
        if (mayBeGivenUp
                && before >= 0
                && visible.get(before + 1).equals(SagaState.RESOLVED_MANUALLY.name())
                && ORDINARY.contains(visible.get(before))) {
            visible.remove(before);
        }
        return visible;
    }

    private static List<String> withoutRepetitions(List<String> states) {
        List<String> moves = new ArrayList<>();
        for (String state : states) {
            if (moves.isEmpty() || !moves.get(moves.size() - 1).equals(state)) {
                moves.add(state);
            }
        }
        return moves;
    }

    private static boolean isMoment(String state) {
        return Arrays.stream(SagaState.values()).map(Enum::name).noneMatch(state::equals);
    }
}
