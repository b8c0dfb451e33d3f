/**
 * Who is there right now. A person is online while one connection is live, away when all of them say so. What is told
 * are transitions, and only to those who watch the person. Nothing here outlives the process but the time at which a
 * person was last seen.
 */
@NullMarked
package io.chatty.domain.presence;

import org.jspecify.annotations.NullMarked;
