package io.portico.deploy;

import io.portico.deploy.configuration.Alarms;
import io.portico.deploy.configuration.Mlflow;
import io.portico.deploy.configuration.PorticoConfiguration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.AlarmStatusWidget;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.elasticloadbalancingv2.HttpCodeElb;
import software.amazon.awscdk.services.elasticloadbalancingv2.HttpCodeTarget;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.logs.FilterPattern;
import software.amazon.awscdk.services.logs.MetricFilter;
import software.amazon.awscdk.services.rds.DatabaseCluster;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;

/** Alarms, each of which says what to do, and one page that shows all. */
final class Watch {
  private static final Duration MINUTE = Duration.minutes(1);
  private static final int POOL = 16;

  private final ServiceStack stack;
  private final PorticoConfiguration configuration;
  private final SnsAction tell;
  private final Map<String, List<IMetric>> graphs = new LinkedHashMap<>();
  private final List<Alarm> alarms = new ArrayList<>();

  Watch(
      ServiceStack stack,
      PorticoConfiguration configuration,
      DataStack data,
      PortalService service,
      LoadBalancer balancer,
      Firewall firewall) {
    this.stack = stack;
    this.configuration = configuration;
    tell = new SnsAction(topic());
    answers(balancer);
    tasks(service, balancer);
    data.database.cluster().ifPresent(this::database);
    blocked(firewall);
    errors(service);
    certificates();
    dashboard();
  }

  private ITopic topic() {
    if (configuration.alarms() instanceof Alarms.Topic given) {
      return Topic.fromTopicArn(stack, "Alarms", given.arn());
    }
    Topic topic = Topic.Builder.create(stack, "Alarms").enforceSsl(true).build();
    topic.addToResourcePolicy(alarmsPublish(topic));
    topic.addSubscription(new EmailSubscription(((Alarms.Email) configuration.alarms()).address()));
    return topic;
  }

  /** A policy of its own takes the place of SNS' default one, which let alarms in. */
  private PolicyStatement alarmsPublish(Topic topic) {
    return PolicyStatement.Builder.create()
        .sid("AllowAlarms")
        .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
        .actions(List.of("sns:Publish"))
        .resources(List.of(topic.getTopicArn()))
        .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", stack.getAccount())))
        .build();
  }

  private void answers(LoadBalancer balancer) {
    var metrics = balancer.balancer.getMetrics();
    alarm(
        AlarmText.PORTAL_ERRORS,
        metrics.httpCodeTarget(HttpCodeTarget.TARGET_5XX_COUNT, each("Sum")),
        10,
        5);
    alarm(
        AlarmText.LOAD_BALANCER_ERRORS,
        metrics.httpCodeElb(HttpCodeElb.ELB_5XX_COUNT, each("Sum")),
        10,
        5);
    alarm(AlarmText.SLOW, balancer.people.getMetrics().targetResponseTime(each("p99")), 10, 10);
    graph("Requests", metrics.requestCount(each("Sum")));
  }

  private void tasks(PortalService service, LoadBalancer balancer) {
    alarm(
        AlarmText.UNHEALTHY,
        balancer.people.getMetrics().unhealthyHostCount(each("Maximum")),
        1,
        5);
    alarm(AlarmText.PROCESSOR, service.service.metricCpuUtilization(each("Average")), 85, 15);
    alarm(AlarmText.MEMORY, service.service.metricMemoryUtilization(each("Average")), 90, 15);
    Metric running =
        Metric.Builder.create()
            .namespace("ECS/ContainerInsights")
            .metricName("RunningTaskCount")
            .dimensionsMap(
                Map.of(
                    "ClusterName",
                    service.cluster.getClusterName(),
                    "ServiceName",
                    service.service.getServiceName()))
            .statistic("Minimum")
            .period(MINUTE)
            .build();
    graph(AlarmText.TOO_FEW_TASKS.title(), running);
    keep(
        builder(AlarmText.TOO_FEW_TASKS, running, configuration.size().minTasks(), 5)
            .comparisonOperator(ComparisonOperator.LESS_THAN_THRESHOLD)
            .treatMissingData(TreatMissingData.BREACHING)
            .build());
  }

