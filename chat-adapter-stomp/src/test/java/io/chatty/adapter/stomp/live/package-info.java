/**
 * A real server, real sockets and the real use cases on stores in memory: what a client of this transport sees. Times are
 * short, so that what ends by time ends soon.
 */
@NullMarked
package io.chatty.adapter.stomp.live;

import org.jspecify.annotations.NullMarked;
