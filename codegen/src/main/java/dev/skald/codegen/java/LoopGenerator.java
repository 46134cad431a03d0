package dev.skald.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.skald.codegen.java.FlowGenerator.Place;
import dev.skald.codegen.plan.Action;
import dev.skald.codegen.plan.Actions;
import dev.skald.dsl.model.Expression;
import dev.skald.dsl.model.Statement.Carried;
import dev.skald.dsl.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes loops and branches that run at the same time, and how their results get out of them. */
final class LoopGenerator {

    /** How much deeper the code of a branch stands. */
    private static final int INDENT_OF_BRANCH = 3 * FlowGenerator.INDENT;

    private final WorkflowScope workflow;
    private final FlowGenerator flow;

    LoopGenerator(WorkflowScope workflow, FlowGenerator flow) {
        this.workflow = workflow;
        this.flow = flow;
    }

    CodeBlock generate(Action.Loop loop, Place place) {
        return loop.parallel() ? atOnce(loop, place) : oneByOne(loop, place);
    }

    private CodeBlock oneByOne(Action.Loop loop, Place place) {
        CodeBlock list = place.scope().code(loop.in());
        CodeBlock.Builder code = CodeBlock.builder().add(FlowGenerator.comment(loop.source()));
        List<Holder> holders = new ArrayList<>();
        for (Carried result : used(loop.results())) {
            LocalScope.Local local = place.scope().bind(result.variable(), result.type());
            code.add("$Lnew $T<>();\n", local.assignment(), ClassName.get(ArrayList.class));
            holders.add(new Holder(result, 0, local.name()));
        }
        LocalScope scope = place.scope().block();
        LocalScope.Local item = scope.bind(loop.item(), loop.type());
        return code.add(
                        "for ($T $N : $L.each($L, $L, $L)) {\n$>",
                        JavaTypes.of(loop.type()),
                        item.name(),
                        workflow.saga(),
                        Literals.string(words(loop)),
                        list,
                        loop.max())
                .add(block(loop.body(), 0, holders, "add", place.within(scope)))
                .add("$<}\n")
                .build();
    }

    private CodeBlock atOnce(Action.Loop loop, Place place) {
        CodeBlock list = place.scope().code(loop.in());
        List<Holder> holders = holders(used(loop.results()), "Results", place.scope());
        LocalScope scope = place.scope().block();
        CodeBlock.Builder unboxed = CodeBlock.builder();
        String parameter = loop.item();
        if (JavaTypes.isPrimitive(loop.type())) {
            // Java compares boxed numbers by identity.
            parameter = scope.helper("each");
            unboxed.add("$L$N;\n", scope.bind(loop.item(), loop.type()).assignment(), parameter);
        } else {
            parameter = scope.bind(loop.item(), loop.type()).name();
        }
        CodeBlock.Builder code = CodeBlock.builder()
                .add(FlowGenerator.comment(loop.source()))
                .add(declarations(holders, RuntimeTypes.EACH_RESULT))
                .add("$L.eachAtOnce($L, $L, $L, ", workflow.saga(), Literals.string(words(loop)), list, loop.max());
        loop.concurrency().ifPresent(concurrency -> code.add("$L, ", concurrency));
        return code.add("$N -> {\n$>", parameter)
                .add(unboxed.build())
                .add(block(loop.body(), 0, holders, "add", place.within(scope)))
                .add("$<});\n")
                .add(readings(holders, "list", place.scope()))
                .build();
    }

    /** Branches that run at the same time. */
    CodeBlock generate(Action.Parallel parallel, Place place) {
        boolean goesOn = !Actions.neverGoesOn(List.of(parallel));
        List<Holder> holders = goesOn ? holders(used(parallel.results()), "Result", place.scope()) : List.of();
        List<CodeBlock> branches = new ArrayList<>();
        for (int index = 0; index < parallel.branches().size(); index++) {
            Place within = new Place(place.scope().block(), place.indent() + INDENT_OF_BRANCH);
            CodeBlock body = block(parallel.branches().get(index), index, holders, "set", within);
            branches.add(body.isEmpty() ? CodeBlock.of("() -> {}") : CodeBlock.of("() -> {\n$>$L$<}", body));
        }
        return CodeBlock.builder()
                .add(FlowGenerator.comment(parallel.source()))
                .add(declarations(holders, RuntimeTypes.BRANCH_RESULT))
                .add("$L.parallel($>$>\n", workflow.saga())
                .add(CodeBlock.join(branches, ",\n"))
                .add(");\n$<$<")
                .add(readings(holders, "get", place.scope()))
                .build();
    }

    private CodeBlock block(List<Action> block, int index, List<Holder> holders, String method, Place place) {
        CodeBlock statements = flow.statements(block, place);
        if (Actions.neverGoesOn(block)) {
            return statements;
        }
        CodeBlock.Builder code = CodeBlock.builder().add(statements);
        holders.forEach(holder -> holder.from(index)
                .ifPresent(result -> code.add(
                        "$N.$L($L);\n", holder.name(), method, place.scope().code(result))));
        return code.build();
    }

    private List<Carried> used(List<Carried> results) {
        return results.stream()
                .filter(result -> workflow.used().contains(result.variable()))
                .toList();
    }

    /** What results are kept in until all are there. */
    private static List<Holder> holders(List<Carried> results, String suffix, LocalScope scope) {
        List<Holder> holders = new ArrayList<>();
        for (Carried result : results) {
            for (int index = 0; index < result.from().size(); index++) {
                if (result.from().get(index).isPresent()) {
                    String wanted = result.from().get(index).get().name() + suffix;
                    holders.add(new Holder(result, index, scope.helper(wanted)));
                }
            }
        }
        return holders;
    }

    private static CodeBlock declarations(List<Holder> holders, ClassName type) {
        return holders.stream()
                .map(holder -> CodeBlock.of(
                        "$T $N = new $T<>();\n", ParameterizedTypeName.get(type, holder.type()), holder.name(), type))
                .collect(CodeBlock.joining(""));
    }

    private static CodeBlock readings(List<Holder> holders, String method, LocalScope scope) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Holder holder : holders) {
            Carried result = holder.result();
            code.add(
                    "$L$N.$L();\n", scope.bind(result.variable(), result.type()).assignment(), holder.name(), method);
        }
        return code.build();
    }

    /** The list as the definition calls it. */
    private static String words(Action.Loop loop) {
        String path = path(loop.in());
        return path.isEmpty() ? "the list of " + loop.item() : path;
    }

    private static String path(Expression list) {
        if (list instanceof Expression.Variable variable) {
            return variable.name();
        }
        if (list instanceof Expression.Narrowed narrowed) {
            return path(narrowed.value());
        }
        if (list instanceof Expression.FieldAccess access) {
            String target = path(access.target());
            return target.isEmpty() ? access.field() : target + "." + access.field();
        }
        return "";
    }

    /**
     * What a result of one block is kept in.
     *
     * @param result that is kept
     * @param block that brings it
     * @param name of the Java variable
     */
    private record Holder(Carried result, int block, String name) {

        Optional<Expression.Variable> from(int index) {
            return index == block ? result.from().get(index) : Optional.empty();
        }

        TypeName type() {
            Type brought = result.from().get(block).orElseThrow().type();
            return JavaTypes.boxed(brought);
        }
    }
}
