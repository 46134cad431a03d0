package dev.skald.codegen.differential;

import dev.skald.codegen.differential.ScriptedShop.Answer;
import dev.skald.codegen.interpret.Interpreter;
import dev.skald.codegen.interpret.Outcome;
import dev.skald.codegen.interpret.Request;
import dev.skald.codegen.interpret.Request.Phase;
import dev.skald.codegen.interpret.Script;
import dev.skald.codegen.interpret.Trace.Refusal;
import dev.skald.codegen.interpret.Trace.Told;
import dev.skald.codegen.interpret.Verb;
import dev.skald.codegen.plan.SagaPlan;
import dev.skald.codegen.plan.SagaPlan.Lead;
import dev.skald.dsl.language.StepKind;
import dev.skald.runtime.SagaStatus;
import dev.skald.runtime.StepState;
import dev.skald.runtime.StepStatus;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One run of a generated saga: what is to happen in it, and what was seen of it. */
final class SagaUnderTest {

    private static final Set<StepState> FAILED = EnumSet.of(
            StepState.REFUSED,
            StepState.UNKNOWN,
            StepState.COMPENSATING,
            StepState.COMPENSATED,
            StepState.COMPENSATION_FAILED);

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration A_MOMENT = Duration.ofMillis(20);

    private final SagaPlan plan;
    private final String id;
    private final Script script;
    private final Mischief mischief;
    private final Ledger ledger = new Ledger();
    private final Inner inner = new Inner();
    private final Map<Request, Answer> answers = new HashMap<>();
    private final Map<Request, Deque<Outcome>> outcomes = new HashMap<>();
    private final Map<Request, Deque<Verb>> verbs = new HashMap<>();
    private final List<Request> calls = new ArrayList<>();
    private final List<Request> notices = new ArrayList<>();
    private final List<String> states = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();
    private final List<Set<Request>> together;
    private final boolean waitsInBranches;
    private final Supplier<SagaStatus> status;
    private final Predicate<Request> isAskedToEnd;
    private boolean sent;
    private long moved = System.nanoTime();
    private @Nullable Told told;

    /**
     * A saga that is to run.
     *
     * @param status where it stands
     * @param isAskedToEnd whether its participant is asked to give a step up that it has begun
     */
    SagaUnderTest(
            SagaPlan plan,
            String id,
            Script script,
            Mischief mischief,
            Function<SagaUnderTest, SagaStatus> status,
            BiPredicate<SagaUnderTest, Request> isAskedToEnd) {
        this.plan = plan;
        this.mischief = mischief;
        this.id = id;
        this.script = script;
        this.status = () -> status.apply(this);
        this.isAskedToEnd = request -> isAskedToEnd.test(this, request);
        this.waitsInBranches = Beside.isAnythingThatWaits(plan);
        this.together = Interpreter.run(plan, script).calls().stream()
                .filter(group -> group.stream().anyMatch(this::hasItsTurn))
                .toList();
        script.outcomes().forEach((request, list) -> outcomes.put(request, new ArrayDeque<>(list)));
        script.verbs().forEach((request, list) -> verbs.put(request, new ArrayDeque<>(list)));
    }

    SagaPlan plan() {
        return plan;
    }

    String id() {
        return id;
    }

    Script script() {
        return script;
    }

    String workflowId() {
        return plan.name().simpleName() + "/" + id;
    }

    /** The id of the workflow that takes a step. */
    String workflowId(String step) {
        String link = workflowId() + "/" + step;
        return workflowIds().contains(link) ? link : workflowId();
    }

    /** The id of its workflow; of a chain, those of all its links. */
    List<String> workflowIds() {
        Stream<String> behind = plan.others().stream()
                .flatMap(workflow -> workflow.link().stream())
                .map(link -> workflowId() + "/" + link.step().name());
        return Stream.concat(Stream.of(workflowId()), behind).toList();
    }

    /** What its participant has really done. */
    Ledger ledger() {
        return ledger;
    }

    /** The sagas that it runs. */
    Inner inner() {
        return inner;
    }

    /** Its participant is asked; what that comes to. */
    synchronized Answer asked(Request request) {
        int index = turns();
        calls.add(request);
        answers.remove(request);
        moved = System.nanoTime();
        notifyAll();
        if (hasItsTurn(request)) {
            awaitTurn(request, index);
        }
        moved = System.nanoTime();
        Outcome outcome = next(outcomes, request, Outcome.DONE);
        int round = Collections.frequency(calls, request);
        // Whoever is asked to end is not asked once more.
        boolean isLost = mischief.losesAnswer(request, round) && !isAskedToEnd.test(request);
        Answer answer = new Answer(outcome, mischief.tookEffect(request, round, script), isLost);
        answers.put(request, answer);
        return answer;
    }

    /** Its participant is asked for the same once more, because the answer got lost. */
    synchronized Answer askedAgain(Request request) {
        moved = System.nanoTime();
        return Objects.requireNonNull(answers.get(request));
    }

    /** Whether that was the participant's last word about it. */
    synchronized boolean wasRefused(Request request) {
        Answer last = answers.get(request);
        return last != null && last.outcome() == Outcome.REFUSED;
    }

