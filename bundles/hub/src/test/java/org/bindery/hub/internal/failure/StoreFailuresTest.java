package org.bindery.hub.internal.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.bindery.api.error.ApiException;
import org.bindery.hub.store.StoreUnavailableException;
import org.bindery.hub.store.UnstorableContentException;
import org.junit.jupiter.api.Test;

class StoreFailuresTest {

    @Test
    void an_unreachable_store_becomes_503_with_what_to_do() {
        ApiException e = catchThrowableOfType(
                ApiException.class,
                () -> StoreFailures.guardRun(() -> {
                    throw new StoreUnavailableException("The disk is full", null);
                }));
        assertThat(e.error().statuscode()).isEqualTo(503);
        assertThat(e.error().code()).isEqualTo("StoreUnavailable");
        assertThat(e.error().parameters().path("cause").asText()).isEqualTo("The disk is full");
        assertThat(e.error().description()).contains("Try again");
        assertThat(StoreFailures.isUnavailable(e)).isTrue();
    }

    @Test
    void a_store_that_goes_away_in_the_commit_is_never_said_to_have_written_nothing() {
        ApiException e = catchThrowableOfType(
                ApiException.class,
                () -> StoreFailures.guardRun(() -> {
                    throw StoreUnavailableException.whileCommitting(null);
                }));
        assertThat(e.error().description()).contains("all of it was written or nothing");
        assertThat(StoreFailures.isUnavailable(e)).isTrue();
    }

    @Test
    void content_the_store_cannot_keep_is_the_clients_mistake() {
        ApiException e = catchThrowableOfType(
                ApiException.class,
                () -> StoreFailures.guardRun(() -> {
                    throw new UnstorableContentException("The content is longer than 16 MB.", null);
                }));
        assertThat(e.error().statuscode()).isEqualTo(400);
        assertThat(e.error().code()).isEqualTo("ContentNotStorable");
        assertThat(StoreFailures.isUnavailable(e)).isFalse();
    }

    @Test
    void work_that_succeeds_hands_its_result_on() {
        assertThat(StoreFailures.guard(() -> 7)).isEqualTo(7);
    }

    @Test
    void what_is_not_loaded_yet_is_503_but_no_failure_of_the_store() {
        ApiException e = StoreFailures.notLoaded("the users");
        assertThat(e.error().statuscode()).isEqualTo(503);
        assertThat(StoreFailures.isUnavailable(e)).isFalse();
    }
}
