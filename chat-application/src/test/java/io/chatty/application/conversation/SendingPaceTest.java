package io.chatty.application.conversation;

import static io.chatty.application.conversation.ConversationScene.into;
import static io.chatty.application.conversation.ConversationScene.message;
import static io.chatty.application.conversation.ConversationScene.seen;
import static io.chatty.domain.RateLimit.FIRST_MESSAGES;
import static io.chatty.domain.RateLimit.MESSAGES;
import static io.chatty.testkit.RateFixtures.atOnce;
import static io.chatty.testkit.conversation.ConversationFixtures.ANNA_WITH_BOB;
import static io.chatty.testkit.user.UserFixtures.ANNA;
import static io.chatty.testkit.user.UserFixtures.BOB;
import static io.chatty.testkit.user.UserFixtures.CARA;
import static io.chatty.testkit.user.UserFixtures.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chatty.application.conversation.SendMessageCommand.Target;
import io.chatty.domain.ErrorCode;
import io.chatty.domain.Quota;
import io.chatty.domain.RateLimitedException;
import io.chatty.domain.conversation.Head;
import io.chatty.domain.conversation.Message;
import io.chatty.domain.user.User;
import io.chatty.testkit.Concurrently;
import io.chatty.testkit.RateFixtures;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Three messages at once and one a minute, two new people at once and one an hour. */
class SendingPaceTest {

    private static final User DORA = user("dora");

    private final ConversationScene scene = new ConversationScene(
            RateFixtures.plentyBut(Map.of(MESSAGES, atOnce(3), FIRST_MESSAGES, new Quota(2, 1, Duration.ofHours(1)))));

    SendingPaceTest() {
        scene.store.users().add(DORA);
    }

    @Test
    void refusesAMessageTooManyAndStoresNothing() {
        sendThree();

        RateLimitedException refusal = refusal(message(ANNA, BOB, "4", "hi"));

        assertThat(refusal.limit()).isEqualTo(MESSAGES);
        assertThat(scene.store.messages().head(ANNA_WITH_BOB)).isEqualTo(new Head(3, 3));
    }

    @Test
    void letsAMessageThroughAfterTheTimeItSaid() {
        sendThree();

        scene.clock.advance(refusal(message(ANNA, BOB, "4", "hi")).retryAfter());

        assertThat(scene.send(message(ANNA, BOB, "4", "hi")).replayed()).isFalse();
        refusal(message(ANNA, BOB, "5", "hi"));
    }

    @Test
    void refusesNobodyElse() {
        sendThree();

        assertThat(scene.send(BOB, ANNA, "hi").replayed()).isFalse();
    }

    @Test
    void countsMessagesWhereverTheyGo() {
        scene.send(ANNA, BOB, "1");
        scene.send(ANNA, CARA, "2");
        scene.send(into(new Target.ToConversation(ANNA_WITH_BOB), message(ANNA, BOB, "3", "3")));

        assertThat(refusal(message(ANNA, CARA, "4", "hi")).limit()).isEqualTo(MESSAGES);
    }

    @Test
    void countsNoRepeat() {
        for (int i = 0; i < 10; i++) {
            scene.send(message(ANNA, BOB, "1", "hi"));
        }

        scene.send(message(ANNA, BOB, "2", "hi"));
        scene.send(message(ANNA, BOB, "3", "hi"));
        refusal(message(ANNA, BOB, "4", "hi"));
    }

    @Test
    void answersARepeatAlsoWhereNothingMayBeSent() {
        Message first = scene.send(message(ANNA, BOB, "1", "hi")).message();
        scene.send(message(BOB, ANNA, "1", "how are you?"));
        scene.send(message(ANNA, BOB, "2", "hi"));
        scene.send(message(ANNA, BOB, "3", "hi"));
        scene.startListening();

        assertThat(scene.send(seen(2, message(ANNA, BOB, "1", "hi")))).isEqualTo(new SentMessage(first, true));

        assertThat(scene.toldTo(BOB)).isNotEmpty();
        assertThat(scene.readMarkOf(ANNA)).isEqualTo(2);
        refusal(message(ANNA, BOB, "4", "hi"));
    }

    @Test
    void refusesAnotherTextUnderTheSameIdAlsoWhereNothingMayBeSent() {
        sendThree();

        assertThat(scene.refusalOf(message(ANNA, BOB, "1", "ho")).code()).isEqualTo(ErrorCode.CLIENT_MESSAGE_ID_REUSED);
    }

    @Test
    void countsOneOfManyRepeatsAtOnce() {
        Concurrently.call(
                16,
                i -> scene.assembly
                        .sendMessage(scene.limiter)
                        .send(message(ANNA, BOB, "1", "hi"))
                        .handle((sent, refused) -> sent)
                        .toCompletableFuture()
                        .join());

        scene.send(message(ANNA, BOB, "2", "hi"));
        scene.send(message(ANNA, BOB, "3", "hi"));
        refusal(message(ANNA, BOB, "4", "hi"));
    }

    @Test
    void refusesFirstMessagesToTooManyNewPeople() {
        scene.send(ANNA, BOB, "1");
        scene.send(ANNA, CARA, "2");

        assertThat(refusal(message(ANNA, DORA, "3", "hi")).limit()).isEqualTo(FIRST_MESSAGES);

        // What was refused has not cost a message either.
        assertThat(scene.send(ANNA, BOB, "3").replayed()).isFalse();
    }

    @Test
    void countsConversationsThatAreOpenedLikeFirstMessages() {
        open(ANNA, BOB);
        open(ANNA, CARA);

        assertThat(catchThrowableOfType(RateLimitedException.class, () -> open(ANNA, DORA))
                        .limit())
                .isEqualTo(FIRST_MESSAGES);
        assertThat(refusal(message(ANNA, DORA, "1", "hi")).limit()).isEqualTo(FIRST_MESSAGES);
    }

    @Test
    void countsANewPersonOnce() {
        open(ANNA, BOB);
        open(ANNA, BOB);
        scene.send(ANNA, BOB, "1");
        open(ANNA, BOB);

        assertThat(open(ANNA, CARA)).isTrue();
    }

    @Test
    void doesNotCountWhoWroteFirst() {
        scene.send(BOB, ANNA, "hi");
        scene.send(CARA, ANNA, "hi");
        scene.send(DORA, ANNA, "hi");

        scene.send(ANNA, BOB, "1");
        scene.send(ANNA, CARA, "2");
        scene.send(ANNA, DORA, "3");
    }

    private void sendThree() {
        for (String id : new String[] {"1", "2", "3"}) {
            scene.send(message(ANNA, BOB, id, "hi"));
        }
    }

    private boolean open(User user, User peer) {
        return scene.assembly
                .openConversation(scene.limiter)
                .open(user.id(), peer.id())
                .created();
    }

    private RateLimitedException refusal(SendMessageCommand command) {
        return (RateLimitedException) scene.refusalOf(command);
    }
}
