/**
 * Puts Chatty together: which adapter stands behind which port, what is configurable, and how the application starts,
 * says that it is ready, and says why it is not. There is no behaviour here that a person could notice in a
 * conversation; that lives in the use cases.
 */
@NullMarked
package io.chatty.bootstrap;

import org.jspecify.annotations.NullMarked;
