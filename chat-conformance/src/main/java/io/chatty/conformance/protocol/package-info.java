/**
 * The protocols of the contract and nothing of its meaning: JSON, HTTP, WebSocket and STOMP over what the JDK brings.
 *
 * <p>Two WebSocket clients live here on purpose. {@link io.chatty.conformance.protocol.StompConnection} rides on the
 * JDK's, behaves well and scales to thousands of connections. {@link io.chatty.conformance.protocol.RawWebSocket} is a
 * bare TCP socket for everything a well-behaved client never does: reading nothing, answering no ping, breaking frames.
 *
 * <p>Whatever waits, waits on an event with a deadline; a wait that fails is an {@link java.lang.AssertionError} that
 * says what was awaited and what was seen last.
 */
@NullMarked
package io.chatty.conformance.protocol;

import org.jspecify.annotations.NullMarked;
