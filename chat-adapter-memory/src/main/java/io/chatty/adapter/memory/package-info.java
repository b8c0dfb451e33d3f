/**
 * What a single node keeps in memory and loses with its process: who is there right now, and who did how much lately. {@link
 * io.chatty.adapter.memory.MemoryConfiguration} is the way in.
 */
@NullMarked
package io.chatty.adapter.memory;

import org.jspecify.annotations.NullMarked;
