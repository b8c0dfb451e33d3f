/**
 * What every test of Chatty shares: fixtures that read as words, fakes that keep state in memory, and for every driven
 * port the contract that each implementation of it passes, the fakes included.
 *
 * <p>A contract is an abstract JUnit class named after its port. An implementation's test extends it, says which instance
 * is tested, and adds what only this implementation promises; it never leaves a test of the contract out.
 */
@NullMarked
package io.chatty.testkit;

import org.jspecify.annotations.NullMarked;
