package io.portico.sandbox.apigateway;

import java.time.InstantSource;

/**
 * API Gateway as an imagined account has it: a few REST APIs, in memory. It answers plain JSON
 * only, never HAL, and knows no PutRestApi.
 */
public final class ApiGateway {
  private final InstantSource clock;
  private final String accountId;
  private final String region;
  private final Tally tally = new Tally();
  private final Quotas quotas;
  private RestApis apis;
  private Operations operations;

  /**
   * An API Gateway with the seeded APIs.
   *
   * @param quotas whether calls beyond AWS's quotas are refused
   */
  public ApiGateway(InstantSource clock, String accountId, String region, boolean quotas) {
    this.clock = clock;
    this.accountId = accountId;
    this.region = region;
    this.quotas = new Quotas(quotas, clock);
    reset();
  }

  /** Forgets every change, as if it had just been started; the quotas keep counting. */
  public synchronized void reset() {
    apis = new RestApis(accountId, Seeds.plant());
    operations = new Operations();
    new ApiCalls(apis).register(operations);
    new PartCalls(apis).register(operations);
    new VersionCalls(apis, clock).register(operations);
    new StageCalls(apis, clock).register(operations);
    new ExportCall(apis, region).register(operations);
  }

  /** Adds an API as large as AWS's quotas let it be. */
  public synchronized void addLargeApi() {
    apis.add(LargeApi.grown());
  }

  /** What came in. */
  public Tally tally() {
    return tally;
  }

  /**
   * Answers a request.
   *
   * @throws GatewayException when it is refused; nothing has changed then
   */
  public synchronized GatewayReply answer(GatewayRequest request) {
    Operation operation = operations.find(request);
    tally.countReceived(operation.name());
    try {
      quotas.count(operation.name());
    } catch (GatewayException e) {
      tally.countThrottled(operation.name());
      throw e;
    }
    return operation.answer().apply(request);
  }
}
