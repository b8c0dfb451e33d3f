/**
 * Presence over REST: where people are now.
 */
@NullMarked
package io.chatty.adapter.web.presence;

import org.jspecify.annotations.NullMarked;
