package dev.skald.codegen.plan;

import dev.skald.dsl.language.Pattern;
import java.util.Optional;

/** Chooses the lowering of a pattern; the only place that asks which one a saga has. */
final class Lowerings {

    private Lowerings() {}

    /** The lowering, where this version of Skald has one. */
    static Optional<Lowering> of(Pattern pattern) {
        return switch (pattern) {
            case EPIC -> Optional.of(new EpicLowering());
            case FAIRY_TALE -> Optional.of(new FairyTaleLowering());
            case FANTASY_FICTION -> Optional.of(new FantasyFictionLowering());
            case PARALLEL -> Optional.of(new ParallelLowering());
            case PHONE_TAG, TIME_TRAVEL, HORROR_STORY, ANTHOLOGY -> Optional.empty();
        };
    }
}
