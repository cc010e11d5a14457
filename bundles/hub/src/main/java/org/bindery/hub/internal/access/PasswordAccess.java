package org.bindery.hub.internal.access;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bindery.api.save.SaveUser;
import org.bindery.hub.access.AccessService;
import org.bindery.hub.access.Session;
import org.bindery.hub.health.ReadinessCheck;
import org.bindery.hub.internal.failure.Retrying;
import org.bindery.hub.internal.failure.StoreFailures;
import org.bindery.hub.store.DocumentStore;
import org.bindery.hub.store.TokenStore;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;

/** Logs users in by password, on top of the document and token stores. */
@Component(
        immediate = true,
        service = {AccessService.class, UserDirectory.class, ReadinessCheck.class},
        configurationPid = "org.bindery.hub.access")
public final class PasswordAccess implements AccessService, UserDirectory, ReadinessCheck {

    /** PID {@code org.bindery.hub.access}. */
    public @interface Settings {
        /** How long a token lives, in hours. */
        int token_hours() default 24;

        /** How long a checked token is remembered, in seconds. */
        int token_cache_seconds() default 10;

        /** How many checked tokens are remembered. */
        int token_cache_size() default 10_000;

        /** How many logins of one user may fail within the window. */
        int failures_per_login() default 10;

        /** How many logins of all users may fail within the window. */
        int failures_overall() default 100;

        /** How long a failed login counts, in seconds. */
        int failure_window_seconds() default 60;

        /** How many passwords are checked at once. */
        int hash_slots() default 2;

        /** How long a login waits for its check, in milliseconds. */
        long hash_wait_millis() default 5000;

        /** Memory of a password hash, in KiB. */
        int hash_memory_kib() default 19_456;

        /** Passes of a password hash. */
        int hash_iterations() default 2;

        /** Pause before loading is tried again when the store is away, in milliseconds. */
        long retry_millis() default 500;

        /** Languages for people's texts, best first. */
        String[] languages() default {"en-US", "de-DE"};
    }

    static final String ROOT_PASSWORD = "bindery.root.password";

    private static final int TRACKED_LOGINS = 10_000;
    private static final int LONGEST_PASSWORD = 1024;

    private final Accounts accounts;
    private final Tokens tokens;
    private final PasswordChecks passwords;
    private final LoginGuard guard;
    private final RootAccount root;
    private final List<String> languages;
    private final Retrying preparing;

    /** @param given offered by the launcher if an administrator set root's password; null otherwise */
    @Activate
    public PasswordAccess(
            @Reference DocumentStore documents,
            @Reference TokenStore tokenStore,
            @Reference(target = "(bindery.secret=" + ROOT_PASSWORD + ")", cardinality = ReferenceCardinality.OPTIONAL)
                    Supplier<String> given,
            BundleContext context,
            Settings settings) {
        this(documents, tokenStore, settings, Clock.systemUTC(), passwordFile(context), given(given, context));
    }

    PasswordAccess(
            DocumentStore documents,
            TokenStore tokenStore,
            Settings settings,
            Clock clock,
            RootPasswordFile file,
            Optional<String> given) {
        Duration remembered = Duration.ofSeconds(settings.token_cache_seconds());
        accounts = new Accounts(documents, clock, remembered);
        tokens = new Tokens(
                tokenStore,
                clock,
                Duration.ofHours(settings.token_hours()),
                new TokenCache(clock, remembered, settings.token_cache_size()));
        passwords = new PasswordChecks(
                new HashCost(settings.hash_memory_kib(), settings.hash_iterations(), 1),
                settings.hash_slots(),
                Duration.ofMillis(settings.hash_wait_millis()));
        guard = new LoginGuard(limits(settings), clock);
        root = new RootAccount(accounts, tokens, passwords, file);
        languages = List.of(settings.languages());
        preparing = new Retrying(
                "bindery-root-account", Duration.ofMillis(settings.retry_millis()), () -> root.prepare(given));
        preparing.start();
    }

    private static RootPasswordFile passwordFile(BundleContext context) {
        String home = Optional.ofNullable(context.getProperty("bindery.home")).orElse(".");
        return new RootPasswordFile(Path.of(home, "data", "root-password").toAbsolutePath());
    }

    /** The launcher offers the password as a service; a framework property is for embedding Bindery without it. */
    private static Optional<String> given(Supplier<String> offered, BundleContext context) {
        String password = offered == null ? context.getProperty(ROOT_PASSWORD) : offered.get();
        return Optional.ofNullable(password).filter(text -> !text.isEmpty());
    }

    private static LoginLimits limits(Settings settings) {
        return new LoginLimits(
                settings.failures_per_login(),
                settings.failures_overall(),
                Duration.ofSeconds(settings.failure_window_seconds()),
                TRACKED_LOGINS);
    }

    @Deactivate
    void stop() {
        preparing.stop();
    }

    @Override
    public String name() {
        return "access";
    }

    @Override
    public Optional<String> problem() {
        return root.isPrepared() ? Optional.empty() : Optional.of(preparing.reason("The users are being loaded"));
    }

    @Override
    public IssuedToken login(String login, char[] password) {
        refuseUntilPrepared();
        guard.check(login);
        return StoreFailures.guard(() -> {
            root.settle();
            return issue(passwords.inSlot(() -> checked(login, password)));
        });
    }

    /** Runs in a slot, so that only few guesses at once can get between the guard and what it counts. */
    private Account checked(String login, char[] password) {
        guard.check(login);
        Optional<Account> account = accounts.byLogin(login);
        String hash = account.map(Account::passwordHash).orElse("");
        // Always computed, also without an account, so that the time does not tell which logins exist.
        boolean fits = passwords.fits(password.length > LONGEST_PASSWORD ? new char[0] : password, hash);
        if (!fits || account.isEmpty()) {
            guard.failed(login);
            throw AccessErrors.wrongLogin();
        }
        guard.succeeded(login);
        return account.get();
    }

    private IssuedToken issue(Account account) {
        Tokens.Issued issued = tokens.issue(account.user().id());
        return new IssuedToken(issued.token(), issued.expiresAt(), account.session(languages));
    }

    @Override
    public Optional<Session> authenticate(String token) {
        refuseUntilPrepared();
        return StoreFailures.guard(() -> tokens.remembered(token)
                .or(() -> check(token))
                .flatMap(accounts::byId)
                .map(account -> account.session(languages)));
    }

    /** A changed password of root revokes tokens, so it is stored before a token is looked up. */
    private Optional<Long> check(String token) {
        root.settle();
        return tokens.check(token);
    }

    @Override
    public void logout(String token) {
        StoreFailures.guardRun(() -> tokens.revoke(token));
    }

    @Override
    public Optional<SaveUser> user(long id) {
        return StoreFailures.guard(() -> accounts.user(id));
    }

    private void refuseUntilPrepared() {
        if (!root.isPrepared()) {
            throw StoreFailures.notLoaded("the users");
        }
    }
}