    /** Whether the request comes once more after its undo. */
    boolean comesLate(Request undo) {
        return mischief.comesLate(undo);
    }

    /** Whether a step changes anything. */
    boolean hasEffect(Request request) {
        return plan.steps().stream()
                .filter(step -> step.name().equals(request.step()))
                .anyMatch(step -> step.kind() != StepKind.READONLY);
    }

    /**
     * What is asked together is answered when all of it is asked, and steps in the order that the trace has; a run that
     * differs goes on after a while.
     */
    private void awaitTurn(Request request, int index) {
        Set<Request> before = Set.of();
        int end = 0;
        for (Set<Request> group : together) {
            end += group.size();
            if (index < end) {
                List<Request> earlier = new ArrayList<>(before.size() > 1 ? before : Set.of());
                // What is asked again is not answered before.
                earlier.removeAll(group);
                group.stream().takeWhile(one -> !one.equals(request)).forEach(earlier::add);
                awaitAnswers(request, request.phase() == Phase.DO ? earlier : List.of(), end);
                return;
            }
            before = group;
        }
    }

    private void awaitAnswers(Request request, List<Request> earlier, int asked) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while ((turns() < asked || !mayBeAnswered(request, earlier)) && System.nanoTime() < end) {
                wait(A_MOMENT.toMillis());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean hasItsTurn(Request request) {
        return !Sight.isInOwnTime(request, plan);
    }

    /** Whether its participant is asked for more than it has been until now. */
    synchronized boolean expectsMore() {
        return turns() < together.stream().mapToInt(Set::size).sum();
    }

    private int turns() {
        return Math.toIntExact(calls.stream().filter(this::hasItsTurn).count());
    }

    /** Whether the saga knows the earlier answers, and no branch still waits for time to pass or for an event. */
    private boolean mayBeAnswered(Request request, List<Request> earlier) {
        if (earlier.isEmpty() && !waitsInBranches) {
            return true;
        }
        SagaStatus now = status.get();
        Set<String> open =
                now.steps().stream().filter(this::isOpen).map(StepStatus::label).collect(Collectors.toSet());
        return now.waitingFor().isEmpty()
                && earlier.stream().map(Request::toString).noneMatch(open::contains)
                && (!isLeft(now) || isAskedToEnd.test(request));
    }

    /**
     * Whether the links that work at the same time have heard that it will not be completed. The server in memory loses
     * what is answered just as it is asked to end.
     */
    private boolean isLeft(SagaStatus now) {
        return plan.lead() == Lead.CHAIN_AT_ONCE
                && now.steps().stream().map(StepStatus::state).anyMatch(FAILED::contains);
    }

    /** Whether the saga does not know yet what the step's participant says. */
    private boolean isOpen(StepStatus step) {
        Answer last = answers.get(Request.to(step.name()).in(step.iteration()));
        return switch (step.state()) {
            case PENDING, RUNNING -> true;
            // It is asked again, and stays so only if that comes to nothing either.
            case NEEDS_ATTENTION -> last == null || isAnswer(last.outcome());
            default -> false;
        };
    }

    private boolean isAnswer(Outcome outcome) {
        return switch (outcome) {
            case DONE -> true;
            case REFUSED -> plan.answer().compensates();
            case UNKNOWN -> false;
        };
    }

    /** All events have been sent to it that come in time. */
    synchronized void sent() {
        sent = true;
        moved = System.nanoTime();
    }

    synchronized boolean isSent() {
        return sent;
    }

    /** Its admin is told. */
    synchronized void notified(Request request) {
        notices.add(request);
        moved = System.nanoTime();
    }

    /** Its participant is told that it is in another state. */
    synchronized void isIn(String state) {
        states.add(state);
        moved = System.nanoTime();
    }

    /** Its operator has done something. */
    synchronized void acted() {
        moved = System.nanoTime();
    }

    /** How long nobody has heard anything of it. */
    synchronized Duration silent() {
        return Duration.ofNanos(System.nanoTime() - moved);
    }

    /** What its operator does now about something that is stuck. */
    Verb verb(Request request) {
        return next(verbs, request, Verb.WAIT);
    }

    void refused(Request request, Verb verb) {
        refused.add(new Refusal(request, verb));
    }

    boolean isAnswered() {
        return told != null;
    }

    /** What its caller is told. */
    void answered(Told answer) {
        told = answer;
    }

    @Nullable
    Told told() {
        return told;
    }

    synchronized List<Request> calls() {
        return List.copyOf(calls);
    }

    synchronized List<Request> notices() {
        return List.copyOf(notices);
    }

    /** The states that its participant was told. */
    synchronized List<String> states() {
        return List.copyOf(states);
    }

    List<Refusal> refused() {
        return List.copyOf(refused);
    }

    private static <T> T next(Map<Request, Deque<T>> queues, Request request, T otherwise) {
        Deque<T> queue = queues.get(request);
        return queue == null || queue.isEmpty() ? otherwise : queue.remove();
    }
}
