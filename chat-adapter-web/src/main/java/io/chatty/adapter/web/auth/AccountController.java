package io.chatty.adapter.web.auth;

import io.chatty.adapter.web.ApiController;
import io.chatty.application.auth.RegisterUseCase;
import io.chatty.application.auth.SignedIn;
import io.chatty.domain.ClientAddress;
import io.chatty.wire.JsonFields;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;

@ApiController
final class AccountController {

    private static final URI ME = URI.create(ApiController.ROOT + "/me");

    private final RegisterUseCase register;
    private final TokenDesk desk;

    AccountController(RegisterUseCase register, TokenDesk desk) {
        this.register = register;
        this.desk = desk;
    }

    @PostMapping("/accounts")
    ResponseEntity<SignedInResponse> register(
            JsonFields fields, ClientAddress from, HttpServletRequest http, HttpServletResponse response) {
        RegisterRequest request = RegisterRequest.read(fields);
        desk.check(request.tokenDelivery(), http);
        SignedIn signedIn =
                register.register(request.email(), request.name(), request.password(), request.client(), from);
        return ResponseEntity.created(ME).body(desk.handOver(signedIn, request.tokenDelivery(), http, response));
    }
}
