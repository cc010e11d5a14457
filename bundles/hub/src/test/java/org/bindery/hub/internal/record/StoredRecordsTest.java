package org.bindery.hub.internal.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.bindery.hub.record.Format;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoredRecordsTest {

    private final RecordsFixture hub =
            new RecordsFixture().withItem("[{'name':'title','type':'text_oneline'},{'name':'count','type':'number'}]");

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void a_new_object_gets_ids_and_version_one() {
        ObjectNode saved = hub.saveFields("{'title':'Vase'}");
        assertThat(saved.at("/item/_id").asLong()).isEqualTo(1);
        assertThat(saved.at("/item/_version").asLong()).isEqualTo(1);
        assertThat(saved.path("_uuid").asText()).hasSize(36);
        assertThat(hub.find(1).at("/item/title").asText()).isEqualTo("Vase");
    }

    @Test
    void an_update_changes_only_what_was_sent() {
        hub.saveFields("{'title':'Vase','count':3}");
        hub.saveFields("{'_id':1,'_version':2,'count':4}");
        ObjectNode found = hub.find(1);
        assertThat(found.at("/item/title").asText()).isEqualTo("Vase");
        assertThat(found.at("/item/count").asLong()).isEqualTo(4);
        assertThat(hub.records.find(RecordsFixture.ROOT, "item", "_all_fields", 2, Format.SHORT))
                .isEmpty();
    }
}
