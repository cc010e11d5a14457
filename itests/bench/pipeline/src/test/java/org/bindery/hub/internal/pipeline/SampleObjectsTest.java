package org.bindery.hub.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class SampleObjectsTest {

    @Test
    void anObjectHasTwelveFieldsBesideIdAndVersion() {
        assertThat(SampleObjects.posted(false).path("item").size()).isEqualTo(12 + 2);
    }

    @Test
    void aStoredObjectDiffersFromThePostedOne() {
        ObjectNode posted = SampleObjects.posted(true);

        assertThat(posted.path("_system_object_id"))
                .isEqualTo(SampleObjects.stored().path("_system_object_id"));
        assertThat(posted.path("item")).isNotEqualTo(SampleObjects.stored().path("item"));
    }
}
