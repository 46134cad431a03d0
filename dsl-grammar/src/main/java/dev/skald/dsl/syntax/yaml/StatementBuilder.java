package dev.skald.dsl.syntax.yaml;

import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.diagnostic.Suggestions;
import dev.skald.dsl.syntax.tree.Argument;
import dev.skald.dsl.syntax.tree.Expression;
import dev.skald.dsl.syntax.tree.Located;
import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.QualifiedName;
import dev.skald.dsl.syntax.tree.Statement;
import dev.skald.dsl.syntax.tree.TypeName;
import dev.skald.dsl.syntax.yaml.YamlNode.Entry;
import dev.skald.dsl.syntax.yaml.YamlNode.Mapping;
import dev.skald.dsl.syntax.yaml.YamlNode.Sequence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds the statements of one saga's body. What a statement is, one of its keys tells. */
final class StatementBuilder {

    /** The keys that tell; {@code for} before {@code parallel}, which is a clause of a loop as well. */
    private static final List<String> HEADS =
            List.of("step", "call", "for", "if", "parallel", "await", "wait", "run", "saga", "fail", "return");

    private static final Keys IF = Keys.of("if", "then", "else");
    private static final Keys FOR = Keys.of("for", "in", "max", "parallel", "concurrency", "do");
    private static final Keys AWAIT = Keys.of("await", "type", "within", "else");
    private static final Keys RUN = Keys.of("run", "saga", "with");
    private static final Keys FAIL = Keys.of("fail", "with");

    private final Values values;
    private final FieldsBuilder fields;
    private final ExpressionBuilder expressions;
    private final CallBuilder calls;
    private final StepBuilder steps;
    private boolean incomplete;

    StatementBuilder(
            Values values, FieldsBuilder fields, ExpressionBuilder expressions, CallBuilder calls, StepBuilder steps) {
        this.values = values;
        this.fields = fields;
        this.expressions = expressions;
        this.calls = calls;
        this.steps = steps;
    }

    /** Whether a statement had to be left out. */
    boolean incomplete() {
        return incomplete;
    }

    /** The statements under a key that has to be there. */
    List<Statement> requiredBlock(MappingReader reader, String key) {
        reader.required(key);
        return block(reader, key).orElse(List.of());
    }

    /** The {@code return} of a mapping, where it has one. */
    Optional<Statement> result(MappingReader reader) {
        return reader.entry("return")
                .map(entry -> new Statement.Return(expression(reader, "return"), entry.location()));
    }

    private Optional<List<Statement>> block(MappingReader reader, String key) {
        Optional<Sequence> sequence = reader.sequence(key);
        incomplete |= reader.has(key) && sequence.isEmpty();
        return sequence.map(list -> statements(list, "an entry of " + Mistakes.quoted(key)));
    }

    private List<Statement> statements(Sequence sequence, String what) {
        List<Statement> statements = new ArrayList<>();
        for (YamlNode item : sequence.items()) {
            Optional<Statement> statement = values.mapping(item, what).flatMap(this::statement);
            statement.ifPresentOrElse(statements::add, () -> incomplete = true);
        }
        return statements;
    }

    private Optional<Statement> statement(Mapping mapping) {
        SourceLocation location = mapping.location();
        return switch (head(mapping)) {
            case "if" -> Optional.of(choice(values.keys(mapping, "`if`", IF), location));
            case "parallel" -> branches(values.keys(mapping, "`parallel`", Keys.of("parallel")), location);
            case "for" -> loop(values.keys(mapping, "`for`", FOR), location);
            case "await" -> event(values.keys(mapping, "`await`", AWAIT), location);
            case "wait" -> timer(values.keys(mapping, "`wait`", Keys.of("wait")), location);
            case "run", "saga" -> run(values.keys(mapping, "the run of a saga", RUN), location);
            case "fail" -> failure(values.keys(mapping, "`fail`", FAIL), location);
            case "return" -> result(values.keys(mapping, "`return`", Keys.of("return")));
            default -> Optional.of(steps.step(mapping));
        };
    }

    /** The key that tells what a statement is; where none does, the one that is nearly there. */
    private static String head(Mapping mapping) {
        List<String> keys = mapping.entries().stream()
                .map(Entry::key)
                .map(YamlNode.Scalar::text)
                .toList();
        return HEADS.stream()
                .filter(keys::contains)
                .findFirst()
                .or(() -> keys.stream()
                        .flatMap(key -> Suggestions.nearest(key, HEADS).stream())
                        .findFirst())
                .orElse("step");
    }

    private Statement choice(MappingReader reader, SourceLocation location) {
        reader.required("if");
        return new Statement.If(
                expression(reader, "if"),
                requiredBlock(reader, "then"),
                block(reader, "else").orElse(List.of()),
                location);
    }

    private Optional<Statement> branches(MappingReader reader, SourceLocation location) {
        return reader.sequence("parallel").map(list -> {
            List<List<Statement>> branches = new ArrayList<>();
            for (YamlNode item : list.items()) {
                Optional<Sequence> branch = values.sequence(item, "a branch of `parallel`");
                incomplete |= branch.isEmpty();
                branches.add(branch.map(steps -> statements(steps, "an entry of a branch"))
                        .orElse(List.of()));
            }
            return new Statement.Parallel(branches, location);
        });
    }

    private Optional<Statement> loop(MappingReader reader, SourceLocation location) {
        reader.required("in");
        Optional<Name> item = reader.name("for");
        Expression in = expression(reader, "in");
        List<Statement> body = requiredBlock(reader, "do");
        Optional<Located<Integer>> max = reader.wholeNumber("max");
        Optional<Located<Integer>> concurrency = reader.wholeNumber("concurrency");
        boolean parallel = reader.flag("parallel");
        return item.map(name -> new Statement.For(name, in, parallel, max, concurrency, body, location));
    }

    private Optional<Statement> event(MappingReader reader, SourceLocation location) {
        reader.required("type");
        Optional<Name> name = reader.name("await");
        TypeName type = fields.type(reader, "type").orElseGet(() -> new TypeName.Broken(location));
        Optional<Located<Duration>> within = reader.duration("within");
        Optional<List<Statement>> otherwise = block(reader, "else");
        return name.map(event -> new Statement.Await(event, type, within, otherwise, location));
    }

    private static Optional<Statement> timer(MappingReader reader, SourceLocation location) {
        return reader.duration("wait").map(duration -> new Statement.Wait(duration, location));
    }

    private Optional<Statement> run(MappingReader reader, SourceLocation location) {
        reader.required("saga");
        Optional<QualifiedName> saga = reader.scalar("saga").map(values::qualifiedName);
        Optional<List<Argument>> arguments = calls.arguments(reader);
        return saga.flatMap(name -> arguments.map(with -> new Statement.Run(reader.name("run"), name, with, location)));
    }

    private Optional<Statement> failure(MappingReader reader, SourceLocation location) {
        Optional<QualifiedName> error = reader.scalar("fail").map(values::qualifiedName);
        Optional<List<Argument>> arguments = calls.arguments(reader);
        return error.flatMap(name -> arguments.map(with -> new Statement.Fail(name, with, location)));
    }

    private Expression expression(MappingReader reader, String key) {
        return reader.value(key).map(expressions::expression).orElseGet(() -> new Expression.Broken(reader.place()));
    }
}
