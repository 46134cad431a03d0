package dev.skald.codegen.differential;

import dev.skald.codegen.differential.Sketch.Kind;
import dev.skald.codegen.differential.Sketch.Pivot;
import dev.skald.codegen.differential.Sketch.Undo;
import dev.skald.codegen.differential.Sketch.Unknown;
import dev.skald.codegen.differential.Sketch.Whole;
import dev.skald.codegen.differential.SketchScope.Bound;
import dev.skald.dsl.language.Coordination;
import dev.skald.dsl.language.Pattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a sketch down as a saga that keeps all rules. Conditions and lists are inputs, so that facts can say them. */
final class SketchText {

    /** What all these sagas use; a file of its own. */
    static final String SHOP = """
            package com.acme.five

            record Ticket { number: string }

            record Approval { by: string }

            error Refused { why: string }

            error NotApproved {}

            participant shop {
              look(id: string): int throws Refused
              see(id: string): int
              hold(id: string): Ticket throws Refused
              take(id: string): Ticket
              drop(id: string)
              reserve(id: string) throws Refused
              release(id: string)
              capture(id: string) throws Refused irreversible
              close(id: string) irreversible
              issue(id: string): Ticket irreversible
              send(id: string) irreversible
              setStatus(id: string, state: string)
            }
            """;

    private static final String INNER = """

            saga %s(id: string): Ticket
                %s
                id id
                queue "random"
            %s    defaults {
                  timeout 10m
                  retry { backoff 24h..24h }
                  compensation { timeout 10m  retry { backoff 24h..24h } }
                }
            {
              step first = shop.take(id)
                  compensate shop.drop(id)
              step last = shop.hold(first.number)
                  compensate shop.drop(id)
              return last
            }
            """;

    /** A pause among others that run at the same time really passes: no time is skipped while anybody is asked. */
    static final String SHORT = "wait 150ms";

    private static final String TELLS = "    on state change shop.setStatus(id, state)\n";

    /** What no list is longer than. Behind the point of no return a longer one would block a saga for ever. */
    private static final int LONGEST_LIST = 3;

    private final Pattern pattern;
    private final StringBuilder text = new StringBuilder();
    private final Set<String> names = new HashSet<>();
    private boolean committed;
    private boolean hasStepWithoutUndo;

    private SketchText(Pattern pattern) {
        this.pattern = pattern;
    }

    /** The file of a saga. */
    static String file(String name, Pattern pattern, Whole sketch) {
        return new SketchText(pattern).write(name, sketch);
    }

    /** What all these sagas use, and the sagas that they run: one for each pattern. */
    static String common(List<Pattern> patterns) {
        return SHOP
                + patterns.stream()
                        .map(pattern -> INNER.formatted(inner(pattern), pattern.words(), antiPattern(pattern)))
                        .collect(Collectors.joining());
    }

    private static String inner(Pattern pattern) {
        return Inner.PREFIX + pattern.title().replace(" ", "");
    }

    private String write(String name, Whole sketch) {
        SketchScope scope = new SketchScope();
        block(sketch.before(), scope, "  ", Where.ALONE);
        pivot(sketch.pivot(), scope);
        committed = true;
        block(sketch.after(), scope, "  ", Where.ALONE);
        // Nobody waits for what an Anthology returns.
        boolean answers = pattern != Pattern.ANTHOLOGY;
        if (answers) {
            line("  ", "return " + scope.text(0));
        }
        return """
                package com.acme.five

                saga %s(id: string, c1: bool, c2: bool, c3: bool, l1: list<string>, l2: list<string>)%s
                    %s
                    id id
                %s%s%s    defaults {
                      timeout 10m
                      retry { backoff 24h..24h }
                      compensation { timeout 10m  retry { backoff 24h..24h } }
                    }
                {
                %s}
                """.formatted(
                        name,
                        answers ? ": string" : "",
                        pattern.words(),
                        isChain() ? "" : "    queue \"random\"\n",
                        sketch.tells() ? TELLS : "",
                        accepted(),
                        text);
    }

    /** Its links are on the queues of their participants, and in the order written. */
    private boolean isChain() {
        return pattern.coordination() == Coordination.CHOREOGRAPHED;
    }

    private String accepted() {
        String accepted = "";
        if (hasStepWithoutUndo && pattern.words().contains("atomic")) {
            accepted += "    accept pattern.atomic-needs-compensation because \"it is a test\"\n";
        }
        return accepted + antiPattern(pattern);
    }

    private static String antiPattern(Pattern pattern) {
        return pattern == Pattern.FANTASY_FICTION || pattern == Pattern.HORROR_STORY
                ? "    accept pattern.anti-pattern because \"it is a test\"\n"
                : "";
    }

    private void line(String indent, String words) {
        text.append(indent).append(words).append('\n');
    }

