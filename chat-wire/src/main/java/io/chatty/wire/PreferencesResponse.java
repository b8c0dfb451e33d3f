package io.chatty.wire;

/** What a user lets others see. */
public record PreferencesResponse(boolean readReceipts, boolean presence, boolean discoverable) {}
