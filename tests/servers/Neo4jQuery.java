import java.nio.file.Path;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/** Opens the database `arguments[1]` in the home `arguments[0]` with Neo4j's community kernel and runs the other arguments. */
public class Neo4jQuery {
    public static void main(String[] arguments) {
        var server = new DatabaseManagementServiceBuilder(Path.of(arguments[0]))
            .setConfig(GraphDatabaseSettings.initial_default_database, arguments[1])
            .build();
        try (var transaction = server.database(arguments[1]).beginTx()) {
            for (int at = 2; at < arguments.length; at++) {
                try (var found = transaction.execute(arguments[at])) {
                    while (found.hasNext()) System.out.println("row " + found.next().values());
                }
            }
        } finally {
            server.shutdown();
        }
    }
}
