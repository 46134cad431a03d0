package dev.skald.dsl.syntax.yaml;

import static dev.skald.dsl.syntax.yaml.Tree.HERE;
import static dev.skald.dsl.syntax.yaml.Tree.argument;
import static dev.skald.dsl.syntax.yaml.Tree.call;
import static dev.skald.dsl.syntax.yaml.Tree.field;
import static dev.skald.dsl.syntax.yaml.Tree.located;
import static dev.skald.dsl.syntax.yaml.Tree.name;
import static dev.skald.dsl.syntax.yaml.Tree.path;
import static dev.skald.dsl.syntax.yaml.Tree.plain;
import static dev.skald.dsl.syntax.yaml.Tree.qualified;
import static dev.skald.dsl.syntax.yaml.Tree.said;
import static dev.skald.dsl.syntax.yaml.Tree.text;
import static dev.skald.dsl.syntax.yaml.Tree.type;
import static dev.skald.dsl.syntax.yaml.Yaml.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.dsl.language.OnExhausted;
import dev.skald.dsl.language.StepKind;
import dev.skald.dsl.syntax.tree.Acceptance;
import dev.skald.dsl.syntax.tree.Argument;
import dev.skald.dsl.syntax.tree.Call;
import dev.skald.dsl.syntax.tree.CallLimits;
import dev.skald.dsl.syntax.tree.Declaration;
import dev.skald.dsl.syntax.tree.Defaults;
import dev.skald.dsl.syntax.tree.Expression;
import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.QualifiedName;
import dev.skald.dsl.syntax.tree.SagaHeader;
import dev.skald.dsl.syntax.tree.Statement;
import dev.skald.dsl.syntax.tree.StepClauses;
import dev.skald.dsl.syntax.tree.StepClauses.Compensation;
import dev.skald.dsl.syntax.tree.StepClauses.Moment;
import dev.skald.dsl.syntax.tree.StepClauses.OnUnknown;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Sagas: their headers, their steps, and the flow between them. */
final class SagaTest {

    private static final StepClauses NO_CLAUSES = new StepClauses(
            Optional.empty(), CallLimits.NONE, Optional.empty(), List.of(), Optional.empty(), List.of());

    @Test
    void aHeaderHasEverythingThatASagaSaysOfItself() {
        Declaration.Saga saga = saga("""
                sagas:
                  PlaceOrder:
                    input: { order: Order, urgent: bool }
                    output: Confirmation
                    pattern: epic
                    communication: sync
                    consistency: atomic
                    coordination: orchestrated
                    version: 2
                    id: ${order.id}
                    deadline: 1h30m
                    queue: orders
                    description: Places an order
                    defaults: { compensation: { deadline: 1h } }
                    onStateChange: { call: orders.setStatus, with: { id: "${order.id}", state: "${state}" } }
                    accept:
                      - { rule: pattern.anti-pattern, because: it is a test }
                      - rule: data.unused-result
                    on: { Order: "${order.id}" }
                    steps: []
                """);

        CallLimits undos = new CallLimits(
                Optional.empty(), Optional.of(located(Duration.ofHours(1))), Optional.empty(), Optional.empty());
        SagaHeader header = new SagaHeader(
                Optional.of(name("sync")),
                Optional.of(name("atomic")),
                Optional.of(name("orchestrated")),
                Optional.of(name("epic")),
                Optional.of(located(2)),
                Optional.of(path("order.id")),
                Optional.of(located(Duration.ofMinutes(90))),
                Optional.of(text("orders")),
                Optional.of(text("Places an order")),
                Optional.of(new Defaults(CallLimits.NONE, undos, HERE)),
                Optional.of(call(
                        "orders", "setStatus", argument("id", path("order.id")), argument("state", path("state")))),
                List.of(
                        new Acceptance(name("pattern.anti-pattern"), Optional.of(text("it is a test")), HERE),
                        new Acceptance(name("data.unused-result"), Optional.empty(), HERE)),
                List.of(name("on")));
        assertThat(said(saga))
                .isEqualTo(said(new Declaration.Saga(
                        name("PlaceOrder"),
                        List.of(field("order", type("Order")), field("urgent", type("bool"))),
                        Optional.of(type("Confirmation")),
                        header,
                        List.of(),
                        false,
                        HERE)));
    }

