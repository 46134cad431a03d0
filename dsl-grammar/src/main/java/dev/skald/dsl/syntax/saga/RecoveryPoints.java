package dev.skald.dsl.syntax.saga;

import static dev.skald.dsl.syntax.saga.SagaLexer.COMMA;
import static dev.skald.dsl.syntax.saga.SagaLexer.NEW_CLAUSE;
import static dev.skald.dsl.syntax.saga.SagaLexer.NEW_DECLARATION;
import static dev.skald.dsl.syntax.saga.SagaLexer.NEW_MEMBER;
import static dev.skald.dsl.syntax.saga.SagaLexer.NEW_STATEMENT;
import static dev.skald.dsl.syntax.saga.SagaLexer.OPEN_BRACE;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where the parser can go on after a mistake, by the rule of the grammar in which it was made. */
final class RecoveryPoints {

    private static final Set<Integer> AMONG_CLAUSES = Words.union(List.of(
            Words.STEP_CLAUSE, Words.FLOW_CLAUSE, Words.STATEMENT, Set.of(NEW_CLAUSE, NEW_STATEMENT, OPEN_BRACE)));
    private static final Set<Integer> IN_HEAD =
            Words.union(List.of(Words.HEADER_CLAUSE, Set.of(NEW_CLAUSE, OPEN_BRACE)));
    static final Set<Integer> AMONG_STATEMENTS = Words.union(List.of(Words.STATEMENT, Set.of(NEW_STATEMENT)));
    private static final Set<Integer> AMONG_MEMBERS = Set.of(NEW_MEMBER);
    private static final Set<Integer> IN_LIST = Set.of(COMMA, NEW_MEMBER);

    /** The constructs that are given up as a whole, each with what may come after it. */
    static final Map<Integer, Set<Integer>> GIVEN_UP = Map.ofEntries(
            Map.entry(SagaParser.RULE_entry, Set.of(NEW_DECLARATION)),
            Map.entry(SagaParser.RULE_field, IN_LIST),
            Map.entry(SagaParser.RULE_member, AMONG_MEMBERS),
            Map.entry(SagaParser.RULE_participantClause, Set.of(OPEN_BRACE)),
            Map.entry(SagaParser.RULE_sagaHead, IN_HEAD),
            Map.entry(SagaParser.RULE_headerClause, IN_HEAD),
            Map.entry(SagaParser.RULE_statement, AMONG_STATEMENTS),
            Map.entry(SagaParser.RULE_branch, AMONG_STATEMENTS),
            Map.entry(SagaParser.RULE_condition, Set.of(OPEN_BRACE, NEW_STATEMENT)),
            Map.entry(SagaParser.RULE_loopHead, AMONG_CLAUSES),
            Map.entry(SagaParser.RULE_awaitHead, AMONG_CLAUSES),
            Map.entry(SagaParser.RULE_loopClause, AMONG_CLAUSES),
            Map.entry(SagaParser.RULE_stepHead, AMONG_CLAUSES),
            Map.entry(SagaParser.RULE_stepClause, AMONG_CLAUSES),
            Map.entry(SagaParser.RULE_undoCall, AMONG_CLAUSES),
            Map.entry(SagaParser.RULE_undoClause, AMONG_CLAUSES),
            Map.entry(SagaParser.RULE_defaultsClause, AMONG_CLAUSES),
            Map.entry(SagaParser.RULE_limit, AMONG_CLAUSES),
            Map.entry(SagaParser.RULE_retryClause, AMONG_CLAUSES),
            Map.entry(SagaParser.RULE_argument, IN_LIST),
            Map.entry(SagaParser.RULE_element, IN_LIST));

    /** The constructs with a list in them, each with what the next part of the list may begin with. */
    static final Map<Integer, Set<Integer>> LISTS = Map.ofEntries(
            Map.entry(SagaParser.RULE_file, Set.of(NEW_DECLARATION)),
            Map.entry(SagaParser.RULE_declaration, IN_HEAD),
            Map.entry(SagaParser.RULE_fields, IN_LIST),
            Map.entry(SagaParser.RULE_constants, IN_LIST),
            Map.entry(SagaParser.RULE_parameters, IN_LIST),
            Map.entry(SagaParser.RULE_operations, AMONG_MEMBERS),
            Map.entry(SagaParser.RULE_operation, AMONG_MEMBERS),
            Map.entry(SagaParser.RULE_block, AMONG_STATEMENTS),
            Map.entry(SagaParser.RULE_branches, AMONG_STATEMENTS),
            Map.entry(SagaParser.RULE_statement, AMONG_CLAUSES),
            Map.entry(SagaParser.RULE_undoClauses, AMONG_CLAUSES),
            Map.entry(SagaParser.RULE_defaults, AMONG_CLAUSES),
            Map.entry(SagaParser.RULE_limits, AMONG_CLAUSES),
            Map.entry(SagaParser.RULE_retryClauses, AMONG_CLAUSES),
            Map.entry(SagaParser.RULE_arguments, IN_LIST),
            Map.entry(SagaParser.RULE_primary, IN_LIST));

    private RecoveryPoints() {}
}
