package io.portico.agents.tools;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.portico.apidocs.InvalidLocation;
import io.portico.apidocs.InvalidProperties;
import io.portico.apidocs.Location;
import io.portico.apidocs.Properties;
import io.portico.apidocs.RestApi;
import io.portico.apidocs.proposing.ImproperProposal;
import io.portico.apidocs.proposing.Proposal;
import io.portico.apidocs.proposing.Proposals;
import io.portico.audit.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

@ApplicationScoped
class ProposeDocumentationPart
    implements Tool<ProposeDocumentationPart.Arguments, ProposeDocumentationPart.Kept> {
  private final DocumentationRoles roles;
  private final Proposals proposals;

  ProposeDocumentationPart(DocumentationRoles roles, Proposals proposals) {
    this.roles = roles;
    this.proposals = proposals;
  }

  record Arguments(
      @JsonPropertyDescription("Id of the API.") String api,
      @JsonPropertyDescription("Such as those that documentation_coverage names.") Place place,
      @JsonPropertyDescription(
              "What to say there, such as description or summary; keys that are left out stay as"
                  + " they are.")
          Map<String, Object> properties,
      @JsonPropertyDescription(
              "Why, and what you know it from: for the person who decides; 1,000 characters at"
                  + " most.")
          String reason) {}

  record Kept(
      String proposalId,
      @JsonPropertyDescription("open: a person has to decide.") String state,
      @JsonPropertyDescription("Where people see it and decide.") String page) {}

  @Override
  public ToolCard<Arguments, Kept> card() {
    return new ToolCard<>(
        "propose_documentation_part",
        "Propose documentation",
        "Proposes what the draft of an API's documentation should say about one place. A person"
            + " decides; nothing is changed or published before. The same again is kept once.",
        Arguments.class,
        Kept.class);
  }

  @Override
  public boolean isReadOnly() {
    return false;
  }

  @Override
  public boolean isFor(Visit visit) {
    return roles.mayPropose(visit);
  }

  @Override
  public String resource(Arguments arguments) {
    return "apis/" + arguments.api();
  }

  @Override
  public Kept call(Visit visit, Arguments arguments) {
    RestApi api = roles.editable(visit, arguments.api());
    try {
      Proposal proposal =
          proposals.propose(
              api,
              Actor.of(visit.caller()),
              place(arguments.place()),
              properties(arguments.properties()),
              arguments.reason(),
              visit.reference());
      return new Kept(
          proposal.id().toString(), proposal.state().label(), roles.page(proposal.address()));
    } catch (ImproperProposal | InvalidProperties improper) {
      throw ToolRefusal.of(improper.getMessage());
    }
  }

  private static Location place(Place place) {
    try {
      return place.location();
    } catch (InvalidLocation e) {
      throw ToolRefusal.of("There is no such place. " + e.getMessage());
    }
  }

  private static Properties properties(Map<String, Object> properties) {
    try {
      return Properties.parse(Schemas.JSON.writeValueAsString(properties));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
