package io.chatty.adapter.web.page;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What stands for a content in addresses, entity tags and policies. */
final class Sha256 {

    private Sha256() {}

    static byte[] of(byte[] content) {
        return digest().digest(content);
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
