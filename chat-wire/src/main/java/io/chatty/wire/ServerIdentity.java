package io.chatty.wire;

import java.util.Locale;

/** What the server calls itself. */
public record ServerIdentity(String name, String version) {

    /** In the form of a product token, {@code chatty/1.0.0}. */
    public String product() {
        return name.toLowerCase(Locale.ROOT) + "/" + version;
    }
}
