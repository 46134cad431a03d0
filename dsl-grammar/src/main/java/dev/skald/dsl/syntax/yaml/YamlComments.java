package dev.skald.dsl.syntax.yaml;

import dev.skald.dsl.syntax.SourceComment;
import dev.skald.dsl.syntax.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.comments.CommentType;
import org.snakeyaml.engine.v2.events.CommentEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Finds the comments of a YAML file. */
final class YamlComments {

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setCodePointLimit(Integer.MAX_VALUE)
            .setParseComments(true)
            .build();

    private YamlComments() {}

    static List<SourceComment> in(SourceText source) {
        List<SourceComment> comments = new ArrayList<>();
        try {
            for (Event event : new Parse(SETTINGS).parseString(source.text(0, source.length()))) {
                if (event instanceof CommentEvent comment && comment.getCommentType() != CommentType.BLANK_LINE) {
                    comments.add(comment(comment, source));
                }
            }
        } catch (YamlEngineException e) {
            return List.of(); // the reading of the file itself says what is wrong
        }
        return comments;
    }

    private static SourceComment comment(CommentEvent comment, SourceText source) {
        int start = comment.getStartMark().orElseThrow().getIndex();
        int end = comment.getEndMark().orElseThrow().getIndex();
        boolean alone = source.text(source.lineStart(start), start).isBlank();
        return new SourceComment(List.of(comment.getValue().strip()), alone, source.location(start, end));
    }
}
