package org.orderly.tests.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ejb.MessageDriven;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.Path;
import org.orderly.catalog.CatalogQueries;
import org.orderly.catalog.Offer;
import org.orderly.identity.MailedLinks;
import org.orderly.identity.Users;
import org.orderly.identity.link.LinkPurpose;
import org.orderly.identity.person.Contact;
import org.orderly.kernel.DomainEvent;
import org.orderly.ordering.OrderQueries;
import org.orderly.ordering.OrderView;
import org.orderly.ordering.guests.GuestContact;
import org.orderly.ordering.guests.GuestOrders;

/** The rules of the house: who may know whom, and what may be seen from outside. */
@AnalyzeClasses(packages = "org.orderly", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String ANY = "org.orderly..";
  private static final String KERNEL = "org.orderly.kernel..";
  private static final String COMMIT = "org.orderly.commit..";
  private static final String LOGGING = "org.orderly.logging..";
  private static final String PRODUCT_FILES = "org.orderly.productfiles..";
  private static final String PLATFORM = "org.orderly.platform..";
  private static final String JOBS = "org.orderly.jobs..";
  private static final String IDENTITY = "org.orderly.identity..";
  private static final String CATALOG = "org.orderly.catalog..";
  private static final String INVENTORY = "org.orderly.inventory..";
  private static final String CART = "org.orderly.cart..";
  private static final String LEDGER = "org.orderly.ledger..";
  private static final String PAYMENT = "org.orderly.payment..";
  private static final String ORDERING = "org.orderly.ordering..";
  private static final String LISTING = "org.orderly.listing..";
  private static final String DOCUMENTS = "org.orderly.documents..";
  private static final String REPORTING = "org.orderly.reporting..";
  private static final String INTEGRITY = "org.orderly.integrity..";
  private static final String NOTIFICATION = "org.orderly.notification..";
  private static final String WEB = "org.orderly.web..";
  private static final String SERVER = "org.orderly.server..";
  private static final String CLI = "org.orderly.server.cli..";
  private static final String LOAD = "org.orderly.tests.load..";
  private static final String DRILL = "org.orderly.tests.drill..";
  private static final String SIGN_IN = "org.orderly.tests.signin..";
  private static final String REPLAY = "org.orderly.tests.replay..";
  private static final String BENCH_CLIENT = "org.orderly.tests.bench.client..";

  /** An application of its own, which the bench deploys beside the shop. */
  private static final String BARE = "org.orderly.tests.bench.bare..";

  private static final String LIQUIBASE = "org.orderly.liquibase..";

  @ArchTest static final ArchRule kernelKnowsNobody = only(KERNEL);

  @ArchTest static final ArchRule commitKnowsNobody = only(COMMIT);

  @ArchTest static final ArchRule loggingKnowsNobody = only(LOGGING);

  @ArchTest static final ArchRule productFilesKnowNobody = only(PRODUCT_FILES);

  @ArchTest
  static final ArchRule externalServicesAreCalledWithinLimits =
      noClasses()
          .that()
          .resideInAPackage(ANY)
          .and()
          .resideOutsideOfPackages(SERVER, "org.orderly.tests..")
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.net\\.(http\\..*|HttpURLConnection|URLConnection)")
          .because("answers of external services are limited by ExternalHttpClient alone");

  @ArchTest static final ArchRule platformKnowsOnlyTheKernel = only(PLATFORM, KERNEL);

  @ArchTest static final ArchRule jobsKnowOnlyThePlatform = only(JOBS, PLATFORM, KERNEL);

  @ArchTest static final ArchRule identityIsALeaf = only(IDENTITY, KERNEL, PLATFORM);

  @ArchTest static final ArchRule catalogIsALeaf = only(CATALOG, KERNEL, PLATFORM);

  @ArchTest static final ArchRule inventoryIsALeaf = only(INVENTORY, KERNEL, PLATFORM);

  @ArchTest static final ArchRule cartIsALeaf = only(CART, KERNEL, PLATFORM);

  @ArchTest static final ArchRule paymentUsesTheLedger = only(PAYMENT, KERNEL, PLATFORM, LEDGER);

  @ArchTest static final ArchRule ledgerIsALeaf = only(LEDGER, KERNEL, PLATFORM);

  @ArchTest
  static final ArchRule orderingConductsTheLeaves =
      only(ORDERING, KERNEL, COMMIT, PLATFORM, IDENTITY, CATALOG, INVENTORY, CART, LEDGER, PAYMENT);

  @ArchTest
  static final ArchRule listingJoinsProductsAndStock =
      only(LISTING, KERNEL, PLATFORM, CATALOG, INVENTORY);

  @ArchTest static final ArchRule documentsReadOrders = only(DOCUMENTS, KERNEL, PLATFORM, ORDERING);

  @ArchTest
  static final ArchRule reportingReadsOrders = only(REPORTING, KERNEL, PLATFORM, CATALOG, ORDERING);

  @ArchTest
  static final ArchRule integrityReadsAllThatCommitsTogether =
      only(INTEGRITY, KERNEL, PLATFORM, COMMIT, INVENTORY, LEDGER, PAYMENT, ORDERING);

  @ArchTest
  static final ArchRule webApiKnowsTheDomainsOnly =
      only(
          WEB,
          KERNEL,
          LOGGING,
          PLATFORM,
          IDENTITY,
          CATALOG,
          INVENTORY,
          CART,
          LEDGER,
          PAYMENT,
          ORDERING,
          LISTING,
          DOCUMENTS,
          REPORTING,
          INTEGRITY,
          NOTIFICATION);

  @ArchTest
  static final ArchRule notificationKnowsEventsAndWhomToTell =
      noClasses()
          .that()
          .resideInAPackage(NOTIFICATION)
          .should()
          .dependOnClassesThat(
              resideInAPackage(ANY)
                  .and(DescribedPredicate.not(resideInAnyPackage(NOTIFICATION, KERNEL, PLATFORM)))
                  .and(
                      DescribedPredicate.describe(
                          "neither tell an event, nor say whom to tell, nor name a product or order",
                          type ->
                              !isEventOrPartOfOne(type)
                                  && !saysWhomToTell(type)
                                  && !namesAProduct(type)
                                  && !namesAnOrder(type)
                                  && !isMemberOfAnEvent(type))));

  @ArchTest static final ArchRule migrationsKnowNobody = only(LIQUIBASE);

  @ArchTest
  static final ArchRule launcherKnowsOnlyTheMigrationsAndProductFiles =
      only(SERVER, LIQUIBASE, PRODUCT_FILES);

  @ArchTest static final ArchRule commandLineKnowsNoCommand = only(CLI);

  @ArchTest static final ArchRule clientsOfTheShopKnowNobody = only(LOAD);

  @ArchTest static final ArchRule theClientOfTheBenchKnowsNoServer = only(BENCH_CLIENT, LOAD);

  @ArchTest static final ArchRule theBareResourceKnowsNobody = only(BARE);

  @ArchTest static final ArchRule theDrillIsAClientOfItsOwnMachine = only(DRILL, LOAD, SERVER);

  @ArchTest
  static final ArchRule theSignInDrillIsAClientOfItsOwnMachine = only(SIGN_IN, LOAD, SERVER);

  @ArchTest static final ArchRule theReplayIsOnlyAClient = only(REPLAY, LOAD, CLI);

  @ArchTest
  static final ArchRule modulesHaveNoCycles =
      slices().matching("org.orderly.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule adaptersAreKnownToNobody =
      slices().matching("org.orderly.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule entitiesAreNotPublic =
      classes().that().areAnnotatedWith(Entity.class).should().notBePublic();

  @ArchTest
  static final ArchRule repositoriesAreNotPublic =
      noFields()
          .that()
          .haveRawType(EntityManager.class)
          .should()
          .beDeclaredInClassesThat()
          .arePublic();

  @ArchTest
  static final ArchRule entitiesDoNotLeaveTheirModule =
      noMethods()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .arePublic()
          .should()
          .haveRawReturnType(are(annotatedWith(Entity.class)));

  @ArchTest
  static final ArchRule httpIsSpokenOnlyInWebApi =
      classes().that().areAnnotatedWith(Path.class).should().resideInAnyPackage(WEB, BARE);

  @ArchTest
  static final ArchRule httpMethodsAreOnlyInWebApi =
      methods()
          .that()
          .areAnnotatedWith(Path.class)
          .should()
          .beDeclaredInClassesThat()
          .resideInAPackage(WEB);

  @ArchTest
  static final ArchRule messageDrivenBeansAreNamedListener =
      classes()
          .that()
          .areAnnotatedWith(MessageDriven.class)
          .should()
          .haveSimpleNameEndingWith("Listener");

  @ArchTest
  static final ArchRule listenersAreNeverInjected =
      noClasses().should().dependOnClassesThat().areAnnotatedWith(MessageDriven.class);

  @ArchTest
  static final ArchRule eventsArePublicRecordsWithoutEntities =
      classes()
          .that()
          .implement(DomainEvent.class)
          .should()
          .bePublic()
          .andShould()
          .beRecords()
          .andShould(mentionNoEntities());

  @ArchTest
  static final ArchRule namesSayWhatThingsAre =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Dto")
          .orShould()
          .haveSimpleNameStartingWith("Abstract")
          .orShould()
          .haveNameMatching(".*\\.Base[A-Z][^.]*");

  @ArchTest
  static final ArchRule nothingIsKeptInFloatingPoint =
      noFields()
          .should()
          .haveRawType(float.class)
          .orShould()
          .haveRawType(double.class)
          .orShould()
          .haveRawType(Float.class)
          .orShould()
          .haveRawType(Double.class);

  /** A module may use itself, the modules named, and whatever is not ours. */
  private static ArchRule only(String module, String... others) {
    return noClasses()
        .that()
        .resideInAPackage(module)
        .should()
        .dependOnClassesThat(
            resideInAPackage(ANY)
                .and(DescribedPredicate.not(resideInAPackage(module)))
                .and(DescribedPredicate.not(resideInAnyPackage(others))));
  }

  private static boolean isEventOrPartOfOne(JavaClass type) {
    return type.isAssignableTo(DomainEvent.class)
        || type.getEnclosingClass().filter(ArchitectureTest::isEventOrPartOfOne).isPresent();
  }

  private static boolean saysWhomToTell(JavaClass type) {
    return type.isEquivalentTo(Users.class)
        || type.isEquivalentTo(Contact.class)
        || type.isEquivalentTo(GuestOrders.class)
        || type.isEquivalentTo(GuestContact.class)
        || type.isEquivalentTo(MailedLinks.class)
        || type.isEquivalentTo(MailedLinks.Minted.class)
        || type.isEquivalentTo(LinkPurpose.class);
  }

  private static boolean namesAProduct(JavaClass type) {
    return type.isEquivalentTo(CatalogQueries.class) || type.isEquivalentTo(Offer.class);
  }

  private static boolean namesAnOrder(JavaClass type) {
    return type.isEquivalentTo(OrderQueries.class) || type.isEquivalentTo(OrderView.class);
  }

  /** Records and enumerations that events have as members. */
  private static boolean isMemberOfAnEvent(JavaClass type) {
    return (type.isRecord() || type.isEnum())
        && type.getDirectDependenciesToSelf().stream()
            .anyMatch(dependency -> dependency.getOriginClass().isAssignableTo(DomainEvent.class));
  }

  private static ArchCondition<JavaClass> mentionNoEntities() {
    return new ArchCondition<>("mention no entities") {
      @Override
      public void check(JavaClass event, ConditionEvents events) {
        event.getFields().stream()
            .flatMap(field -> field.getAllInvolvedRawTypes().stream())
            .filter(type -> type.isAnnotatedWith(Entity.class))
            .forEach(
                type ->
                    events.add(
                        SimpleConditionEvent.violated(
                            event, event.getName() + " mentions " + type.getName())));
      }
    };
  }
}
