package io.portico.mlflow.proxy;

import io.portico.bench.RuleBenchmark;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import org.openjdk.jmh.annotations.Benchmark;

/** What a GraphQL request does: the one with which MLflow's UI opens a run. */
public class GraphQlAccessBenchmark extends RuleBenchmark {
  private static final String GET_RUN =
      """
      query GetRun($data: MlflowGetRunInput!) @component(name: "MLflow.ExperimentRunTracking") {
        mlflowGetRun(input: $data) {
          apiError { helpUrl code message __typename }
          run {
            info {
              runName status runUuid experimentId artifactUri endTime lifecycleStage startTime
              userId __typename
            }
            experiment { experimentId name tags { key value __typename } __typename }
            data {
              metrics { key value step timestamp __typename }
              params { key value __typename }
              tags { key value __typename }
              __typename
            }
            __typename
          }
          __typename
        }
      }
      """;

  private Buffer body =
      new JsonObject()
          .put("operationName", "GetRun")
          .put(
              "variables",
              new JsonObject()
                  .put("data", new JsonObject().put("runId", "0123456789abcdef0123456789abcdef")))
          .put("query", GET_RUN)
          .toBuffer();

  @Benchmark
  public Access of() {
    return GraphQlAccess.of(body);
  }
}
