package org.bindery.http.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bindery.api.error.ApiException;
import org.junit.jupiter.api.Test;

class PathSegmentsTest {

    @Test
    void segments_are_decoded_one_by_one() {
        assertThat(PathSegments.of("/api/a%2Fb/c+d/")).containsExactly("api", "a/b", "c+d");
        assertThat(PathSegments.of("/")).isEmpty();
    }

    @Test
    void bad_encoding_is_refused() {
        assertThatThrownBy(() -> PathSegments.of("/a/%zz")).isInstanceOf(ApiException.class);
    }
}
