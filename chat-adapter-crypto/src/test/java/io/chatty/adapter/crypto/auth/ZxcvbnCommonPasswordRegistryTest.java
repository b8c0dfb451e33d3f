package io.chatty.adapter.crypto.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nulabinc.zxcvbn.StandardDictionaries;
import io.chatty.domain.auth.CommonPasswordRegistry;
import io.chatty.domain.auth.Password;
import io.chatty.testkit.auth.CommonPasswordRegistryContract;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ZxcvbnCommonPasswordRegistryTest extends CommonPasswordRegistryContract {

    private final ZxcvbnCommonPasswordRegistry registry = new ZxcvbnCommonPasswordRegistry();

    @Override
    protected CommonPasswordRegistry registry() {
        return registry;
    }

    @Test
    void knowsEveryWordOfTheListThatCouldBeChosen() throws IOException {
        List<String> words = StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies().stream()
                .filter(word -> word.length() >= Password.MIN_CODE_POINTS)
                .toList();

        assertThat(words)
                .hasSizeGreaterThan(3_000)
                .allMatch(word -> registry.contains(new Password(word.toUpperCase(Locale.ROOT))));
    }
}
