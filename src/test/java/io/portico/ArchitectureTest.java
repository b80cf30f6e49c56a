package io.portico;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;

/** The map of the project, as imports: see docs/explanation/architecture.md. */
@AnalyzeClasses(packages = "io.portico", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule imports =
      Architectures.layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("io.portico..")
          .layer("startup")
          .definedBy("io.portico.startup..")
          .layer("aws")
          .definedBy("io.portico.aws..")
          .layer("identity")
          .definedBy("io.portico.identity..")
          .layer("database")
          .definedBy("io.portico.database..")
          .layer("audit")
          .definedBy("io.portico.audit..")
          .layer("tokens")
          .definedBy("io.portico.tokens..")
          .layer("portal")
          .definedBy("io.portico.portal..")
          .layer("signout")
          .definedBy("io.portico.signout..")
          .layer("mlflow")
          .definedBy("io.portico.mlflow")
          .layer("mlflow.proxy")
          .definedBy("io.portico.mlflow.proxy..")
          .layer("connect")
          .definedBy("io.portico.connect..")
          .layer("apidocs")
          .definedBy("io.portico.apidocs")
          .layer("apidocs.openapi")
          .definedBy("io.portico.apidocs.openapi..")
          .layer("apidocs.editing")
          .definedBy("io.portico.apidocs.editing..")
          .layer("apidocs.importing")
          .definedBy("io.portico.apidocs.importing..")
          .layer("apidocs.preview")
          .definedBy("io.portico.apidocs.preview..")
          .layer("apidocs.diff")
          .definedBy("io.portico.apidocs.diff..")
          .layer("apidocs.publishing")
          .definedBy("io.portico.apidocs.publishing..")
          .layer("apidocs.proposing")
          .definedBy("io.portico.apidocs.proposing..")
          .layer("agents")
          .definedBy("io.portico.agents..")
          .layer("sandbox")
          .definedBy("io.portico.sandbox..")
          .whereLayer("startup")
          .mayNotAccessAnyLayer()
          .whereLayer("aws")
          .mayOnlyAccessLayers("startup")
          .whereLayer("identity")
          .mayOnlyAccessLayers("startup")
          .whereLayer("database")
          .mayOnlyAccessLayers("startup")
          .whereLayer("audit")
          .mayOnlyAccessLayers("startup", "identity", "database")
          .whereLayer("tokens")
          .mayOnlyAccessLayers("startup", "identity", "database")
          .whereLayer("portal")
          .mayOnlyAccessLayers("startup", "identity", "database", "audit")
          .whereLayer("signout")
          .mayOnlyAccessLayers("portal", "identity", "database", "audit")
          .whereLayer("mlflow")
          .mayOnlyAccessLayers("startup", "portal", "identity", "audit", "aws")
          .whereLayer("mlflow.proxy")
          .mayOnlyAccessLayers("mlflow", "portal", "tokens", "identity", "database", "audit", "aws")
          .whereLayer("apidocs")
          .mayOnlyAccessLayers("startup", "portal", "identity", "audit", "database", "aws")
          .whereLayer("apidocs.openapi")
          .mayOnlyAccessLayers("apidocs")
          .whereLayer("apidocs.editing")
          .mayOnlyAccessLayers("apidocs", "portal", "identity", "audit")
          .whereLayer("apidocs.importing")
          .mayOnlyAccessLayers(
              "startup", "apidocs", "apidocs.openapi", "portal", "identity", "audit", "database")
          .whereLayer("apidocs.preview")
          .mayOnlyAccessLayers("apidocs", "apidocs.openapi", "identity")
          .whereLayer("apidocs.diff")
          .mayOnlyAccessLayers("apidocs")
          .whereLayer("apidocs.publishing")
          .mayOnlyAccessLayers(
              "apidocs",
              "apidocs.diff",
              "apidocs.openapi",
              "apidocs.importing",
              "portal",
              "identity",
              "audit",
              "database")
          .whereLayer("apidocs.proposing")
          .mayOnlyAccessLayers("apidocs", "apidocs.diff", "portal", "identity", "audit", "database")
          .whereLayer("agents")
          .mayOnlyAccessLayers(
              "startup",
              "mlflow",
              "mlflow.proxy",
              "apidocs",
              "apidocs.openapi",
              "apidocs.proposing",
              "portal",
              "tokens",
              "identity",
              "audit",
              "database")
          .whereLayer("connect")
          .mayOnlyAccessLayers(
              "mlflow", "apidocs", "portal", "tokens", "identity", "database", "audit")
          .whereLayer("sandbox")
          .mayNotAccessAnyLayer()
          .whereLayer("sandbox")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("io.portico.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule oneAdapterForEachAwsService =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("io.portico.aws.SecurityTokenService")
          .and()
          .doNotHaveFullyQualifiedName("io.portico.mlflow.SageMaker")
          .and()
          .doNotHaveFullyQualifiedName("io.portico.apidocs.ApiGatewayConnection")
          .and()
          .doNotHaveFullyQualifiedName("io.portico.apidocs.ApiGatewayDocumentation")
          .and()
          .doNotHaveFullyQualifiedName("io.portico.apidocs.ApiGatewayVersions")
          .and()
          .doNotHaveFullyQualifiedName("io.portico.apidocs.ReadApi")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("software.amazon.awssdk.services..");

  @ArchTest
  static final ArchRule theSandboxChecksTheSdkAndUsWithCodeOfItsOwn =
      noClasses()
          .that()
          .resideInAPackage("io.portico.sandbox..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("software.amazon.awssdk..");

  @ArchTest
  static final ArchRule signInIsTheBusinessOfIdentity =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.portico.identity..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.quarkus.oidc..");

  @ArchTest
  static final ArchRule proxyingIsTheBusinessOfTheProxy =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.portico.mlflow.proxy..", "io.portico.sandbox..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("io.vertx.core.http.HttpClient");

  @ArchTest
  static final ArchRule onlyTheDatabaseKnowsItsPool =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.portico.database..", "io.portico.sandbox..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "io.agroal..", "org.flywaydb..");

  @ArchTest
  static final ArchRule packagesAreFeatures =
      classes()
          .should()
          .resideOutsideOfPackages(
              "..util..", "..common..", "..service..", "..dto..", "..model..", "..impl..");
}
