package dev.skald.dsl.testing;

import static dev.skald.dsl.testing.Chance.HERE;

import dev.skald.dsl.diagnostic.SourceFile;
import dev.skald.dsl.language.Pattern;
import dev.skald.dsl.syntax.tree.Declaration;
import dev.skald.dsl.syntax.tree.Defaults;
import dev.skald.dsl.syntax.tree.DefinitionFile;
import dev.skald.dsl.syntax.tree.DefinitionFile.Import;
import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.Operation;
import dev.skald.dsl.syntax.tree.SagaHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Syntax trees with every construct of the language, such as a parser could have built: well-formed, but neither their
 * names nor their types make sense.
 */
public final class RandomTrees {

    private final Chance chance;
    private final RandomNames names;
    private final RandomTypes types;
    private final RandomExpressions expressions;
    private final RandomStatements statements;

    private RandomTrees(Random random, boolean yaml) {
        this.chance = new Chance(random);
        this.names = new RandomNames(chance);
        this.types = new RandomTypes(chance, names);
        this.expressions = new RandomExpressions(chance, names, yaml);
        this.statements = new RandomStatements(chance, names, expressions, types);
    }

    /** Trees of {@code .saga} files. */
    public static Arbitrary<DefinitionFile> inSaga() {
        return Arbitraries.randomValue(random -> new RandomTrees(random, false).file("random.saga"));
    }

    /** Trees of {@code .saga.yaml} files. */
    public static Arbitrary<DefinitionFile> inYaml() {
        return Arbitraries.randomValue(random -> new RandomTrees(random, true).file("random.saga.yaml"));
    }

    private DefinitionFile file(String path) {
        List<Declaration> declarations = new ArrayList<>();
        add(declarations, name -> new Declaration.Record(name, types.fields(true), false, HERE));
        add(declarations, name -> new Declaration.Enumeration(name, chance.distinct(4, this::name), HERE));
        add(declarations, name -> new Declaration.BusinessError(name, types.fields(true), false, HERE));
        add(declarations, this::extern);
        add(declarations, this::participant);
        add(declarations, this::saga);
        return new DefinitionFile(
                new SourceFile(path, ""),
                chance.maybe(names::qualified),
                chance.several(3, () -> new Import(names.qualified(), chance.oneIn(2))),
                chance.maybe(this::defaults),
                declarations,
                false);
    }

    private void add(List<Declaration> declarations, Function<Name, Declaration> maker) {
        chance.distinct(3, names::name).forEach(name -> declarations.add(maker.apply(Chance.name(name))));
    }

    private Name name() {
        return Chance.name(names.name());
    }

    private Declaration extern(Name name) {
        return chance.oneIn(2)
                ? new Declaration.ExternType(name, names.qualified(), HERE)
                : new Declaration.ExternFunction(name, names.qualified(), types.fields(false), types.type(2), HERE);
    }

    private Declaration participant(Name name) {
        return new Declaration.Participant(
                name,
                chance.maybe(chance::textNode),
                chance.oneIn(3),
                chance.maybe(this::defaults),
                chance.distinct(4, names::name).stream().map(this::operation).toList(),
                false,
                List.of(),
                HERE);
    }

    private Operation operation(String name) {
        return new Operation(
                Chance.name(name),
                types.fields(true),
                chance.maybe(() -> types.type(2)),
                chance.several(2, names::qualified),
                chance.oneIn(3),
                chance.maybe(chance::textNode),
                List.of(),
                HERE);
    }

    private Defaults defaults() {
        return new Defaults(statements.limits(), statements.limits(), HERE);
    }

    private Declaration saga(Name name) {
        return new Declaration.Saga(
                name,
                types.fields(true),
                chance.maybe(() -> types.type(2)),
                header(),
                statements.statements(3),
                false,
                HERE);
    }

    private SagaHeader header() {
        return new SagaHeader(
                word("sync", "async"),
                word("atomic", "eventual"),
                word("orchestrated", "choreographed"),
                chance.maybe(
                        () -> Chance.name(chance.one(List.of(Pattern.values())).word())),
                chance.maybe(chance::count),
                chance.maybe(() -> expressions.value(2)),
                chance.maybe(chance::duration),
                chance.maybe(chance::textNode),
                chance.maybe(chance::textNode),
                chance.maybe(this::defaults),
                chance.maybe(expressions::call),
                statements.accepted(),
                List.of());
    }

    private Optional<Name> word(String one, String other) {
        return chance.maybe(() -> Chance.name(chance.one(List.of(one, other))));
    }
}
