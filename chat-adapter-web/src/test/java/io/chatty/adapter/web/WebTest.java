package io.chatty.adapter.web;

import static io.chatty.testkit.user.UserFixtures.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.doReturn;

import io.chatty.application.auth.AdmitRequestUseCase;
import io.chatty.application.auth.AuthenticateUseCase;
import io.chatty.application.auth.Authenticated;
import io.chatty.application.auth.ChangePasswordUseCase;
import io.chatty.application.auth.DeleteAccountUseCase;
import io.chatty.application.auth.EndOtherSessionsUseCase;
import io.chatty.application.auth.EndSessionUseCase;
import io.chatty.application.auth.GetSessionUseCase;
import io.chatty.application.auth.ListSessionsUseCase;
import io.chatty.application.auth.LogInUseCase;
import io.chatty.application.auth.LogOutUseCase;
import io.chatty.application.auth.RegisterUseCase;
import io.chatty.application.conversation.AddReactionUseCase;
import io.chatty.application.conversation.ChangeConversationSettingsUseCase;
import io.chatty.application.conversation.DeleteMessageUseCase;
import io.chatty.application.conversation.EditMessageUseCase;
import io.chatty.application.conversation.GetConversationUseCase;
import io.chatty.application.conversation.GetMessageUseCase;
import io.chatty.application.conversation.ListConversationsUseCase;
import io.chatty.application.conversation.OpenConversationUseCase;
import io.chatty.application.conversation.ReadChangesUseCase;
import io.chatty.application.conversation.ReadHistoryUseCase;
import io.chatty.application.conversation.RemoveReactionUseCase;
import io.chatty.application.conversation.SendMessageUseCase;
import io.chatty.application.conversation.SyncUseCase;
import io.chatty.application.conversation.UpdateReceiptsUseCase;
import io.chatty.application.presence.ConnectUseCase;
import io.chatty.application.presence.DisconnectUseCase;
import io.chatty.application.presence.GetPresenceUseCase;
import io.chatty.application.user.BlockPersonUseCase;
import io.chatty.application.user.BrowseDirectoryUseCase;
import io.chatty.application.user.ChangeProfileUseCase;
import io.chatty.application.user.GetMeUseCase;
import io.chatty.application.user.GetPersonUseCase;
import io.chatty.application.user.ListBlocksUseCase;
import io.chatty.application.user.LookUpPersonUseCase;
import io.chatty.application.user.UnblockPersonUseCase;
import io.chatty.domain.ErrorCode;
import io.chatty.domain.auth.Session;
import io.chatty.domain.auth.SessionToken;
import io.chatty.testkit.auth.SessionFixtures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/**
 * A test against the real server. Anna is signed in with {@link #TOKEN}; every other token was never given out. A test in
 * which the server logs more than it should fails.
 */
@SpringBootTest(classes = TestServer.class, webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class WebTest {

    static final String TOKEN = "anna-on-her-laptop";
    static final Session SESSION = SessionFixtures.session("laptop", ANNA);

    @MockitoBean
    AuthenticateUseCase authenticate;

    @MockitoBean
    AdmitRequestUseCase admitRequest;

    @MockitoBean
    RegisterUseCase register;

    @MockitoBean
    LogInUseCase logIn;

    @MockitoBean
    LogOutUseCase logOut;

    @MockitoBean
    ListSessionsUseCase listSessions;

    @MockitoBean
    GetSessionUseCase getSession;

    @MockitoBean
    EndSessionUseCase endSession;

    @MockitoBean
    EndOtherSessionsUseCase endOtherSessions;

    @MockitoBean
    ChangePasswordUseCase changePassword;

    @MockitoBean
    DeleteAccountUseCase deleteAccount;

    @MockitoBean
    ChangeProfileUseCase changeProfile;

    @MockitoBean
    LookUpPersonUseCase lookUpPerson;

    @MockitoBean
    BlockPersonUseCase blockPerson;

    @MockitoBean
    UnblockPersonUseCase unblockPerson;

    @MockitoBean
    ListBlocksUseCase listBlocks;

    @MockitoBean
    GetMeUseCase getMe;

    @MockitoBean
    GetPersonUseCase getPerson;

    @MockitoBean
    BrowseDirectoryUseCase browseDirectory;

    @MockitoBean
    GetPresenceUseCase getPresence;

    @MockitoBean
    ListConversationsUseCase listConversations;

    @MockitoBean
    OpenConversationUseCase openConversation;

    @MockitoBean
    GetConversationUseCase getConversation;

    @MockitoBean
    ReadHistoryUseCase readHistory;

    @MockitoBean
    GetMessageUseCase getMessage;

    @MockitoBean
    SendMessageUseCase sendMessage;

    @MockitoBean
    UpdateReceiptsUseCase updateReceipts;

    @MockitoBean
    EditMessageUseCase editMessage;

    @MockitoBean
    DeleteMessageUseCase deleteMessage;

    @MockitoBean
    AddReactionUseCase addReaction;

    @MockitoBean
    RemoveReactionUseCase removeReaction;

    @MockitoBean
    ChangeConversationSettingsUseCase changeSettings;

    @MockitoBean
    ReadChangesUseCase readChanges;

    @MockitoBean
    SyncUseCase sync;

    @MockitoBean
    ConnectUseCase connect;

    @MockitoBean
    DisconnectUseCase disconnect;

    @LocalServerPort
    int port;

    final LogRecorder log = new LogRecorder();

    @BeforeEach
    void signIn() {
        given(authenticate.authenticate(any())).willThrow(ErrorCode.AUTHENTICATION_REQUIRED.refusal());
        // The general answer above throws, so the special one must not call it.
        doReturn(new Authenticated(SESSION, false)).when(authenticate).authenticate(new SessionToken(TOKEN));
        log.start();
    }

    @AfterEach
    void logsNothingOfCallersMistakes() {
        log.stop();
        assertThat(log.unexpected()).isEmpty();
    }

    /** A request of a signed-in person. */
    Call call(String method, String target) {
        return anonymous(method, target).header("Authorization", "Bearer " + TOKEN);
    }

    /** A request of a signed-in person with a JSON body. */
    Call call(String method, String target, String json) {
        return call(method, target).json(json);
    }

    Call anonymous(String method, String target) {
        return new Call(port, method, target);
    }
}
