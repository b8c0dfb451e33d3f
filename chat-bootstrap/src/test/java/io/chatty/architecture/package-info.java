/**
 * The walls of the house, as rules that the build enforces.
 *
 * <p>Each {@code ...Rules} class is a group of constants; each constant is a {@link io.chatty.architecture.Rule}, made
 * together with a deliberately bad sample that it must reject: a rule that was never seen failing is not a rule.
 * {@link io.chatty.architecture.ArchitectureTest} finds the groups, holds every rule against the code and against its
 * sample, and checks that no rule speaks of packages that hold nothing.
 *
 * <p>A rule serves the reader. Where one would make you write a type, a file or a test that says nothing of its own,
 * change the rule and say why; do not write the type.
 */
@NullMarked
package io.chatty.architecture;

import org.jspecify.annotations.NullMarked;
