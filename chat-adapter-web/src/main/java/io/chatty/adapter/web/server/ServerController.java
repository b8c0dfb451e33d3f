package io.chatty.adapter.web.server;

import io.chatty.adapter.web.ApiController;
import io.chatty.adapter.web.WebProperties;
import io.chatty.domain.RateLimits;
import io.chatty.domain.conversation.ChangeLimits;
import io.chatty.wire.ServerIdentity;
import org.springframework.web.bind.annotation.GetMapping;

@ApiController
final class ServerController {

    private final ServerResponse answer;

    ServerController(ServerIdentity identity, WebProperties properties, ChangeLimits changes, RateLimits rates) {
        this.answer = ServerResponse.of(identity, properties, changes, rates);
    }

    @GetMapping("/server")
    ServerResponse server() {
        return answer;
    }
}
