package io.chatty.adapter.web.auth;

import io.chatty.adapter.web.ApiController;
import io.chatty.adapter.web.SessionCookies;
import io.chatty.application.auth.ChangePasswordUseCase;
import io.chatty.application.auth.DeleteAccountUseCase;
import io.chatty.application.auth.RegisterUseCase;
import io.chatty.application.auth.SignedIn;
import io.chatty.domain.ClientAddress;
import io.chatty.domain.auth.Password;
import io.chatty.domain.auth.Session;
import io.chatty.wire.Field;
import io.chatty.wire.JsonFields;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The beginning of an account, its password and its end. */
@ApiController
final class AccountController {

    private static final URI ME = URI.create(ApiController.ROOT + "/me");

    private final RegisterUseCase register;
    private final ChangePasswordUseCase changePassword;
    private final DeleteAccountUseCase deleteAccount;
    private final TokenDesk desk;
    private final SessionCookies cookies;

    AccountController(
            RegisterUseCase register,
            ChangePasswordUseCase changePassword,
            DeleteAccountUseCase deleteAccount,
            TokenDesk desk,
            SessionCookies cookies) {
        this.register = register;
        this.changePassword = changePassword;
        this.deleteAccount = deleteAccount;
        this.desk = desk;
        this.cookies = cookies;
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

    @PutMapping("/me/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(Session session, ClientAddress from, JsonFields fields) {
        Field<Password> current = fields.required("currentPassword", Password::new);
        Field<Password> replacement = fields.required("newPassword", Password::new);
        fields.check();
        changePassword.change(session, current.get(), replacement.get(), from);
    }

    @PostMapping("/me/deletion")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            Session session,
            ClientAddress from,
            JsonFields fields,
            HttpServletRequest request,
            HttpServletResponse response) {
        Field<Password> password = fields.required("password", Password::new);
        fields.check();
        deleteAccount.delete(session, password.get(), from);
        cookies.clear(request, response);
    }
}