    private void pivot(Pivot pivot, SketchScope scope) {
        switch (pivot) {
            case NONE -> {}
            case CAPTURE -> line("  ", "pivot step capture = shop.capture(" + scope.text(1) + ")");
            case CLOSE -> line("  ", "pivot step close = shop.close(" + scope.text(2) + ")");
            case MAYBE -> line("  ", "if c2 { pivot step capture = shop.capture(" + scope.text(1) + ") }");
        }
    }

    /** A block. */
    private void block(List<Sketch> block, SketchScope scope, String indent, Where where) {
        List<String> earlier = new ArrayList<>();
        for (Sketch sketch : block) {
            write(sketch, scope, indent, earlier.isEmpty() ? where : where.behindStep(), earlier);
        }
    }

    private void write(Sketch sketch, SketchScope scope, String indent, Where where, List<String> earlier) {
        if (sketch instanceof Sketch.Step step) {
            step(step, scope, indent, earlier);
        } else if (sketch instanceof Sketch.Run run) {
            run(run, scope, indent);
        } else if (sketch instanceof Sketch.Choice choice) {
            choice(choice, scope, indent, where);
        } else if (sketch instanceof Sketch.Loop loop) {
            loop(loop, scope, indent, where);
        } else if (sketch instanceof Sketch.Branches branches) {
            branches(branches, scope, indent, where);
        } else if (sketch instanceof Sketch.Await await) {
            await(await, scope, indent, where);
        } else if (sketch instanceof Sketch.Leave leave) {
            leave(leave, scope, indent, where);
        } else {
            line(indent, where.atOnce() ? SHORT : "wait 20m");
        }
    }

    private String name(String letter, int number) {
        String name = letter + number;
        while (!names.add(name)) {
            name += "b";
        }
        return name;
    }

    // Steps

    private void step(Sketch.Step step, SketchScope scope, String indent, List<String> earlier) {
        String name = name("s", step.number());
        String data = scope.text(step.data());
        if (hasEffect(step.kind()) && committed) {
            String operation = step.kind() == Kind.RESERVE ? "send" : "issue";
            line(indent, "retriable step " + name + " = shop." + operation + "(" + data + ")");
        } else if (hasEffect(step.kind())) {
            line(indent, "step " + name + " = shop." + operation(step.kind()) + "(" + data + ")");
            undo(step, name, scope, indent + "    ");
        } else {
            String operation = committed ? "see" : operation(step.kind());
            line(indent, "readonly step " + name + " = shop." + operation + "(" + data + ")");
            unknown(step.unknown(), indent + "    ");
        }
        extras(step.extras(), name, indent + "    ", earlier);
        scope.bind(name, result(step.kind()));
        earlier.add(name);
    }

    /** Behind the point of no return it is a step that cannot be refused. */
    private void run(Sketch.Run run, SketchScope scope, String indent) {
        String name = name("r", run.number());
        String data = scope.text(run.data());
        line(
                indent,
                committed
                        ? "retriable step " + name + " = shop.issue(" + data + ")"
                        : "run " + name + " = " + inner(pattern) + "(" + data + ")");
        scope.bind(name, Bound.TICKET);
    }

    private static boolean hasEffect(Kind kind) {
        return kind == Kind.RESERVE || kind == Kind.HOLD || kind == Kind.TAKE;
    }

