package io.chatty.architecture;

import com.nulabinc.zxcvbn.Zxcvbn;
import io.chatty.adapter.crypto.CryptoConfiguration;
import io.chatty.application.auth.LogInUseCase;
import io.chatty.bootstrap.Chatty;
import io.chatty.conformance.Conformance;
import io.chatty.domain.auth.Session;
import io.chatty.domain.presence.Presence;
import io.chatty.domain.user.User;
import io.chatty.wire.Json;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.Cookie;
import java.sql.Connection;
import org.bson.types.ObjectId;
import org.slf4j.Logger;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.socket.WebSocketSession;
import tools.jackson.databind.JsonNode;

/** What {@code ModuleRules} must reject. */
final class ModuleSamples {

    private ModuleSamples() {}

    @Place("domain.user")
    record DomainOnSpring(ApplicationContext context) {}

    @Place("domain.user")
    record DomainOnApplication(LogInUseCase logIn) {}

    @Place("application.user")
    record ApplicationOnSpring(ApplicationContext context) {}

    @Place("application.user")
    record ApplicationOnWire(Class<Json> json) {}

    @Place("wire")
    record WireOnSpring(ApplicationContext context) {}

    @Place("conformance.client")
    record ConformanceOnDomain(User user) {}

    @Place("bootstrap")
    record ProductionOnConformance(Conformance conformance) {}

    @Place("adapter.sqlite.auth")
    record StoreOnUseCase(LogInUseCase logIn) {}

    @Place("adapter.web.auth")
    record WebOnCrypto(CryptoConfiguration crypto) {}

    @Place("adapter.web")
    record WebOnBootstrap(Chatty chatty) {}

    @Place("application.user")
    record ApplicationOnJdbc(Connection connection) {}

    @Place("adapter.sqlite.user")
    record StoreOnMongo(ObjectId id) {}

    @Place("bootstrap")
    record BootstrapOnSpringData(MongoOperations operations) {}

    @Place("adapter.sqlite.user")
    record StoreOnJackson(JsonNode document) {}

    @Place("adapter.stomp")
    record StompOnMvc(ModelAndView view) {}

    @Place("adapter.stomp")
    record StompOnServlet(Cookie cookie) {}

    @Place("adapter.web.presence")
    record WebOnSocket(WebSocketSession socket) {}

    @Place("adapter.web.auth")
    record WebOnBcrypt(Zxcvbn meter) {}

    @Place("adapter.web.auth")
    record WebOnBuckets(TimeMeter time) {}

    @Place("application.auth")
    record ApplicationOnLog(Logger log) {}

    @Place("adapter.sqlite.user")
    record StoreOnBoot(SpringApplication application) {}

    @Place("domain.user")
    record UserOnAuth(Session session) {}

    @Place("adapter.web.user")
    record WebUserOnPresence(Presence presence) {}

    @Place("domain.conversation")
    record ConversationOnPresence(Presence presence) {}

    @Place("domain")
    record SharedOnUser(User user) {}
}
