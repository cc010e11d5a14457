package org.bindery.store.embedded.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.bindery.store.embedded.Durability;
import org.bindery.store.embedded.internal.file.StoreFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests {@link ReadPool}, {@link Snapshot}, {@link Held} and {@link StoreFile}'s connections. */
class ReadPoolTest {

    @TempDir
    Path folder;

    @Test
    void aSnapshotSeesOneMomentAndTheNumberOfSnapshotsIsLimited() throws IOException {
        StoreFile file = new StoreFile(folder.resolve("bindery.db"), Durability.NORMAL);
        file.createIfMissing();
        try (Sql writer = file.openWriter();
                ReadPool pool = new ReadPool(file::openReader, 1, Duration.ofMillis(20))) {
            writer.executeOnce("CREATE TABLE n(i)");
            Held held = pool.begin();
            Snapshot snapshot = (Snapshot) held;
            assertThat(snapshot.sql().number("SELECT count(*) FROM n", -1)).isZero();
            writer.update("INSERT INTO n VALUES(1)");
            assertThat(snapshot.sql().number("SELECT count(*) FROM n", -1)).isZero();
            assertThatThrownBy(pool::begin).hasMessageContaining("no free reader");
            held.close();
            try (Snapshot next = pool.begin()) {
                assertThat(next.sql().number("SELECT count(*) FROM n", -1)).isEqualTo(1);
                assertThatThrownBy(() -> next.sql().update("INSERT INTO n VALUES(2)"))
                        .isInstanceOf(StoreFailure.class);
                next.spoil();
            }
        }
    }
}
