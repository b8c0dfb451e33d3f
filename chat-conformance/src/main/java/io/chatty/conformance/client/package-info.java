/**
 * A chat as a program sees it: a {@link io.chatty.conformance.client.ChattyServer}, on it a
 * {@link io.chatty.conformance.client.ChattyPerson} who has signed in, and of that person a
 * {@link io.chatty.conformance.client.ChattySession} for each live connection.
 */
@NullMarked
package io.chatty.conformance.client;

import org.jspecify.annotations.NullMarked;
