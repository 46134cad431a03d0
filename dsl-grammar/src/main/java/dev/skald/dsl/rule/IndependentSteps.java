package dev.skald.dsl.rule;

import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.Statement;
import dev.skald.dsl.model.Statements;
import dev.skald.dsl.model.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds how many steps of a saga need nothing of each other, so that they could run at once: neighbours that are
 * compensatable or readonly, without data and without {@code after} between them.
 */
final class IndependentSteps {

    private IndependentSteps() {}

    /** The most that there are at one place. */
    static int most(Saga saga) {
        Stream<List<Statement>> blocks = Stream.concat(
                Stream.of(saga.body()),
                saga.statements().flatMap(statement -> Statements.blocksOf(statement).stream()));
        return blocks.mapToInt(IndependentSteps::most).max().orElse(0);
    }

    private static int most(List<Statement> block) {
        int most = 0;
        List<Step> neighbours = new ArrayList<>();
        for (Statement statement : block) {
            if (statement instanceof Step step && !step.kind().isPointOfNoReturn()) {
                neighbours.add(step);
            } else {
                most = Math.max(most, atOnce(neighbours));
                neighbours.clear();
            }
        }
        return Math.max(most, atOnce(neighbours));
    }

    /** Each step comes as early as what it needs lets it; the most that come at the same time. */
    private static int atOnce(List<Step> neighbours) {
        Map<String, Integer> rounds = new HashMap<>();
        Map<Integer, Integer> sizes = new HashMap<>();
        for (Step step : neighbours) {
            int round = Statements.neededBy(step).stream()
                    .mapToInt(needed -> rounds.getOrDefault(needed, 0))
                    .max()
                    .orElse(0);
            rounds.put(step.name(), round + 1);
            sizes.merge(round, 1, Integer::sum);
        }
        return sizes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
