package org.bindery.deploy.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bindery.deploy.internal.folder.Fingerprint;
import org.bindery.hub.plugin.PluginCatalogue.State;
import org.junit.jupiter.api.Test;

class PlannerTest {

    private static final Fingerprint OLD = new Fingerprint(1, FileTime.fromMillis(1), "");
    private static final Fingerprint NEW = new Fingerprint(2, FileTime.fromMillis(2), "");

    private final Planner planner = new Planner(Set.of("org.bindery.hub"));
    private final Map<String, Entry> ledger = new TreeMap<>();

    @Test
    void a_new_plugin_is_started() {
        Candidate shelf = candidate("shelf.jar", "shelf", 2);

        assertThat(planner.plan(List.of(shelf), Set.of(), Set.of(), ledger)).containsExactly(new Action.Start(shelf));
    }

    @Test
    void new_content_of_the_same_plugin_takes_the_old_ones_place() {
        Entry old = active("shelf.jar", "shelf", 1);
        Candidate shelf = candidate("shelf.jar", "shelf", 2);

        assertThat(planner.plan(List.of(shelf), Set.of(), Set.of(), ledger))
                .containsExactly(
                        new Action.Swap(shelf, "shelf.jar", old.bundle().orElseThrow()));
    }

    @Test
    void a_vanished_file_ends_its_plugin() {
        active("shelf.jar", "shelf", 1);

        assertThat(planner.plan(List.of(), Set.of("shelf.jar"), Set.of("shelf.jar"), ledger))
                .containsExactly(new Action.Remove("shelf.jar"));
    }

    @Test
    void a_new_version_under_a_new_name_takes_the_place_of_the_vanished_file() {
        Entry old = active("shelf-1.jar", "shelf", 1);
        Candidate shelf = candidate("shelf-2.jar", "shelf", 2);

        assertThat(planner.plan(List.of(shelf), Set.of("shelf-1.jar"), Set.of("shelf-1.jar"), ledger))
                .containsExactly(
                        new Action.Swap(shelf, "shelf-1.jar", old.bundle().orElseThrow()));
    }

    @Test
    void a_second_file_with_the_same_plugin_is_refused_naming_the_first() {
        active("a.jar", "shelf", 1);
        Candidate second = candidate("b.jar", "shelf", 2);

        assertThat(planner.plan(List.of(second), Set.of(), Set.of(), ledger))
                .singleElement()
                .isInstanceOfSatisfying(Action.Refuse.class, refuse -> {
                    assertThat(refuse.reason()).contains("'shelf'").contains("a.jar");
                    assertThat(refuse.heal()).isEqualTo(Heal.BY_NAME);
                });
    }

    @Test
    void of_two_new_files_with_the_same_plugin_the_first_by_name_wins() {
        Candidate first = candidate("a.jar", "shelf", 1);
        Candidate second = candidate("b.jar", "shelf", 2);

        List<Action> actions = planner.plan(List.of(first, second), Set.of(), Set.of(), ledger);

        assertThat(actions.get(0)).isEqualTo(new Action.Start(first));
        assertThat(actions.get(1)).isInstanceOf(Action.Refuse.class);
    }

    @Test
    void a_file_that_now_holds_another_plugin_ends_the_one_it_held() {
        active("shelf.jar", "shelf", 1);
        Candidate other = candidate("shelf.jar", "other", 2);

        assertThat(planner.plan(List.of(other), Set.of(), Set.of(), ledger))
                .containsExactly(new Action.Remove("shelf.jar"), new Action.Start(other));
    }

    @Test
    void a_plugin_may_not_take_the_name_of_a_part_of_bindery() {
        assertThat(planner.plan(List.of(candidate("hub.jar", "org.bindery.hub", 2)), Set.of(), Set.of(), ledger))
                .singleElement()
                .isInstanceOf(Action.Refuse.class);
    }

    @Test
    void a_name_that_does_not_fit_into_a_url_is_refused() {
        assertThat(planner.plan(List.of(candidate("x.jar", "../up", 2)), Set.of(), Set.of(), ledger))
                .singleElement()
                .isInstanceOf(Action.Refuse.class);
    }

    @Test
    void unchanged_files_are_not_opened_again() {
        active("shelf.jar", "shelf", 1);

        assertThat(Planner.toExamine(Map.of("shelf.jar", OLD), ledger, Set.of(), true))
                .isEmpty();
        assertThat(Planner.toExamine(Map.of("shelf.jar", NEW), ledger, Set.of(), false))
                .containsExactly("shelf.jar");
    }

    @Test
    void a_duplicate_is_opened_again_when_the_first_file_goes() {
        active("a.jar", "shelf", 1);
        refused("b.jar", "shelf", Heal.BY_NAME);

        assertThat(Planner.toExamine(Map.of("b.jar", OLD), ledger, Set.of(), true))
                .isEmpty();
        assertThat(Planner.toExamine(Map.of("b.jar", OLD), ledger, Set.of("a.jar"), false))
                .containsExactly("b.jar");
    }

    @Test
    void what_lacked_something_is_opened_again_when_other_bundles_came() {
        refused("b.jar", "shelf", Heal.BY_BUNDLE);

        assertThat(Planner.toExamine(Map.of("b.jar", OLD), ledger, Set.of(), false))
                .isEmpty();
        assertThat(Planner.toExamine(Map.of("b.jar", OLD), ledger, Set.of(), true))
                .containsExactly("b.jar");
    }

    @Test
    void a_rename_is_known_by_the_content_of_a_vanished_file() {
        Entry old = active("a.jar", "shelf", 1);

        assertThat(Planner.renamedFrom("hash-1", ledger, Set.of("a.jar"))).contains(old);
        assertThat(Planner.renamedFrom("hash-1", ledger, Set.of())).isEmpty();
        assertThat(Planner.renamedFrom("other", ledger, Set.of("a.jar"))).isEmpty();
    }

    private Entry active(String file, String plugin, long id) {
        Entry entry = Entry.active(file, OLD, new Running(id, plugin, "1.0.0", "hash-" + id), Instant.EPOCH);
        ledger.put(file, entry);
        return entry;
    }

    private void refused(String file, String plugin, Heal heal) {
        ledger.put(file, new Entry(file, OLD, plugin, Optional.empty(), State.REFUSED, "why", heal, Instant.EPOCH));
    }

    private static Candidate candidate(String file, String plugin, long id) {
        return new Candidate(file, NEW, new Running(id, plugin, "2.0.0", "hash-" + id));
    }
}
