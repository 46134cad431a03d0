package dev.skald.codegen.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.codegen.interpret.Interpreter;
import dev.skald.codegen.interpret.Script;
import dev.skald.codegen.interpret.Trace;
import dev.skald.codegen.plan.SagaPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;

/** Runs generated sagas, many at once, and finds those that do not do what their plans mean, or break a promise. */
final class Runs implements AutoCloseable {

    private static final int AT_ONCE = 40;
    private static final int MANY_PAUSES = 24;

    private final GeneratedSagas sagas;
    private final Duration untilAskedAgain;
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    private int started;

    /**
     * Runs of some sagas.
     *
     * @param untilAskedAgain how much time passes until what failed is asked for again
     */
    Runs(GeneratedSagas sagas, Duration untilAskedAgain) {
        this.sagas = sagas;
        this.untilAskedAgain = untilAskedAgain;
    }

    /** Plays them all, up to the first that differ; answers these. */
    List<Mismatch> play(List<Run> runs) throws Exception {
        List<Mismatch> mismatches = new ArrayList<>();
        for (int from = 0; from < runs.size() && mismatches.isEmpty(); from += AT_ONCE) {
            List<Playing> some = runs.subList(from, Math.min(runs.size(), from + AT_ONCE)).stream()
                    .map(this::start)
                    .toList();
            mismatches.addAll(playAll(some));
        }
        return mismatches;
    }

    private Playing start(Run run) {
        SagaUnderTest saga = new SagaUnderTest(
                run.plan(),
                "s" + started++,
                run.script(),
                run.mischief(),
                one -> sagas.handle(one).status(),
                sagas::isAskedToEnd);
        return new Playing(run, new Driver(saga, sagas.handle(saga), sagas.execute(saga)));
    }

    private List<Mismatch> playAll(List<Playing> some) throws Exception {
        List<Mismatch> mismatches = new ArrayList<>();
        List<Playing> moving = playOn(some, mismatches);
        for (int pauses = 0; !moving.isEmpty() && mismatches.isEmpty(); pauses++) {
            assertThat(pauses).as("pauses until %s", moving.get(0).driver()).isLessThan(MANY_PAUSES);
            if (timePasses(moving, mismatches)) {
                moving = playOn(moving, mismatches);
            }
        }
        if (mismatches.isEmpty()) {
            some.forEach(playing -> compare(playing, mismatches));
        }
        return mismatches;
    }

    /** Lets time pass; where it does not, a saga's code fails again and again. */
    private boolean timePasses(List<Playing> moving, List<Mismatch> mismatches) throws Exception {
        try {
            sagas.sleep(untilAskedAgain);
            return true;
        } catch (TimeoutException standsStill) {
            for (Playing playing : moving) {
                sagas.failureOfCode(playing.driver().saga())
                        .ifPresent(failure -> mismatches.add(new Mismatch(playing.run(), failure)));
            }
            if (mismatches.isEmpty()) {
                moving.stream()
                        .filter(playing -> playing.driver().keepsTime())
                        .forEach(playing -> mismatches.add(
                                new Mismatch(playing.run(), "time stands still\n  " + playing.driver())));
            }
            assertThat(mismatches).as("sagas that keep time from passing").isNotEmpty();
            return false;
        }
    }

    /** Plays on, and answers those that go on when time passes. */
    private List<Playing> playOn(List<Playing> some, List<Mismatch> mismatches) throws InterruptedException {
        List<Future<Boolean>> played = new ArrayList<>();
        for (Playing playing : some) {
            played.add(threads.submit(playing.driver()::play));
        }
        List<Playing> moving = new ArrayList<>();
        for (int index = 0; index < some.size(); index++) {
            try {
                if (played.get(index).get()) {
                    moving.add(some.get(index));
                }
            } catch (ExecutionException broken) {
                Run run = some.get(index).run();
                Trace trace = Interpreter.run(run.plan(), run.script());
                mismatches.add(new Mismatch(
                        run,
                        "should show\n  " + Sight.of(trace, run.plan(), run.script()) + "\nbut\n  "
                                + broken.getMessage()));
            }
        }
        return moving;
    }

    private void compare(Playing playing, List<Mismatch> mismatches) {
        Driver driver = playing.driver();
        SagaUnderTest saga = driver.saga();
        Trace trace = Interpreter.run(saga.plan(), saga.script());
        try {
            Sight seen = Sight.of(saga, driver.status(), sagas.sagaStates(saga), trace.calls());
            assertThat(seen).usingRecursiveComparison().isEqualTo(Sight.of(trace, saga.plan(), saga.script()));
            ToldStates.check(saga, trace);
            Invariants.check(saga, driver.status());
        } catch (AssertionError differs) {
            mismatches.add(new Mismatch(playing.run(), String.valueOf(differs.getMessage())));
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        sagas.close();
    }

    /**
     * What is to be run.
     *
     * @param plan the saga
     * @param script what happens in it
     * @param mischief what happens behind that
     */
    record Run(SagaPlan plan, Script script, Mischief mischief) {}

    /**
     * A run that did not do what its plan means, or broke a promise.
     *
     * @param run the run
     * @param what the difference, for people
     */
    record Mismatch(Run run, String what) {

        @Override
        public String toString() {
            return run.plan().name().simpleName() + ", " + run.script() + ", " + run.mischief() + "\n" + what;
        }
    }

    private record Playing(Run run, Driver driver) {}
}
