package io.chatty.adapter.mongo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How MongoDB may be used. Where it is, says {@code spring.mongodb.uri} alone.
 *
 * @param allowStandalone whether a server that is not part of a replica set will do. It acknowledges what one crash of one
 *     machine can take back, so it is for trials
 */
@ConfigurationProperties("chatty.mongo")
public record MongoStoreProperties(@DefaultValue("false") boolean allowStandalone) {}
