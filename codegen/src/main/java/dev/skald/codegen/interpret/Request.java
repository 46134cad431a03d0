package dev.skald.codegen.interpret;

/**
 * What a participant is asked for.
 *
 * @param step the step's name
 * @param phase whether it is to be done or undone
 * @param round the loop's round, counted from 1; 0 outside of loops
 */
public record Request(String step, Phase phase, int round) {

    /** To do a step. */
    public static Request to(String step) {
        return new Request(step, Phase.DO, 0);
    }

    /** To undo a step. */
    public static Request undo(String step) {
        return new Request(step, Phase.UNDO, 0);
    }

    /** This request, in a round of a loop. */
    public Request in(int roundOfLoop) {
        return new Request(step, phase, roundOfLoop);
    }

    /** {@code reservation}, {@code undo reservation[2]}. */
    @Override
    public String toString() {
        String label = round == 0 ? step : step + "[" + round + "]";
        return phase == Phase.DO ? label : "undo " + label;
    }

    /** Whether something is done or undone. */
    public enum Phase {
        /** The step itself. */
        DO,
        /** Its compensation. */
        UNDO
    }
}
