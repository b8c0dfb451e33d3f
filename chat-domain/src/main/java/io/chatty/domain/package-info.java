/**
 * The words and the rules of Chatty, free of any framework.
 *
 * <p>Each feature has a package of the same name in every module: {@code user} (who people are), {@code auth} (how they
 * prove it), {@code conversation} (what two of them say to each other) and {@code presence} (who is there right now).
 * This package holds what all of them share: how a refusal is expressed, how a text is judged, what identifies a store,
 * and how much of something is too much.
 *
 * <p>Values check themselves once, in their constructor, and are immutable from then on. Driven ports are interfaces
 * whose name ends in their role; the testkit holds one contract for each of them.
 */
@NullMarked
package io.chatty.domain;

import org.jspecify.annotations.NullMarked;
