package dev.skald.dsl.testing;

import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Makes names, of words that mean nothing and of the language's own. */
final class RandomNames {

    private static final List<String> WORDS = Stream.concat(
                    Stream.of("a", "b2", "order", "orderId", "_x", "customer", "Item", "reservation", "ORDER_STATE"),
                    Stream.of(
                            ("accept after and anthology as async atomic attempts await backoff because branch change "
                                            + "choreographed compensate compensation concurrency continue deadline defaults "
                                            + "description else enum epic error escalate eventual exhausted extern factor fail "
                                            + "for heartbeat id if import in irreversible is java list locks map max near no "
                                            + "none on or orchestrated package parallel participant pause pivot present probe "
                                            + "projection publishes queue readonly reconcile record retriable retry return run "
                                            + "saga sensitive state step sync throws timeout unknown unlimited version via wait "
                                            + "within writes")
                                    .split(" ")))
            .toList();

    private final Chance chance;

    RandomNames(Chance chance) {
        this.chance = chance;
    }

    String name() {
        return chance.oneIn(3) ? chance.one(WORDS) : chance.one(WORDS.subList(0, 9)) + chance.below(10);
    }

    QualifiedName qualified() {
        List<Name> parts = new ArrayList<>();
        for (int index = 0; index <= chance.below(3); index++) {
            parts.add(Chance.name(name()));
        }
        return new QualifiedName(parts);
    }
}
