package dev.skald.dsl.syntax.yaml;

import static dev.skald.dsl.syntax.yaml.Tree.HERE;
import static dev.skald.dsl.syntax.yaml.Tree.argument;
import static dev.skald.dsl.syntax.yaml.Tree.path;
import static dev.skald.dsl.syntax.yaml.Tree.plain;
import static dev.skald.dsl.syntax.yaml.Tree.said;
import static dev.skald.dsl.syntax.yaml.Yaml.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.syntax.tree.Expression;
import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Values: plain text, expressions, templates, lists and records, in every style of YAML. */
final class ValuesTest {

    @Test
    void aScalarWithoutTemplateIsWhatWasWritten() {
        for (String text : List.of("OFF", "no", "007", "1.0", "~", "null", "2026-11-23", "a $ b", "$", "{}", "a } b")) {
            assertThat(said(value("'" + text + "'"))).isEqualTo(said(plain(text)));
        }
        assertThat(said(value("OFF"))).isEqualTo(said(plain("OFF")));
        assertThat(said(value("\"\""))).isEqualTo(said(plain("")));
    }

    @Test
    void aScalarThatIsOneTemplateIsItsExpression() {
        Expression path = path("order.id");

        assertThat(said(value("${order.id}"))).isEqualTo(said(path));
        assertThat(said(value("${ order.id }"))).isEqualTo(said(path));
        assertThat(said(value("'${order.id}'"))).isEqualTo(said(path));
        assertThat(said(value("\"${order.id}\""))).isEqualTo(said(path));
        assertThat(said(value("\"\\u0024{order.id}\""))).isEqualTo(said(path));
        assertThat(said(value("|\n  ${order\n   .id}\n"))).isEqualTo(said(path));
        assertThat(said(value(">-\n  ${order\n  .id}\n"))).isEqualTo(said(path));
    }

    @Test
    void aScalarWithATemplateAmongOtherTextIsATemplate() {
        assertThat(value("to ${a.b}, $${c} and '${d}'"))
                .isEqualTo(new Expression.Template(
                        List.of(
                                new Expression.StringLiteral("to ", at(1, 4, 7)),
                                pathAt(1, 9, "a", "b"),
                                new Expression.StringLiteral(", ${c} and '", at(1, 13, 26)),
                                pathAt(1, 28, "d"),
                                new Expression.StringLiteral("'", at(1, 30, 31))),
                        at(1, 4, 31)));
    }

    @Test
    void neighbouringTemplatesHaveNothingBetweenThem() {
        assertThat(said(value("${a}${b}")))
                .isEqualTo(said(new Expression.Template(List.of(path("a"), path("b")), HERE)));
    }

    @Test
    void aDoubledDollarIsText() {
        assertThat(said(value("$${a}"))).isEqualTo(said(plain("${a}")));
        assertThat(said(value("$$${a}"))).isEqualTo(said(plain("$${a}")));
        assertThat(said(value("$${"))).isEqualTo(said(plain("${")));
    }

    @Test
    void anExpressionKeepsItsPlacesInEveryStyle() {
        assertThat(value("'it''s ${a.b}'"))
                .isEqualTo(new Expression.Template(
                        List.of(new Expression.StringLiteral("it's ", at(1, 5, 11)), pathAt(1, 13, "a", "b")),
                        at(1, 4, 18)));
        assertThat(value("\"\\t${a.b}\""))
                .isEqualTo(new Expression.Template(
                        List.of(new Expression.StringLiteral("\t", at(1, 5, 7)), pathAt(1, 9, "a", "b")),
                        at(1, 4, 14)));
        assertThat(value("|-\n  one\n  ${a.b}"))
                .isEqualTo(new Expression.Template(
                        List.of(new Expression.StringLiteral("one\n", at(2, 3, 2, 7)), pathAt(3, 5, "a", "b")),
                        at(1, 4, 3, 9)));
        assertThat(value("\"${😀.b}\"")).isEqualTo(pathAt(1, 7, "😀", "b"));
    }

    @Test
    void stringsInAnExpressionHideTheirBraces() {
        assertThat(Templates.close("${a + \"}\"}", 0, 10)).isEqualTo(9);
        assertThat(Templates.close("${\"\\\"}\"}", 0, 8)).isEqualTo(7);
        assertThat(Templates.close("${\"x ${b} }\"} }", 0, 15)).isEqualTo(12);
        assertThat(Templates.close("${\"x ${\"}\"}\"}", 0, 13)).isEqualTo(12);
        assertThat(Templates.close("${a", 0, 3)).isEqualTo(-1);
        assertThat(Templates.close("${\"}", 0, 4)).isEqualTo(-1);
    }

    @Test
    void listsAndMappingsAreListsAndRecords() {
        Expression record = new Expression.Construction(
                Optional.empty(),
                List.of(
                        argument("a", plain("x")),
                        argument("b", new Expression.ListLiteral(List.of(path("y"), plain("z")), HERE))),
                HERE);

        assertThat(said(value("{ a: x, b: [\"${y}\", z] }"))).isEqualTo(said(record));
        assertThat(said(value("{}"))).isEqualTo(said(new Expression.Construction(Optional.empty(), List.of(), HERE)));
    }

    /** The value under a key that stands in the first line: the value begins in column 4. */
    private static Expression value(String yaml) {
        YamlNode.Mapping root = (YamlNode.Mapping) Yaml.node("v: " + yaml + "\n");
        Diagnostics diagnostics = new Diagnostics();
        Expression value = new ExpressionBuilder(new PathExpressions(), new Values(diagnostics), diagnostics)
                .expression(root.entries().get(0).value());
        assertThat(diagnostics.sorted()).isEmpty();
        return value;
    }

    /** A path whose first name begins at a place. */
    private static Expression pathAt(int line, int column, String... names) {
        List<Name> parts = new ArrayList<>();
        int start = column;
        for (String name : names) {
            int end = start + name.codePointCount(0, name.length());
            parts.add(new Name(name, at(line, start, end)));
            start = end + 1;
        }
        return new Expression.Path(new QualifiedName(parts));
    }
}
