/**
 * STOMP 1.2 over WebSocket: live connections, the commands people send over them, the events they are pushed.
 *
 * <p>A frame's way in: {@link io.chatty.adapter.stomp.StompEndpoint} is given a WebSocket message, {@link
 * io.chatty.adapter.stomp.FrameReader} cuts it into frames, {@link io.chatty.adapter.stomp.FrameDispatcher} acts on each,
 * and for a SEND the {@link io.chatty.adapter.stomp.SendHandler} of its {@link io.chatty.adapter.stomp.Destination} calls
 * a use case. The way out: a notifier of a feature finds the connections of a person in the {@link
 * io.chatty.adapter.stomp.SessionDirectory}, and each {@link io.chatty.adapter.stomp.StompSession} puts the event on its
 * {@link io.chatty.adapter.stomp.Outbound} queue. Nothing on either way waits for a client.
 *
 * <p>What ends by time, silence or slowness is found by {@link io.chatty.adapter.stomp.SessionSweeper}. The features'
 * packages hold what is said; this one holds how.
 */
@NullMarked
package io.chatty.adapter.stomp;

import org.jspecify.annotations.NullMarked;
