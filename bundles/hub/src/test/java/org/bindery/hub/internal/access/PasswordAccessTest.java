package org.bindery.hub.internal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.bindery.api.error.ApiError;
import org.bindery.api.error.ApiException;
import org.bindery.hub.access.AccessService.IssuedToken;
import org.bindery.hub.internal.memory.MemoryDocumentStore;
import org.bindery.hub.internal.memory.MemoryTokenStore;
import org.bindery.hub.internal.memory.MovableClock;
import org.bindery.hub.internal.memory.SettingsOf;
import org.bindery.hub.store.DocumentKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Covers {@link PasswordAccess} and {@link RootAccount}. */
class PasswordAccessTest {

    private static final PasswordAccess.Settings SETTINGS = SettingsOf.type(
            PasswordAccess.Settings.class,
            Map.of("hash_memory_kib", 64, "hash_iterations", 1, "failures_per_login", 3));

    private final MemoryDocumentStore documents = new MemoryDocumentStore();
    private final MemoryTokenStore tokens = new MemoryTokenStore();
    private final MovableClock clock = new MovableClock();
    private PasswordAccess access;

    @TempDir
    Path home;

    private RootPasswordFile file() {
        return new RootPasswordFile(home.resolve("data/root-password"));
    }

    private PasswordAccess start(String given) {
        access = new PasswordAccess(documents, tokens, SETTINGS, clock, file(), Optional.ofNullable(given));
        awaitReady();
        return access;
    }

    private void awaitReady() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (access.problem().isPresent() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(access.problem()).isEmpty();
    }

    @AfterEach
    void stop() {
        if (access != null) {
            access.stop();
        }
    }

    private IssuedToken login(String password) {
        return access.login("root", password.toCharArray());
    }

    private ApiError refusal(String login, String password) {
        return catchThrowableOfType(ApiException.class, () -> access.login(login, password.toCharArray()))
                .error();
    }

    @Test
    void at_the_first_start_root_gets_a_random_password_in_a_file() {
        start(null);
        assertThat(documents.list(DocumentKind.USER)).isEmpty();
        IssuedToken issued = login(file().read().orElseThrow());
        assertThat(issued.session().isRoot()).isTrue();
        assertThat(issued.session().user().login()).isEqualTo("root");
        assertThat(access.authenticate(issued.token())).contains(issued.session());
        assertThat(documents.list(DocumentKind.USER)).hasSize(1);
    }

    @Test
    void the_random_password_survives_a_start_before_the_first_login() {
        start(null);
        String password = file().read().orElseThrow();
        start(null);
        assertThat(login(password).token()).isNotEmpty();
        file().remove();
        start(null);
        assertThat(file().read()).isEmpty();
        assertThat(login(password).token()).isNotEmpty();
    }

    @Test
    void the_password_of_the_settings_wins_and_ends_old_tokens() {
        start("first");
        String old = login("first").token();
        start("second");
        assertThat(access.authenticate(old)).isEmpty();
        assertThat(refusal("root", "first").code()).isEqualTo("invalid_grant");
        String token = login("second").token();
        start("second");
        assertThat(access.authenticate(token)).isPresent();
    }

    @Test
    void the_password_of_the_settings_replaces_the_file() {
        start(null);
        start("chosen");
        assertThat(file().read()).isEmpty();
        assertThat(login("chosen").token()).isNotEmpty();
    }

    @Test
    void unknown_logins_and_wrong_passwords_get_the_same_answer() {
        start("secret");
        ApiError wrong = refusal("root", "wrong");
        ApiError unknown = refusal("nobody", "wrong");
        assertThat(wrong.code()).isEqualTo("invalid_grant");
        assertThat(wrong.statuscode()).isEqualTo(400);
        assertThat(unknown.error()).isEqualTo(wrong.error());
        assertThat(unknown.parameters()).isEqualTo(wrong.parameters());
        assertThat(refusal("root", "x".repeat(100_000)).code()).isEqualTo("invalid_grant");
    }

    @Test
    void guessing_is_slowed_down() {
        start("secret");
        for (int i = 0; i < 3; i++) {
            assertThat(refusal("root", "wrong").code()).isEqualTo("invalid_grant");
        }
        ApiError error = refusal("root", "secret");
        assertThat(error.code()).isEqualTo("TooManyLogins");
        assertThat(error.statuscode()).isEqualTo(429);
        assertThat(error.parameters().path("retry_after").asLong()).isBetween(1L, 60L);
        clock.advance(Duration.ofSeconds(61));
        assertThat(login("secret").token()).isNotEmpty();
    }

    @Test
    void many_requests_with_one_token_ask_the_store_once() {
        start("secret");
        String token = login("secret").token();
        for (int i = 0; i < 100; i++) {
            assertThat(access.authenticate(token)).isPresent();
        }
        assertThat(tokens.finds()).isEqualTo(1);
    }

    @Test
    void a_token_ends_by_logout_and_by_time() {
        start("secret");
        String token = login("secret").token();
        assertThat(access.authenticate(token)).isPresent();
        access.logout(token);
        access.logout("nonsense");
        assertThat(access.authenticate(token)).isEmpty();
        IssuedToken other = login("secret");
        clock.advance(Duration.ofHours(24));
        assertThat(access.authenticate(other.token())).isEmpty();
        assertThat(access.authenticate("nonsense")).isEmpty();
    }

    @Test
    void without_the_store_it_waits_and_says_why() {
        documents.setAway(true);
        access = new PasswordAccess(documents, tokens, SETTINGS, clock, file(), Optional.of("secret"));
        assertThat(access.name()).isEqualTo("access");
        assertThat(access.problem()).isPresent();
        assertThat(refusal("root", "secret").statuscode()).isEqualTo(503);
        documents.setAway(false);
        awaitReady();
        assertThat(login("secret").token()).isNotEmpty();
        documents.setAway(true);
        clock.advance(Duration.ofSeconds(SETTINGS.token_cache_seconds()));
        assertThat(refusal("root", "secret").code()).isEqualTo("StoreUnavailable");
    }

    @Test
    void users_are_known_by_id() {
        start("secret");
        login("secret");
        assertThat(access.user(1).orElseThrow().displayName()).isEqualTo("root");
        assertThat(access.user(2)).isEmpty();
    }
}
