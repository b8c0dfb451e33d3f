package io.chatty.bootstrap;

/**
 * Which store is in use, for people to read.
 *
 * @param name of the product
 * @param place where it keeps the data, without anything secret
 */
record StoreDescription(String name, String place) {}
