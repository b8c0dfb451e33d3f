package io.chatty.application.store;

/** How much was checked, and how many breaches were found. */
public record CheckedStore(long conversations, long messages, long breaches) {}
