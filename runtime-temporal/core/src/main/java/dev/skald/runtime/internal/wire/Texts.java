package dev.skald.runtime.internal.wire;

import java.nio.charset.StandardCharsets;

/** Texts of bounded length. */
public final class Texts {

    /** What Temporal takes as a summary. */
    public static final int SUMMARY_BYTES = 200;

    private Texts() {}

    /** The text, or as much of its beginning as fits into so many bytes of UTF-8 without cutting a character in two. */
    public static String cut(String text, int bytes) {
        int end = 0;
        int size = 0;
        while (end < text.length()) {
            int character = text.codePointAt(end);
            size += Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
            if (size > bytes) {
                return text.substring(0, end);
            }
            end += Character.charCount(character);
        }
        return text;
    }
}
