package dev.skald.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.skald.runtime.internal.wire.LinkMessages;
import dev.skald.runtime.internal.wire.LinkStop;
import dev.skald.runtime.internal.wire.Updates;
import dev.skald.runtime.internal.wire.VerbRequest;
import dev.skald.runtime.internal.workflow.Stops;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.common.converter.EncodedValues;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.workflow.DynamicWorkflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/** A chain of any shape: each link has a queue of its own and calls an operation of its step's name there. */
@WorkflowInterface
public interface Relay {

    @WorkflowMethod(name = "test.Relay.v1")
    String run(String input);

    /** How links work together. */
    enum Pattern {
        PHONE_TAG,
        TIME_TRAVEL,
        ANTHOLOGY,
        HORROR_STORY
    }

    /** One attempt may take an hour, so that time can pass while it runs. */
    static CallShape call(String step) {
        return CallShape.on(queue(step)).timeout(Duration.ofHours(1)).limit(Duration.ofHours(9));
    }

    static String queue(String step) {
        return "queue of " + step;
    }

    /** A step with an undo. */
    static StepShape.Builder step(String name) {
        return StepShape.compensatable(name).call(call(name)).undo(call(name));
    }

    /** A step of a chain in which nothing is undone. */
    static StepShape eventual(String name) {
        return StepShape.compensatable(name)
                .call(CallShape.on(queue(name)).timeout(Duration.ofHours(1)).unlimited())
                .onUnknown(OnUnknown.ASK_AGAIN)
                .build();
    }

    static StepShape.Builder pivot(String name) {
        return StepShape.pivot(name).call(call(name));
    }

    static StepShape.Builder retriable(String name) {
        return StepShape.retriable(name).call(call(name));
    }

    static SagaShape saga(StepShape... steps) {
        return builder(steps).build();
    }

    static SagaShape.Builder builder(StepShape... steps) {
        return SagaShape.of("test.Relay", 1).steps(steps);
    }

    static SagaClient.Builder<String> client(SagaShape saga, ErrorType<?>... errors) {
        return SagaClient.of("test.Relay", 1, String.class)
                .taskQueue(queue(saga.steps().get(0).name()))
                .chain(saga.steps().stream().skip(1).map(StepShape::name).toArray(String[]::new))
                .errors(errors);
    }

    /** The worker of one step's participant, with the step's link and its operations. */
    static void register(WorkerFactory factory, Shop shop, Pattern pattern, SagaShape saga, StepShape own) {
        Worker worker = Skald.worker(factory, queue(own.name()));
        registerLink(worker, pattern, saga, own);
        worker.registerActivitiesImplementations(new Trial.Participant(shop));
    }

    static void registerLink(Worker worker, Pattern pattern, SagaShape saga, StepShape own) {
        if (saga.steps().get(0) == own) {
            worker.registerWorkflowImplementationFactory(Relay.class, () -> new Front(pattern, saga));
        } else {
            worker.registerWorkflowImplementationFactory(DynamicWorkflow.class, () -> new Link(pattern, saga, own));
        }
    }

    /** All workers. */
    static void register(WorkerFactory factory, Shop shop, Pattern pattern, SagaShape saga) {
        saga.steps().forEach(step -> register(factory, shop, pattern, saga, step));
    }

    /** Temporal with all workers. */
    static Sagas started(Pattern pattern, SagaShape saga) {
        return Sagas.started((factory, shop) -> register(factory, shop, pattern, saga));
    }

    /** Temporal with the workers of those steps. */
    static Sagas started(Pattern pattern, SagaShape saga, StepShape... steps) {
        return Sagas.started(
                (factory, shop) -> List.of(steps).forEach(step -> register(factory, shop, pattern, saga, step)));
    }

    static SagaHandle<String> start(Sagas sagas, SagaShape saga, ErrorType<?>... errors) {
        return on(sagas.temporal.getWorkflowClient(), saga, errors).start("1", "x");
    }

    static SagaClient<String> on(WorkflowClient client, SagaShape saga, ErrorType<?>... errors) {
        return client(saga, errors).on(client);
    }

    /** A cancel comes too late, and is told so. */
    static void assertTooLate(ThrowingCallable cancel) {
        assertThat(catchThrowableOfType(SagaRequestRejected.class, cancel)).hasMessageContaining("past its pivot");
    }

    /** Cancels the saga without asking first whether that comes too late, as a person does in Temporal's Web UI. */
    static void cancelUnchecked(Sagas sagas) {
        VerbRequest request = new VerbRequest(null, null, "ann", "changed my mind", null);
        sagas.patient.newUntypedWorkflowStub("Relay/1").update(Updates.CANCEL, Void.class, request);
    }

    /** Tells a link behind the first to stop, as the client and the other links do. */
    static void stop(Sagas sagas, String step) {
        LinkStop stop = new LinkStop(Stops.CANCELLED, "cancelled: changed my mind");
        sagas.patient.newUntypedWorkflowStub("Relay/1/" + step).signal(LinkMessages.STOP, stop);
    }

    /** Whether there is such a workflow. */
    static boolean isThere(WorkflowClient client, String workflowId) {
        try {
            return client.newUntypedWorkflowStub(workflowId).describe().getHistoryLength() > 0;
        } catch (WorkflowNotFoundException none) {
            return false;
        }
    }

