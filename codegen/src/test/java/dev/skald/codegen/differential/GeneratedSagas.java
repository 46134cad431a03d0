package dev.skald.codegen.differential;

import dev.skald.codegen.interpret.Facts;
import dev.skald.codegen.interpret.Request;
import dev.skald.codegen.plan.Action;
import dev.skald.codegen.plan.Actions;
import dev.skald.codegen.plan.SagaPlan;
import dev.skald.codegen.plan.SagaPlan.Answer;
import dev.skald.codegen.plan.SagaPlan.Caller;
import dev.skald.codegen.testing.Definitions;
import dev.skald.codegen.testing.JavaCompilation;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.model.Type;
import dev.skald.runtime.AdminNotice;
import dev.skald.runtime.SagaFailed;
import dev.skald.runtime.SagaHandle;
import dev.skald.runtime.SagaRequestRejected;
import dev.skald.runtime.Skald;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.enums.v1.WorkflowTaskFailedCause;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.common.converter.GlobalDataConverter;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * The sagas of a definition that calls its package {@code com.acme.five} and its participant shop, generated, compiled
 * and running in Temporal's test environment.
 */
final class GeneratedSagas implements AutoCloseable {

    /** Each link of a chain has some of its own. */
    private static final int MANY_THREADS = 4000;

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration A_MOMENT = Duration.ofMillis(50);

    private static final String SAGA_STATE = "SagaState";

    private final ClassLoader generated;
    private final TestWorkflowEnvironment temporal;
    private final ScriptedShop shop;
    private final Map<String, Object> clients = new HashMap<>();
    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final HeldTime heldTime;

    GeneratedSagas(Path classes, SagaModel model, List<SagaPlan> plans) throws ReflectiveOperationException {
        JavaCompilation.assertCompiles(Definitions.generate(model), classes);
        generated = JavaCompilation.load(classes);
        shop = new ScriptedShop(generated);
        temporal = TestWorkflowEnvironment.newInstance(options());
        WorkerFactory factory = temporal.getWorkerFactory();
        registerShop(factory);
        // Whoever waits on this one lets no time pass.
        WorkflowClient client = WorkflowClient.newInstance(
                temporal.getWorkflowServiceStubs(),
                WorkflowClientOptions.newBuilder()
                        .setNamespace(temporal.getNamespace())
                        .build());
        plans.stream()
                .map(plan -> plan.front().queue())
                .distinct()
                .forEach(queue -> factory.newWorker(queue, patiently()));
        for (SagaPlan plan : plans) {
            String name = plan.name().simpleName();
            if (!plan.lead().isChain()) {
                register(factory, "com.acme.five." + name.toLowerCase(Locale.ROOT) + ".v1." + name + "Worker");
            }
            clients.put(
                    name,
                    load("com.acme.five." + name + "Client")
                            .getConstructor(WorkflowClient.class)
                            .newInstance(client));
        }
        heldTime = new HeldTime(temporal.getWorkflowServiceStubs(), this::events);
        temporal.start();
    }

    private TestEnvironmentOptions options() {
        return TestEnvironmentOptions.newBuilder()
                .setWorkerFactoryOptions(Skald.workerFactoryOptions(
                                WorkerFactoryOptions.newBuilder().setMaxWorkflowThreadCount(MANY_THREADS),
                                this::notifyAdmin)
                        .build())
                .setWorkflowServiceStubsOptions(WorkflowServiceStubsOptions.newBuilder()
                        .setGrpcClientInterceptors(List.of(new ListedSearchAttribute(SAGA_STATE)))
                        .build())
                .registerSearchAttribute(SAGA_STATE, IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD)
                .build();
    }

    /** Where many sagas share a slow machine, a thread that waits for its turn is not deadlocked. */
    private static WorkerOptions patiently() {
        return WorkerOptions.newBuilder()
                .setDefaultDeadlockDetectionTimeout(Duration.ofMinutes(1).toMillis())
                .build();
    }

    private void notifyAdmin(AdminNotice notice) {
        shop.saga(notice.sagaId()).notified(ScriptedShop.request(notice));
    }

    private void registerShop(WorkerFactory factory) throws ReflectiveOperationException {
        Class<?> activities = load("com.acme.five.shop.ShopActivities");
        Object proxy = Proxy.newProxyInstance(generated, new Class<?>[] {activities}, shop);
        load("com.acme.five.shop.ShopWorker")
                .getMethod("register", WorkerFactory.class, activities)
                .invoke(null, factory, proxy);
    }

    private void register(WorkerFactory factory, String worker) throws ReflectiveOperationException {
        load(worker).getMethod("register", WorkerFactory.class).invoke(null, factory);
    }

    private Class<?> load(String name) throws ClassNotFoundException {
        return generated.loadClass(name);
    }

