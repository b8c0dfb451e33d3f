/**
 * What the contract promises, told as stories of people who talk. Each {@link io.chatty.conformance.story.Story} needs
 * only a base URL, brings its own people, and can be played again, or beside others, against one server.
 */
@NullMarked
package io.chatty.conformance.story;

import org.jspecify.annotations.NullMarked;
