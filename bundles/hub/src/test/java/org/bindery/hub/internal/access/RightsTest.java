package org.bindery.hub.internal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Set;
import org.bindery.api.error.ApiException;
import org.bindery.api.save.SaveUser;
import org.bindery.hub.access.Session;
import org.junit.jupiter.api.Test;

class RightsTest {

    private final Session root = new Session(new SaveUser(1, "root", "root"), Set.of(Session.ROOT), List.of());
    private final Session guest = new Session(new SaveUser(2, "guest", "guest"), Set.of("editor"), List.of());

    @Test
    void root_may_do_everything() {
        assertThatCode(() -> Rights.requireRoot(root)).doesNotThrowAnyException();
        assertThatCode(() -> Rights.requireObjects(root, "item")).doesNotThrowAnyException();
    }

    @Test
    void everybody_else_is_refused_with_the_missing_right() {
        ApiException e = catchThrowableOfType(ApiException.class, () -> Rights.requireRoot(guest));
        assertThat(e.error().code()).isEqualTo("SystemRightRequired");
        assertThat(e.error().parameters().path("right").asText()).isEqualTo("system.root");
        ApiException objects = catchThrowableOfType(ApiException.class, () -> Rights.requireObjects(guest, "item"));
        assertThat(objects.error().code()).isEqualTo("InsufficientRights");
        assertThat(objects.error().statuscode()).isEqualTo(403);
    }
}
