"""A Neo4j server as a target."""

from urllib.parse import urlsplit

from graph.target import Target
from graph.target_errors import explained
from ontology.errors import TargetError

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")


def connect(
    uri: str,
    user: str | None = None,
    password: str | None = None,
    database: str | None = None,
) -> Target:
    """Open a Neo4j database and make sure that it answers.

    Args:
        uri: such as ``bolt://127.0.0.1:7687`` or ``neo4j+s://example.org``.
        user, password: None for a server that asks for none.
        database: its name; None for the server's default.

    Raises:
        TargetError: wrong kind of address, no answer, wrong password, no such database.
    """
    where = checked(uri)
    from neo4j import GraphDatabase
    from neo4j.exceptions import ConfigurationError, DriverError, Neo4jError

    auth = (user or "neo4j", password) if password else None
    try:
        driver = GraphDatabase.driver(
            where,
            auth=auth,
            user_agent="bilateral",
            connection_timeout=10,
            connection_acquisition_timeout=20,
            max_transaction_retry_time=20,
            notifications_min_severity="OFF",
        )
    except (ConfigurationError, ValueError) as error:
        raise TargetError(f"{where}: {error}") from error
    try:
        # At once or not at all; a query would be tried again for a long time first.
        driver.verify_connectivity()
        driver.execute_query("RETURN 1", database_=database)
    except (DriverError, Neo4jError, ValueError, OSError) as error:
        driver.close()
        raise explained(error, where) from error
    return Target(where, driver, database)


def checked(uri: str) -> str:
    """The address, if a driver could reach it.

    Raises:
        TargetError: it has another scheme or no host; the message says what to write.
    """
    try:
        parts = urlsplit(uri.strip())
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise TargetError(f"{uri} is no address: {error}") from None
    if parts.scheme not in SCHEMES or not host:
        port = ":7687" if parts.scheme in ("http", "https") else ""
        hint = f"bolt://{host}{port}" if host else "bolt://127.0.0.1:7687"
        raise TargetError(
            f"{uri} is no Bolt address; write one that begins with bolt://, neo4j:// or "
            f"neo4j+s://, such as {hint}"
        )
    if parts.username or parts.password:
        raise TargetError(
            "leave the user and password out of the address; set NEO4J_USERNAME and NEO4J_PASSWORD"
        )
    return uri.strip()
