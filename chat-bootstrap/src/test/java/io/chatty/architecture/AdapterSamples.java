package io.chatty.architecture;

import io.chatty.domain.user.UserRepository;
import io.chatty.wire.MessageResponse;
import org.mapstruct.Mapper;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What {@code AdapterRules} must reject. */
final class AdapterSamples {

    private AdapterSamples() {}

    @Place("adapter.web.user")
    public static final class PublicPart {}

    @Place("adapter.web.user")
    record CuriousController(UserRepository users) {}

    @Place("adapter.web.user")
    record PersonRequest(String name) {}

    @Place("bootstrap")
    record ForeignTaker(PersonRequest request) {}

    @Place("adapter.sqlite.conversation")
    record BodyKeeper(MessageResponse message) {}

    @Place("adapter.sqlite.conversation")
    public record PublicRow(String text) {}

    @RestController
    @Place("adapter.web.user")
    static final class Steering {}

    @Controller
    @Place("adapter.web.user")
    public static final class PublicController {}

    @Place("adapter.web.user")
    static final class HandlingController {
        @ExceptionHandler
        String handle(RuntimeException failure) {
            return failure.toString();
        }
    }

    @ControllerAdvice
    @Place("adapter.web")
    static final class FirstAdvice {}

    @RestControllerAdvice
    @Place("adapter.web.problem")
    static final class SecondAdvice {}

    @Place("adapter.web")
    static final class InjectedField {
        @Autowired
        UserRepository users;
    }

    @Place("adapter.web")
    static final class InjectedSetter {
        @Autowired
        void users(UserRepository users) {}
    }

    @ConfigurationProperties("chatty.sample")
    @Place("adapter.web")
    record Settings(int number) {}

    @ConfigurationProperties("chatty.sample")
    @Place("adapter.web.user")
    record HiddenProperties(int number) {}

    @Mapper
    @Place("wire")
    public interface PublicMapper {}

    @Mapper
    @Place("adapter.sqlite.user")
    interface Tailor {}
}
