package io.chatty.adapter.web.server;

import io.chatty.adapter.web.ApiController;
import io.chatty.adapter.web.WebProperties;
import io.chatty.application.auth.RegistrationMode;
import io.chatty.application.user.DirectoryMode;
import io.chatty.domain.RateLimits;
import io.chatty.domain.conversation.ChangeLimits;
import io.chatty.wire.ServerIdentity;
import io.chatty.wire.Words;
import org.springframework.web.bind.annotation.GetMapping;

@ApiController
final class ServerController {

    private final ServerResponse answer;

    ServerController(
            ServerIdentity identity,
            DirectoryMode directory,
            RegistrationMode registration,
            WebProperties properties,
            ChangeLimits changes,
            RateLimits rates) {
        this.answer = new ServerResponse(
                identity.name(),
                identity.version(),
                ServerResponse.FEATURES,
                Words.write(directory),
                Words.write(registration),
                ServerResponse.Limits.of(properties, changes, rates));
    }

    @GetMapping("/server")
    ServerResponse server() {
        return answer;
    }
}
