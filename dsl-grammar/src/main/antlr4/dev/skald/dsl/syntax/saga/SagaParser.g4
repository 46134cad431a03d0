/**
 * The .saga notation.
 *
 * A token NEW_… stands before the first word of a line that begins something new, so that what is missing on one line
 * cannot be found on the next. Where something new begins in the middle of a line there is none; hence the question marks.
 *
 * Operators have a rule for each precedence, and no rule calls itself but through brackets: the depth of the parser's
 * stack is bounded by the depth of the brackets, however long the file is.
 */
parser grammar SagaParser;

options {
    tokenVocab = SagaLexer;
}

file
    : (NEW_DECLARATION? entry)* EOF
    ;

entry
    : PACKAGE qualifiedName # packageEntry
    | IMPORT importedName # importEntry
    | defaults # defaultsEntry
    | declaration # declarationEntry
    ;

importedName
    : name (DOT name)* (DOT all=TIMES)?
    ;

// Declarations

declaration
    : RECORD name fields # record
    | ENUM name constants # enumeration
    | ERROR name fields # businessError
    | EXTERN JAVA qualifiedName signature? AS name # extern
    | PARTICIPANT name participantClause* operations # participant
    | sagaHead (NEW_CLAUSE? headerClause)* block # saga
    | word=(PROJECTION | RECONCILE) anything* # reservedDeclaration
    ;

fields
    : OPEN_BRACE (NEW_MEMBER? field COMMA?)* CLOSE_BRACE
    ;

field
    : name COLON type SENSITIVE?
    ;

constants
    : OPEN_BRACE (name (COMMA name)* COMMA?)? CLOSE_BRACE
    ;

signature
    : parameters COLON type
    ;

parameters
    : OPEN_PAREN (field (COMMA field)*)? CLOSE_PAREN
    ;

participantClause
    : NEAR # near
    | QUEUE text # participantQueue
    | reserved # participantReserved
    ;

operations
    : OPEN_BRACE (NEW_MEMBER? member)* CLOSE_BRACE
    ;

member
    : operation
    | defaults
    ;

operation
    : name parameters (COLON type)? operationClause*
    ;

operationClause
    : THROWS qualifiedName (COMMA qualifiedName)* # declaredErrors
    | IRREVERSIBLE # irreversible
    | AS text # activityType
    | reserved # operationReserved
    ;

reserved
    : word=(VIA | PUBLISHES | LOCKS | WRITES) reservedSubject (COMMA reservedSubject)*
    ;

reservedSubject
    : qualifiedName arguments?
    ;

anything
    : ~(NEW_DECLARATION | OPEN_BRACE | CLOSE_BRACE)
    | OPEN_BRACE anything* CLOSE_BRACE
    ;

// A saga's head

sagaHead
    : SAGA name parameters (COLON type)?
    ;

headerClause
    : word=(SYNC | ASYNC) # communication
    | word=(ATOMIC | EVENTUAL) # consistency
    | word=(ORCHESTRATED | CHOREOGRAPHED) # coordination
    | (EPIC | PARALLEL | ANTHOLOGY | HYPHENATED MINUS IDENTIFIER) # pattern
    | VERSION number=INTEGER # version
    | ID expression # sagaId
    | DEADLINE duration # sagaDeadline
    | QUEUE text # sagaQueue
    | DESCRIPTION text # description
    | defaults # sagaDefaults
    | ON STATE CHANGE call # onStateChange
    | ON name arguments # subject
    | acceptance # sagaAcceptance
    | reserved # sagaReserved
    ;

// Statements

block
    : OPEN_BRACE (NEW_STATEMENT? statement)* CLOSE_BRACE
    ;

statement
    : kind=(PIVOT | RETRIABLE | READONLY)? STEP stepHead (NEW_CLAUSE? stepClause)* # step
    | IF condition block (ELSE IF condition block)* (ELSE otherwise=block)? # choice
    | PARALLEL branches # branchesAtOnce
    | FOR loopHead (NEW_CLAUSE? loopClause)* block # loop
    | AWAIT awaitHead (NEW_CLAUSE? WITHIN duration)? (ELSE block)? # await
    | WAIT duration # wait
    | RUN (name ASSIGN)? qualifiedName arguments # run
    | FAIL qualifiedName arguments # fail
    | RETURN expression # result
    ;

stepHead
    : (name text? ASSIGN)? call
    ;

condition
    : expression
    ;

branches
    : OPEN_BRACE (NEW_STATEMENT? branch)* CLOSE_BRACE
    ;

branch
    : BRANCH block
    ;

loopHead
    : PARALLEL? name IN expression
    ;

awaitHead
    : name COLON type
    ;

loopClause
    : MAX number=INTEGER # max
    | CONCURRENCY number=INTEGER # concurrency
    ;

// A step's clauses

stepClause
    : STATE name text? # moment
    | limit # stepLimit
    | ON UNKNOWN unknownAnswer # onUnknown
    | AFTER name (COMMA name)* # after
    | COMPENSATE undoCall undoClauses? # undo
    | NO COMPENSATION (BECAUSE text)? # noCompensation
    | acceptance # stepAcceptance
    ;

