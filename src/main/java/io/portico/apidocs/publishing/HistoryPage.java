package io.portico.apidocs.publishing;

import io.portico.apidocs.ApiAccess;
import io.portico.audit.Cursor;
import java.util.List;
import java.util.Optional;

/**
 * What the page of an API's activity shows.
 *
 * @param newest whether it is the first page
 * @param older where the next one begins
 */
public record HistoryPage(
    ApiAccess access, List<Happening> happenings, boolean newest, Optional<Cursor> older) {}
