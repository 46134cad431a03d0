package dev.skald.maven;

import dev.skald.codegen.output.Addition;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What became of first implementations.
 *
 * @param folder what they were added to, as it is printed
 * @param additions what became of each
 */
record ScaffoldSummary(String folder, List<Addition> additions) {

    ScaffoldSummary {
        additions = List.copyOf(additions);
    }

    /** A line for each, and one for all. */
    String sentence() {
        if (additions.isEmpty()) {
            return "There is nothing to do: no participant with operations is declared.";
        }
        long written = additions.stream().filter(Addition::written).count();
        return additions.stream().map(this::line).collect(Collectors.joining())
                + "Scaffolded " + additions.size() + (additions.size() == 1 ? " participant: " : " participants: ")
                + written + " written, " + (additions.size() - written) + " left alone.";
    }

    private String line(Addition addition) {
        String what = addition.obstacle()
                .map(obstacle -> "Left alone, because " + obstacle)
                .orElse("Written");
        return what + ": " + folder + "/" + addition.path() + "\n";
    }
}
