package dev.skald.dsl.syntax;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.skald.dsl.DefinitionCompiler;
import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticPrinter;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.diagnostic.SarifReport;
import dev.skald.dsl.diagnostic.SourceFile;
import dev.skald.dsl.diagnostic.SourceLocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever happens to a definition: compiling it ends, in time, without an exception, and each finding has a place in
 * the file and can be printed. {@code -Dskald.damage=100000} tries that many instead of 2,000;
 * {@code -Dskald.damage.seed} starts elsewhere.
 */
final class DamagedDefinitionsTest {

    private static final int CASES = Integer.getInteger("skald.damage", 2000);
    private static final long SEED = Long.getLong("skald.damage.seed", 20261125L);
    private static final long SECONDS_OF_WORK = 5;
    private static final long SECONDS_OF_WAITING = 60;
    private static final int MOST_FAILURES = 10;
    private static final int LONGEST_SHOWN = 2000;
    private static final int MANY = 1000;

    private static final List<Path> FILES = files();
    private static final List<String> TEXTS =
            FILES.stream().map(DamagedDefinitionsTest::text).toList();
    private static final Path KEPT = Path.of("target/damaged");

    @Test
    void noDamageMakesTheCompilerThrowOrHangOrPointOutsideOfTheFile() throws Exception {
        assertThat(FILES).hasSizeGreaterThan(80);
        List<String> failures = new ArrayList<>();
        ExecutorService worker = Executors.newSingleThreadExecutor();
        for (int number = 0; number < CASES && failures.size() < MOST_FAILURES; number++) {
            Case damaged = damaged(number);
            Future<Optional<String>> problem = worker.submit(() -> problem(damaged));
            try {
                Optional<String> found = problem.get(SECONDS_OF_WAITING, TimeUnit.SECONDS);
                if (found.isPresent()) {
                    failures.add(report(damaged, found.get()));
                }
            } catch (TimeoutException hangs) {
                failures.add(report(damaged, "it does not end"));
                worker.shutdownNow();
                worker = Executors.newSingleThreadExecutor();
            }
        }
        worker.shutdownNow();
        assertThat(failures).as("seed %d, %d damaged definitions", SEED, CASES).isEmpty();
    }

    /** What went wrong, and the definition, which is kept in a file as well. */
    private static String report(Case damaged, String problem) throws IOException {
        Files.createDirectories(KEPT);
        Path kept = KEPT.resolve(
                SEED + "-" + damaged.number + "-" + Path.of(damaged.path).getFileName());
        Files.write(kept, damaged.damage.bytes());
        String text = new String(damaged.damage.bytes(), UTF_8);
        return "number %d, %s (%s), kept as %s: %s%n%s"
                .formatted(
                        damaged.number,
                        damaged.path,
                        damaged.damage.story(),
                        kept,
                        problem,
                        text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text);
    }

    private static Case damaged(int number) {
        Random random = new Random(SEED * 1_000_003 + number);
        int index = random.nextInt(FILES.size());
        Damage damage = new Damage(TEXTS.get(index), TEXTS, random);
        String path = "damaged/" + FILES.get(index).getFileName();
        if (random.nextInt(20) == 0) {
            path = path.endsWith(".yaml") ? path.replace(".yaml", "") : path + ".yaml";
        }
        return new Case(number, path, companions(FILES.get(index)), damage);
    }

    /** The other definitions of its folder that it may use names of. */
    private static List<SourceFile> companions(Path file) {
        Path folder = file.resolveSibling("");
        boolean isFinding = folder.endsWith("findings");
        return IntStream.range(0, FILES.size())
                .filter(other -> !FILES.get(other).equals(file))
                .filter(other -> FILES.get(other).resolveSibling("").equals(folder))
                .filter(other -> isFinding
                        ? FILES.get(other).endsWith("common.saga")
                        : folder.toString().contains("import"))
                .mapToObj(other -> new SourceFile(FILES.get(other).toString(), TEXTS.get(other)))
                .toList();
    }