  private void database(DatabaseCluster cluster) {
    int most = POOL * configuration.size().maxTasks();
    alarm(
        AlarmText.DATABASE_CONNECTIONS,
        cluster.metricDatabaseConnections(each("Maximum")),
        most * 9 / 10,
        5);
    alarm(AlarmText.DATABASE_PROCESSOR, cluster.metricCPUUtilization(each("Average")), 85, 15);
    alarm(AlarmText.DATABASE_CAPACITY, cluster.metric("ACUUtilization", each("Average")), 90, 15);
    alarm(
        AlarmText.DATABASE_STORAGE,
        cluster.metricVolumeBytesUsed(
            MetricOptions.builder().statistic("Maximum").period(Duration.hours(1)).build()),
        50L << 30,
        1);
  }

  private void blocked(Firewall firewall) {
    Metric blocked =
        Metric.Builder.create()
            .namespace("AWS/WAFV2")
            .metricName("BlockedRequests")
            .dimensionsMap(
                Map.of(
                    "WebACL", firewall.acl.getName(),
                    "Rule", "ALL",
                    "Region", configuration.region()))
            .statistic("Sum")
            .period(MINUTE)
            .build();
    alarm(AlarmText.BLOCKED, blocked, 500, 5);
  }

  private void errors(PortalService service) {
    MetricFilter filter =
        MetricFilter.Builder.create(stack, "Errors")
            .logGroup(service.logs)
            .filterPattern(FilterPattern.stringValue("$.level", "=", "ERROR"))
            .metricNamespace("Portico/" + configuration.name())
            .metricName("Errors")
            .metricValue("1")
            .defaultValue(0)
            .build();
    alarm(AlarmText.LOG_ERRORS, filter.metric(each("Sum")), 5, 5);
  }

  /** CloudFront's own is in us-east-1, whose metrics an alarm of here cannot read. */
  private void certificates() {
    Map<String, String> certificates = new LinkedHashMap<>();
    certificates.put("", configuration.portal().certificateArn());
    configuration
        .mlflow()
        .flatMap(Mlflow::certificateArn)
        .ifPresent(arn -> certificates.put("Mlflow", arn));
    certificates.forEach(
        (suffix, arn) -> {
          Metric days =
              Metric.Builder.create()
                  .namespace("AWS/CertificateManager")
                  .metricName("DaysToExpiry")
                  .dimensionsMap(Map.of("CertificateArn", arn))
                  .statistic("Minimum")
                  .period(Duration.days(1))
                  .build();
          graph(AlarmText.CERTIFICATE.title(), days);
          keep(
              builder(AlarmText.CERTIFICATE, suffix, days, 30, 1)
                  .comparisonOperator(ComparisonOperator.LESS_THAN_THRESHOLD)
                  .build());
        });
  }

  private static MetricOptions each(String statistic) {
    return MetricOptions.builder().statistic(statistic).period(MINUTE).build();
  }

  /** Goes off when it is as high as that in most minutes of a time. */
  private void alarm(AlarmText text, IMetric metric, Number threshold, int minutes) {
    graph(text.title(), metric);
    keep(builder(text, metric, threshold, minutes).build());
  }

  private Alarm.Builder builder(AlarmText text, IMetric metric, Number threshold, int periods) {
    return builder(text, "", metric, threshold, periods);
  }

  private Alarm.Builder builder(
      AlarmText text, String suffix, IMetric metric, Number threshold, int periods) {
    return Alarm.Builder.create(stack, text.id() + suffix)
        .alarmDescription(text.description())
        .metric(metric)
        .threshold(threshold)
        .evaluationPeriods(periods)
        .datapointsToAlarm(periods / 2 + 1)
        .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
        .treatMissingData(TreatMissingData.NOT_BREACHING);
  }

  private void keep(Alarm alarm) {
    alarm.addAlarmAction(tell);
    alarm.addOkAction(tell);
    alarms.add(alarm);
  }

  private void graph(String title, IMetric metric) {
    graphs.computeIfAbsent(title, t -> new ArrayList<>()).add(metric);
  }

  private void dashboard() {
    List<IWidget> widgets = new ArrayList<>();
    widgets.add(
        AlarmStatusWidget.Builder.create()
            .title("Alarms")
            .width(24)
            .height(3)
            .alarms(alarms)
            .build());
    graphs.forEach(
        (title, metrics) ->
            widgets.add(
                GraphWidget.Builder.create()
                    .title(title)
                    .width(8)
                    .height(6)
                    .left(metrics)
                    .build()));
    Dashboard.Builder.create(stack, "Dashboard")
        .dashboardName(configuration.name())
        .widgets(List.of(widgets))
        .build();
  }
}
