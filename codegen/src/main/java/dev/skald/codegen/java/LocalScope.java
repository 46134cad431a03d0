package dev.skald.codegen.java;

import com.palantir.javapoet.CodeBlock;
import dev.skald.dsl.model.Argument;
import dev.skald.dsl.model.Expression;
import dev.skald.dsl.model.Type;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The Java variables that are visible in a block. A variable of the definition has its own name in Java, unless that is
 * taken there: a result that a block hands on is declared before the block, so that Java sees it earlier than the
 * definition does.
 */
final class LocalScope {

    /** Every name of the method; what the generator names itself is none of them. */
    private final Set<String> everywhere;

    /** What cannot be declared here. */
    private final Set<String> visible;

    private final Map<String, String> renamed;

    /** Variables that are steps which have begun beside others. */
    private final Set<String> begun;

    /** Variables of this block that are declared outside of it. */
    private final Map<String, Local> declared;

    private LocalScope(
            Set<String> everywhere,
            Set<String> visible,
            Map<String, String> renamed,
            Set<String> begun,
            Map<String, Local> declared) {
        this.everywhere = everywhere;
        this.visible = new HashSet<>(visible);
        this.renamed = new HashMap<>(renamed);
        this.begun = new HashSet<>(begun);
        this.declared = Map.copyOf(declared);
    }

    /**
     * The scope of a method.
     *
     * @param everywhere every name that stands anywhere in the method or its class
     * @param visible what cannot be declared from the beginning
     */
    static LocalScope of(Collection<String> everywhere, Collection<String> visible) {
        Set<String> all = new HashSet<>(everywhere);
        all.addAll(visible);
        return new LocalScope(all, new HashSet<>(visible), Map.of(), Set.of(), Map.of());
    }

    /** The scope of a block within this one. */
    LocalScope block() {
        return block(Map.of());
    }

    /** The scope of a block within this one, some of whose variables are declared already. */
    LocalScope block(Map<String, Local> declared) {
        return new LocalScope(everywhere, visible, renamed, begun, declared);
    }

    /** From here on the block has this variable of the definition. */
    Local bind(String variable, Type type) {
        Local outside = declared.get(variable);
        Local local = outside != null && outside.type().equals(type)
                ? new Local(outside.name(), type, false)
                : new Local(visible.contains(variable) ? unique(variable) : variable, type, true);
        visible.add(local.name());
        renamed.put(variable, local.name());
        begun.remove(variable);
        return local;
    }

    /** From here on the block has this step, that has begun beside others; the name of its variable. */
    String bindBegun(String step) {
        String name = visible.contains(step) ? unique(step) : step;
        visible.add(name);
        renamed.put(step, name);
        begun.add(step);
        return name;
    }

    /** The name of the variable of a step that has begun. */
    String begun(String step) {
        return Objects.requireNonNull(renamed.get(step));
    }

    /** A name for something that the generator needs itself in this block. */
    String helper(String wanted) {
        String name = everywhere.contains(wanted) ? unique(wanted) : wanted;
        everywhere.add(name);
        visible.add(name);
        return name;
    }

    /** A name for the parameter of a short lambda: the next one may have the same. */
    String parameter(String wanted) {
        return everywhere.contains(wanted) ? numbered(wanted) : wanted;
    }

    /** The code of a value. */
    CodeBlock code(Expression expression) {
        return ExpressionGenerator.generate(names().in(expression));
    }

    /** The code of a value that Java must box: a lambda with several results does not widen them. */
    CodeBlock boxed(Expression expression) {
        return ExpressionGenerator.boxed(names().in(expression));
    }

    /** The code of each of the arguments, in their order. */
    List<CodeBlock> each(List<Argument> arguments) {
        return ExpressionGenerator.each(names().inArguments(arguments));
    }

    /** The code of each of the arguments, where one variable is a parameter. */
    List<CodeBlock> each(List<Argument> arguments, String variable, String parameter) {
        Map<String, String> names = new HashMap<>(renamed);
        names.put(variable, parameter);
        Set<String> others = new HashSet<>(begun);
        others.remove(variable);
        return ExpressionGenerator.each(new RenamedVariables(names, others).inArguments(arguments));
    }

    private RenamedVariables names() {
        return new RenamedVariables(renamed, begun);
    }

    private String unique(String wanted) {
        String name = numbered(wanted);
        everywhere.add(name);
        return name;
    }

    private String numbered(String wanted) {
        return IntStream.iterate(2, number -> number + 1)
                .mapToObj(number -> wanted + number)
                .filter(name -> !everywhere.contains(name))
                .findFirst()
                .orElseThrow();
    }

    /**
     * A variable in Java.
     *
     * @param name its name
     * @param type its type in the definition
     * @param isNew whether it is to be declared where it is assigned
     */
    record Local(String name, Type type, boolean isNew) {

        /** The code up to the value that is assigned. */
        CodeBlock assignment() {
            return isNew ? CodeBlock.of("$T $N = ", JavaTypes.of(type), name) : CodeBlock.of("$N = ", name);
        }
    }
}
