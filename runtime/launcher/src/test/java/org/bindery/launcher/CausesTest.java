package org.bindery.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import org.junit.jupiter.api.Test;

class CausesTest {

    @Test
    void namesEachCauseOnce() {
        Throwable root = new IllegalStateException("disk full");
        assertThat(Causes.of(new IllegalStateException("cannot write", new IllegalStateException("disk full", root))))
                .isEqualTo("cannot write: disk full");
    }

    @Test
    void putsFileErrorsIntoWords() {
        assertThat(Causes.of(new AccessDeniedException("/srv"))).isEqualTo("/srv: no permission");
        assertThat(Causes.of(new FileAlreadyExistsException("/srv"))).isEqualTo("/srv: a file, not a folder");
    }

    @Test
    void namesTheTypeWhenThereIsNoMessage() {
        assertThat(Causes.of(new IllegalStateException())).isEqualTo("IllegalStateException");
    }
}
