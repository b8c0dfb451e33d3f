/** The contracts and fakes of the ports that know who is there. */
@NullMarked
package io.chatty.testkit.presence;

import org.jspecify.annotations.NullMarked;
