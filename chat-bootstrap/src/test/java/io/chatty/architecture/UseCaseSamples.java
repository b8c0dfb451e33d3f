package io.chatty.architecture;

/** What {@code UseCaseRules} must reject. */
final class UseCaseSamples {

    private UseCaseSamples() {}

    @Place("application.user")
    public interface DoTwoThingsUseCase {
        void one();

        void two();
    }

    @Place("application.user")
    public static final class DoItYourselfUseCase {}

    @Place("application.user")
    interface MessageHelper {}

    @Place("application.user")
    interface ForgottenUseCase {
        void remember();
    }

    @Place("application.user")
    interface PublicUseCase {
        void act();
    }

    @Place("application.user")
    public static final class PublicService implements PublicUseCase {
        @Override
        public void act() {}
    }

    @Place("application.user")
    interface OpenUseCase {
        void act();
    }

    @Place("application.user")
    static class OpenService implements OpenUseCase {
        @Override
        public void act() {}
    }

    @Place("application.user")
    interface BusyUseCase {
        void act();
    }

    @Place("application.user")
    static final class BusyService implements BusyUseCase, OpenUseCase {
        @Override
        public void act() {}
    }

    @Place("application.user")
    static final class UselessService {}

    @Place("application.user")
    static final class CallingService {
        final OpenUseCase other = new OpenService();
    }

    @Place("application.user")
    static final class Constructor {
        final Object service = new UselessService();
    }

    @Place("application.user")
    public static final class PublicStep {}
}
