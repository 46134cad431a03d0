package dev.skald.dsl.format.convert;

import dev.skald.dsl.syntax.tree.Argument;
import dev.skald.dsl.syntax.tree.Expression;
import dev.skald.dsl.syntax.tree.Expression.Construction;
import dev.skald.dsl.syntax.tree.Statement.Step;
import java.util.List;
import java.util.Optional;

/** One of the ways in which the same may be written. */
interface Style {

    /** The arguments of what has a signature, their values in this style already. */
    List<Argument> arguments(List<Argument> arguments, Optional<Signature> signature);

    /**
     * The construction of a record.
     *
     * @param construction as it was
     * @param arguments its arguments, in this style already
     * @param record which; empty where it is not known
     * @param asked what the place asks for
     */
    Expression construction(
            Construction construction,
            List<Argument> arguments,
            Optional<Vocabulary.Entry> record,
            Optional<Asked> asked);

    /** A value that is neither a record nor a list. */
    Expression scalar(Expression value, Optional<Asked> asked);

    /** A step, its parts in this style already. */
    Step step(Step step);
}
