/** Being there: a session says whether its person is active and whom it watches; watchers are told who comes and goes. */
@NullMarked
package io.chatty.adapter.stomp.presence;

import org.jspecify.annotations.NullMarked;
