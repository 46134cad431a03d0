package dev.skald.dsl.syntax.written;

import java.util.List;
import java.util.stream.Stream;

/** A part of a file as it is written. */
public sealed interface Written {

    /** The words in it, in the order written. */
    Stream<Word> words();

    /**
     * Parts that belong together.
     *
     * @param kind what they say together
     * @param parts in the order written; never empty but for an empty file
     */
    record Phrase(Kind kind, List<Written> parts) implements Written {
        public Phrase {
            parts = List.copyOf(parts);
        }

        @Override
        public Stream<Word> words() {
            return parts.stream().flatMap(Written::words);
        }
    }

    /**
     * A word, a sign, a text with its quotes, or what is kept as it stands; the end of a file is an empty one.
     *
     * @param text as written
     * @param before the comments between the word before and this one, without those behind the word before
     * @param gap how it is separated from what precedes it, a comment or a word
     * @param behind the comments behind it on its line
     * @param beginsLine whether the language would take it for the beginning of something new, were it the first on its
     *     line
     */
    record Word(String text, List<Comment> before, Gap gap, List<Comment> behind, boolean beginsLine)
            implements Written {
        public Word {
            before = List.copyOf(before);
            behind = List.copyOf(behind);
        }

        @Override
        public Stream<Word> words() {
            return Stream.of(this);
        }

        /** How it and its comments are separated from what precedes them all. */
        public Gap gapBefore() {
            return before.isEmpty() ? gap : before.get(0).gap();
        }

        /** Whether it is this sign or keyword. */
        public boolean is(String sign) {
            return text.equals(sign);
        }
    }

    /** What a phrase is. */
    enum Kind {
        FILE,
        PACKAGE,
        IMPORT,
        RECORD,
        ENUM,
        EXTERN,
        PARTICIPANT,
        SAGA,
        /** {@code projection} and the like: one word, kept as it stands. */
        RESERVED,
        /** The braces of a record, an error or an enum, with what is in them. */
        MEMBERS,
        /** {@code name: type}. */
        FIELD,
        /** What stands between the parentheses of a signature, with them. */
        PARAMETERS,
        /** The braces of a participant. */
        OPERATIONS,
        OPERATION,
        /** A clause of a participant, an operation or a loop: it follows on the same line. */
        SUFFIX,
        /** One of the three words of a saga's head. */
        PROPERTY,
        /** {@code timeout}, {@code deadline} or {@code heartbeat}. */
        LIMIT,
        /** {@code defaults}, {@code retry}, {@code compensation}: a word with braces. */
        SETTINGS,
        /** The braces of those. */
        CLAUSES,
        /** Any other clause. */
        CLAUSE,
        COMPENSATE,
        /** The braces of a compensation. */
        UNDO,
        BLOCK,
        STEP,
        /** The part of a step before its clauses. */
        HEAD,
        CHOICE,
        PARALLEL,
        BRANCHES,
        BRANCH,
        LOOP,
        /** {@code await}, {@code wait}, {@code run}, {@code fail} and {@code return}. */
        LINE,
        CALL,
        ARGUMENTS,
        LIST,
        ARGUMENT,
        /** Operands with the operators between them. */
        OPERATION_ON_MANY,
        /** {@code not x}, {@code x is present}: words with blanks between them. */
        WORDS,
        /** {@code -x}, {@code a.b.c}, {@code list<T>?}: no blanks, but behind commas. */
        TIGHT,
        PARENTHESES
    }
}
