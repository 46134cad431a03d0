package dev.skald.dsl.format;

import dev.skald.dsl.diagnostic.SourceFile;
import dev.skald.dsl.diagnostic.SourceLocation;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a syntax tree says, wherever it stands: two trees say the same if this is the same. */
public final class Meaning {

    private Meaning() {}

    /**
     * A tree as nested lists of texts, without files and places.
     *
     * @param tree a {@link dev.skald.dsl.syntax.tree.DefinitionFile} or any part of one
     */
    public static Object of(Object tree) {
        if (tree instanceof List<?> list) {
            return list.stream().map(Meaning::of).toList();
        }
        if (tree instanceof Optional<?> optional) {
            return optional.map(Meaning::of).stream().toList();
        }
        return tree instanceof Record node ? ofRecord(node) : tree;
    }

    private static List<Object> ofRecord(Record node) {
        List<Object> said = new ArrayList<>();
        said.add(node.getClass().getSimpleName());
        for (RecordComponent component : node.getClass().getRecordComponents()) {
            if (component.getType() != SourceLocation.class && component.getType() != SourceFile.class) {
                said.add(of(value(component, node)));
            }
        }
        return said;
    }

    private static Object value(RecordComponent component, Record node) {
        try {
            return component.getAccessor().invoke(node);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the syntax tree is made of public records", e);
        }
    }
}
