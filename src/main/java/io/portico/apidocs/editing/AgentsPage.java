package io.portico.apidocs.editing;

import io.portico.apidocs.AgentReadiness;
import io.portico.apidocs.ApiAccess;
import io.portico.apidocs.Branch;
import io.portico.apidocs.Coverage;
import io.portico.apidocs.Draft;
import io.portico.apidocs.LocationType;
import java.util.List;
import java.util.stream.Stream;

/** Which operations of an API a program could choose and call by their description alone. */
public record AgentsPage(ApiAccess access, List<AgentReadiness> operations) {
  static AgentsPage of(ApiAccess access, Draft draft) {
    return new AgentsPage(
        access,
        draft.contents().api().stream()
            .flatMap(AgentsPage::methods)
            .map(AgentReadiness::of)
            .toList());
  }

  private static Stream<Branch> methods(Branch branch) {
    return branch.entry().location().type() == LocationType.METHOD
        ? Stream.of(branch)
        : branch.branches().stream().flatMap(AgentsPage::methods);
  }

  /** How many are ready. */
  public Coverage coverage() {
    int ready = (int) operations.stream().filter(AgentReadiness::isReady).count();
    return new Coverage(ready, operations.size());
  }
}