    /** What is wrong with how a definition is compiled; nothing, as it should be. */
    private static Optional<String> problem(Case damaged) {
        try {
            List<Result<SourceFile>> files = new ArrayList<>();
            files.add(SourceReader.decode(damaged.damage.bytes(), damaged.path));
            damaged.companions.forEach(file -> files.add(new Result<>(file, List.of())));
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            List<Diagnostic> found = DefinitionCompiler.compile(files).diagnostics();
            long after = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            checkPlaces(found, files, damaged);
            print(found, files.stream().map(Result::value).toList());
            long seconds = TimeUnit.NANOSECONDS.toSeconds(after - before);
            return seconds < SECONDS_OF_WORK ? Optional.empty() : Optional.of("it takes " + seconds + " seconds");
        } catch (RuntimeException | AssertionError | StackOverflowError thrown) {
            return Optional.of(thrown
                    + Stream.of(thrown.getStackTrace())
                            .limit(8)
                            .map(frame -> "\n    at " + frame)
                            .collect(Collectors.joining()));
        }
    }

    private static void checkPlaces(List<Diagnostic> found, List<Result<SourceFile>> files, Case damaged) {
        Map<String, List<String>> lines = new HashMap<>();
        files.forEach(file -> lines.put(file.value().path(), lines(file.value().text())));
        if (files.get(0).hasErrors()) {
            // Its text is not kept; what could be decoded of it is what the place is in.
            lines.put(damaged.path, lines(new String(damaged.damage.bytes(), UTF_8)));
        }
        for (Diagnostic each : found) {
            checkPlace(each, each.location(), lines);
            each.fix().ifPresent(fix -> checkPlace(each, fix.range(), lines));
            each.notes().forEach(note -> note.location().ifPresent(place -> checkPlace(each, place, lines)));
        }
    }

    private static void checkPlace(Diagnostic found, SourceLocation place, Map<String, List<String>> lines) {
        List<String> text = lines.getOrDefault(place.file(), List.of());
        boolean isInside = isInside(text, place.line(), place.column())
                && isInside(text, place.endLine(), place.endColumn())
                && (place.endLine() > place.line()
                        || (place.endLine() == place.line() && place.endColumn() >= place.column()));
        if (!isInside) {
            throw new AssertionError(place + " to " + place.endLine() + ":" + place.endColumn()
                    + " is not in the file: " + found.id() + " " + found.message());
        }
    }

    /** A column behind the last character is still in the file, and one more is its line break. */
    private static boolean isInside(List<String> text, int line, int column) {
        return line >= 1
                && line <= text.size()
                && column >= 1
                && column
                        <= text.get(line - 1)
                                        .codePointCount(0, text.get(line - 1).length())
                                + 2;
    }

    private static List<String> lines(String text) {
        return List.of(text.split("\r\n|\r|\n", -1));
    }

    private static void print(List<Diagnostic> found, List<SourceFile> files) {
        long lines = found.stream()
                .map(DiagnosticPrinter::line)
                .filter(line -> line.lines().count() == 1)
                .count();
        String report = new DiagnosticPrinter(files).report(found);
        String sarif = SarifReport.of(found, "1.2.3");
        if (lines != found.size() || report.isBlank() || (found.size() < MANY && results(sarif) != found.size())) {
            throw new AssertionError(found.size() + " findings are printed as " + report);
        }
    }

    private static int results(String sarif) {
        try {
            return new ObjectMapper().readTree(sarif).at("/runs/0/results").size();
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }

    private static List<Path> files() {
        return Stream.of(
                        "src/test/resources",
                        "../codegen/src/test/resources",
                        "../samples",
                        "../saga-maven-plugin/src/it")
                .map(Path::of)
                .flatMap(DamagedDefinitionsTest::definitions)
                .toList();
    }

    private static Stream<Path> definitions(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().matches(".*\\.saga(\\.ya?ml)?"))
                    .filter(file -> !file.toString().contains("target"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * A damaged definition.
     *
     * @param number which of all
     * @param path of the definition that it once was
     * @param companions what it is compiled with
     * @param damage what happened to it
     */
    private record Case(int number, String path, List<SourceFile> companions, Damage damage) {}
}
