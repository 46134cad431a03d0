package dev.skald.codegen.differential;

import java.util.List;

/**
 * One thing that a random saga does. What a sketch leaves open, such as whether a step is retriable, follows from where
 * it stands, so that a part of a sound sketch is sound as well. Numbers choose among what there is at that place.
 */
sealed interface Sketch {

    /**
     * A step.
     *
     * @param number names it
     * @param kind what it calls
     * @param undo what undoes it, before the point of no return
     * @param unknown what follows an outcome that nobody knows, before the point of no return
     * @param data chooses what it and its undo are given
     * @param extras chooses whether it has a moment, and whether it is written to come after another one
     */
    record Step(int number, Kind kind, Undo undo, Unknown unknown, int data, int extras) implements Sketch {}

    /** What a step calls. */
    enum Kind {
        /** Has an effect and no result. */
        RESERVE,
        /** Has an effect and a result. */
        HOLD,
        /** Has an effect and a result, and is never refused. */
        TAKE,
        /** Has a result, and no effect. */
        LOOK,
        /** Has a result and no effect, and is never refused. */
        SEE
    }

    /** What undoes a step. */
    enum Undo {
        /** A call, as often as the pattern wants. */
        ANY,
        /** A call by the step's own result, where it has one. */
        BY_RESULT,
        /** A call that is given up in the end, and those that come later wait for it. */
        PAUSING,
        /** A call that is given up in the end. */
        BOUNDED,
        /** A call that is never given up. */
        UNLIMITED,
        /** Nothing. */
        NONE
    }

    /** What is written about an outcome that nobody knows. */
    enum Unknown {
        /** Nothing. */
        UNSAID,
        /** To compensate. */
        COMPENSATE,
        /** To escalate. */
        ESCALATE
    }

    /**
     * Does one thing or the other.
     *
     * @param form chooses the condition; 0 does both, one after the other
     */
    record Choice(int form, List<Sketch> then, List<Sketch> otherwise) implements Sketch {}

    /**
     * Does something several times.
     *
     * @param number names its variable
     * @param form chooses how: 0 does it once, without a loop
     * @param max how many rounds there may be
     */
    record Loop(int number, int form, int max, List<Sketch> body) implements Sketch {}

    /**
     * Does several things at the same time.
     *
     * @param form 0 does one after the other
     */
    record Branches(int form, List<List<Sketch>> branches) implements Sketch {}

    /**
     * Waits for an event.
     *
     * @param number names it
     * @param form chooses for how long, and what is done where it does not come
     */
    record Await(int number, int form, List<Sketch> otherwise) implements Sketch {}

    /**
     * Runs another saga.
     *
     * @param number names it
     * @param data chooses what it is given
     */
    record Run(int number, int data) implements Sketch {}

    /** Lets time pass. */
    record Wait() implements Sketch {}

    /**
     * Ends the saga on a condition.
     *
     * @param form chooses the condition
     * @param fails whether it ends with an error, where it may
     */
    record Leave(int form, boolean fails) implements Sketch {}

    /** The point of no return. */
    enum Pivot {
        /** There is none but the first retriable step. */
        NONE,
        /** A pivot that may be refused. */
        CAPTURE,
        /** A pivot that is never refused. */
        CLOSE,
        /** A pivot that is asked only on a condition. */
        MAYBE
    }

    /**
     * A saga.
     *
     * @param tells whether a participant is told of its states
     * @param before what is done before the point of no return
     * @param pivot the point of no return
     * @param after what is done after it
     */
    record Whole(boolean tells, List<Sketch> before, Pivot pivot, List<Sketch> after) {}
}
