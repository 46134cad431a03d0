package dev.skald.codegen.plan;

import dev.skald.dsl.language.Pattern;

/** Chooses the lowering of a pattern; the only place that asks which one a saga has. */
final class Lowerings {

    private Lowerings() {}

    /** The lowering. */
    static Lowering of(Pattern pattern) {
        return switch (pattern) {
            case EPIC -> new EpicLowering();
            case FAIRY_TALE -> new FairyTaleLowering();
            case PHONE_TAG -> new PhoneTagLowering();
            case TIME_TRAVEL -> new TimeTravelLowering();
            case FANTASY_FICTION -> new FantasyFictionLowering();
            case HORROR_STORY -> new HorrorStoryLowering();
            case PARALLEL -> new ParallelLowering();
            case ANTHOLOGY -> new AnthologyLowering();
        };
    }
}
