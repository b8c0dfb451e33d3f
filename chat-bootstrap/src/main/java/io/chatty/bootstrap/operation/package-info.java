/**
 * What an operator asks the jar for instead of a server: its first argument names the operation, the others are the
 * operation's. Each is an application without a web server that does one thing and ends; what is wrong is said in one
 * sentence, as at the start of the server.
 */
@NullMarked
package io.chatty.bootstrap.operation;

import org.jspecify.annotations.NullMarked;
