package dev.skald.dsl.syntax.yaml;

import static dev.skald.dsl.syntax.yaml.Yaml.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.dsl.syntax.yaml.YamlNode.Entry;
import dev.skald.dsl.syntax.yaml.YamlNode.Mapping;
import dev.skald.dsl.syntax.yaml.YamlNode.Scalar;
import dev.skald.dsl.syntax.yaml.YamlNode.Sequence;
import org.junit.jupiter.api.Test;

/** Where nodes begin and end, and where each character of a scalar stands. */
final class YamlReaderTest {

    @Test
    void aMappingEndsWithItsLastValue() {
        Mapping root = (Mapping) Yaml.node("a: b\nc:\n  - d # comment\n  - e\n\n# comment\n");

        assertThat(root.location()).isEqualTo(at(1, 1, 4, 6));
        Entry list = root.entries().get(1);
        assertThat(list.location()).isEqualTo(at(2, 1, 4, 6));
        assertThat(list.value()).isInstanceOf(Sequence.class);
        assertThat(list.value().location()).isEqualTo(at(3, 3, 4, 6));
    }

    @Test
    void aMappingInBracesEndsWithItsBrace() {
        Mapping root = (Mapping) Yaml.node("a: { b: c , d: [e, f ] }  # comment\n");

        Mapping braces = (Mapping) root.entries().get(0).value();
        assertThat(braces.location()).isEqualTo(at(1, 4, 25));
        assertThat(braces.entries().get(1).value().location()).isEqualTo(at(1, 16, 23));
    }

    @Test
    void aMissingValueStandsBehindItsColon() {
        Mapping root = (Mapping) Yaml.node("a:\nb: c\n");

        Scalar missing = (Scalar) root.entries().get(0).value();
        assertThat(missing.isMissing()).isTrue();
        assertThat(missing.location()).isEqualTo(at(1, 3, 3));
    }

    @Test
    void anEmptyTextIsNotMissing() {
        assertThat(value("a: \"\"").isMissing()).isFalse();
    }

    @Test
    void columnsCountCharacters() {
        Scalar value = value("\"😀\": x");

        assertThat(value.location()).isEqualTo(at(1, 6, 7));
    }

    @Test
    void linesMayEndWithCarriageReturnAndLineFeed() {
        Mapping root = (Mapping) Yaml.node("a: b\r\nc: |\r\n  d\r\n  e\r\n");

        Scalar block = (Scalar) root.entries().get(1).value();
        assertThat(block.text()).isEqualTo("d\ne\n");
        assertThat(block.location()).isEqualTo(at(2, 4, 4, 4));
        assertThat(block.places().location(2, 3)).isEqualTo(at(4, 3, 4));
    }

    @Test
    void aPlainScalarOnSeveralLinesKeepsThePlacesOfItsWords() {
        Scalar value = value("a: one\n   two\n\n   three");

        assertThat(value.text()).isEqualTo("one two\nthree");
        assertThat(place(value, "two")).isEqualTo(at(2, 4, 7));
        assertThat(place(value, "three")).isEqualTo(at(4, 4, 9));
    }

    @Test
    void quotesShiftWhatFollowsThem() {
        Scalar value = value("a: 'it''s ''here'''");

        assertThat(value.text()).isEqualTo("it's 'here'");
        assertThat(value.location()).isEqualTo(at(1, 4, 20));
        assertThat(place(value, "s")).isEqualTo(at(1, 9, 10));
        assertThat(place(value, "here")).isEqualTo(at(1, 13, 17));
    }

    @Test
    void escapesShiftWhatFollowsThem() {
        Scalar value = value("a: \"\\u0041\\x42\\n\\\"c\\U0001F600d\\te\"");

        assertThat(value.text()).isEqualTo("AB\n\"c😀d\te");
        assertThat(place(value, "A")).isEqualTo(at(1, 5, 11));
        assertThat(place(value, "c")).isEqualTo(at(1, 19, 20));
        assertThat(place(value, "😀")).isEqualTo(at(1, 20, 30));
        assertThat(place(value, "e")).isEqualTo(at(1, 33, 34));
    }

    @Test
    void aCharacterWrittenAsTwoEscapesIsOne() {
        Scalar value = value("a: \"\\uD83D\\uDE00b\"");

        assertThat(value.text()).isEqualTo("😀b");
        assertThat(place(value, "b")).isEqualTo(at(1, 17, 18));
    }

    @Test
    void quotedTextOnSeveralLinesKeepsThePlacesOfItsWords() {
        Scalar value = value("a: \"one \\\n   two\n   three\"");

        assertThat(value.text()).isEqualTo("one two three");
        assertThat(place(value, "two")).isEqualTo(at(2, 4, 7));
        assertThat(place(value, "three")).isEqualTo(at(3, 4, 9));
    }

    @Test
    void aBlockKeepsThePlacesOfItsWords() {
        Scalar value = value("a: |2-  # comment\n   one\n\n  two\n");

        assertThat(value.text()).isEqualTo(" one\n\ntwo");
        assertThat(value.location()).isEqualTo(at(1, 4, 4, 6));
        assertThat(place(value, "one")).isEqualTo(at(2, 4, 7));
        assertThat(place(value, "two")).isEqualTo(at(4, 3, 6));
    }

    @Test
    void aFoldedBlockKeepsThePlacesOfItsWords() {
        Scalar value = value("a: >\n  one\n  two\n\n  three\n");

        assertThat(value.text()).isEqualTo("one two\nthree\n");
        assertThat(place(value, "two")).isEqualTo(at(3, 3, 6));
        assertThat(place(value, "three")).isEqualTo(at(5, 3, 8));
    }

    @Test
    void wordsThatYamlGivesAMeaningAreText() {
        Mapping root = (Mapping) Yaml.node("no: OFF\n~: null\n007: 1_000\nyes: 2026-01-01\n");

        assertThat(root.entries()).extracting(entry -> entry.key().text()).containsExactly("no", "~", "007", "yes");
        assertThat(root.entries())
                .extracting(entry -> ((Scalar) entry.value()).text())
                .containsExactly("OFF", "null", "1_000", "2026-01-01");
    }

    private static Scalar value(String text) {
        return (Scalar) ((Mapping) Yaml.node(text)).entries().get(0).value();
    }

    private static dev.skald.dsl.diagnostic.SourceLocation place(Scalar scalar, String word) {
        int from = scalar.text().indexOf(word);
        return scalar.places().location(from, from + word.length());
    }
}
