package io.chatty.domain.presence;

/** Names one live connection of one person. */
public record ConnectionId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
