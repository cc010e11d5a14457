package org.bindery.hub.internal.record;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bindery.hub.internal.memory.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeoJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'Point','coordinates':[13.4,52.5]}",
                "{'type':'Polygon','coordinates':[[[0,0],[1,0],[1,1],[0,0]]]}",
                "{'type':'Feature','geometry':null,'properties':{'any':'thing'}}",
                "{'type':'FeatureCollection','features':[{'type':'Feature',"
                        + "'geometry':{'type':'MultiPoint','coordinates':[[1,2,3]]}}]}",
                "{'type':'GeometryCollection','geometries':[{'type':'LineString','coordinates':[[0,0],[1,1]]}]}"
            })
    void every_kind_of_geometry_is_fine(String json) {
        assertThatCode(() -> GeoJson.check(Json.object(json), "")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'type':'Circle'}",
                "{'type':'Point'}",
                "{'type':'Point','coordinates':[1]}",
                "{'type':'Point','coordinates':['1','2']}",
                "{'type':'Polygon','coordinates':[[1,2]]}",
                "{'type':'Feature','geometry':[]}",
                "{'type':'FeatureCollection','features':{}}"
            })
    void what_is_no_geometry_is_refused(String json) {
        assertThatThrownBy(() -> GeoJson.check(Json.object(json), "")).isInstanceOf(WrongValueException.class);
    }
}
