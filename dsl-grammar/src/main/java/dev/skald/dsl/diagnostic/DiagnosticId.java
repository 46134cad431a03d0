package dev.skald.dsl.diagnostic;

import static dev.skald.dsl.diagnostic.Severity.ERROR;
import static dev.skald.dsl.diagnostic.Severity.NOTE;
import static dev.skald.dsl.diagnostic.Severity.WARNING;

import java.util.Arrays;
import java.util.Optional;

/** Every kind of finding there is. The codes are permanent: people search for them and accept findings by them. */
public enum DiagnosticId {
    SYNTAX_UNREADABLE("syntax.unreadable", ERROR, "A file that is not readable text: missing, not UTF-8, a directory."),
    SYNTAX_UNEXPECTED("syntax.unexpected", ERROR, "Text that the notation does not allow at that place."),
    SYNTAX_TOKEN(
            "syntax.token",
            ERROR,
            "A token that is none: an unknown escape, a number that runs into letters, an unclosed string or comment."),
    SYNTAX_DUPLICATE("syntax.duplicate", ERROR, "A clause or key that is there twice."),
    SYNTAX_MISSING("syntax.missing", ERROR, "A required key of the YAML notation is missing."),
    SYNTAX_UNKNOWN_KEY("syntax.unknown-key", ERROR, "A key that the YAML notation does not know at that place."),
    SYNTAX_YAML("syntax.yaml", ERROR, "Text that is not YAML at all."),
    SYNTAX_YAML_QUOTE("syntax.yaml-quote", ERROR, "An unquoted template that YAML itself misreads."),
    LANGUAGE_NOT_BUILT(
            "language.not-built", ERROR, "A construct of the language that this version of Skald does not build."),

    LIMITS_FILE_SIZE("limits.file-size", ERROR, "The file is larger than 1 MiB."),
    LIMITS_NESTING("limits.nesting", ERROR, "Braces, lists or mappings nested deeper than 32."),
    LIMITS_STEPS("limits.steps", ERROR, "More than 500 steps in a saga."),
    LIMITS_OPERATORS("limits.operators", ERROR, "More than 256 operators in an expression."),
    LIMITS_IDENTIFIER(
            "limits.identifier",
            ERROR,
            "A name that is too long: an identifier of more than 100 characters, a package, a task queue."),
    LIMITS_JAVA("limits.java", ERROR, "More than a class, a method or a text of Java can hold."),
    LIMITS_ALIAS("limits.alias", ERROR, "A YAML alias or anchor."),

    NAME_UNKNOWN("name.unknown", ERROR, "A name that is declared nowhere."),
    NAME_AMBIGUOUS("name.ambiguous", ERROR, "A name that several imports bring."),
    NAME_DUPLICATE("name.duplicate", ERROR, "A name that is declared twice."),
    NAME_RESERVED("name.reserved", ERROR, "A name that Java, or the generated code, has taken."),
    NAME_NOT_YET("name.not-yet", ERROR, "A step's result that is used before the step."),

    TYPE_MISMATCH("type.mismatch", ERROR, "A value of another type than the place asks for."),
    TYPE_ARGUMENTS("type.arguments", ERROR, "An argument that is missing, or one too many."),
    TYPE_OPERATOR("type.operator", ERROR, "An operator that these operands do not have."),
    TYPE_RETURN(
            "type.return",
            ERROR,
            "A saga that returns nothing though it has an output, or something though it has none."),
    TYPE_RANGE("type.range", ERROR, "A number or a duration outside of what its place allows."),
    FLOW_UNREACHABLE("flow.unreachable", ERROR, "A statement that can never run."),

    COMPENSATION_MISSING(
            "compensation.missing",
            ERROR,
            "A compensatable step without an undo, and without a word on why it has none."),
    COMPENSATION_UNKNOWN_OPERATION(
            "compensation.unknown-operation", ERROR, "An undo that names no operation of its participant."),
    COMPENSATION_INPUT_NOT_AVAILABLE(
            "compensation.input-not-available", ERROR, "An undo that uses data which may not exist when it runs."),
    COMPENSATION_UNKNOWN_OUTCOME(
            "compensation.unknown-outcome",
            ERROR,
            "An undo that needs the step's own result, where nothing says what follows an unknown outcome."),
    COMPENSATION_NOT_ALLOWED("compensation.not-allowed", ERROR, "An undo of a pivot, retriable or readonly step."),
    COMPENSATION_IRREVERSIBLE("compensation.irreversible", ERROR, "An undo of an operation that nothing can undo."),
    UNKNOWN_NOT_ALLOWED(
            "unknown.not-allowed", ERROR, "A choice for an unknown outcome, of a step that is asked until it answers."),
    PIVOT_SEVERAL("pivot.several", ERROR, "More than one pivot on a path."),
    PIVOT_ORDER(
            "pivot.order",
            ERROR,
            "A compensatable step after the pivot or after a retriable step, or a retriable step before the pivot."),

