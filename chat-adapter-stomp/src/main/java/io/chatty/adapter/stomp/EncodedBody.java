package io.chatty.adapter.stomp;

import io.chatty.wire.Json;
import java.nio.charset.StandardCharsets;

/**
 * A body that is encoded once and sent to many.
 *
 * @param bytes its length in UTF-8
 */
record EncodedBody(String json, int bytes) {

    EncodedBody(String json) {
        this(json, json.getBytes(StandardCharsets.UTF_8).length);
    }

    static EncodedBody of(Object body) {
        return new EncodedBody(Json.write(body));
    }
}
