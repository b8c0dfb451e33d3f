/**
 * What Chatty costs: {@link io.chatty.benchmark.LoadRun} starts the packaged application on a store, lets a hundred people
 * talk in pairs through the client of the conformance stories, and reads what the operating system charges the
 * application and the store for it.
 */
@NullMarked
package io.chatty.benchmark;

import org.jspecify.annotations.NullMarked;
