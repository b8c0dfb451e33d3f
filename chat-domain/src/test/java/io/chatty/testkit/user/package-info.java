/** People for tests, and the contracts and fakes of the ports that keep them. */
@NullMarked
package io.chatty.testkit.user;

import org.jspecify.annotations.NullMarked;
