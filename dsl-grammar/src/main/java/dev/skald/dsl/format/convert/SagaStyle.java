package dev.skald.dsl.format.convert;

import dev.skald.dsl.syntax.tree.Argument;
import dev.skald.dsl.syntax.tree.Call;
import dev.skald.dsl.syntax.tree.Expression;
import dev.skald.dsl.syntax.tree.Expression.Construction;
import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.Statement.Step;
import java.util.List;
import java.util.Optional;

/**
 * How {@code .saga} says best what is explicit: arguments have no names where nothing can be mixed up, nor have steps
 * that are called as their operations.
 */
final class SagaStyle implements Style {

    @Override
    public List<Argument> arguments(List<Argument> arguments, Optional<Signature> signature) {
        return signature.isPresent() && isClear(arguments, signature.get())
                ? arguments.stream()
                        .map(argument -> new Argument(Optional.empty(), argument.value(), argument.location()))
                        .toList()
                : arguments;
    }

    /** Whether every parameter is given, in its order, by a value that is called as the parameter is. */
    private static boolean isClear(List<Argument> arguments, Signature signature) {
        if (arguments.size() != signature.parameters().size()) {
            return false;
        }
        for (int index = 0; index < arguments.size(); index++) {
            String parameter = signature.parameters().get(index).name().text();
            boolean isNamed = arguments
                    .get(index)
                    .name()
                    .map(Name::text)
                    .filter(parameter::equals)
                    .isPresent();
            boolean isClear = arguments.size() == 1
                    || (arguments.get(index).value() instanceof Expression.Path path
                            && path.name().last().text().equals(parameter));
            if (!isNamed || !isClear) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Expression construction(
            Construction construction,
            List<Argument> arguments,
            Optional<Vocabulary.Entry> record,
            Optional<Asked> asked) {
        return new Construction(construction.name(), arguments, construction.location());
    }

    @Override
    public Expression scalar(Expression value, Optional<Asked> asked) {
        return value;
    }

    @Override
    public Step step(Step step) {
        Optional<String> operation = step.call().map(Call::operation).map(Name::text);
        boolean isCalledAsOperation =
                step.description().isEmpty() && step.name().map(Name::text).equals(operation);
        return isCalledAsOperation
                ? new Step(
                        Optional.empty(), step.description(), step.kind(), step.call(), step.clauses(), step.location())
                : step;
    }
}
