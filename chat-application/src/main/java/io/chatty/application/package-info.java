/**
 * What a person can do with Chatty: one {@code ...UseCase} interface per thing, one package-private {@code ...Service}
 * behind each. The listing of these packages is the product.
 *
 * <p>Transports know the use cases and nothing behind them. The wiring of a feature is its {@code ...Assembly}, which is
 * given the driven ports and hands out the use cases. Services never call each other; what two of them share is a class
 * named after what it decides.
 */
@NullMarked
package io.chatty.application;

import org.jspecify.annotations.NullMarked;