    @Test
    void aStepHasEverythingThatIsSaidOfItsCallAndItsUndo() {
        Statement step = statement("""
                - step: authorization
                  description: authorize the payment
                  kind: compensatable
                  call: acme.billing.authorize
                  with:
                    orderId: ${order.id}
                    currency: EUR
                  state: { name: CHECKING_PAYMENT, label: "prüft 支付" }
                  timeout: 10s
                  deadline: 2m
                  heartbeat: 5s
                  retry: { attempts: 5, backoff: 1s..30s, factor: 2 }
                  onUnknown: { probe: billing.status, with: { orderId: "${order.id}" } }
                  after: [reservation, shipment]
                  compensate:
                    call: billing.voidAuthorization
                    with: { orderId: "${order.id}" }
                    timeout: 10s
                    retry: { attempts: unlimited }
                    onExhausted: pause
                  accept: [{ rule: compensation.order-lost, because: fine }]
                """);

        Argument orderId = argument("orderId", path("order.id"));
        CallLimits limits = new CallLimits(
                Optional.of(located(Duration.ofSeconds(10))),
                Optional.of(located(Duration.ofMinutes(2))),
                Optional.of(located(Duration.ofSeconds(5))),
                Optional.of(new CallLimits.Retry(
                        Optional.of(located(5)),
                        Optional.of(located(Duration.ofSeconds(1))),
                        Optional.of(located(Duration.ofSeconds(30))),
                        Optional.of(located(2.0)),
                        HERE)));
        CallLimits undoLimits = new CallLimits(
                Optional.of(located(Duration.ofSeconds(10))),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new CallLimits.Retry(
                        Optional.of(located(CallLimits.Retry.UNLIMITED)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        HERE)));
        StepClauses clauses = new StepClauses(
                Optional.of(new Moment(name("CHECKING_PAYMENT"), Optional.of(text("prüft 支付")))),
                limits,
                Optional.of(new OnUnknown.Probe(call("billing", "status", orderId), HERE)),
                List.of(name("reservation"), name("shipment")),
                Optional.of(new Compensation.Undo(
                        Optional.of(call("billing", "voidAuthorization", orderId)),
                        undoLimits,
                        Optional.of(located(OnExhausted.PAUSE)),
                        HERE)),
                List.of(new Acceptance(name("compensation.order-lost"), Optional.of(text("fine")), HERE)));
        assertThat(said(step))
                .isEqualTo(said(new Statement.Step(
                        Optional.of(name("authorization")),
                        Optional.of(text("authorize the payment")),
                        StepKind.COMPENSATABLE,
                        Optional.of(call("acme.billing", "authorize", orderId, argument("currency", plain("EUR")))),
                        clauses,
                        HERE)));
    }

    @Test
    void aCallIsThereWithAllItsPlaces() {
        Statement.Step step = (Statement.Step) statement("- call: billing.capture\n  with:\n    id: ${order.id}\n");

        Expression path = new Expression.Path(
                new QualifiedName(List.of(new Name("order", at(6, 17, 22)), new Name("id", at(6, 23, 25)))));
        Argument id = new Argument(Optional.of(new Name("id", at(6, 11, 13))), path, at(6, 11, 26));
        assertThat(step)
                .isEqualTo(new Statement.Step(
                        Optional.empty(),
                        Optional.empty(),
                        StepKind.COMPENSATABLE,
                        Optional.of(new Call(
                                new QualifiedName(List.of(new Name("billing", at(4, 15, 22)))),
                                new Name("capture", at(4, 23, 30)),
                                List.of(id),
                                at(4, 15, 6, 26))),
                        NO_CLAUSES,
                        at(4, 9, 6, 26)));
    }

    @Test
    void aStepMayBeNamedAfterItsOperation() {
        assertThat(said(statement("- call: mail.send\n  kind: retriable\n")))
                .isEqualTo(said(step(StepKind.RETRIABLE, call("mail", "send"), NO_CLAUSES)));
    }

    @Test
    void everyKindOfStepHasItsWord() {
        for (StepKind kind : StepKind.values()) {
            String word = kind.name().toLowerCase(java.util.Locale.ROOT);
            Statement.Step step = (Statement.Step) statement("- call: a.b\n  kind: " + word + "\n");
            assertThat(step.kind()).isEqualTo(kind);
        }
    }

    @Test
    void aStepMaySayThatItHasNoCompensation() {
        StepClauses clauses = new StepClauses(
                Optional.of(new Moment(name("SENDING"), Optional.empty())),
                CallLimits.NONE,
                Optional.of(new OnUnknown.Escalate(HERE)),
                List.of(name("first")),
                Optional.of(new Compensation.None(Optional.of(text("a letter is a letter")), HERE)),
                List.of());

        assertThat(said(statement("""
                        - call: mail.send
                          state: SENDING
                          onUnknown: escalate
                          after: first
                          compensate: none
                          because: a letter is a letter
                        """))).isEqualTo(said(step(StepKind.COMPENSATABLE, call("mail", "send"), clauses)));
    }

    @Test
    void theReasonForHavingNoneIsTheResolversToAskFor() {
        Statement.Step step = (Statement.Step) statement("- call: a.b\n  compensate: none\n  onUnknown: compensate\n");

        assertThat(step.clauses().compensation()).contains(new Compensation.None(Optional.empty(), at(5, 21, 25)));
        assertThat(step.clauses().onUnknown()).contains(new OnUnknown.Compensate(at(6, 20, 30)));
    }

