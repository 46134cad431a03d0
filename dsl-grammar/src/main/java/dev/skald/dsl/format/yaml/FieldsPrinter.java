package dev.skald.dsl.format.yaml;

import dev.skald.dsl.format.saga.TypePrinter;
import dev.skald.dsl.syntax.tree.Field;
import java.util.List;

/** Prints fields and parameters: few on one line, more below each other. */
final class FieldsPrinter {

    private static final int MOST_ON_A_LINE = 3;
    private static final int LONGEST_LINE = 80;

    private final YamlSheet sheet;

    FieldsPrinter(YamlSheet sheet) {
        this.sheet = sheet;
    }

    /** Fields under a key. */
    void fields(String key, List<Field> fields) {
        String braces =
                YamlSheet.braces(fields.stream().map(FieldsPrinter::inBraces).toList());
        boolean isShort = fields.isEmpty()
                || (fields.size() <= MOST_ON_A_LINE
                        && braces.length() <= LONGEST_LINE
                        && fields.stream().noneMatch(Field::sensitive)
                        && !sheet.hasCommentsAbove(
                                fields.stream().map(Field::location).toList()));
        if (isShort) {
            sheet.entry(key, braces);
        } else {
            sheet.block(key, () -> fields.forEach(this::field));
        }
    }

    private void field(Field field) {
        String type = TypePrinter.text(field.type());
        sheet.at(field.location())
                .entry(
                        field.name().text(),
                        field.sensitive()
                                ? YamlSheet.braces(
                                        List.of("type: " + ScalarText.valueInBraces(type), "sensitive: true"))
                                : ScalarText.value(type));
    }

    private static String inBraces(Field field) {
        return field.name().text() + ": " + ScalarText.valueInBraces(TypePrinter.text(field.type()));
    }
}
