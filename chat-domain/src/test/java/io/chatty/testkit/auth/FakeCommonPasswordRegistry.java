package io.chatty.testkit.auth;

import io.chatty.domain.Texts;
import io.chatty.domain.auth.CommonPasswordRegistry;
import io.chatty.domain.auth.Password;
import java.util.Set;

/** Knows five passwords: {@code password}, {@code password1}, {@code 12345678}, {@code qwertyuiop}, {@code iloveyou}. */
public final class FakeCommonPasswordRegistry implements CommonPasswordRegistry {

    private static final Set<String> COMMON = Set.of("password", "password1", "12345678", "qwertyuiop", "iloveyou");

    @Override
    public boolean contains(Password password) {
        return COMMON.contains(Texts.foldCase(password.value()));
    }
}
