package io.chatty.adapter.web.auth;

import io.chatty.domain.auth.ClientLabel;
import io.chatty.domain.auth.Password;
import io.chatty.wire.Field;
import io.chatty.wire.JsonFields;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** @param email as typed; what cannot be an e-mail is answered like an unknown one */
record LogInRequest(
        String email, Password password, @Nullable ClientLabel client, TokenDelivery tokenDelivery) {

    /** @throws io.chatty.domain.ValidationException with everything that is wrong */
    static LogInRequest read(JsonFields fields) {
        Field<String> email = fields.required("email", Function.identity());
        Field<Password> password = fields.required("password", Password::new);
        Field<ClientLabel> client = fields.optional("client", ClientLabel::new);
        Field<TokenDelivery> delivery = fields.optionalWord("tokenDelivery", TokenDelivery.class);
        fields.check();
        return new LogInRequest(email.get(), password.get(), client.orNull(), delivery.orElse(TokenDelivery.BODY));
    }

    /** Hides what belongs into no log. */
    @Override
    public String toString() {
        return "LogInRequest[hidden]";
    }
}
