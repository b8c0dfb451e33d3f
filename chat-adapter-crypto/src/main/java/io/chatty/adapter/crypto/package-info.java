/**
 * Everything secret or random: passwords become bcrypt hashes, and tokens and ids come from the platform's source of
 * randomness that cannot be predicted. The algorithms are those of spring-security-crypto and of the JDK; nothing here
 * is invented. Features are inside, {@link io.chatty.adapter.crypto.CryptoConfiguration} is the way in.
 */
@NullMarked
package io.chatty.adapter.crypto;

import org.jspecify.annotations.NullMarked;
