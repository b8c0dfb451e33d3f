package io.chatty.adapter.crypto;

import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** Makes text that cannot be predicted. Thread-safe. */
@Component
public final class RandomText {

    private final SecureRandom random = new SecureRandom();

    /**
     * Text of so many random bits.
     *
     * @param bits a multiple of 8
     * @return base64url without padding: 22 characters for 128 bits, 43 for 256
     */
    public String ofBits(int bits) {
        byte[] bytes = new byte[bits / Byte.SIZE];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** So many of some characters, each as likely as any other. */
    public String of(String characters, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(characters.charAt(random.nextInt(characters.length())));
        }
        return text.toString();
    }
}
