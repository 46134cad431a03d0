package dev.skald.runtime;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.common.converter.EncodedValues;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.workflow.DynamicWorkflow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A chain whose links a test writes itself, for what {@link Relay} does not do; queues are named as there. */
public final class Ballad implements DynamicWorkflow {

    /** What a step answers with where that has a generic type. */
    static final ResultType<List<Parcel>> PARCELS = new ResultType<>() {};

    /** What {@link #PARCELS} are. */
    static final List<Parcel> TWO = List.of(
            new Parcel("ann", new BigDecimal("0.10000000000000000001")), new Parcel("bob", new BigDecimal("2")));

    private final StepShape own;
    private final LinkRun link;
    private final Verse verse;

    private Ballad(SagaShape saga, StepShape own, Verse verse) {
        this.own = own;
        this.link = LinkRun.of(saga, own);
        this.verse = verse;
    }

    /** A link, as generated code would have it. */
    interface Verse {
        @Nullable
        Object sing(Ballad here, Optional<Chain> chain);
    }

    /**
     * Something that is more than a text.
     *
     * @param to who gets it
     * @param weight what it weighs
     */
    public record Parcel(String to, BigDecimal weight) {}

    /** An operation whose answer has a generic type. */
    @ActivityInterface
    public interface Packing {
        @ActivityMethod(name = "pack")
        List<Parcel> pack(Map<String, String> request);
    }

    /** Temporal with a worker for each step, whose links are sung in order. */
    static Sagas started(SagaShape saga, Verse... verses) {
        return Sagas.started((factory, shop) -> {
            for (int place = 0; place < verses.length; place++) {
                register(factory, shop, saga, saga.steps().get(place), verses[place]);
            }
        });
    }

    private static void register(WorkerFactory factory, Shop shop, SagaShape saga, StepShape own, Verse verse) {
        Worker worker = Skald.worker(factory, Relay.queue(own.name()));
        worker.registerWorkflowImplementationFactory(DynamicWorkflow.class, () -> new Ballad(saga, own, verse));
        Packing packing = request -> shop.answer("pack", () -> TWO);
        worker.registerActivitiesImplementations(new Trial.Participant(shop), packing);
    }

    LinkRun link() {
        return link;
    }

    /** Takes the link's step, whose operation is named after it. */
    void take() {
        step().run(() -> link.run(own.name(), Map.of()));
    }

    /** Takes the link's step, which packs. */
    List<Parcel> pack() {
        return step().call(() -> link.call("pack", PARCELS, Map.of()));
    }

    /** Takes the link's step, whose operation is what it says. */
    void say(String what) {
        step().call(() -> link.call(what, String.class, Map.of()));
    }

    private SagaStep step() {
        SagaStep step = link.step(own);
        return own.undo().isPresent() ? step.compensate(() -> link.run("undo " + own.name(), Map.of())) : step;
    }

    /** The link of another step. */
    static LinkShape to(StepShape next) {
        return LinkShape.of(next, Relay.queue(next.name())).build();
    }

    @Override
    public @Nullable Object execute(EncodedValues args) {
        return verse.sing(this, args.getSize() == 1 ? Optional.empty() : Optional.of(args.get(0, Chain.class)));
    }
}
