package dev.skald.dsl.syntax.tree;

import java.util.List;
import java.util.Optional;

/**
 * What stands between a saga's signature and its body. The three words and the pattern's name are kept as written:
 * whether they are known and agree is the resolver's to say.
 */
public record SagaHeader(
        Optional<Name> communication,
        Optional<Name> consistency,
        Optional<Name> coordination,
        Optional<Name> pattern,
        Optional<Located<Integer>> version,
        Optional<Expression> id,
        Optional<Located<java.time.Duration>> deadline,
        Optional<Text> queue,
        Optional<Text> description,
        Optional<Defaults> defaults,
        Optional<Call> onStateChange,
        List<Acceptance> accepted,
        List<Name> reserved) {

    public SagaHeader {
        accepted = List.copyOf(accepted);
        reserved = List.copyOf(reserved);
    }
}