    /** Whether the step that runs in a link behind the first is asked to end. */
    static boolean isCancelRequested(WorkflowClient client, String step) {
        return client.fetchHistory("Relay/1/" + step).getEvents().stream()
                .anyMatch(HistoryEvent::hasActivityTaskCancelRequestedEventAttributes);
    }

    /** Whether a link behind the first has been told anything. */
    static boolean isSignalled(WorkflowClient client, String step) {
        return client.fetchHistory("Relay/1/" + step).getEvents().stream()
                .anyMatch(HistoryEvent::hasWorkflowExecutionSignaledEventAttributes);
    }

    /** Runs every beginning of each link's history again; throws if any would now do something else. */
    static void replay(Sagas sagas, Pattern pattern, SagaShape saga) {
        for (StepShape step : saga.steps()) {
            String id = "Relay/1" + (step == saga.steps().get(0) ? "" : "/" + step.name());
            if (isThere(sagas.temporal.getWorkflowClient(), id)) {
                Tale.replay(
                        sagas,
                        id,
                        factory -> registerLink(Skald.worker(factory, queue(step.name())), pattern, saga, step));
            }
        }
    }

    /** What generated code does in a link. */
    final class Body {

        private final LinkRun link;
        private final Pattern pattern;
        private final SagaShape saga;
        private final StepShape own;

        Body(Pattern pattern, SagaShape saga, StepShape own) {
            this.link = LinkRun.of(saga, own);
            this.pattern = pattern;
            this.saga = saga;
            this.own = own;
            saga.onStateChange().ifPresent(call -> link.onStateChange(state -> link.run("tell " + state, Map.of())));
        }

        void take() {
            if (own.name().equals("skipped")) {
                return;
            }
            SagaStep step = link.step(own);
            if (own.undo().isPresent()) {
                step.compensate(() -> link.run("undo " + own.name(), Map.of()));
            }
            step.call(() -> link.call(own.name(), String.class, Map.of()));
        }

        /** Where the links work at the same time; the step whose name begins so waits for the first one's result. */
        String handOnFirst(String envelope) {
            LinkShape next = next();
            if (next != null) {
                link.handOn(next, envelope);
            }
            StepShape first = saga.steps().get(0);
            if (own.name().startsWith("after")) {
                assertThat(link.result(first, String.class)).isEqualTo(first.name());
            }
            take();
            StepShape last = saga.steps().get(saga.steps().size() - 1);
            return own == first && own != last ? link.result(last, String.class) : "";
        }

        /** The step after this link's, or null. */
        @Nullable
        LinkShape next() {
            int place = saga.steps().indexOf(own) + 1;
            if (place == saga.steps().size()) {
                return null;
            }
            StepShape step = saga.steps().get(place);
            LinkShape.Builder shape = LinkShape.of(step, queue(step.name()));
            boolean isAtomic = pattern == Pattern.PHONE_TAG || pattern == Pattern.HORROR_STORY;
            boolean bounded = isAtomic && step.kind() == StepKind.COMPENSATABLE;
            Duration limit = step.name().equals("soon") ? Duration.ofSeconds(3) : Duration.ofMinutes(3);
            return bounded ? shape.mustBeginWithin(limit).build() : shape.build();
        }
    }

    /** The first link. */
    final class Front implements Relay {

        private final Body body;

        Front(Pattern pattern, SagaShape saga) {
            this.body = new Body(pattern, saga, saga.steps().get(0));
        }

        @Override
        public String run(String input) {
            return switch (body.pattern) {
                case PHONE_TAG -> body.link.atomic(() -> handOver(input));
                case TIME_TRAVEL -> body.link.eventual(() -> handOver(input));
                case ANTHOLOGY -> body.link.eventual(() -> handOn(input));
                case HORROR_STORY -> body.link.atomicAtOnce(() -> body.handOnFirst(input));
            };
        }

        private String handOver(String input) {
            body.take();
            LinkShape next = body.next();
            return next == null ? "done" : body.link.handOver(next, String.class, input + body.own.name());
        }

        private String handOn(String input) {
            body.take();
            LinkShape next = body.next();
            if (next != null) {
                body.link.handOn(next, input + body.own.name());
            }
            return "";
        }
    }

    /** Another link. */
    final class Link implements DynamicWorkflow {

        private final Body body;

        Link(Pattern pattern, SagaShape saga, StepShape own) {
            this.body = new Body(pattern, saga, own);
        }

        @Override
        public @Nullable Object execute(EncodedValues args) {
            Chain chain = args.get(0, Chain.class);
            String envelope = args.get(1, String.class);
            return switch (body.pattern) {
                case PHONE_TAG -> body.link.atomic(chain, () -> over(envelope));
                case TIME_TRAVEL -> body.link.eventual(chain, () -> over(envelope));
                case ANTHOLOGY -> body.link.eventual(chain, () -> handOn(envelope));
                case HORROR_STORY -> body.link.atomicAtOnce(chain, () -> body.handOnFirst(envelope));
            };
        }

        private @Nullable Object over(String envelope) {
            body.take();
            LinkShape next = body.next();
            return next == null
                    ? "done " + envelope + body.own.name()
                    : body.link.handOver(next, envelope + body.own.name());
        }

        private @Nullable Object handOn(String envelope) {
            body.take();
            LinkShape next = body.next();
            if (next != null) {
                body.link.handOn(next, envelope + body.own.name());
            }
            return null;
        }
    }
}
