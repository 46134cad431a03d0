package dev.skald.codegen.interpret;

/**
 * What a participant is asked for.
 *
 * @param step the step's name
 * @param phase whether it is to be done or undone
 */
public record Request(String step, Phase phase) {

    /** To do a step. */
    public static Request to(String step) {
        return new Request(step, Phase.DO);
    }

    /** To undo a step. */
    public static Request undo(String step) {
        return new Request(step, Phase.UNDO);
    }

    /** {@code reservation}, {@code undo reservation}. */
    @Override
    public String toString() {
        return phase == Phase.DO ? step : "undo " + step;
    }

    /** Whether something is done or undone. */
    public enum Phase {
        /** The step itself. */
        DO,
        /** Its compensation. */
        UNDO
    }
}
