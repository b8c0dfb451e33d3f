package io.chatty.adapter.web.auth;

import io.chatty.domain.auth.ClientLabel;
import io.chatty.domain.auth.Password;
import io.chatty.domain.user.DisplayName;
import io.chatty.domain.user.EmailAddress;
import io.chatty.wire.Field;
import io.chatty.wire.JsonFields;
import org.jspecify.annotations.Nullable;

record RegisterRequest(
        EmailAddress email,
        DisplayName name,
        Password password,
        @Nullable ClientLabel client,
        TokenDelivery tokenDelivery) {

    /** @throws io.chatty.domain.ValidationException with everything that is wrong */
    static RegisterRequest read(JsonFields fields) {
        Field<EmailAddress> email = fields.required("email", EmailAddress::new);
        Field<DisplayName> name = fields.required("name", DisplayName::new);
        Field<Password> password = fields.required("password", Password::new);
        Field<ClientLabel> client = fields.optional("client", ClientLabel::new);
        Field<TokenDelivery> delivery = fields.optionalWord("tokenDelivery", TokenDelivery.class);
        fields.check();
        return new RegisterRequest(
                email.get(), name.get(), password.get(), client.orNull(), delivery.orElse(TokenDelivery.BODY));
    }
}
