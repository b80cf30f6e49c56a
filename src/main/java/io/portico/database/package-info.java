/** Where the portal keeps what AWS cannot: one PostgreSQL, which may be away for a while. */
package io.portico.database;
