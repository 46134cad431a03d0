package dev.skald.codegen.java;

import com.palantir.javapoet.CodeBlock;
import dev.skald.codegen.java.LocalScope.Local;
import dev.skald.dsl.model.Expression;
import dev.skald.dsl.model.Statement.Carried;
import dev.skald.dsl.model.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The results of blocks of which one is run: variables that are declared before, and assigned in each block. */
final class OneOfResults {

    private final List<Result> results = new ArrayList<>();

    /**
     * The results that are used.
     *
     * @param scope in which they are seen
     */
    OneOfResults(List<Carried> carried, Set<String> used, LocalScope scope) {
        carried.stream()
                .filter(result -> used.contains(result.variable()))
                .forEach(result -> results.add(new Result(result, scope.bind(result.variable(), result.type()))));
    }

    boolean isEmpty() {
        return results.isEmpty();
    }

    /** The code that stands before the blocks. */
    CodeBlock declarations() {
        return results.stream()
                .map(Result::local)
                .filter(Local::isNew)
                .map(local -> CodeBlock.of("$T $N;\n", JavaTypes.of(local.type()), local.name()))
                .collect(CodeBlock.joining(""));
    }

    /** The scope of a block, in which those variables are assigned at once that can be. */
    LocalScope block(LocalScope scope, int block) {
        Map<String, Local> declared = new HashMap<>();
        results.forEach(
                result -> result.from(block).ifPresent(variable -> declared.put(variable.name(), result.local())));
        return scope.block(declared);
    }

    /** The code that stands at the end of a block that goes on. */
    CodeBlock assignments(LocalScope scope, int block) {
        return results.stream()
                .map(result -> result.from(block)
                        .map(variable -> result.assignment(variable, scope))
                        .orElseGet(result::absence))
                .collect(CodeBlock.joining(""));
    }

    /** The code that stands where no block is run. */
    CodeBlock absences() {
        return results.stream().map(Result::absence).collect(CodeBlock.joining(""));
    }

    /** The code that stands where none ever is. */
    CodeBlock declaredAbsences() {
        return results.stream()
                .map(result -> CodeBlock.of("$L$T.empty();\n", result.local().assignment(), Optional.class))
                .collect(CodeBlock.joining(""));
    }

    private record Result(Carried carried, Local local) {

        Optional<Expression.Variable> from(int block) {
            return carried.from().get(block);
        }

        /** Nothing where the variable is the same. */
        CodeBlock assignment(Expression.Variable variable, LocalScope scope) {
            CodeBlock value = scope.code(variable);
            if (variable.type().equals(local.type())) {
                return value.toString().equals(local.name())
                        ? CodeBlock.of("")
                        : CodeBlock.of("$N = $L;\n", local.name(), value);
            }
            return CodeBlock.of("$N = $T.of($L);\n", local.name(), Optional.class, value);
        }

        CodeBlock absence() {
            if (!(local.type() instanceof Type.OptionalType)) {
                throw new IllegalStateException(
                        carried.variable() + " is not there on every way: this is a bug in Skald");
            }
            return CodeBlock.of("$N = $T.empty();\n", local.name(), Optional.class);
        }
    }
}
