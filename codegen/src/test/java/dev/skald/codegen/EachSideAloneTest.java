package dev.skald.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.codegen.java.Selection;
import dev.skald.codegen.output.GeneratedFile;
import dev.skald.codegen.testing.Definitions;
import dev.skald.codegen.testing.JavaCompilation;
import dev.skald.dsl.model.Participant;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is generated where only one side of a definition is asked for: that of a participant, or that of a saga. */
final class EachSideAloneTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    private static final String DEFINITION = """
            package com.acme.orders
            record Order { orderId: uuid, to: Address, paidWith: Card }
            record Address { city: string, kind: Kind }
            enum Kind { HOME, OFFICE }
            record Card { number: string }
            record Reservation { shelf: string }
            record Shipment { code: string }
            record Confirmation { code: string }
            record Report { day: date }
            error OutOfStock { where: Shelf }
            record Shelf { row: int }
            error NotServed { kind: Kind }
            participant inventory {
              reserve(orderId: uuid): Reservation throws OutOfStock
              release(orderId: uuid)
              report(): Report
            }
            participant shipping {
              book(orderId: uuid, city: string, shelf: string): Shipment throws NotServed
            }
            participant depot {
              callBack(orderId: uuid)
            }
            participant mail { send(code: string) irreversible }
            saga PlaceOrder(order: Order): Confirmation
                phone-tag
                id order.orderId
            {
              step reservation = inventory.reserve(order.orderId)
                  compensate inventory.release(order.orderId)
              step shipment = shipping.book(order.orderId, order.to.city, reservation.shelf)
                  compensate depot.callBack(order.orderId)
              retriable step mail.send(shipment.code)
              return Confirmation(shipment.code)
            }
            saga TellDay(): Report epic {
              readonly step report = inventory.report()
              retriable step mail.send("told")
              return report
            }
            """;

    private static final String CHAIN = "com/acme/orders/placeorder/v1/";

    @Test
    void theSideOfALinkInTheMiddleHoldsItsOwnAndWhatItCalls() {
        assertThat(paths(participant("shipping")))
                .containsExactlyInAnyOrderElementsOf(with(List.of(
                        messages("Order", "Address", "Kind", "Card", "Reservation", "Shipment"),
                        messages("OutOfStock", "Shelf", "NotServed"),
                        Stream.of("Activities", "Wire", "Stub", "Worker").map(of("shipping/Shipping")),
                        Stream.of("Activities", "Wire", "Stub").map(of("depot/Depot")),
                        Stream.of("PlaceOrderShape", "PlaceOrderState", "PlaceOrderEnvelope")
                                .map(of(CHAIN, "")),
                        Stream.of("ShipmentLink", "ShipmentLinkImpl").map(of(CHAIN, "")))));
    }

    @Test
    void theSideOfTheFrontHasTheWorkflowOfTheSaga() {
        assertThat(paths(participant("inventory")))
                .contains(CHAIN + "PlaceOrderWorkflow.java", CHAIN + "PlaceOrderWorkflowImpl.java")
                .contains("com/acme/orders/Confirmation.java", "com/acme/orders/Report.java")
                .noneMatch(path -> path.contains("Link") || path.contains("/shipping/") || path.contains("/depot/"))
                .noneMatch(path -> path.endsWith("Client.java") || path.contains("tellday"));
    }

    @Test
    void theSideOfWhoOnlyUndoesHasNoWorkflow() {
        assertThat(paths(participant("depot")))
                .containsExactlyInAnyOrderElementsOf(
                        with(List.of(Stream.of("Activities", "Wire", "Worker").map(of("depot/Depot")))));
    }

    @Test
    void theSideOfAChainIsItsClient() {
        assertThat(paths(saga("PlaceOrder")))
                .containsExactlyInAnyOrderElementsOf(with(List.of(
                        messages("Order", "Address", "Kind", "Card", "Confirmation"),
                        messages("OutOfStock", "Shelf", "NotServed"),
                        messages("PlaceOrderClient", "PlaceOrderFailed"))));
    }

    @Test
    void theSideOfAnOrchestratedSagaIsAllThatLeadsIt() {
        assertThat(paths(saga("TellDay")))
                .contains("com/acme/orders/tellday/v1/TellDayWorkflowImpl.java")
                .contains("com/acme/orders/tellday/v1/TellDayWorker.java", "com/acme/orders/TellDayClient.java")
                .contains("com/acme/orders/inventory/InventoryStub.java", "com/acme/orders/Report.java")
                .doesNotContain("com/acme/orders/inventory/InventoryWorker.java", "com/acme/orders/Order.java");
    }

    @Test
    void severalSidesAreTheSumOfEach() {
        SagaModel model = Definitions.imported(DEFINITION);
        Selection both = Selection.of(List.of(participant(model, "mail")), List.of(saga(model, "PlaceOrder")));

        assertThat(paths(Definitions.generate(model, both, type -> false)))
                .containsExactlyInAnyOrderElementsOf(Stream.of(participant("mail"), saga("PlaceOrder"))
                        .flatMap(files -> paths(files).stream())
                        .collect(Collectors.toSet()));
    }

    @Test
    void whatIsImportedGivesNothingUnlessItIsNamed() {
        assertThat(Definitions.generate(Definitions.imported(DEFINITION))).isEmpty();
    }

    @Test
    void aClassThatADependencyHasIsNotWrittenAgain() {
        assertThat(paths(side("shipping", "com.acme.orders.Order"::equals)))
                .hasSize(paths(participant("shipping")).size() - 1)
                .doesNotContain("com/acme/orders/Order.java");
        assertThat(side("shipping", type -> true)).isEmpty();
    }

    @Test
    void aWorkerThatIsThereIsWrittenAllTheSameWhereItCannotKnowALink() {
        assertThat(side("shipping", type -> type.startsWith("com.acme.orders.shipping.")))
                .filteredOn(file -> file.path().contains("/shipping/"))
                .singleElement()
                .satisfies(worker -> assertThat(worker.content())
                        .contains("worker.registerWorkflowImplementationTypes(ShipmentLinkImpl.class)"));
    }

    @TestFactory
    Stream<DynamicTest> eachSideOfAGoldenDefinitionIsAsInTheWholeAndCompilesAlone() {
        return Stream.of("chains", "every-type", "flow", "own-types", "place-order-eventual")
                .flatMap(folder -> sides(folder)
                        .map(side -> DynamicTest.dynamicTest(
                                folder + ", " + side.name(), () -> assertIsPartOfTheWhole(side))));
    }

    private static void assertIsPartOfTheWhole(Side side) {
        List<GeneratedFile> files = Definitions.generate(side.model(), side.selection(), type -> false);

        assertThat(Definitions.generate(side.model())).containsAll(files);
        JavaCompilation.assertIsCorrect(files);
    }

    private static Stream<Side> sides(String folder) {
        SagaModel model = modelAt(folder);
        Stream<Side> participants = model.participants().stream()
                .map(participant ->
                        new Side(participant.name().qualified(), model, Selection.of(List.of(participant), List.of())));
        Stream<Side> sagas = model.sagas().stream()
                .map(saga -> new Side(saga.name().qualified(), model, Selection.of(List.of(), List.of(saga))));
        return Stream.concat(participants, sagas);
    }

    private static SagaModel modelAt(String folder) {
        try {
            return Definitions.modelAt(GOLDEN.resolve(folder));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<GeneratedFile> participant(String name) {
        return side(name, type -> false);
    }

    private static List<GeneratedFile> side(String participant, Predicate<String> isThere) {
        SagaModel model = Definitions.imported(DEFINITION);
        return Definitions.generate(model, Selection.of(List.of(participant(model, participant)), List.of()), isThere);
    }

    private static List<GeneratedFile> saga(String name) {
        SagaModel model = Definitions.imported(DEFINITION);
        return Definitions.generate(model, Selection.of(List.of(), List.of(saga(model, name))), type -> false);
    }

    private static Participant participant(SagaModel model, String name) {
        return model.participants().stream()
                .filter(participant -> participant.name().simpleName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Saga saga(SagaModel model, String name) {
        return model.sagas().stream()
                .filter(saga -> saga.name().simpleName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> paths(List<GeneratedFile> files) {
        return files.stream().map(GeneratedFile::path).toList();
    }

    private static Stream<String> messages(String... names) {
        return Stream.of(names).map(of(""));
    }

    private static Function<String, String> of(String beginning) {
        return of("com/acme/orders/", beginning);
    }

    private static Function<String, String> of(String folder, String beginning) {
        return end -> folder + beginning + end + ".java";
    }

    private static Set<String> with(List<Stream<String>> paths) {
        return paths.stream().flatMap(some -> some).collect(Collectors.toSet());
    }

    /** A part of what a definition gives. */
    private record Side(String name, SagaModel model, Selection selection) {}
}
