package io.chatty.domain.user;

/** What is stored of a password: a salted one-way hash in the form of the hasher that made it. */
public record PasswordHash(String value) {

    /** Hides the hash, which is a secret. */
    @Override
    public String toString() {
        return "PasswordHash[hidden]";
    }
}
