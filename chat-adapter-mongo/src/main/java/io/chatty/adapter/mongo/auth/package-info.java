/** Keeps sessions. */
@NullMarked
package io.chatty.adapter.mongo.auth;

import org.jspecify.annotations.NullMarked;
