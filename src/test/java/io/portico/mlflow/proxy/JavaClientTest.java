package io.portico.mlflow.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.identity.Person;
import io.portico.testsupport.TrainingByClient;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mlflow.tracking.MlflowClient;
import org.mlflow.tracking.MlflowClientException;
import org.mlflow.tracking.MlflowHttpException;
import org.mlflow.tracking.creds.BasicMlflowHostCreds;

/** MLflow's official Java client through the REST lane, signed requests and the sandbox's AWS. */
@QuarkusTest
class JavaClientTest {
  private static final String LANE = "http://127.0.0.1:8081/api/mlflow/";

  @Inject TokenMaker tokens;

  private final Person lead =
      TokenMaker.person("lead of the Java clients " + UUID.randomUUID(), "churn-leads");

  private String token(String server, String level) {
    return tokens.token(lead, server, level).secret().text();
  }

  @ParameterizedTest
  @CsvSource({"churn, ''", "churn, /", "forecasting, ''"})
  void aTrainingIsLoggedToEitherKindOfServer(String server, String slash) {
    TrainingByClient.run(
        LANE + server + slash, token(server, "contributor"), "by a client " + UUID.randomUUID());
  }

  @Test
  void aViewersTokenReadsOnly() {
    try (MlflowClient client =
        new MlflowClient(new BasicMlflowHostCreds(LANE + "churn", token("churn", "viewer")))) {
      assertTrue(client.searchExperiments().getItems().size() > 0);
      MlflowHttpException refused =
          assertThrows(MlflowHttpException.class, () -> client.createExperiment("not mine"));
      assertEquals(403, refused.getStatusCode());
      assertTrue(
          refused.getBodyMessage().contains("You are a viewer of Customer churn"),
          refused.getBodyMessage());
    }
  }

  @Test
  void theClientTellsWhatIsWrongWithAToken() {
    try (MlflowClient client =
        new MlflowClient(new BasicMlflowHostCreds(LANE + "churn", "portico_typo"))) {
      MlflowClientException refused =
          assertThrows(MlflowClientException.class, client::searchExperiments);
      assertTrue(refused instanceof MlflowHttpException http && http.getStatusCode() == 401);
    }
  }
}
