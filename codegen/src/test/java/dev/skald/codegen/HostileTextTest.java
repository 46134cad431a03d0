package dev.skald.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.codegen.output.GeneratedFile;
import dev.skald.codegen.testing.Definitions;
import dev.skald.codegen.testing.JavaCompilation;
import dev.skald.dsl.diagnostic.SourceFile;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text that would like to be code: it is a constant of the compiled class, as it was written, in both notations. */
final class HostileTextTest {

    private static final List<String> TEXTS = List.of(
            "\" + System.exit(1) + \"",
            "\"; } static { System.exit(1); } //",
            "*/ static { System.exit(1); } /*",
            "// \\u000a static { System.exit(1); }",
            "\\u0022 + \\u005c\\u0022",
            "\\",
            "\\\\\"",
            "\"\"\" \"\"\"",
            "$T $L $S $N $$ $> $< $[ $] $W $Z $1L $name:L",
            "${text} $${text} ${'$'} $ $_",
            "%s %d %n {0} #{1}",
            "line\nfeed, carriage\rreturn, tab\t, bell\u0007, escape\u001b[31m, nothing\u0000, delete\u007f",
            "separators \u2028 \u2029 \u0085 \u000b \u000c",
            "directions \u202e \u2066 \u200f, marks \ufeff, joiners \u200d, soft\u00adhyphens",
            "characters \u00e9 \u6f22 \ud83d\ude00 \ufffd \uffff",
            "a , (b ,  c) { d } ; ) { , ( ,  < , > and so on, and so on, and so on, and so on, and so on, and so on,  (",
            "@see <script> &amp; {@link X} </code>",
            " ",
            "'`~!?");

    @TempDir
    private Path folder;

    @Test
    void textInTheSagaNotationStaysText() throws IOException {
        assertTextStaysText(new SourceFile("src/main/saga/\\u000a*\\u002f static { } $T \u202e.saga", inSaga()));
    }

    @Test
    void textInYamlStaysText() throws IOException {
        assertTextStaysText(new SourceFile("src/main/saga/\\u000a*\\u002f static { } $T \u202e.saga.yaml", inYaml()));
    }

    private void assertTextStaysText(SourceFile file) throws IOException {
        List<GeneratedFile> files = Definitions.generate(Definitions.model(List.of(file)));
        JavaCompilation.assertCompiles(files, folder);
        Set<String> ofSaga = constants("com/acme/s/v1/SWorkflowImpl.class");
        for (int number = 0; number < TEXTS.size(); number++) {
            String text = TEXTS.get(number);
            assertThat(ofSaga.contains(text)).as(text).isTrue();
            assertThat(ofSaga.contains(text + "\1" + text)).as(text).isTrue();
            assertThat(constants("com/acme/p%d/P%dWorker.class".formatted(number, number)))
                    .contains("queue " + text);
        }
        assertThat(files).noneMatch(code -> code.content().codePoints().anyMatch(HostileTextTest::cannotBeSeen));
    }

    private static boolean cannotBeSeen(int character) {
        return character != '\n'
                && switch (Character.getType(character)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> true;
                    default -> false;
                };
    }

    private static String inSaga() {
        return "package com.acme\n"
                + each(number -> "participant p%d queue \"queue %s\" { go(text: string, more: string): string }\n"
                        .formatted(number, escapedInSaga(TEXTS.get(number))))
                + "// \\u000a enum Evil { A }\n/* \\u002a\\u002f enum Evil { A } */\nsaga S(text: string) epic {\n"
                + each(number -> {
                    String text = escapedInSaga(TEXTS.get(number));
                    return "  readonly step s%d = p%d.go(text: \"%s\", more: \"%s${text}%s\")\n"
                            .formatted(number, number, text, text, text);
                })
                + "}\n";
    }

    private static String inYaml() {
        return "package: com.acme\nparticipants:\n"
                + each(number ->
                        "  p%d: { queue: \"queue %s\", operations: { go: { input: { text: string, more: string }, output: string } } }\n"
                                .formatted(number, escapedInYaml(TEXTS.get(number))))
                + "# \\u000a enum Evil { A }\nsagas:\n  S:\n    input: { text: string }\n    pattern: epic\n    steps:\n"
                + each(number -> {
                    String text = escapedInYaml(TEXTS.get(number));
                    return "      - { step: s%d, kind: readonly, call: p%d.go, with: { text: \"%s\", more: \"%s${text}%s\" } }\n"
                            .formatted(number, number, text, text, text);
                });
    }

    private static String each(IntFunction<String> line) {
        return IntStream.range(0, TEXTS.size()).mapToObj(line).collect(Collectors.joining());
    }

    private static String escapedInSaga(String text) {
        return text.codePoints()
                .mapToObj(character -> switch (character) {
                    case '"', '\\', '$' -> "\\" + Character.toString(character);
                    default ->
                        character < ' ' || character > '~'
                                ? "\\u{%x}".formatted(character)
                                : Character.toString(character);
                })
                .collect(Collectors.joining());
    }

    private static String escapedInYaml(String text) {
        return text.replace("${", "$${")
                .codePoints()
                .mapToObj(character -> switch (character) {
                    case '"', '\\' -> "\\" + Character.toString(character);
                    default ->
                        character < ' ' || character > '~'
                                ? "\\U%08x".formatted(character)
                                : Character.toString(character);
                })
                .collect(Collectors.joining());
    }

    /** The texts in a class file's pool of constants, as the Java virtual machine will read them. */
    private Set<String> constants(String classFile) throws IOException {
        Set<String> texts = new HashSet<>();
        try (DataInputStream in = new DataInputStream(Files.newInputStream(folder.resolve(classFile)))) {
            in.skipBytes(8);
            int count = in.readUnsignedShort();
            for (int index = 1; index < count; index++) {
                int tag = in.readUnsignedByte();
                switch (tag) {
                    case 1 -> texts.add(in.readUTF());
                    case 5, 6 -> {
                        in.skipBytes(8);
                        index++;
                    }
                    case 7, 8, 16, 19, 20 -> in.skipBytes(2);
                    case 15 -> in.skipBytes(3);
                    default -> in.skipBytes(4);
                }
            }
        }
        return texts;
    }
}
