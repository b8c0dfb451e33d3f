package io.chatty.testkit.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatty.domain.auth.CommonPasswordRegistry;
import io.chatty.domain.auth.Password;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link CommonPasswordRegistry} promises. */
public abstract class CommonPasswordRegistryContract {

    protected abstract CommonPasswordRegistry registry();

    @ParameterizedTest
    @ValueSource(strings = {"password", "12345678", "qwertyuiop", "password1", "iloveyou"})
    void knowsWhatEverybodyUses(String password) {
        assertThat(registry().contains(new Password(password))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PASSWORD", "Password", "QwertyUiop", "pa\u017F\u017Fword"})
    void comparesWithoutCase(String password) {
        assertThat(registry().contains(new Password(password))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"violet submarine 7", "password of my own", " password", "パスワード一二三四", "", "pass\0word", "\uD800"
            })
    void letsOthersPass(String password) {
        assertThat(registry().contains(new Password(password))).isFalse();
    }
}
