package dev.skald.dsl.syntax.saga;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** What people write who come from another language or notation, and what it is here. */
final class Habits {

    /** What is written as a declaration, by the word that begins it. */
    private static final Map<String, String> DECLARATIONS = Map.of(
            "class", "a message type is a `record`",
            "struct", "a message type is a `record`",
            "type", "a message type is a `record`",
            "message", "a message type is a `record`",
            "exception", "what a participant may answer instead is an `error`",
            "service", "a service that takes part is a `participant`",
            "interface", "a service that takes part is a `participant`",
            "workflow", "a transaction is a `saga`",
            "transaction", "a transaction is a `saga`",
            "process", "a transaction is a `saga`");

    private static final Set<Integer> KINDS = Set.of(SagaLexer.PIVOT, SagaLexer.RETRIABLE, SagaLexer.READONLY);

    /** Where clauses stand, which no comma separates. */
    private static final Set<Integer> OF_CLAUSES = Set.of(
            SagaParser.RULE_block,
            SagaParser.RULE_declaration,
            SagaParser.RULE_defaults,
            SagaParser.RULE_limits,
            SagaParser.RULE_operations,
            SagaParser.RULE_retryClauses,
            SagaParser.RULE_statement,
            SagaParser.RULE_undoClauses);

    /** Where types stand. */
    private static final Set<Integer> OF_TYPES = Set.of(
            SagaParser.RULE_declaration,
            SagaParser.RULE_field,
            SagaParser.RULE_fields,
            SagaParser.RULE_operations,
            SagaParser.RULE_parameters);

    private Habits() {}

    /**
     * What may have been meant with a token that has no place where it stands.
     *
     * @param found the token
     * @param before the one that is written before it
     * @param rule the construct in which it stands
     */
    static Optional<String> help(Token found, Token before, int rule) {
        String text = found.getText();
        if (rule == SagaParser.RULE_file && DECLARATIONS.containsKey(text)) {
            return Optional.of(DECLARATIONS.get(text));
        }
        if (rule == SagaParser.RULE_stepHead && KINDS.contains(before.getType())) {
            return Optional.of("write `" + before.getText() + " step`: what a step is to the whole stands before it");
        }
        if (before.getText().equals("new")) {
            return Optional.of("a record is made without `new`: `" + text + "(…)`");
        }
        if (rule == SagaParser.RULE_block && before.getType() == SagaLexer.IDENTIFIER && text.equals("{")) {
            return Optional.of("a record is made with parentheses: `" + before.getText() + "(…)`");
        }
        boolean isFirstOnLine = before.getLine() < found.getLine();
        if (rule == SagaParser.RULE_block && found.getType() == SagaLexer.IDENTIFIER && isFirstOnLine) {
            return Optional.of("a step is written `step name = participant.operation(…)`");
        }
        return text.equals("returns") || text.equals("-") ? ofOutput(rule) : ofSign(found.getType(), rule);
    }

    /**
     * What {@link #help} would have in the place of a sign: nothing, or another sign; empty where it is not that easy.
     */
    static Optional<String> replacement(Token found, int rule) {
        return switch (found.getType()) {
            case SagaLexer.COLON -> Optional.of("");
            case SagaLexer.COMMA -> OF_CLAUSES.contains(rule) ? Optional.of("") : Optional.empty();
            case SagaLexer.ASSIGN -> rule == SagaParser.RULE_arguments ? Optional.of(":") : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<String> ofOutput(int rule) {
        return rule == SagaParser.RULE_declaration || rule == SagaParser.RULE_operations
                ? Optional.of("the type of what comes back stands behind a `:`")
                : Optional.empty();
    }

    private static Optional<String> ofSign(int sign, int rule) {
        return switch (sign) {
            case SagaLexer.COLON ->
                Optional.of("a `:` stands between a name and its type or value; a clause has none: `timeout 10s`");
            case SagaLexer.COMMA ->
                OF_CLAUSES.contains(rule)
                        ? Optional.of("clauses stand side by side or on lines of their own, without commas")
                        : Optional.empty();
            case SagaLexer.ASSIGN ->
                rule == SagaParser.RULE_arguments
                        ? Optional.of("an argument is given its name with a `:`: `orderId: order.orderId`")
                        : Optional.empty();
            case SagaLexer.LESS ->
                OF_TYPES.contains(rule)
                        ? Optional.of("only `list<T>` and `map<string, T>` name types within `<` and `>`")
                        : Optional.empty();
            case SagaLexer.OPEN_BRACKET ->
                OF_TYPES.contains(rule) ? Optional.of("a list is written `list<T>`") : Optional.empty();
            case SagaLexer.TEXT_OPEN ->
                rule == SagaParser.RULE_importedName || rule == SagaParser.RULE_name
                        ? Optional.of("a name is written without quotes")
                        : Optional.empty();
            default -> Optional.empty();
        };
    }
}
