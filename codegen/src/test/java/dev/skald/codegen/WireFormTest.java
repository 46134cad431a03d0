package dev.skald.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skald.codegen.testing.Definitions;
import dev.skald.codegen.testing.JavaCompilation;
import dev.skald.runtime.DeclaredError;
import dev.skald.runtime.ErrorType;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** How generated messages cross the wire, with the converter that Temporal has by default. */
final class WireFormTest {

    private static final ObjectMapper JSON = JacksonJsonPayloadConverter.newDefaultObjectMapper();

    private static final String DEFINITION = """
            package com.acme
            enum Cabin { ECONOMY, BUSINESS }
            record Leg { cabin: Cabin }
            record Message {
              text: string  flag: bool  number: int  large: long  exact: decimal  inexact: double
              id: uuid  day: date  moment: instant  span: duration  raw: bytes  any: json
              legs: list<Leg>  spans: list<duration>  spanByName: map<string, duration>  counts: map<string, int>
              note: string?  count: int?  until: duration?  lists: list<list<duration>>
            }
            error SoldOut { left: int, retryIn: duration? }
            """;

    private static final String MESSAGE = """
            {"text":"t","flag":true,"number":1,"large":3000000000,"exact":1.50,"inexact":0.5,\
            "id":"123e4567-e89b-12d3-a456-426614174000","day":"2026-05-01","moment":"2026-05-01T10:15:30Z",\
            "span":"PT1H30M","raw":"AQI=","any":{"x":[1]},"legs":[{"cabin":"BUSINESS"}],"spans":["PT1S"],\
            "spanByName":{"b":"PT2S","a":"PT3S"},"counts":{"z":1,"y":2,"x":3},"note":"n","count":2,"until":"PT4S",\
            "lists":[["PT5S"]]}""";

    @TempDir
    static Path classes;

    private static ClassLoader loader = WireFormTest.class.getClassLoader();

    @BeforeAll
    static void compile() {
        JavaCompilation.assertCompiles(Definitions.generate(DEFINITION), classes);
        loader = JavaCompilation.load(classes);
    }

    @Test
    void everyTypeIsWrittenAsTheLanguageSays() throws Exception {
        assertThat(JSON.writeValueAsString(message(MESSAGE))).isEqualTo(MESSAGE);
    }

    @Test
    void unknownFieldsAreIgnored() throws Exception {
        assertThat(read("{\"cabin\":\"ECONOMY\",\"new\":{\"x\":1}}", "Leg")).hasToString("Leg[cabin=ECONOMY]");
    }

    @TestFactory
    List<DynamicTest> whatIsMissingOrNullIsRefused() {
        return List.of(
                        "text", "flag", "number", "large", "exact", "inexact", "id", "day", "moment", "span", "raw",
                        "legs", "counts", "lists")
                .stream()
                .map(field -> DynamicTest.dynamicTest(field, () -> {
                    assertRefused(tree(MESSAGE).without(field).toString(), field);
                    assertRefused(tree(MESSAGE).putNull(field).toString(), field);
                }))
                .toList();
    }

    @Test
    void whatIsOptionalMayBeMissingOrNull() throws Exception {
        ObjectNode without = tree(MESSAGE).without(List.of("note", "count", "until"));
        ObjectNode empty = tree(MESSAGE).putNull("note").putNull("count").putNull("until");

        assertThat(message(without.toString()))
                .asString()
                .contains("note=Optional.empty, count=Optional.empty, until=Optional.empty");
        assertThat(message(empty.toString()))
                .asString()
                .contains("note=Optional.empty, count=Optional.empty, until=Optional.empty");
    }

    @Test
    void decimalsMayComeAsText() throws Exception {
        assertThat(message(tree(MESSAGE).put("exact", "1.50").toString()))
                .asString()
                .contains("exact=1.50");
    }

    @Test
    void aConstantThatIsNotKnownIsKeptAsUnrecognized() throws Exception {
        assertThat(read("{\"cabin\":\"FIRST\"}", "Leg")).hasToString("Leg[cabin=UNRECOGNIZED]");
    }

    @Test
    void mapsKeepTheirOrder() throws Exception {
        assertThat(message(MESSAGE)).asString().contains("counts={z=1, y=2, x=3}");
    }

    @Test
    void anErrorCrossesWithItsNameAndItsFields() throws Exception {
        DeclaredError error = (DeclaredError)
                type("SoldOut").getConstructor(int.class, Optional.class).newInstance(2, Optional.empty());

        assertThat(error).hasMessage("SoldOut");
        assertThat(error.errorType().name()).isEqualTo("com.acme.SoldOut");
        assertThat(JSON.writeValueAsString(error.errorFields())).isEqualTo("{\"left\":2,\"retryIn\":null}");
    }

    @Test
    void anErrorIsMadeAgainOfItsFields() throws Exception {
        ErrorType<?> errorType = (ErrorType<?>) type("SoldOut").getField("TYPE").get(null);

        DeclaredError error =
                errorType.create(JSON.readValue("{\"left\":2,\"retryIn\":\"PT1M\",\"new\":1}", errorType.fields()));

        assertThat(error).isInstanceOf(type("SoldOut"));
        assertThat(error.errorFields()).hasToString("Fields[left=2, retryIn=Optional[PT1M]]");
    }

    private static void assertRefused(String json, String field) {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> message(json))
                .withMessageContaining(field);
    }

    private static ObjectNode tree(String json) throws IOException {
        return (ObjectNode) JSON.readTree(json);
    }

    private static Object message(String json) throws Exception {
        return read(json, "Message");
    }

    private static Object read(String json, String type) throws Exception {
        return JSON.readValue(json, type(type));
    }

    private static Class<?> type(String name) throws ClassNotFoundException {
        return loader.loadClass("com.acme." + name);
    }
}
