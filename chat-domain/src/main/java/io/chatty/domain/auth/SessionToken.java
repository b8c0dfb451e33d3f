package io.chatty.domain.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The secret that stands for a session: 256 random bits in text form when given out, any text when presented. The
 * server keeps only its {@link #hash()}.
 */
public record SessionToken(String value) {

    /** The SHA-256 of the token. A slow hash is not needed: what is random cannot be guessed from its hash. */
    public TokenHash hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return new TokenHash(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Hides the token. */
    @Override
    public String toString() {
        return "SessionToken[hidden]";
    }
}
