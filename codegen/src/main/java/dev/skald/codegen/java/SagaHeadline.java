package dev.skald.codegen.java;

import com.palantir.javapoet.CodeBlock;
import dev.skald.codegen.plan.SagaPlan;

/** Writes the line of Javadoc that says which saga a type belongs to. */
final class SagaHeadline {

    private SagaHeadline() {}

    /** What the definition says about the saga, as a paragraph of its own; nothing where it says nothing. */
    static CodeBlock description(SagaPlan plan) {
        return plan.description()
                .map(words -> CodeBlock.of("<p>$L\n\n", Comments.javadoc(words)))
                .orElse(CodeBlock.of(""));
    }

    static CodeBlock of(SagaPlan plan) {
        return CodeBlock.of(
                "<p>$L ($L), version $L. Source: $L.",
                plan.headline().title(),
                plan.headline().words(),
                plan.version(),
                Comments.javadoc(plan.source().toString()));
    }
}
