package dev.skald.dsl.testing;

import static dev.skald.dsl.testing.Chance.HERE;
import static dev.skald.dsl.testing.SoundValues.named;

import dev.skald.dsl.diagnostic.SourceFile;
import dev.skald.dsl.language.Consistency;
import dev.skald.dsl.language.Coordination;
import dev.skald.dsl.language.Pattern;
import dev.skald.dsl.language.StepKind;
import dev.skald.dsl.syntax.tree.Acceptance;
import dev.skald.dsl.syntax.tree.Declaration;
import dev.skald.dsl.syntax.tree.DefinitionFile;
import dev.skald.dsl.syntax.tree.Expression;
import dev.skald.dsl.syntax.tree.Field;
import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.Operation;
import dev.skald.dsl.syntax.tree.QualifiedName;
import dev.skald.dsl.syntax.tree.SagaHeader;
import dev.skald.dsl.syntax.tree.Statement;
import dev.skald.dsl.syntax.tree.Text;
import dev.skald.dsl.syntax.tree.TypeName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Definitions that mean something: all that they name is declared, every argument has its type, and the steps keep the
 * rules of compensation, pivot and retriable steps.
 */
public final class RandomSagas {

    private static final List<String> SCALARS =
            List.of("string", "int", "long", "bool", "decimal", "double", "uuid", "date", "instant", "duration");

    private final Chance chance;
    private final boolean flow;
    private final Map<String, Declaration> declared = new LinkedHashMap<>();

    private RandomSagas(Random random, boolean flow) {
        this.chance = new Chance(random);
        this.flow = flow;
    }

    /** Definitions whose sagas are steps, one after the other, and a result. */
    public static Arbitrary<DefinitionFile> ofSteps() {
        return Arbitraries.randomValue(random -> new RandomSagas(random, false).file());
    }

    /**
     * Definitions whose sagas have {@code if}, {@code for}, {@code parallel}, {@code await}, {@code wait}, {@code run}
     * and {@code fail} too.
     */
    public static Arbitrary<DefinitionFile> withFlow() {
        return Arbitraries.randomValue(random -> new RandomSagas(random, true).file());
    }

    private DefinitionFile file() {
        declare(new Declaration.Enumeration(
                Chance.name("Colour"), List.of(Chance.name("RED"), Chance.name("GREEN"), Chance.name("BLUE")), HERE));
        for (int index = 1; index <= 1 + chance.below(3); index++) {
            declare(new Declaration.Record(Chance.name("Message" + index), fields(), false, HERE));
        }
        declare(new Declaration.BusinessError(Chance.name("Refused"), fields(), false, HERE));
        declare(new Declaration.BusinessError(Chance.name("Unwanted"), List.of(), false, HERE));
        for (int index = 1; index <= 1 + chance.below(3); index++) {
            declare(participant("service" + index));
        }
        for (int index = 1; index <= 1 + chance.below(2); index++) {
            declare(saga("Saga" + index));
        }
        return new DefinitionFile(
                new SourceFile("random.saga", ""),
                Optional.of(Chance.qualified("com.acme.random")),
                List.of(),
                Optional.empty(),
                List.copyOf(declared.values()),
                false);
    }

    private void declare(Declaration declaration) {
        declared.put(declaration.name().text(), declaration);
    }

