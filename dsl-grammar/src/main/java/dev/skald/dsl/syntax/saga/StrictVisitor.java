package dev.skald.dsl.syntax.saga;

import org.antlr.v4.runtime.tree.RuleNode;

/** A visitor that must know every construct it meets. */
abstract class StrictVisitor<T> extends SagaParserBaseVisitor<T> {

    @Override
    public T visitChildren(RuleNode construct) {
        throw new IllegalStateException("This is a bug in Skald, please report it: nothing is built of "
                + construct.getClass().getSimpleName() + " in " + getClass().getSimpleName());
    }
}
