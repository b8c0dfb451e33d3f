package io.chatty.application.auth;

import io.chatty.domain.ClientAddress;
import io.chatty.domain.auth.Password;
import io.chatty.domain.auth.Session;

final class DeleteAccountService implements DeleteAccountUseCase {

    private final PasswordConfirmer confirmer;
    private final AccountEraser eraser;

    DeleteAccountService(PasswordConfirmer confirmer, AccountEraser eraser) {
        this.confirmer = confirmer;
        this.eraser = eraser;
    }

    @Override
    public void delete(Session session, Password password, ClientAddress from) {
        eraser.erase(confirmer.confirm(session.userId(), password, from).id());
    }
}
