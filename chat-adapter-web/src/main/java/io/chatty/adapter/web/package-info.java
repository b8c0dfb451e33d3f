/**
 * REST over HTTP: what a program does with a request and an answer, and what a browser does by itself.
 *
 * <p>{@link io.chatty.adapter.web.WebConfiguration} is imported by the application. Each feature has a package with its
 * controllers, which know use cases only. Around them stand {@code security} (who asks), {@code request} (what is asked)
 * and {@code problem} (how a refusal is told). What these share is public here: {@link io.chatty.adapter.web.Problems} is
 * the only writer of refusals over HTTP but the handshake's, whether they come from a controller, from the security in
 * front of it or from the server that could not even read the request.
 */
@NullMarked
package io.chatty.adapter.web;

import org.jspecify.annotations.NullMarked;
