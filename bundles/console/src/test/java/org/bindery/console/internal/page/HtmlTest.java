package org.bindery.console.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTest {

    @Test
    void text_cannot_break_out_of_content_or_attributes() {
        assertThat(new Html().text("<a href=\"x\" title='y'>&").toString())
                .isEqualTo("&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;");
    }

    @Test
    void cells_heads_and_numbers_are_marked_as_such() {
        assertThat(new Html().heads("A").cell("b").number(3).toString())
                .isEqualTo("<thead><tr><th scope=\"col\">A</th></tr></thead><td>b</td><td class=\"number\">3</td>");
    }
}
