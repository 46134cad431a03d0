package dev.skald.dsl.syntax;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.diagnostic.SourceFile;
import dev.skald.dsl.diagnostic.SourceLocation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads the bytes of a file as text: UTF-8, with or without a byte order mark, of a bounded size. */
final class SourceReader {

    private static final long LARGEST = 1L << 20;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private SourceReader() {}

    /**
     * The text of a file; empty, with the reason as an error, where it cannot be read.
     *
     * @param file where it is
     * @param path what diagnostics call it
     */
    static Result<SourceFile> read(Path file, String path) {
        if (Files.isDirectory(file)) {
            return unreadable(
                    path, start(path), DiagnosticId.SYNTAX_UNREADABLE, "the file cannot be read: it is a folder");
        }
        try {
            return Files.size(file) > LARGEST ? tooLarge(path) : decode(Files.readAllBytes(file), path);
        } catch (IOException failed) {
            return unreadable(
                    path, start(path), DiagnosticId.SYNTAX_UNREADABLE, "the file cannot be read: " + reason(failed));
        }
    }

    /**
     * The text of a stream, as {@link #read(Path, String)} reads a file; never more of it than a file may have.
     *
     * @throws IOException where the stream cannot be read
     */
    static Result<SourceFile> read(InputStream content, String path) throws IOException {
        byte[] bytes = content.readNBytes((int) LARGEST + 1);
        return bytes.length > LARGEST ? tooLarge(path) : decode(bytes, path);
    }

    private static Result<SourceFile> tooLarge(String path) {
        return unreadable(path, start(path), DiagnosticId.LIMITS_FILE_SIZE, "the file is larger than 1 MiB");
    }

    /** The text of bytes, as {@link #read} decodes them. */
    static Result<SourceFile> decode(byte[] bytes, String path) {
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), text, true);
        SourceFile file = new SourceFile(path, withoutMark(text.flip().toString()));
        if (decoded.isError()) {
            int characters = file.text().codePointCount(0, file.text().length());
            SourceLocation place = new SourceText(file).location(characters, characters);
            return unreadable(
                    path,
                    place,
                    DiagnosticId.SYNTAX_UNREADABLE,
                    "the file is not UTF-8: this byte begins no character");
        }
        return new Result<>(file, List.of());
    }

    /** That a file is no text to be compiled, and why. */
    static Result<SourceFile> unreadable(String path, SourceLocation place, DiagnosticId id, String message) {
        Diagnostic diagnostic = Diagnostic.of(id, place, message);
        return new Result<>(
                new SourceFile(path, ""),
                List.of(
                        id == DiagnosticId.SYNTAX_UNREADABLE
                                ? diagnostic.withHelp("a definition is a file of UTF-8 text")
                                : diagnostic));
    }

    /** The first character of a file. */
    static SourceLocation start(String path) {
        return new SourceLocation(path, 1, 1, 1, 1);
    }

    private static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    /** What a person can do something with: Java names the file again, and the kind of failure only by its class. */
    private static String reason(IOException failed) {
        String kind = failed.getClass().getSimpleName().replace("Exception", "");
        return kind.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(java.util.Locale.ROOT);
    }
}
