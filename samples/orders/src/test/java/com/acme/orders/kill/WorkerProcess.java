package com.acme.orders.kill;

import com.acme.orders.files.FileShop;
import com.acme.orders.rushorder.v1.RushOrderWorker;
import dev.skald.runtime.Skald;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Workers in a process of their own. It ends when it is killed, or when the process that started it has ended. */
final class WorkerProcess {

    /** What a process may be there for. */
    enum Role {
        /** It runs the saga's workflow. */
        MEDIATOR,
        /** It serves all four participants. */
        PARTICIPANTS
    }

    private WorkerProcess() {}

    /**
     * Starts the workers.
     *
     * @param arguments the server, the folder of the participants' files, and the roles
     */
    public static void main(String... arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        Set<Role> roles = Arrays.stream(arguments)
                .skip(2)
                .map(Role::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
        Standstill standstill = new Standstill(folder);
        WorkerFactory workers = WorkerFactory.newInstance(
                client(arguments[0]),
                WorkerFactoryOptions.newBuilder()
                        .setWorkerInterceptors(standstill)
                        .build());
        if (roles.contains(Role.MEDIATOR)) {
            workers.newWorker(RushOrderWorker.TASK_QUEUE, options());
            RushOrderWorker.register(workers);
        }
        if (roles.contains(Role.PARTICIPANTS)) {
            FileShop.open(folder, standstill::within).register(workers);
        }
        workers.start();
        while (System.in.read() >= 0) {
            // Nobody writes: it comes back when the other end is gone.
        }
        Runtime.getRuntime().halt(0);
    }

    /** The server waits a second, not five, for the answer of a worker that was killed, before it asks another one. */
    private static WorkerOptions options() {
        return WorkerOptions.newBuilder()
                .setStickyQueueScheduleToStartTimeout(Duration.ofSeconds(1))
                .build();
    }

    private static WorkflowClient client(String target) {
        WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(
                WorkflowServiceStubsOptions.newBuilder().setTarget(target).build());
        return WorkflowClient.newInstance(
                stubs, Skald.clientOptions(WorkflowClientOptions.newBuilder()).build());
    }
}
