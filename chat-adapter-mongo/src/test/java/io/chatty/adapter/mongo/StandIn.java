package io.chatty.adapter.mongo;

import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;

/**
 * A stand-in for MongoDB in this process. It answers one command after the other and with copies: else a document is
 * changed by one while the answer to another that found it is written, and the connection breaks.
 */
final class StandIn extends MemoryBackend {

    @Override
    public synchronized Document handleMessage(MongoMessage message) {
        return super.handleMessage(message).cloneDeeply();
    }
}
