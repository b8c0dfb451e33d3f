/**
 * Being there: connections come and go, say whether their person is active, and watch other people.
 */
@NullMarked
package io.chatty.application.presence;

import org.jspecify.annotations.NullMarked;
