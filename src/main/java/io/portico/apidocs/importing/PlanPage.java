package io.portico.apidocs.importing;

import io.portico.apidocs.ApiAccess;
import java.util.Optional;

/**
 * What the page of a planned import shows.
 *
 * @param note why it is shown again
 */
public record PlanPage(ApiAccess access, DryRun plan, Optional<String> note) {}
