package io.chatty.domain;

/** Which rule a value breaks. The names are part of the wire contract. */
public enum ViolationCode {
    REQUIRED,
    WRONG_TYPE,
    TOO_SHORT,
    TOO_LONG,
    OUT_OF_RANGE,
    INVALID_FORMAT,
    INVALID_CHARACTER,
    NOT_VISIBLE,
    TOO_COMMON,
    UNKNOWN_VALUE,
    CONFLICT
}
