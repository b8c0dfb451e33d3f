/**
 * How a refusal is told, wherever it comes from: a controller, the security in front of it, or the server itself; and the
 * pages that explain each problem to a person.
 */
@NullMarked
package io.chatty.adapter.web.problem;

import org.jspecify.annotations.NullMarked;
