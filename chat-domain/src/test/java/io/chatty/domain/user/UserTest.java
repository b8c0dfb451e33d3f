package io.chatty.domain.user;

import static io.chatty.testkit.Times.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UserTest {

    private final User anna = User.register(
            new UserId("u_anna"),
            new EmailAddress("anna@example.org"),
            new DisplayName("Anna Lee"),
            new PasswordHash("$2b$12$secret"),
            NOW);

    @Test
    void startsWithEverythingShown() {
        assertThat(anna.preferences()).isEqualTo(new Preferences(true, true, true));
        assertThat(anna.createdAt()).isEqualTo(NOW);
    }

    @Test
    void showsOnlyIdAndNameToOthers() {
        assertThat(anna.person()).isEqualTo(new Person(new UserId("u_anna"), new DisplayName("Anna Lee")));
    }

    @Test
    void hidesEmailAndPasswordHashInLogs() {
        assertThat(anna.toString()).doesNotContain("example.org", "secret");
    }

    @Test
    void standsInTheDirectoryByFoldedName() {
        assertThat(DirectoryPosition.of(anna.person()))
                .isEqualTo(new DirectoryPosition(new NameKey("anna lee"), new UserId("u_anna")));
    }
}