    PIVOT_STRADDLED("pivot.straddled", ERROR, "Branches of a `parallel` on both sides of the point of no return."),
    PIVOT_CANNOT_REFUSE("pivot.cannot-refuse", NOTE, "A pivot whose operation declares no error."),
    FLOW_FAIL_AFTER_PIVOT("flow.fail-after-pivot", ERROR, "A `fail` behind the point of no return."),
    FLOW_AWAIT_AFTER_PIVOT(
            "flow.await-after-pivot",
            ERROR,
            "An event behind the point of no return that is waited for without a limit, or without a way on."),
    FLOW_AWAIT_WITHOUT_TIMEOUT(
            "flow.await-without-timeout", WARNING, "An event that is waited for without a limit of time."),
    FLOW_AWAIT_IN_LOOP("flow.await-in-loop", ERROR, "An event that is waited for in each round of a loop."),
    FLOW_RETURN_IN_BRANCH(
            "flow.return-in-branch", ERROR, "A `return` while sister branches, or other rounds of a loop, run."),
    FLOW_LOOP_UNBOUNDED("flow.loop-unbounded", ERROR, "A loop without `max`."),
    FLOW_AFTER_NO_EFFECT("flow.after-no-effect", WARNING, "An `after` where the order is that one already."),
    SUBSAGA_RECURSIVE("subsaga.recursive", ERROR, "A saga that runs itself, directly or through others."),
    SUBSAGA_PATTERN("subsaga.pattern", ERROR, "A sub-saga of a pattern that its caller cannot undo as it must."),
    SUBSAGA_PIVOT("subsaga.pivot", ERROR, "A sub-saga with a point of no return before its caller's pivot."),
    PATTERN_TOO_COMPLEX_FOR_CHOREOGRAPHY(
            "pattern.too-complex-for-choreography", ERROR, "A statement that a chain cannot carry."),
    PATTERN_NO_DEADLINE("pattern.no-deadline", ERROR, "A deadline of an Anthology, which nobody could keep."),
    PATTERN_LINK_ELSEWHERE(
            "pattern.link-elsewhere", WARNING, "A step of a chain whose participant another module declares."),
    // One of the findings that a definition may accept.
    PATTERN_ANTI_PATTERN("pattern.anti-pattern", ERROR, "A Fantasy Fiction or a Horror Story."),
    COMPENSATION_NOT_RUN("compensation.not-run", NOTE, "An undo that the saga's pattern does not run."),
    COMPENSATION_ORDER_LOST(
            "compensation.order-lost", WARNING, "Steps in a declared order whose undos are sent at once."),
    COMPENSATION_SAME_CALL("compensation.same-call", WARNING, "An undo that is the call it undoes."),
    ORDER_IRREVERSIBLE_EARLY("order.irreversible-early", WARNING, "A step that cannot be undone, and could run later."),
    UNKNOWN_PROBE("unknown.probe", ERROR, "A probe whose operation does not answer `DONE`, `NOT_DONE` or `UNKNOWN`."),

    RETRIABLE_CAN_FAIL(
            "retriable.can-fail", ERROR, "A step that must not be refused, with an operation that declares an error."),
    PATTERN_MISMATCH("pattern.mismatch", ERROR, "A pattern's name and words that contradict each other."),
    PATTERN_INCOMPLETE("pattern.incomplete", ERROR, "One or two of the three words are missing."),
    PATTERN_ATOMIC_NEEDS_COMPENSATION(
            "pattern.atomic-needs-compensation",
            ERROR,
            "A compensatable step of an atomic saga that says it has no compensation."),
    DATA_ARGUMENT_ORDER("data.argument-order", ERROR, "Positional arguments whose names do not match the parameters'."),

    ACCEPT_UNKNOWN("accept.unknown", ERROR, "An accepted finding that does not exist."),
    ACCEPT_NOT_ACCEPTABLE("accept.not-acceptable", ERROR, "An accepted finding that nobody can accept."),
    ACCEPT_UNUSED("accept.unused", WARNING, "An accepted finding that is not found there."),
    TIMEOUT_ATTEMPT_LONGER_THAN_DEADLINE(
            "timeout.attempt-longer-than-deadline",
            ERROR,
            "Timeouts, heartbeats, retries and deadlines that cannot all hold."),
    RETRY_UNBOUNDED_IN_ATOMIC(
            "retry.unbounded-in-atomic",
            WARNING,
            "Attempts without limit before the pivot of an atomic saga, whose caller may wait for ever."),
    LIMITS_HISTORY("limits.history", ERROR, "A saga whose history may grow longer than Temporal lets it."),
    DATA_UNUSED_RESULT("data.unused-result", WARNING, "A result that nothing uses, of a step that has no undo."),
    DATA_UNUSED_DECLARATION("data.unused-declaration", WARNING, "A declaration that no saga or operation uses."),
    DATA_SENSITIVE_ID(
            "data.sensitive-id", WARNING, "A saga's id that shows a value which is declared to be sensitive."),
    DATA_UNUSED_IMPORT("data.unused-import", WARNING, "An import that its file does not use."),
    PATTERN_ADVICE(
            "pattern.advice", NOTE, "What the chosen pattern is good for, and which one would fit the saga better.");

    private final String code;
    private final Severity severity;
    private final String description;

    DiagnosticId(String code, Severity severity, String description) {
        this.code = code;
        this.severity = severity;
        this.description = description;
    }

    /** The permanent, dotted code that is printed. */
    public String code() {
        return code;
    }

    /** The kind of finding of that code. */
    public static Optional<DiagnosticId> ofCode(String code) {
        return Arrays.stream(values()).filter(id -> id.code.equals(code)).findFirst();
    }

    /** What a finding of this kind means for the build. */
    public Severity severity() {
        return severity;
    }

    /** A sentence on what findings of this kind are about. */
    public String description() {
        return description;
    }

    /**
     * Whether a saga may accept a finding of this kind, with a reason: what is no error, and the errors that are
     * judgements. What is about a file or an acceptance, and not about a saga, no saga can accept.
     */
    public boolean acceptable() {
        return switch (this) {
            case PATTERN_ANTI_PATTERN, PATTERN_ATOMIC_NEEDS_COMPENSATION -> true;
            case ACCEPT_UNUSED, DATA_UNUSED_DECLARATION, DATA_UNUSED_IMPORT -> false;
            default -> severity != ERROR;
        };
    }
}
