package io.chatty.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import io.chatty.conformance.client.ChattyPerson;
import io.chatty.conformance.client.ChattySession;
import io.chatty.conformance.client.Credentials;
import io.chatty.conformance.protocol.JsonObject;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pictures of the documentation. */
class PagePicturesIT extends PageStage {

    private static Credentials alice;
    private static Credentials zoe;
    private static ChattyPerson bob;
    private static String id = "";

    @BeforeAll
    static void write() {
        ChattyPerson reader = someone("Alice");
        alice = reader.credentials();
        zoe = someone("Zoe").credentials();
        letters(reader, someone("Eve"), "مرحبا، كيف حالك؟");
        letters(reader, someone("Carol"), "Dessert tonight?", "< parfait \uD83C\uDF67");
        letters(
                reader,
                someone("Bob"),
                "Did the migration finish?",
                "I keep seeing `E11000` in the log",
                "< Harmless: the index was there already.",
                "< All 2,000 letters are over, and nobody noticed \uD83C\uDF89",
                "That is how I like migrations.",
                "< The notes: https://example.org/notes");
        bob = server().client().signIn(credentials("Bob"));
        id = bob.conversations().get(0).string("id");
        bob.report(id, 6L, 6L);
        bob.send(id, "Morning! Shall we ship at three?");
        bob.send(id, "I bring the coffee \u2615");
    }

    private static Credentials credentials(String name) {
        String word = name.toLowerCase(Locale.ROOT);
        return new Credentials(name, word + "@example.org", "violet submarine of " + word.length());
    }

    private static ChattyPerson someone(String name) {
        Credentials who = credentials(name);
        JsonObject body = JsonObject.of("name", who.name(), "email", who.email(), "password", who.password());
        server().client().rest().post("/api/v1/accounts", body).expect(201);
        return server().client().signIn(who);
    }

    /** Letters to a reader; those that begin with an arrow are the reader's own. All are read. */
    private static void letters(ChattyPerson reader, ChattyPerson writer, String... texts) {
        String id = writer.openConversationWith(reader);
        for (String text : texts) {
            if (text.startsWith("< ")) {
                reader.send(id, text.substring(2));
            } else {
                writer.send(id, text);
            }
        }
        reader.report(id, (long) texts.length, (long) texts.length);
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void desktopAndPhone(ColorScheme scheme) {
        String theme = scheme.name().toLowerCase(Locale.ROOT);
        try (ChattySession session = bob.connect()) {
            session.appear("active");
            pictures(scheme, theme, session);
        }
    }

    private void pictures(ColorScheme scheme, String theme, ChattySession session) {
        Visitor laptop = stranger(Device.LAPTOP, scheme, base()).signIn(alice);
        Visitor phone = stranger(Device.PHONE, scheme, base()).signIn(alice);
        Pictures.take(phone.page, "phone-list-" + theme);
        laptop.choose("Carol").composer().fill("About the in");
        laptop.choose("Bob");
        assertThat(laptop.message("coffee")).isVisible();
        assertThat(laptop.page.locator(".chat-head .presence")).hasText("online");
        session.typing(id, true);
        assertThat(laptop.page.locator(".typing")).hasText("Bob is writing...");
        Pictures.take(laptop.page, "desktop-" + theme);
        phone.choose("Bob");
        assertThat(phone.message("coffee")).isVisible();
        Pictures.take(phone.page, "phone-" + theme);
    }

    @Test
    void signInEmptyOfflineAndError() {
        Visitor z = stranger(Device.LAPTOP, ColorScheme.LIGHT, base());
        z.expectNetworkFailures();
        z.go("/").page.locator("#auth-submit:enabled").waitFor();
        Pictures.take(z.page, "sign-in");
        z.signIn(zoe);
        Pictures.take(z.page, "empty");
        z.find("Carol").write("Is there cake left?");
        assertThat(z.message("cake").locator(".seal.sent")).isVisible();
        z.page.context().setOffline(true);
        z.write("Are you coming on Saturday?");
        assertThat(z.strip()).containsText("Offline");
        Pictures.take(z.page, "offline");

        Visitor a = stranger(Device.LAPTOP, ColorScheme.LIGHT, base());
        a.expectNetworkFailures();
        a.page.route(Pattern.compile("/api/v1/conversations\\?"), Route::abort);
        a.signIn(alice);
        assertThat(a.page.locator("cx-sidebar .empty h2")).hasText("Could not load your conversations.");
        Pictures.take(a.page, "error");
    }
}
