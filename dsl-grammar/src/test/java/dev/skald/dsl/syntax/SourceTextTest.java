package dev.skald.dsl.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.dsl.diagnostic.SourceFile;
import dev.skald.dsl.diagnostic.SourceLocation;
import org.junit.jupiter.api.Test;

final class SourceTextTest {

    @Test
    void columnsCountCharactersAndNotTheirHalves() {
        SourceText text = new SourceText(new SourceFile("a", "😀b\n\tc"));

        assertThat(text.location(1, 2)).isEqualTo(new SourceLocation("a", 1, 2, 1, 3));
        assertThat(text.location(4, 5)).isEqualTo(new SourceLocation("a", 2, 2, 2, 3));
    }

    @Test
    void aLineEndsWithALineFeedACarriageReturnOrBoth() {
        SourceText text = new SourceText(new SourceFile("a", "a\nb\r\nc\rd"));

        assertThat(text.line(0)).isEqualTo(1);
        assertThat(text.line(2)).isEqualTo(2);
        assertThat(text.line(4)).isEqualTo(2);
        assertThat(text.line(5)).isEqualTo(3);
        assertThat(text.line(7)).isEqualTo(4);
        assertThat(text.lineEnd(2)).isEqualTo(3);
        assertThat(text.lineEnd(5)).isEqualTo(6);
        assertThat(text.lineEnd(7)).isEqualTo(8);
    }

    @Test
    void aSpanEndsOnTheLineOfItsLastCharacter() {
        SourceText text = new SourceText(new SourceFile("a", "ab\ncd\n"));

        assertThat(text.location(0, 5)).isEqualTo(new SourceLocation("a", 1, 1, 2, 3));
        assertThat(text.location(0, 2)).isEqualTo(new SourceLocation("a", 1, 1, 1, 3));
        assertThat(text.location(6, 6)).isEqualTo(new SourceLocation("a", 3, 1, 3, 1));
    }

    @Test
    void behindTheEndThereIsNoCharacter() {
        SourceText text = new SourceText(new SourceFile("a", ""));

        assertThat(text.at(0)).isEqualTo(-1);
        assertThat(text.lineEnd(0)).isZero();
        assertThat(text.location(0, 0)).isEqualTo(new SourceLocation("a", 1, 1, 1, 1));
    }
}
