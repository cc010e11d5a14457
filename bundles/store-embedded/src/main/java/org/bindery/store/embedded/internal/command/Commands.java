package org.bindery.store.embedded.internal.command;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** All commands on stored data, by their names without regard to case. */
public final class Commands {

    private final Map<String, Command> commands = new TreeMap<>();
    private final Map<String, PlainCommand> plain = new TreeMap<>();

    public Commands(StoreTools tools) {
        commands.put("find", new FindCommand(tools));
        commands.put("aggregate", new AggregateCommand(tools));
        commands.put("count", new CountCommand());
        commands.put("distinct", new DistinctCommand());
        commands.put("insert", new InsertCommand(tools));
        commands.put("update", new UpdateCommand(tools));
        commands.put("delete", new DeleteCommand());
        commands.put("findandmodify", new FindAndModifyCommand(tools));
        commands.put("create", new CreateCommand());
        commands.put("createindexes", new CreateIndexesCommand());
        commands.put("dropindexes", new DropIndexesCommand());
        commands.put("deleteindexes", new DropIndexesCommand());
        commands.put("drop", new DropCommand());
        commands.put("dropdatabase", new DropCommand());
        commands.put("renamecollection", new RenameCollectionCommand());
        commands.put("listcollections", new ListCommand());
        commands.put("listindexes", new ListCommand());
        commands.put("listdatabases", new ListCommand());
        commands.put("collstats", new StatsCommand());
        commands.put("dbstats", new StatsCommand());
        plain.put("getmore", new GetMoreCommand(tools.cursors()));
        plain.put("killcursors", new KillCursorsCommand(tools.cursors()));
    }

    /** The command on stored data with this name, or null. */
    public Command find(String name) {
        return commands.get(name.toLowerCase(Locale.ROOT));
    }

    /** The command on cursors with this name, or null. */
    public PlainCommand findPlain(String name) {
        return plain.get(name.toLowerCase(Locale.ROOT));
    }
}
