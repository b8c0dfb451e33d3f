package io.chatty.adapter.crypto.auth;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.nulabinc.zxcvbn.StandardDictionaries;
import io.chatty.domain.Texts;
import io.chatty.domain.auth.CommonPasswordRegistry;
import io.chatty.domain.auth.Password;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The list of passwords of zxcvbn (Wheeler, USENIX Security 2016): 30,000 in all, of which the 11,611 are kept that are
 * long enough to be chosen.
 */
@Component
final class ZxcvbnCommonPasswordRegistry implements CommonPasswordRegistry {

    @Override
    public boolean contains(Password password) {
        return Words.ALL.contains(Texts.foldCase(password.value()));
    }

    /** Read when the first password is chosen, so that a start does not wait for it. */
    private static final class Words {

        private static final Set<String> ALL = load();

        private static Set<String> load() {
            try {
                return StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies().stream()
                        .filter(word -> word.length() >= Password.MIN_CODE_POINTS)
                        .map(Texts::foldCase)
                        .collect(toUnmodifiableSet());
            } catch (IOException e) {
                throw new UncheckedIOException("the list of common passwords cannot be read", e);
            }
        }
    }
}