    private static String operation(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Bound result(Kind kind) {
        return switch (kind) {
            case RESERVE -> Bound.NOTHING;
            case HOLD, TAKE -> Bound.TICKET;
            case LOOK, SEE -> Bound.NUMBER;
        };
    }

    private void undo(Sketch.Step step, String name, SketchScope scope, String indent) {
        boolean byResult = step.undo() == Undo.BY_RESULT && step.kind() != Kind.RESERVE;
        unknown(byResult ? Unknown.ESCALATE : step.unknown(), indent);
        if (step.undo() == Undo.NONE) {
            hasStepWithoutUndo = true;
            line(indent, "no compensation because \"it is a test\"");
            return;
        }
        String operation = step.kind() == Kind.RESERVE ? "release" : "drop";
        String data = byResult ? name + ".number" : scope.text(step.data() + 1);
        line(indent, "compensate shop." + operation + "(" + data + ")" + limits(step.undo()));
    }

    private static String limits(Undo undo) {
        return switch (undo) {
            case ANY, BY_RESULT, NONE -> "";
            case PAUSING -> " { retry { attempts 3 } on exhausted pause }";
            case BOUNDED -> " { retry { attempts 2 } }";
            case UNLIMITED -> " { retry { attempts unlimited } }";
        };
    }

    private void unknown(Unknown unknown, String indent) {
        if (!committed && unknown == Unknown.COMPENSATE) {
            line(indent, "on unknown compensate");
        } else if (!committed && unknown == Unknown.ESCALATE) {
            line(indent, "on unknown escalate");
        }
    }

    private void extras(int extras, String name, String indent, List<String> earlier) {
        if (extras % 3 == 1) {
            line(indent, "state AT_" + name.toUpperCase(Locale.ROOT));
        }
        if (!committed && !isChain() && extras / 3 % 3 == 1 && !earlier.isEmpty()) {
            line(indent, "after " + earlier.get(extras % earlier.size()));
        }
    }

    // Flow

    private void choice(Sketch.Choice choice, SketchScope scope, String indent, Where where) {
        if (choice.form() == 0) {
            block(choice.then(), scope, indent, where);
            block(choice.otherwise(), scope, indent, where);
            return;
        }
        line(indent, "if " + scope.condition(choice.form()) + " {");
        SketchScope then = scope.inner();
        SketchScope otherwise = scope.inner();
        block(choice.then(), then, indent + "  ", where);
        if (!choice.otherwise().isEmpty()) {
            line(indent, "} else {");
            block(choice.otherwise(), otherwise, indent + "  ", where);
        }
        line(indent, "}");
        scope.bindAll(then, Bound.MAYBE);
        scope.bindAll(otherwise, Bound.MAYBE);
    }

    private void loop(Sketch.Loop loop, SketchScope scope, String indent, Where where) {
        if (loop.form() == 0) {
            block(loop.body(), scope, indent, where);
            return;
        }
        String item = name("item", loop.number());
        SketchScope inner = scope.inLoop(item);
        boolean parallel = loop.form() % 2 == 0;
        String concurrency = loop.form() % 3 == 2 ? " concurrency " + (1 + loop.form() % 4) : "";
        line(
                indent,
                "for %s%s in %s max %d%s {"
                        .formatted(
                                parallel ? "parallel " : "",
                                item,
                                loop.form() % 5 < 3 ? "l1" : "l2",
                                committed || where == Where.BESIDE_OTHERS ? LONGEST_LIST : loop.max(),
                                parallel ? concurrency : ""));
        block(loop.body(), inner, indent + "  ", parallel ? Where.BESIDE_OTHERS : where);
        line(indent, "}");
        scope.bindAll(inner, Bound.LIST);
    }

    private void branches(Sketch.Branches branches, SketchScope scope, String indent, Where where) {
        if (branches.form() == 0 || branches.branches().size() == 1) {
            branches.branches().forEach(branch -> block(branch, scope, indent, where));
            return;
        }
        List<SketchScope> inner = new ArrayList<>();
        line(indent, "parallel {");
        for (List<Sketch> branch : branches.branches()) {
            SketchScope within = scope.inner();
            line(indent, "  branch {");
            block(branch, within, indent + "    ", Where.BESIDE_OTHERS);
            line(indent, "  }");
            inner.add(within);
        }
        line(indent, "}");
        inner.forEach(scope::bindAll);
    }

    private void await(Sketch.Await await, SketchScope scope, String indent, Where where) {
        if (scope.isInLoop()) {
            line(indent, where.atOnce() ? SHORT : "wait 30m");
            return;
        }
        String name = name("e", await.number());
        String waits = "await " + name + ": Approval";
        int form = committed ? 3 : await.form() % 4;
        SketchScope inner = scope.inner();
        switch (form) {
            case 0 -> line(indent, waits);
            case 1 -> line(indent, waits + " within 30m");
            case 2 -> line(indent, waits + " within 30m else { fail NotApproved() }");
            default -> {
                line(indent, waits + " within 30m else {");
                line(indent + "  ", where.atOnce() ? SHORT : "wait 1m");
                block(await.otherwise(), inner, indent + "  ", where);
                line(indent, "}");
            }
        }
        scope.bindAll(inner, Bound.MAYBE);
        scope.bind(name, form == 1 || form == 3 ? Bound.MAYBE : Bound.EVENT);
    }

    private void leave(Sketch.Leave leave, SketchScope scope, String indent, Where where) {
        boolean fails = leave.fails() || where.atOnce();
        if (fails && (committed || where == Where.BESIDE_OTHERS)) {
            line(indent, where.atOnce() ? SHORT : "wait 20m");
            return;
        }
        line(
                indent,
                "if " + scope.condition(leave.form() + 1) + " { " + (fails ? "fail NotApproved()" : "return \"early\"")
                        + " }");
    }

    /** Where a statement stands. */
    private enum Where {
        /** Nothing else runs meanwhile. */
        ALONE,
        /**
         * Other branches, or rounds, have begun together with this one: what fails here at once, before anybody is
         * asked, would race them.
         */
        BESIDE_OTHERS,
        /** Others run meanwhile, but there is a step before. */
        BEHIND_STEP;

        boolean atOnce() {
            return this != ALONE;
        }

        Where behindStep() {
            return this == BESIDE_OTHERS ? BEHIND_STEP : this;
        }
    }
}
