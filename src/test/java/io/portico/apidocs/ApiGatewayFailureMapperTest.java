package io.portico.apidocs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.portico.apidocs.ApiGatewayFailure.Kind;
import io.portico.portal.ErrorPage;
import io.portico.portal.Problem;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ApiGatewayFailureMapperTest {
  private static ErrorPage page(Kind kind) {
    return ApiGatewayFailureMapper.page(
        new ApiGatewayFailure(kind, "No.", Optional.empty(), null), "R");
  }

  @ParameterizedTest
  @CsvSource({
    "NOT_FOUND, API_GATEWAY_NOT_FOUND, 404",
    "CONFLICT, API_GATEWAY_CONFLICT, 409",
    "REFUSED, API_GATEWAY_REFUSED, 422",
    "QUOTA, API_GATEWAY_REFUSED, 422",
    "BUSY, API_GATEWAY_BUSY, 503",
    "DENIED, API_GATEWAY_DENIED, 502",
    "AWAY, API_GATEWAY_AWAY, 503"
  })
  void everyFailureIsAProblem(Kind kind, Problem problem, int status) {
    assertEquals(problem, page(kind).problem());
    assertEquals(status, page(kind).status());
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void allCanBeFoundInTheLog(Kind kind) {
    assertEquals(Optional.of("R"), page(kind).reference());
  }

  @Test
  void whatApiGatewaySaysOfWhatWasSentIsPassedOn() {
    assertEquals("It says: \"No.\" Nothing was changed.", page(Kind.REFUSED).advice());
  }
}
