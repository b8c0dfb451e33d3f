/** Keeps when people were last there. */
@NullMarked
package io.chatty.adapter.mongo.presence;

import org.jspecify.annotations.NullMarked;
