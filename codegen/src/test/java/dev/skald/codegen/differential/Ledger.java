package dev.skald.codegen.differential;

import dev.skald.codegen.interpret.Request;
import dev.skald.codegen.interpret.Request.Phase;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the participant of one saga has really done and undone, and under which keys. */
final class Ledger {

    private final List<Effect> effects = new ArrayList<>();
    private final List<Request> acceptedLate = new ArrayList<>();
    private final Set<Request> doneByHand = new LinkedHashSet<>();
    private final Set<Request> undoneByHand = new LinkedHashSet<>();

    /** Something happened: a step was done, or what a step had done was undone. */
    synchronized void add(Request request, String key) {
        effects.add(new Effect(request, key));
    }

    /** An operator has seen to it that the step is done. */
    synchronized void doneByHand(String step, int round) {
        doneByHand.add(Request.to(step).in(round));
    }

    /** An operator has seen to it that the step is undone. */
    synchronized void undoneByHand(String step, int round) {
        undoneByHand.add(Request.to(step).in(round));
    }

    /** A request that came after its undo was not refused. */
    synchronized void acceptedLate(Request request) {
        acceptedLate.add(request);
    }

    /** All that happened, in the order in which it did. */
    synchronized List<Effect> effects() {
        return List.copyOf(effects);
    }

    /** The requests that were not refused although they came after their undo. */
    synchronized List<Request> acceptedLate() {
        return List.copyOf(acceptedLate);
    }

    /** The steps whose effect is there. */
    synchronized Set<Request> open() {
        Set<Request> open = done();
        open.removeAll(happened(Phase.UNDO));
        open.removeAll(undoneByHand);
        return open;
    }

    /** The steps that have had an effect, whether it is undone or not. */
    synchronized Set<Request> done() {
        Set<Request> done = happened(Phase.DO);
        done.addAll(doneByHand);
        return done;
    }

    /** The steps whose effect was taken back. */
    synchronized Set<Request> undone() {
        return happened(Phase.UNDO);
    }

    private Set<Request> happened(Phase phase) {
        return effects.stream()
                .map(Effect::request)
                .filter(request -> request.phase() == phase)
                .map(request -> Request.to(request.step()).in(request.round()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Something that happened.
     *
     * @param request that asked for it
     * @param key that came with the request
     */
    record Effect(Request request, String key) {}
}
