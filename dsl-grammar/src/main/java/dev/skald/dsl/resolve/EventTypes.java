package dev.skald.dsl.resolve;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.model.Type;
import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.Statement.Await;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The types of the events that a saga waits for: records, and one type for each name, since the name is how it is sent.
 */
final class EventTypes {

    private final TypeResolver types;
    private final FileNames names;
    private final Diagnostics diagnostics;
    private final Map<String, Event> known = new HashMap<>();

    EventTypes(TypeResolver types, FileNames names, Diagnostics diagnostics) {
        this.types = types;
        this.names = names;
        this.diagnostics = diagnostics;
    }

    /** The type of the event; unknown where it is none, which is reported. */
    Type resolve(Await await) {
        Type type = types.resolve(await.type(), names);
        if (Conversions.isUnknown(type)) {
            return type;
        }
        if (!(type instanceof Type.RecordType) && !(type instanceof Type.JavaType)) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticId.TYPE_MISMATCH,
                            await.type().location(),
                            "an event is a record, and `" + type.text() + "` is none")
                    .withHelp("declare what comes with it: `record " + nameOf(await.name()) + " { … }`"));
            return new Type.UnknownType();
        }
        Event first = known.putIfAbsent(await.name().text(), new Event(await.name(), type));
        if (first != null && !first.type().equals(type)) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticId.TYPE_MISMATCH,
                            await.type().location(),
                            "event `" + await.name().text() + "` is a `" + Types.text(first.type(), type)
                                    + "` elsewhere")
                    .withHelp("give it the same type, or another name")
                    .withNote("first here", first.name().location()));
        }
        return type;
    }

    private static String nameOf(Name event) {
        return event.text().substring(0, 1).toUpperCase(Locale.ROOT)
                + event.text().substring(1);
    }

    /** An event where it is awaited first. */
    private record Event(Name name, Type type) {}
}
