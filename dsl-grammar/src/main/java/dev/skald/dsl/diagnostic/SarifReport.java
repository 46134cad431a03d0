package dev.skald.dsl.diagnostic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes a SARIF 2.1.0 log of findings, the form in which code scanning services and editors take them. */
public final class SarifReport {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final String VERSION = "2.1.0";

    /** What paths are relative to; the name that services take for the root of the sources. */
    private static final String BASE = "%SRCROOT%";

    private SarifReport() {}

    /**
     * The log of one run in which nothing was accepted.
     *
     * @see #of(List, List, String)
     */
    public static String of(List<Diagnostic> diagnostics, String toolVersion) {
        return of(diagnostics, List.of(), toolVersion);
    }

    /**
     * The log of one run: all that was found, and every kind of finding that there is. What the definitions accept is
     * among the findings, as suppressed in the source, with the reason. The same findings give the same text, which
     * names nothing of the machine that it is made on.
     *
     * @param diagnostics the findings; none is a result too
     * @param accepted the findings that are accepted
     * @param toolVersion which Skald has found them
     * @return JSON, its lines end with line feeds
     */
    public static String of(List<Diagnostic> diagnostics, List<Accepted> accepted, String toolVersion) {
        ObjectNode log = JsonNodeFactory.instance.objectNode();
        log.put("$schema", SCHEMA);
        log.put("version", VERSION);
        ObjectNode run = log.putArray("runs").addObject();
        describeTool(run.putObject("tool").putObject("driver"), toolVersion);
        run.put("columnKind", "unicodeCodePoints");
        run.putArray("newlineSequences").add("\r\n").add("\n").add("\r");
        putText(run.putObject("originalUriBaseIds").putObject(BASE), "description", "The folder of the project.");
        ArrayNode results = run.putArray("results");
        diagnostics.stream().map(SarifReport::describe).forEach(results::add);
        if (!accepted.isEmpty()) {
            // Either no result says whether it is suppressed, or each does.
            results.forEach(result -> ((ObjectNode) result).putArray("suppressions"));
            accepted.stream().map(SarifReport::describe).forEach(results::add);
        }
        return print(log);
    }

    private static void describeTool(ObjectNode driver, String version) {
        driver.put("name", "Skald");
        driver.put("version", version);
        ArrayNode rules = driver.putArray("rules");
        for (DiagnosticId id : DiagnosticId.values()) {
            ObjectNode rule = rules.addObject();
            rule.put("id", id.code());
            putText(rule, "shortDescription", id.description());
            rule.putObject("defaultConfiguration").put("level", level(id.severity()));
        }
    }

    private static ObjectNode describe(Accepted accepted) {
        ObjectNode result = describe(accepted.finding());
        ObjectNode suppression = result.putArray("suppressions").addObject();
        suppression.put("kind", "inSource");
        suppression.put(
                "justification",
                accepted.because().lines().map(Excerpt::printable).collect(Collectors.joining("\n")));
        describe(accepted.location(), suppression.putObject("location"));
        return result;
    }

    private static ObjectNode describe(Diagnostic diagnostic) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("ruleId", diagnostic.id().code());
        result.put("level", level(diagnostic.severity()));
        putText(result, "message", message(diagnostic));
        describe(diagnostic.location(), result.putArray("locations").addObject());
        List<Diagnostic.Note> shown = diagnostic.notes().stream()
                .filter(note -> note.location().isPresent())
                .toList();
        if (!shown.isEmpty()) {
            ArrayNode related = result.putArray("relatedLocations");
            shown.forEach(note -> describe(note, related.addObject()));
        }
        diagnostic.fix().ifPresent(fix -> describe(fix, result.putArray("fixes").addObject()));
        return result;
    }

    private static void describe(Diagnostic.Note note, ObjectNode location) {
        note.location().ifPresent(place -> describe(place, location));
        putText(location, "message", note.message());
    }

    private static void describe(Fix fix, ObjectNode node) {
        ObjectNode change = node.putArray("artifactChanges").addObject();
        describeFile(fix.range(), change);
        ObjectNode replacement = change.putArray("replacements").addObject();
        describeRegion(fix.range(), replacement.putObject("deletedRegion"));
        replacement.putObject("insertedContent").put("text", fix.replacement());
    }

    private static void describe(SourceLocation place, ObjectNode location) {
        ObjectNode physical = location.putObject("physicalLocation");
        describeFile(place, physical);
        describeRegion(place, physical.putObject("region"));
    }

    private static void describeFile(SourceLocation place, ObjectNode owner) {
        owner.putObject("artifactLocation").put("uri", uri(place.file())).put("uriBaseId", BASE);
    }

    private static void describeRegion(SourceLocation place, ObjectNode region) {
        region.put("startLine", place.line())
                .put("startColumn", place.column())
                .put("endLine", place.endLine())
                .put("endColumn", place.endColumn());
    }

    /** What is wrong, the facts that have no place of their own, and what to do. */
    private static String message(Diagnostic diagnostic) {
        String notes = diagnostic.notes().stream()
                .filter(note -> note.location().isEmpty())
                .map(note -> "\nnote: " + note.message())
                .collect(Collectors.joining());
        Optional<String> help = diagnostic.help().map(text -> "\nhelp: " + text);
        return diagnostic.message() + notes + help.orElse("");
    }

    private static void putText(ObjectNode node, String name, String text) {
        node.putObject(name).put("text", plainText(text));
    }

    /**
     * Braces would be placeholders; a bracket before a parenthesis would be a link, wherever a definition has it from.
     */
    private static String plainText(String text) {
        return text.lines()
                .map(Excerpt::printable)
                .collect(Collectors.joining("\n"))
                .replace("{", "{{")
                .replace("}", "}}")
                .replace("](", "] (");
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "note";
        };
    }

    private static String uri(String path) {
        try {
            // A colon in the first folder's name would end a scheme.
            return new URI(null, null, "/" + path, null)
                    .toASCIIString()
                    .substring(1)
                    .replace(":", "%3A");
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String print(ObjectNode log) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        ObjectWriter writer = new ObjectMapper()
                .writer(new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
        try {
            return writer.writeValueAsString(log) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