    /** Has the saga executed by its generated client, while its caller waits. */
    Future<?> execute(SagaUnderTest saga) {
        shop.play(saga);
        heldTime.watch(saga.workflowIds());
        Future<?> unused = callers.submit(() -> send(saga));
        return callers.submit(() -> {
            if (saga.plan().caller() == Caller.WAITS) {
                return client(saga, "execute", inputs(saga));
            }
            SagaHandle<?> handle = (SagaHandle<?>) client(saga, "start", inputs(saga));
            return saga.plan().answer() == Answer.NEVER ? handle : handle.result();
        });
    }

    /** Its input, as its script has it. */
    private static List<Object> inputs(SagaUnderTest saga) {
        Facts facts = saga.script().facts();
        return saga.plan().input().stream()
                .<Object>map(input -> {
                    if (input.type() instanceof Type.ListType) {
                        int size = facts.sizes().getOrDefault(input.name(), 1);
                        return Collections.nCopies(size, input.name());
                    }
                    return input.name().equals("id")
                            ? saga.id()
                            : (Object) facts.holding().contains(input.name());
                })
                .toList();
    }

    /** Sends it the events that come in time, as soon as it has begun. */
    private void send(SagaUnderTest saga) {
        List<String> events = Actions.allIn(saga.plan().front().flow(), Action.AwaitEvent.class).stream()
                .map(Action.AwaitEvent::name)
                .filter(event -> !saga.script().facts().missing().contains(event))
                .toList();
        while (!events.isEmpty() && !hasBegun(saga)) {
            // To ask costs more than to wait.
            LockSupport.parkNanos(A_MOMENT.toNanos());
        }
        try {
            events.forEach(event -> handle(saga).send(event, Map.of("by", "ann")));
        } catch (SagaRequestRejected over) {
            // It does not wait for any.
        }
        saga.sent();
    }

    private boolean hasBegun(SagaUnderTest saga) {
        try {
            return !handle(saga).status().stale();
        } catch (WorkflowNotFoundException notYet) {
            return Thread.currentThread().isInterrupted();
        }
    }

    /** A handle of the saga from its generated client. */
    SagaHandle<?> handle(SagaUnderTest saga) {
        return (SagaHandle<?>) client(saga, "handle", List.of(saga.id()));
    }

    private Object client(SagaUnderTest saga, String name, List<Object> arguments) {
        Object client = Objects.requireNonNull(clients.get(saga.plan().name().simpleName()));
        try {
            Method method = Arrays.stream(client.getClass().getMethods())
                    .filter(one -> one.getName().equals(name) && one.getParameterCount() == arguments.size())
                    .findFirst()
                    .orElseThrow();
            return Objects.requireNonNull(method.invoke(client, arguments.toArray()));
        } catch (InvocationTargetException failed) {
            if (failed.getCause() instanceof SagaFailed told) {
                throw told;
            }
            throw new IllegalStateException(failed);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Lets time pass for all sagas.
     *
     * @throws TimeoutException if it does not
     */
    void sleep(Duration time) throws Exception {
        Future<?> sleep = callers.submit(() -> temporal.sleep(time));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!sleep.isDone() && System.nanoTime() < end) {
            heldTime.release();
            LockSupport.parkNanos(A_MOMENT.toNanos());
        }
        sleep.get(0, TimeUnit.SECONDS);
    }

    /** Whether a participant is asked to give up a step that it has begun. */
    boolean isAskedToEnd(SagaUnderTest saga, Request request) {
        return events(saga.workflowId(request.step())).stream()
                .anyMatch(HistoryEvent::hasActivityTaskCancelRequestedEventAttributes);
    }

    /** How the saga's code failed, where it did: a task that Temporal gives it again and again. */
    Optional<String> failureOfCode(SagaUnderTest saga) {
        return saga.workflowIds().stream()
                .flatMap(id -> events(id).stream())
                .filter(event -> event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED)
                .map(HistoryEvent::getWorkflowTaskFailedEventAttributes)
                // Something came just as it was to close, and it closes a moment later.
                .filter(failed ->
                        failed.getCause() != WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_UNHANDLED_COMMAND)
                .map(String::valueOf)
                .findFirst();
    }

    /** What happened in a workflow; nothing if it has not been started. */
    private List<HistoryEvent> events(String workflowId) {
        try {
            return temporal.getWorkflowClient().fetchHistory(workflowId).getEvents();
        } catch (StatusRuntimeException unknown) {
            return List.of();
        }
    }

    /** The values that the saga, or the first link of a chain, gave its search attribute, one after the other. */
    List<String> sagaStates(SagaUnderTest saga) {
        return events(saga.workflowId()).stream()
                .filter(event -> event.getEventType() == EventType.EVENT_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES)
                .map(event -> event.getUpsertWorkflowSearchAttributesEventAttributes()
                        .getSearchAttributes()
                        .getIndexedFieldsOrThrow(SAGA_STATE))
                .map(value -> GlobalDataConverter.get().fromPayload(value, String.class, String.class))
                .toList();
    }

    @Override
    public void close() {
        callers.shutdownNow();
        temporal.close();
    }
}
