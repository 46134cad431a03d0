package dev.skald.dsl.syntax.saga;

import static java.util.Map.entry;

import dev.skald.dsl.syntax.written.Written;
import dev.skald.dsl.syntax.written.Written.Kind;
import dev.skald.dsl.syntax.written.Written.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Groups the words of a file as the parser has understood them; what is no group by itself goes into the next one. */
final class WrittenBuilder {

    /** What keeps its characters, blanks included. */
    private static final Set<Class<? extends ParserRuleContext>> KEPT = Set.of(
            SagaParser.TextContext.class,
            SagaParser.TemplateContext.class,
            SagaParser.PatternContext.class,
            SagaParser.ReservedDeclarationContext.class);

    /** Phrases of one part are no more than that part. */
    private static final Set<Kind> ONLY_OF_SEVERAL = Set.of(Kind.OPERATION_ON_MANY, Kind.WORDS, Kind.TIGHT);

    private static final Map<Class<? extends ParserRuleContext>, Kind> KINDS = Map.ofEntries(
            entry(SagaParser.PackageEntryContext.class, Kind.PACKAGE),
            entry(SagaParser.ImportEntryContext.class, Kind.IMPORT),
            entry(SagaParser.ImportedNameContext.class, Kind.TIGHT),
            entry(SagaParser.DefaultsContext.class, Kind.SETTINGS),
            entry(SagaParser.RecordContext.class, Kind.RECORD),
            entry(SagaParser.BusinessErrorContext.class, Kind.RECORD),
            entry(SagaParser.EnumerationContext.class, Kind.ENUM),
            entry(SagaParser.ExternContext.class, Kind.EXTERN),
            entry(SagaParser.ParticipantContext.class, Kind.PARTICIPANT),
            entry(SagaParser.SagaContext.class, Kind.SAGA),
            entry(SagaParser.ReservedDeclarationContext.class, Kind.RESERVED),
            entry(SagaParser.FieldsContext.class, Kind.MEMBERS),
            entry(SagaParser.ConstantsContext.class, Kind.MEMBERS),
            entry(SagaParser.FieldContext.class, Kind.FIELD),
            entry(SagaParser.ParametersContext.class, Kind.PARAMETERS),
            entry(SagaParser.NearContext.class, Kind.SUFFIX),
            entry(SagaParser.ParticipantQueueContext.class, Kind.SUFFIX),
            entry(SagaParser.ParticipantReservedContext.class, Kind.SUFFIX),
            entry(SagaParser.OperationsContext.class, Kind.OPERATIONS),
            entry(SagaParser.OperationContext.class, Kind.OPERATION),
            entry(SagaParser.DeclaredErrorsContext.class, Kind.SUFFIX),
            entry(SagaParser.IrreversibleContext.class, Kind.SUFFIX),
            entry(SagaParser.ActivityTypeContext.class, Kind.SUFFIX),
            entry(SagaParser.OperationReservedContext.class, Kind.SUFFIX),
            entry(SagaParser.ReservedSubjectContext.class, Kind.CALL),
            entry(SagaParser.CommunicationContext.class, Kind.PROPERTY),
            entry(SagaParser.ConsistencyContext.class, Kind.PROPERTY),
            entry(SagaParser.CoordinationContext.class, Kind.PROPERTY),
            entry(SagaParser.PatternContext.class, Kind.CLAUSE),
            entry(SagaParser.VersionContext.class, Kind.CLAUSE),
            entry(SagaParser.SagaIdContext.class, Kind.CLAUSE),
            entry(SagaParser.SagaDeadlineContext.class, Kind.CLAUSE),
            entry(SagaParser.SagaQueueContext.class, Kind.CLAUSE),
            entry(SagaParser.DescriptionContext.class, Kind.CLAUSE),
            entry(SagaParser.OnStateChangeContext.class, Kind.CLAUSE),
            entry(SagaParser.SubjectContext.class, Kind.CLAUSE),
            entry(SagaParser.SagaAcceptanceContext.class, Kind.CLAUSE),
            entry(SagaParser.SagaReservedContext.class, Kind.CLAUSE),
            entry(SagaParser.BlockContext.class, Kind.BLOCK),
            entry(SagaParser.StepContext.class, Kind.STEP),
            entry(SagaParser.StepHeadContext.class, Kind.HEAD),
            entry(SagaParser.ChoiceContext.class, Kind.CHOICE),
            entry(SagaParser.BranchesAtOnceContext.class, Kind.PARALLEL),
            entry(SagaParser.BranchesContext.class, Kind.BRANCHES),
            entry(SagaParser.BranchContext.class, Kind.BRANCH),
            entry(SagaParser.LoopContext.class, Kind.LOOP),
            entry(SagaParser.MaxContext.class, Kind.SUFFIX),
            entry(SagaParser.ConcurrencyContext.class, Kind.SUFFIX),
            entry(SagaParser.AwaitContext.class, Kind.LINE),
            entry(SagaParser.AwaitHeadContext.class, Kind.FIELD),
            entry(SagaParser.WaitContext.class, Kind.LINE),
            entry(SagaParser.RunContext.class, Kind.LINE),
            entry(SagaParser.FailContext.class, Kind.LINE),
            entry(SagaParser.ResultContext.class, Kind.LINE),
            entry(SagaParser.MomentContext.class, Kind.CLAUSE),
            entry(SagaParser.OnUnknownContext.class, Kind.CLAUSE),
            entry(SagaParser.AfterContext.class, Kind.CLAUSE),
            entry(SagaParser.UndoContext.class, Kind.COMPENSATE),
            entry(SagaParser.NoCompensationContext.class, Kind.CLAUSE),
            entry(SagaParser.StepAcceptanceContext.class, Kind.CLAUSE),
            entry(SagaParser.UndoClausesContext.class, Kind.UNDO),
            entry(SagaParser.OnExhaustedContext.class, Kind.CLAUSE),
            entry(SagaParser.RuleIdContext.class, Kind.TIGHT),
            entry(SagaParser.CompensationDefaultsContext.class, Kind.SETTINGS),
            entry(SagaParser.LimitsContext.class, Kind.CLAUSES),
            entry(SagaParser.TimeoutContext.class, Kind.LIMIT),
            entry(SagaParser.DeadlineContext.class, Kind.LIMIT),
            entry(SagaParser.HeartbeatContext.class, Kind.LIMIT),
            entry(SagaParser.RetryContext.class, Kind.SETTINGS),
            entry(SagaParser.RetryClausesContext.class, Kind.CLAUSES),
            entry(SagaParser.AttemptsContext.class, Kind.CLAUSE),
            entry(SagaParser.BackoffContext.class, Kind.CLAUSE),
            entry(SagaParser.FactorContext.class, Kind.CLAUSE),
            entry(SagaParser.CallContext.class, Kind.CALL),
            entry(SagaParser.TargetContext.class, Kind.TIGHT),
            entry(SagaParser.ArgumentsContext.class, Kind.ARGUMENTS),
            entry(SagaParser.ArgumentContext.class, Kind.ARGUMENT),
            entry(SagaParser.ExpressionContext.class, Kind.OPERATION_ON_MANY),
            entry(SagaParser.DisjunctionContext.class, Kind.OPERATION_ON_MANY),
            entry(SagaParser.ConjunctionContext.class, Kind.OPERATION_ON_MANY),
            entry(SagaParser.NegationContext.class, Kind.WORDS),
            entry(SagaParser.EqualityContext.class, Kind.OPERATION_ON_MANY),
            entry(SagaParser.RelationContext.class, Kind.OPERATION_ON_MANY),
            entry(SagaParser.PresenceContext.class, Kind.WORDS),
            entry(SagaParser.SumContext.class, Kind.OPERATION_ON_MANY),
            entry(SagaParser.ProductContext.class, Kind.OPERATION_ON_MANY),
            entry(SagaParser.SignedContext.class, Kind.TIGHT),
            entry(SagaParser.ReferenceContext.class, Kind.CALL),
            entry(SagaParser.ListLiteralContext.class, Kind.LIST),
            entry(SagaParser.ElementContext.class, Kind.ARGUMENT),
            entry(SagaParser.ParenthesizedContext.class, Kind.PARENTHESES),
            entry(SagaParser.TypeContext.class, Kind.TIGHT),
            entry(SagaParser.QualifiedNameContext.class, Kind.TIGHT));

