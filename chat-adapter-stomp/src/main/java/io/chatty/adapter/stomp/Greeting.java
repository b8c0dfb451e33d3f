package io.chatty.adapter.stomp;

/**
 * What everybody is told who comes in.
 *
 * @param epoch of the store
 * @param server as a product token
 * @param heartBeat how often the server beats, and how often it wants to hear from a client, in milliseconds
 */
record Greeting(String epoch, String server, String heartBeat) {}
