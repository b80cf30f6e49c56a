package io.portico.portal;

import io.portico.identity.Person;
import io.portico.identity.SignedIn;
import io.quarkus.arc.Unremovable;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Optional;

/** What the layout needs to know about a request. */
@RequestScoped
@Named("shell")
@Unremovable
public class Shell {
  private final SignedIn signedIn;
  private final RoutingContext context;
  private final Portal portal;

  Shell(SignedIn signedIn, RoutingContext context, Portal portal) {
    this.signedIn = signedIn;
    this.context = context;
    this.portal = portal;
  }

  public Person person() {
    return signedIn.person();
  }

  /** In a frame of the intranet the outer navigation is left away. */
  public boolean compact() {
    return "iframe".equals(context.request().getHeader("Sec-Fetch-Dest"));
  }

  public Optional<String> contact() {
    return portal.contact();
  }
}