    private static final Set<Integer> BEGINNING =
            Words.union(List.of(Words.STEP_CLAUSE, Words.HEADER_CLAUSE, Words.FLOW_CLAUSE, Words.STATEMENT));

    private final WrittenWords words;

    WrittenBuilder(WrittenWords words) {
        this.words = words;
    }

    /** The file that {@code tree} is, read without an error. */
    Phrase build(SagaParser.FileContext tree) {
        List<Written> parts = new ArrayList<>(parts(tree));
        parts.add(words.endOfFile());
        return new Phrase(Kind.FILE, parts);
    }

    private List<Written> parts(ParserRuleContext construct) {
        List<Written> parts = new ArrayList<>();
        for (ParseTree child : construct.children == null ? List.<ParseTree>of() : construct.children) {
            if (child instanceof ParserRuleContext inner) {
                parts.addAll(inner(inner));
            } else if (child instanceof TerminalNode terminal) {
                word(terminal.getSymbol()).ifPresent(parts::add);
            }
        }
        return parts;
    }

    private List<Written> inner(ParserRuleContext construct) {
        if (construct.getStop() == null
                || construct.getStop().getTokenIndex() < construct.getStart().getTokenIndex()) {
            return List.of();
        }
        List<Written> parts = KEPT.contains(construct.getClass())
                ? List.of(words.kept(construct.getStart(), construct.getStop()))
                : parts(construct);
        Kind kind = KINDS.get(construct.getClass());
        if (kind == null || parts.isEmpty() || (parts.size() == 1 && ONLY_OF_SEVERAL.contains(kind))) {
            return parts;
        }
        return List.of(new Phrase(kind, parts));
    }

    /** The word of a token; empty for the marks that nobody wrote, and for the end of the file. */
    private Optional<Written> word(Token token) {
        return token.getType() == Token.EOF || Words.MARKER.contains(token.getType())
                ? Optional.empty()
                : Optional.of(words.word(token, BEGINNING.contains(token.getType())));
    }
}
