package io.portico.audit;

import io.portico.database.DatabaseUnavailable;
import io.portico.identity.Person;
import io.portico.identity.Role;
import io.portico.identity.SignedIn;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What happened: people see their own records, auditors everybody's. */
@Path("/")
@Authenticated
@Blocking
public class ActivityResource {
  static final String PAGE = "/app/activity";
  static final String CSV = "/app/activity.csv";
  static final int MOST_IN_CSV = 100_000;

  private static final int ON_A_PAGE = 50;
  private static final int LATELY = 5;
  private static final int AT_ONCE_IN_CSV = 1_000;
  private static final int UNPROCESSABLE = 422;

  private final SignedIn signedIn;
  private final ActivityTable table;
  private final AuditConfig config;

  ActivityResource(SignedIn signedIn, ActivityTable table, AuditConfig config) {
    this.signedIn = signedIn;
    this.table = table;
    this.config = config;
  }

  @GET
  @Path(PAGE)
  public Response page(@BeanParam ActivityForm form) {
    Person person = signedIn.person();
    if (!form.problems().isEmpty()) {
      return refusal(form, person);
    }
    List<KeptActivity> found = table.newest(form.filterFor(person), form.cursor(), ON_A_PAGE + 1);
    boolean more = found.size() > ON_A_PAGE;
    List<KeptActivity> shown = more ? found.subList(0, ON_A_PAGE) : found;
    Optional<Cursor> older =
        more ? Optional.of(Cursor.after(shown.get(ON_A_PAGE - 1))) : Optional.empty();
    return Response.ok(ActivityTemplates.activity(page(form, Map.of(), person, shown, older)))
        .build();
  }

  /** For the home page, in place of which a database that is away must not stand. */
  @GET
  @Path(PAGE + "/lately")
  public TemplateInstance lately() {
    try {
      ActivityFilter own = ActivityFilter.of(signedIn.person().subject());
      return ActivityTemplates.lately(table.newest(own, Optional.empty(), LATELY));
    } catch (DatabaseUnavailable away) {
      return ActivityTemplates.latelyUnknown();
    }
  }

  @GET
  @Path(CSV)
  public Response csv(@BeanParam ActivityForm form) {
    Person person = signedIn.person();
    if (!form.problems().isEmpty()) {
      return refusal(form, person);
    }
    ActivityFilter filter = form.filterFor(person);
    ActivityCsv csv =
        new ActivityCsv(cursor -> table.newest(filter, cursor, AT_ONCE_IN_CSV), MOST_IN_CSV);
    String name = "activity-" + LocalDate.now(ZoneOffset.UTC) + ".csv";
    return Response.ok(csv, "text/csv;charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .build();
  }

  private Response refusal(ActivityForm form, Person person) {
    return Response.status(UNPROCESSABLE)
        .type("text/html;charset=UTF-8")
        .entity(
            ActivityTemplates.activity(
                page(form, form.problems(), person, List.of(), Optional.empty())))
        .build();
  }

  private ActivityPage page(
      ActivityForm form,
      Map<String, String> problems,
      Person person,
      List<KeptActivity> records,
      Optional<Cursor> older) {
    return new ActivityPage(
        form,
        problems,
        person.roles().contains(Role.AUDITOR),
        form.everybodysFor(person),
        records,
        older,
        config.retention().toDays());
  }
}
