package dev.skald.dsl.syntax.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.diagnostic.SourceFile;
import dev.skald.dsl.syntax.tree.Declaration;
import dev.skald.dsl.syntax.tree.DefinitionFile;
import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reads the example of the documentation. */
final class ExampleTest {

    private static final Result<DefinitionFile> RESULT = YamlNotation.parse(
            new SourceFile("place-order.saga.yaml", Resources.text("examples/place-order.saga.yaml")));

    @Test
    void nothingIsWrongWithIt() {
        assertThat(RESULT.diagnostics()).isEmpty();
        assertThat(RESULT.value().incomplete()).isFalse();
    }

    @Test
    void everythingThatItDeclaresIsThere() {
        assertThat(RESULT.value().declarations())
                .extracting(Declaration::name)
                .extracting(Name::text)
                .containsExactly(
                        "Order",
                        "Reservation",
                        "Authorization",
                        "Shipment",
                        "Confirmation",
                        "OutOfStock",
                        "CardDeclined",
                        "NotServed",
                        "inventory",
                        "billing",
                        "shipping",
                        "mail",
                        "PlaceOrder");
    }

    @Test
    void theBodyEndsWithTheReturn() {
        List<Declaration> declarations = RESULT.value().declarations();
        Declaration.Saga saga = (Declaration.Saga) declarations.get(declarations.size() - 1);

        assertThat(saga.body()).hasSize(6);
        assertThat(saga.body().subList(0, 5)).allMatch(Statement.Step.class::isInstance);
        assertThat(saga.body().get(5)).isInstanceOf(Statement.Return.class);
    }
}
