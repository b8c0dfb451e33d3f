package io.chatty.architecture;

import io.chatty.domain.user.UserId;
import io.chatty.domain.user.UserIdGenerator;

/** What {@code PortRules} must reject. */
final class PortSamples {

    private PortSamples() {}

    @Place("domain.conversation")
    interface MessageKeeper {}

    @Place("domain.conversation")
    interface ForgottenRepository {}

    abstract static class Numbers implements UserIdGenerator {

        @Override
        public UserId next() {
            return new UserId("u_1");
        }
    }

    @Place("adapter.crypto.user")
    static final class UntestedUserIdGenerator extends Numbers {}

    @Place("adapter.crypto.user")
    static final class UserNumbers extends Numbers {}

    @Place("adapter.crypto.user")
    public static final class PublicUserIdGenerator extends Numbers {}

    @Place("adapter.crypto.auth")
    static final class MisplacedUserIdGenerator extends Numbers {}

    @Place("application.user")
    static final class HomeMadeUserIdGenerator extends Numbers {}
}
