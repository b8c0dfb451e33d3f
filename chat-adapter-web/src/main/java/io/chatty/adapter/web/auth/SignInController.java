package io.chatty.adapter.web.auth;

import io.chatty.adapter.web.ApiController;
import io.chatty.adapter.web.SessionCookies;
import io.chatty.application.auth.LogInUseCase;
import io.chatty.application.auth.LogOutUseCase;
import io.chatty.application.auth.SignedIn;
import io.chatty.domain.ClientAddress;
import io.chatty.domain.auth.Session;
import io.chatty.wire.JsonFields;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Coming in and going out. */
@ApiController
final class SignInController {

    private final LogInUseCase logIn;
    private final LogOutUseCase logOut;
    private final TokenDesk desk;
    private final SessionCookies cookies;

    SignInController(LogInUseCase logIn, LogOutUseCase logOut, TokenDesk desk, SessionCookies cookies) {
        this.logIn = logIn;
        this.logOut = logOut;
        this.desk = desk;
        this.cookies = cookies;
    }

    @PostMapping("/sessions")
    ResponseEntity<SignedInResponse> logIn(
            JsonFields fields, ClientAddress from, HttpServletRequest http, HttpServletResponse response) {
        LogInRequest request = LogInRequest.read(fields);
        desk.check(request.tokenDelivery(), http);
        SignedIn signedIn = logIn.logIn(request.email(), request.password(), request.client(), from);
        URI location = URI.create(
                ApiController.ROOT + "/sessions/" + signedIn.session().id());
        return ResponseEntity.created(location).body(desk.handOver(signedIn, request.tokenDelivery(), http, response));
    }

    @DeleteMapping("/sessions/current")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logOut(Session session, HttpServletRequest request, HttpServletResponse response) {
        logOut.logOut(session);
        cookies.clear(request, response);
    }
}
