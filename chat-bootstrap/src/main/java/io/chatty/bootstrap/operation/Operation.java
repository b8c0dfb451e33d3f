package io.chatty.bootstrap.operation;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;

/** The operations by their names. */
public enum Operation {
    BACKUP("backup FILE", BackupConfiguration.class),
    RESTORE("restore FILE", RestoreConfiguration.class),
    RENEW_EPOCH("renew-epoch", RenewEpochConfiguration.class),
    CHECK("check", CheckConfiguration.class),
    LIST_ACCOUNTS("list-accounts", ListAccountsConfiguration.class),
    CREATE_ACCOUNT("create-account EMAIL NAME", CreateAccountConfiguration.class),
    RESET_PASSWORD("reset-password EMAIL", ResetPasswordConfiguration.class),
    DISABLE_ACCOUNT("disable-account EMAIL", DisableAccountConfiguration.class),
    DELETE_ACCOUNT("delete-account EMAIL", DeleteAccountConfiguration.class),
    REVOKE_SESSIONS("revoke-sessions EMAIL", RevokeSessionsConfiguration.class);

    private static final int NOT_DONE = 1;

    /** That a check could not be made is another answer than that something is broken. */
    private static final int NOT_CHECKED = 2;

    private final String usage;
    private final Class<?> configuration;

    Operation(String usage, Class<?> configuration) {
        this.usage = usage;
        this.configuration = configuration;
    }

    /** Whether somebody wants an operation and not a server: the first argument is no option. */
    public static boolean isWanted(String... arguments) {
        return arguments.length > 0 && !arguments[0].startsWith("-");
    }

    /**
     * Does what the arguments say.
     *
     * @return the exit code of the process, 0 if it is done and nothing is wrong
     */
    public static int run(String... arguments) {
        Optional<Operation> wanted = named(arguments[0]);
        SpringApplication application = new SpringApplication(
                wanted.<Class<?>>map(operation -> operation.configuration).orElse(UnknownOperationConfiguration.class));
        application.setWebApplicationType(WebApplicationType.NONE);
        try {
            return SpringApplication.exit(application.run(arguments));
        } catch (RuntimeException toldAlready) {
            return wanted.filter(CHECK::equals).isPresent() ? NOT_CHECKED : NOT_DONE;
        }
    }

    /** How they are written, for whoever made a mistake. */
    static String usages() {
        return Arrays.stream(values()).map(operation -> operation.usage).collect(Collectors.joining(", "));
    }

    private static Optional<Operation> named(String name) {
        return Arrays.stream(values())
                .filter(operation -> operation.usage.split(" ")[0].equals(name))
                .findFirst();
    }
}