unknownAnswer
    : COMPENSATE # unknownCompensate
    | ESCALATE # unknownEscalate
    | PROBE call # unknownProbe
    ;

undoCall
    : call
    ;

undoClauses
    : OPEN_BRACE (NEW_CLAUSE? undoClause)* CLOSE_BRACE
    ;

undoClause
    : limit # undoLimit
    | ON EXHAUSTED word=(CONTINUE | PAUSE) # onExhausted
    ;

acceptance
    : ACCEPT ruleId (BECAUSE text)?
    ;

ruleId
    : ruleWord ((DOT | MINUS) ruleWord)*
    ;

ruleWord
    : name
    | NOT
    ;

// Limits of calls

defaults
    : DEFAULTS OPEN_BRACE (NEW_CLAUSE? defaultsClause)* CLOSE_BRACE
    ;

defaultsClause
    : limit # callDefault
    | COMPENSATION limits # compensationDefaults
    ;

limits
    : OPEN_BRACE (NEW_CLAUSE? limit)* CLOSE_BRACE
    ;

limit
    : TIMEOUT duration # timeout
    | DEADLINE duration # deadline
    | HEARTBEAT duration # heartbeat
    | RETRY retryClauses # retry
    ;

retryClauses
    : OPEN_BRACE (NEW_CLAUSE? retryClause)* CLOSE_BRACE
    ;

retryClause
    : ATTEMPTS number=(INTEGER | UNLIMITED) # attempts
    | BACKOFF first=duration (RANGE longest=duration)? # backoff
    | FACTOR number=(INTEGER | DECIMAL) # factor
    ;

duration
    : DURATION
    ;

// Calls

call
    : target arguments
    ;

target
    : name (DOT name)+
    ;

arguments
    : OPEN_PAREN (argument (COMMA argument)*)? CLOSE_PAREN
    ;

argument
    : (name COLON)? expression
    ;

// Expressions, from the operator that binds least to the one that binds most

expression
    : disjunction (COALESCE disjunction)*
    ;

disjunction
    : conjunction (OR conjunction)*
    ;

conjunction
    : negation (AND negation)*
    ;

negation
    : NOT* equality
    ;

equality
    : relation (operator+=(EQUAL | NOT_EQUAL) relation)*
    ;

relation
    : presence (operator+=(LESS | LESS_OR_EQUAL | GREATER | GREATER_OR_EQUAL) presence)*
    ;

presence
    : sum (IS PRESENT)?
    ;

sum
    : product (operator+=(PLUS | MINUS) product)*
    ;

product
    : signed (operator+=(TIMES | DIVIDED_BY) signed)*
    ;

signed
    : MINUS* primary
    ;

primary
    : NONE # none
    | qualifiedName arguments? # reference
    | INTEGER # integer
    | DECIMAL # decimal
    | WRONG_NUMBER # wrongNumber
    | duration # durationLiteral
    | (TRUE | FALSE) # truth
    | template # textLiteral
    | OPEN_BRACKET (element (COMMA element)*)? CLOSE_BRACKET # listLiteral
    | OPEN_PAREN expression CLOSE_PAREN # parenthesized
    ;

element
    : expression
    ;

// Texts

text
    : TEXT_OPEN (PLAIN | ESCAPE)* TEXT_CLOSE
    ;

template
    : TEXT_OPEN plain? (embedded plain?)* TEXT_CLOSE
    ;

plain
    : (PLAIN | ESCAPE)+
    ;

embedded
    : TEMPLATE_OPEN expression TEMPLATE_CLOSE
    ;

// Types and names

type
    : typeName QUESTION?
    ;

typeName
    : LIST LESS type GREATER # listType
    | MAP LESS key=type COMMA value=type GREATER # mapType
    | qualifiedName # namedType
    ;

qualifiedName
    : name (DOT name)*
    ;

name
    : IDENTIFIER
    | ACCEPT | AFTER | AND | ANTHOLOGY | AS | ASYNC | ATOMIC | ATTEMPTS | AWAIT | BACKOFF | BECAUSE | BRANCH | CHANGE
    | CHOREOGRAPHED | COMPENSATE | COMPENSATION | CONCURRENCY | CONTINUE | DEADLINE | DEFAULTS | DESCRIPTION | ELSE | ENUM
    | EPIC | ERROR | ESCALATE | EVENTUAL | EXHAUSTED | EXTERN | FACTOR | FAIL | FOR | HEARTBEAT | ID | IF | IMPORT | IN
    | IRREVERSIBLE | IS | JAVA | LIST | LOCKS | MAP | MAX | NEAR | NO | NONE | ON | OR | ORCHESTRATED | PACKAGE | PARALLEL
    | PARTICIPANT | PAUSE | PIVOT | PRESENT | PROBE | PROJECTION | PUBLISHES | QUEUE | READONLY | RECONCILE | RECORD
    | RETRIABLE | RETRY | RETURN | RUN | SAGA | SENSITIVE | STATE | STEP | SYNC | THROWS | TIMEOUT | UNKNOWN | UNLIMITED
    | VERSION | VIA | WAIT | WITHIN | WRITES
    ;

// What others than whole files are read by: the values inside the YAML notation

loneExpression
    : expression EOF
    ;

loneType
    : type EOF
    ;
