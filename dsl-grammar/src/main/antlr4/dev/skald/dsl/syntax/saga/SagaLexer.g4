/**
 * The words and signs of the .saga notation.
 *
 * Every character becomes part of a token, also one that means nothing: the parser can then say where it stands and what
 * stood there instead. Which word is a keyword and which is a name, the parser decides by the place.
 */
lexer grammar SagaLexer;

tokens {
    // Invisible: put before the first word of something new, see Layout.
    NEW_DECLARATION,
    NEW_MEMBER,
    NEW_STATEMENT,
    NEW_CLAUSE,
    // The first word of a pattern's name with a hyphen, in a saga's head.
    HYPHENATED,
    // A bracket that closes nothing, or that opens what cannot be.
    STRAY_BRACKET,
    // The brace that ends a template.
    TEMPLATE_CLOSE
}

@members {
    /** A text ends on its line at the latest, whatever is missing in it. */
    private void endLine() {
        if (_modeStack.isEmpty()) {
            skip();
        } else {
            _modeStack.clear();
            mode(DEFAULT_MODE);
            setType(UNCLOSED_TEXT);
        }
    }

    /** Inside a template, a closing brace leads back into the text. */
    private void closeBrace() {
        if (!_modeStack.isEmpty()) {
            popMode();
            setType(TEMPLATE_CLOSE);
        }
    }
}

// Keywords: each may also be a name, see the parser's rule "name".

ACCEPT: 'accept';
AFTER: 'after';
AND: 'and';
ANTHOLOGY: 'anthology';
AS: 'as';
ASYNC: 'async';
ATOMIC: 'atomic';
ATTEMPTS: 'attempts';
AWAIT: 'await';
BACKOFF: 'backoff';
BECAUSE: 'because';
BRANCH: 'branch';
CHANGE: 'change';
CHOREOGRAPHED: 'choreographed';
COMPENSATE: 'compensate';
COMPENSATION: 'compensation';
CONCURRENCY: 'concurrency';
CONTINUE: 'continue';
DEADLINE: 'deadline';
DEFAULTS: 'defaults';
DESCRIPTION: 'description';
ELSE: 'else';
ENUM: 'enum';
EPIC: 'epic';
ERROR: 'error';
ESCALATE: 'escalate';
EVENTUAL: 'eventual';
EXHAUSTED: 'exhausted';
EXTERN: 'extern';
FACTOR: 'factor';
FAIL: 'fail';
FOR: 'for';
HEARTBEAT: 'heartbeat';
ID: 'id';
IF: 'if';
IMPORT: 'import';
IN: 'in';
IRREVERSIBLE: 'irreversible';
IS: 'is';
JAVA: 'java';
LIST: 'list';
LOCKS: 'locks';
MAP: 'map';
MAX: 'max';
NEAR: 'near';
NO: 'no';
NONE: 'none';
ON: 'on';
OR: 'or';
ORCHESTRATED: 'orchestrated';
PACKAGE: 'package';
PARALLEL: 'parallel';
PARTICIPANT: 'participant';
PAUSE: 'pause';
PIVOT: 'pivot';
PRESENT: 'present';
PROBE: 'probe';
PROJECTION: 'projection';
PUBLISHES: 'publishes';
QUEUE: 'queue';
READONLY: 'readonly';
RECONCILE: 'reconcile';
RECORD: 'record';
RETRIABLE: 'retriable';
RETRY: 'retry';
RETURN: 'return';
RUN: 'run';
SAGA: 'saga';
SENSITIVE: 'sensitive';
STATE: 'state';
STEP: 'step';
SYNC: 'sync';
THROWS: 'throws';
TIMEOUT: 'timeout';
UNKNOWN: 'unknown';
UNLIMITED: 'unlimited';
VERSION: 'version';
VIA: 'via';
WAIT: 'wait';
WITHIN: 'within';
WRITES: 'writes';

// Words that are never names.

FALSE: 'false';
NOT: 'not';
TRUE: 'true';

// Names and numbers.

// Letters of every script: a name with foreign ones is a name, which the resolver refuses.
IDENTIFIER: [\p{L}_] [\p{L}\p{M}\p{N}_]*;

INTEGER: [0-9]+;
DECIMAL: [0-9]+ '.' [0-9]+;
DURATION: ([0-9]+ ('d' | 'h' | 'm' | 's' | 'ms'))+;
WRONG_NUMBER: [0-9]+ ('.' [0-9]+)? [\p{L}_] [\p{L}\p{M}\p{N}_]*;

// Signs.

OPEN_BRACE: '{';
CLOSE_BRACE: '}' { closeBrace(); };
OPEN_PAREN: '(';
CLOSE_PAREN: ')';
OPEN_BRACKET: '[';
CLOSE_BRACKET: ']';
COMMA: ',';
COLON: ':';
DOT: '.';
RANGE: '..';
QUESTION: '?';
COALESCE: '??';
ASSIGN: '=';
EQUAL: '==';
NOT_EQUAL: '!=';
LESS: '<';
LESS_OR_EQUAL: '<=';
GREATER: '>';
GREATER_OR_EQUAL: '>=';
PLUS: '+';
MINUS: '-';
TIMES: '*';
DIVIDED_BY: '/';

// What is between the words.

BLANKS: [ \t\f]+ -> skip;
LINE_BREAK: [\r\n] { endLine(); };
LINE_COMMENT: '//' ~[\r\n]* -> channel(HIDDEN);
BLOCK_COMMENT: '/*' .*? '*/' -> channel(HIDDEN);
UNCLOSED_COMMENT: '/*' (~'*' | '*'+ ~[*/])* '*'* EOF;

// Texts. A template in a text is lexed as the language itself, up to its closing brace.

TEXT_OPEN: '"' -> pushMode(TEXT);
WRONG_CHARACTER: .;

mode TEXT;

PLAIN: ~["\\$\r\n]+;
DOLLAR: '$' -> type(PLAIN);
ESCAPE: '\\' (["\\$nt] | 'u{' HEXADECIMAL+ '}');
WRONG_ESCAPE: '\\' ~[\r\n]?;
TEMPLATE_OPEN: '${' -> pushMode(DEFAULT_MODE);
TEXT_CLOSE: '"' -> popMode;
UNCLOSED_TEXT: [\r\n] { endLine(); };

fragment HEXADECIMAL: [0-9A-Fa-f];
