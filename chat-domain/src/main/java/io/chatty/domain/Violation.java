package io.chatty.domain;

/**
 * One broken rule of one field.
 *
 * @param field the name of the field as the caller knows it, {@code password} for instance; nested names are joined by
 *     {@code /}, a query parameter starts with {@code ?}
 * @param code which rule
 * @param detail one English sentence for logs, without the refused value
 */
public record Violation(String field, ViolationCode code, String detail) {}