    @Test
    void aChoiceHasTwoBranches() {
        Statement inner = new Statement.If(path("b"), List.of(step("y")), List.of(), HERE);

        assertThat(said(statement("""
                        - if: ${a}
                          then:
                            - call: p.x
                          else:
                            - if: ${b}
                              then: [{ call: p.y }]
                        """)))
                .isEqualTo(said(new Statement.If(path("a"), List.of(step("x")), List.of(inner), HERE)));
    }

    @Test
    void branchesRunAtOnce() {
        assertThat(said(statement("""
                        - parallel:
                            - - call: p.x
                              - call: p.y
                            - [{ call: p.z }]
                        """)))
                .isEqualTo(said(
                        new Statement.Parallel(List.of(List.of(step("x"), step("y")), List.of(step("z"))), HERE)));
    }

    @Test
    void loopsRunInOrderOrAtOnce() {
        assertThat(said(statement("- for: item\n  in: ${order.items}\n  max: 100\n  do: [{ call: p.x }]\n")))
                .isEqualTo(said(new Statement.For(
                        name("item"),
                        path("order.items"),
                        false,
                        Optional.of(located(100)),
                        Optional.empty(),
                        List.of(step("x")),
                        HERE)));
        assertThat(said(statement(
                        "- for: item\n  in: [a, b]\n  parallel: true\n  concurrency: 10\n  do: [{ call: p.x }]\n")))
                .isEqualTo(said(new Statement.For(
                        name("item"),
                        new Expression.ListLiteral(List.of(plain("a"), plain("b")), HERE),
                        true,
                        Optional.empty(),
                        Optional.of(located(10)),
                        List.of(step("x")),
                        HERE)));
    }

    @Test
    void anEventMayHaveATimeAndWhatFollowsThen() {
        Statement fail = new Statement.Fail(qualified("NotApproved"), List.of(), HERE);

        assertThat(said(statement(
                        "- await: approval\n  type: Approval\n  within: 24h\n  else: [{ fail: NotApproved }]\n")))
                .isEqualTo(said(new Statement.Await(
                        name("approval"),
                        type("Approval"),
                        Optional.of(located(Duration.ofHours(24))),
                        Optional.of(List.of(fail)),
                        HERE)));
        assertThat(said(statement("- await: approval\n  type: Approval\n")))
                .isEqualTo(said(new Statement.Await(
                        name("approval"), type("Approval"), Optional.empty(), Optional.empty(), HERE)));
    }

    @Test
    void timersSubSagasErrorsAndResultsAreStatements() {
        assertThat(said(statement("- wait: 30m")))
                .isEqualTo(said(new Statement.Wait(located(Duration.ofMinutes(30)), HERE)));
        assertThat(said(statement("- run: settled\n  saga: acme.Settle\n  with: { id: \"${order.id}\" }")))
                .isEqualTo(said(new Statement.Run(
                        Optional.of(name("settled")),
                        qualified("acme.Settle"),
                        List.of(argument("id", path("order.id"))),
                        HERE)));
        assertThat(said(statement("- saga: Settle")))
                .isEqualTo(said(new Statement.Run(Optional.empty(), qualified("Settle"), List.of(), HERE)));
        assertThat(said(statement("- fail: OutOfStock\n  with: { sku: \"${order.sku}\" }")))
                .isEqualTo(said(new Statement.Fail(
                        qualified("OutOfStock"), List.of(argument("sku", path("order.sku"))), HERE)));
        assertThat(said(statement("- return: ${shipment.code}")))
                .isEqualTo(said(new Statement.Return(path("shipment.code"), HERE)));
    }

    @Test
    void theResultOfASagaIsTheLastStatement() {
        Declaration.Saga saga = saga("sagas:\n  S:\n    return: { a: x }\n    steps: [{ call: p.x }]\n");

        Expression result = new Expression.Construction(
                Optional.empty(),
                List.of(new Argument(
                        Optional.of(new Name("a", at(3, 15, 16))),
                        new Expression.PlainScalar("x", at(3, 18, 19)),
                        at(3, 15, 19))),
                at(3, 13, 21));
        assertThat(saga.body()).hasSize(2);
        assertThat(saga.body().get(1)).isEqualTo(new Statement.Return(result, at(3, 5, 21)));
    }

    private static Statement step(String operation) {
        return step(StepKind.COMPENSATABLE, call("p", operation), NO_CLAUSES);
    }

    private static Statement.Step step(StepKind kind, Call call, StepClauses clauses) {
        return new Statement.Step(Optional.empty(), Optional.empty(), kind, Optional.of(call), clauses, HERE);
    }

    private static Statement statement(String text) {
        return saga("sagas:\n  S:\n    steps:\n" + text.indent(6)).body().get(0);
    }

    private static Declaration.Saga saga(String text) {
        return (Declaration.Saga) Yaml.tree(text).declarations().get(0);
    }
}
