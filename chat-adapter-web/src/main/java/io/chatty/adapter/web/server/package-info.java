/**
 * What the server says of itself, to everybody.
 */
@NullMarked
package io.chatty.adapter.web.server;

import org.jspecify.annotations.NullMarked;
