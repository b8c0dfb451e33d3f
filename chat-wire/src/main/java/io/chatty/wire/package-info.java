/**
 * The JSON that REST and STOMP share: what both accept ({@code ...Request}, read through {@link
 * io.chatty.wire.JsonFields}), what both answer ({@code ...Response}, made by {@link io.chatty.wire.Bodies}), the events
 * that are pushed ({@link io.chatty.wire.Events}), and the one table of problems ({@link io.chatty.wire.ProblemCode}).
 * So what can be said over both transports is understood and answered alike by construction.
 *
 * <p>Rules of every body: camelCase, absent instead of null, times as RFC 3339 in UTC, ids as opaque strings.
 */
@NullMarked
package io.chatty.wire;

import org.jspecify.annotations.NullMarked;
