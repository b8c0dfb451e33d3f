/** The live connections of this node, and whom they watch. */
@NullMarked
package io.chatty.adapter.memory.presence;

import org.jspecify.annotations.NullMarked;
