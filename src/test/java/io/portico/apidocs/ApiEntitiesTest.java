package io.portico.apidocs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.portico.apidocs.ApiEntities.Method;
import io.portico.apidocs.ApiEntities.Model;
import io.portico.apidocs.ApiEntities.Place;
import io.portico.apidocs.ApiEntities.Resource;
import io.portico.apidocs.ApiEntities.Response;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ApiEntitiesTest {
  /** What is missing here, nobody is asked to document, and parts about it look like orphans. */
  @Test
  void anApiWithOneOfEachHasPlacesOfAllTypes() {
    Method method =
        new Method(
            "GET",
            Set.of("petId"),
            Set.of("page"),
            Set.of("Accept"),
            true,
            List.of(new Response("200", Set.of("ETag"), true)));
    ApiEntities api =
        new ApiEntities(
            List.of(new Resource("/pets/{petId}", List.of(method))),
            List.of(new Model("Pet", Set.of())),
            List.of("staff"));
    assertEquals(
        EnumSet.allOf(LocationType.class),
        places(api.tree()).map(place -> place.location().type()).collect(Collectors.toSet()));
  }

  private static Stream<Place> places(Place place) {
    return Stream.concat(Stream.of(place), place.inner().stream().flatMap(inner -> places(inner)));
  }
}
