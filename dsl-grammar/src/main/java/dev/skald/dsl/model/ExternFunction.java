package dev.skald.dsl.model;

import dev.skald.dsl.diagnostic.SourceLocation;
import java.util.List;

/**
 * A pure static method of the user's own, callable in expressions.
 *
 * @param name what definitions call it
 * @param javaType the qualified name of the class
 * @param javaMethod the method's name
 * @param parameters what goes in, in the order written
 * @param output what comes back
 * @param location of its name
 */
public record ExternFunction(
        DeclaredName name,
        String javaType,
        String javaMethod,
        List<Field> parameters,
        Type output,
        SourceLocation location) {

    public ExternFunction {
        parameters = List.copyOf(parameters);
    }
}