    private List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        for (int index = 1; index <= chance.below(5); index++) {
            fields.add(new Field(Chance.name("field" + index), type(1), false, HERE));
        }
        return fields;
    }

    private TypeName type(int depth) {
        List<String> names = new ArrayList<>(SCALARS);
        declared.values().stream()
                .filter(declaration ->
                        declaration instanceof Declaration.Record || declaration instanceof Declaration.Enumeration)
                .map(declaration -> declaration.name().text())
                .forEach(names::add);
        TypeName bare = depth > 0 && chance.oneIn(5) ? new TypeName.ListOf(type(0), HERE) : named(chance.one(names));
        return chance.oneIn(5) ? new TypeName.OptionalOf(bare, HERE) : bare;
    }

    // Participants: of every operation there is one that can be refused and undone, and one that cannot

    private Declaration participant(String name) {
        List<Operation> operations = new ArrayList<>();
        for (int index = 1; index <= 1 + chance.below(2); index++) {
            List<Name> errors = chance.distinct(2, () -> Chance.name(chance.one(List.of("Refused", "Unwanted"))));
            List<QualifiedName> qualified = errors.stream()
                    .map(error -> new QualifiedName(List.of(error)))
                    .toList();
            operations.add(operation("ask" + index, chance.maybe(() -> type(1)), qualified, false));
            operations.add(operation("undo" + index, Optional.empty(), List.of(), false));
            operations.add(operation("settle" + index, chance.maybe(() -> type(1)), List.of(), chance.oneIn(2)));
        }
        return new Declaration.Participant(
                Chance.name(name), Optional.empty(), false, Optional.empty(), operations, false, List.of(), HERE);
    }

    private Operation operation(
            String name, Optional<TypeName> output, List<QualifiedName> errors, boolean irreversible) {
        return new Operation(
                Chance.name(name), fields(), output, errors, irreversible, Optional.empty(), List.of(), HERE);
    }

    // Sagas

    private Declaration saga(String name) {
        List<Field> input = List.of(
                new Field(Chance.name("subject"), named("Message1"), false, HERE),
                new Field(Chance.name("count"), named("int"), false, HERE),
                new Field(Chance.name("words"), new TypeName.ListOf(named("string"), HERE), false, HERE));
        Map<String, TypeName> scope = new LinkedHashMap<>();
        input.forEach(field -> scope.put(field.name().text(), field.type()));
        SoundValues values = new SoundValues(chance, declared);
        Pattern pattern = chance.one(patterns());
        boolean eventual = pattern.consistency() == Consistency.EVENTUAL;
        List<Statement> body = new ArrayList<>();
        SoundSteps steps = new SoundSteps(chance, values, participants(), eventual);
        body.addAll(new SoundFlow(chance, values, steps, flow).beforePivot(scope));
        if (flow && chance.oneIn(2)) {
            run(pattern, values, scope).ifPresent(body::add);
        }
        // A chain has a link at least.
        if (chance.oneIn(2) || body.isEmpty()) {
            body.add(steps.step(StepKind.PIVOT, scope));
            body.addAll(chance.several(3, () -> steps.step(StepKind.RETRIABLE, scope)));
        }
        Optional<TypeName> output = pattern == Pattern.ANTHOLOGY ? Optional.empty() : chance.maybe(() -> type(1));
        output.ifPresent(type -> body.add(new Statement.Return(values.value(type, scope, 2), HERE)));
        return new Declaration.Saga(Chance.name(name), input, output, header(pattern), body, false, HERE);
    }

    /** Another saga of the same consistency that can be undone, where there is one. */
    private Optional<Statement> run(Pattern pattern, SoundValues values, Map<String, TypeName> scope) {
        return declared.values().stream()
                .filter(Declaration.Saga.class::isInstance)
                .map(Declaration.Saga.class::cast)
                .filter(saga -> patternOf(saga).consistency() == pattern.consistency())
                .filter(saga -> saga.body().stream()
                        .noneMatch(statement -> statement instanceof Statement.Step step
                                && (step.kind() == StepKind.PIVOT || step.kind() == StepKind.RETRIABLE)))
                .findFirst()
                .map(saga -> {
                    Statement run = new Statement.Run(
                            Optional.of(Chance.name("inner")),
                            Chance.qualified(saga.name().text()),
                            values.arguments(saga.input(), scope),
                            HERE);
                    saga.output().ifPresent(type -> scope.put("inner", type));
                    return run;
                });
    }

    private List<Declaration.Participant> participants() {
        return declared.values().stream()
                .filter(Declaration.Participant.class::isInstance)
                .map(Declaration.Participant.class::cast)
                .toList();
    }

    /** Where there is more than steps there is somebody who knows the whole. */
    private List<Pattern> patterns() {
        return Stream.of(Pattern.values())
                .filter(pattern -> !flow || pattern.coordination() == Coordination.ORCHESTRATED)
                .toList();
    }

    private static Pattern patternOf(Declaration.Saga saga) {
        SagaHeader header = saga.header();
        return Stream.of(Pattern.values())
                .filter(pattern -> header.pattern()
                        .map(name -> name.text().equals(pattern.word()))
                        .orElseGet(() -> pattern.words().equals(words(header))))
                .findFirst()
                .orElseThrow();
    }

    private static String words(SagaHeader header) {
        return Stream.of(header.communication(), header.consistency(), header.coordination())
                .flatMap(Optional::stream)
                .map(Name::text)
                .collect(Collectors.joining(" "));
    }

    private static List<Acceptance> accepted(Pattern pattern) {
        boolean isAntiPattern = pattern == Pattern.FANTASY_FICTION || pattern == Pattern.HORROR_STORY;
        return isAntiPattern
                ? List.of(new Acceptance(
                        Chance.name("pattern.anti-pattern"), Optional.of(new Text("at random", HERE)), HERE))
                : List.of();
    }

    private SagaHeader header(Pattern pattern) {
        boolean inWords = chance.oneIn(2);
        List<Name> words =
                Stream.of(pattern.words().split(" ")).map(Chance::name).toList();
        return new SagaHeader(
                inWords ? Optional.of(words.get(0)) : Optional.empty(),
                inWords ? Optional.of(words.get(1)) : Optional.empty(),
                inWords ? Optional.of(words.get(2)) : Optional.empty(),
                inWords ? Optional.empty() : Optional.of(Chance.name(pattern.word())),
                chance.maybe(chance::count),
                chance.maybe(() -> new Expression.Template(
                        List.of(
                                new Expression.StringLiteral("no. ", HERE),
                                new Expression.Path(Chance.qualified("count"))),
                        HERE)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                accepted(pattern),
                List.of());
    }
}
