/**
 * The whole application, played from outside: by the stories of the conformance client against a server in this process,
 * and against the packaged jar in a process of its own that is killed and started again.
 */
@NullMarked
package io.chatty.endtoend;

import org.jspecify.annotations.NullMarked;
