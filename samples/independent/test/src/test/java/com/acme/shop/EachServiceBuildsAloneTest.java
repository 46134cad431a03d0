package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Each service compiles from the published definition, and holds nothing of another. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EachServiceBuildsAloneTest {

    private Sample sample;

    @BeforeAll
    void build() throws Exception {
        sample = Sample.build();
    }

    @Test
    void theDefinitionsAreAllThatIsPublished() throws Exception {
        assertThat(sample.definitions().classes()).containsExactly("META-INF/saga/place-order.saga");
    }

    @Test
    void aServiceHoldsItsOwnSideAndNothingOfAnother() throws Exception {
        for (String service : Sample.SERVICES) {
            List<String> others = Sample.SERVICES.stream()
                    .filter(other -> !other.equals(service))
                    .map(other -> "/" + other + "/")
                    .toList();
            assertThat(sample.service(service).classes())
                    .as(service)
                    .anyMatch(
                            path -> path.startsWith("com/acme/shop/" + service + "/") && path.endsWith("Worker.class"))
                    .noneMatch(path -> others.stream().anyMatch(path::contains))
                    .noneMatch(path -> path.endsWith("Client.class"));
        }
    }

    @Test
    void eachServiceHasTheLinkOfItsStepAndNoOther() throws Exception {
        assertThat(links("inventory")).containsExactly("PlaceOrderWorkflowImpl.class");
        assertThat(links("billing")).containsExactly("AuthorizationLinkImpl.class");
        assertThat(links("shipping")).containsExactly("ShipmentLinkImpl.class");
        assertThat(links("mail")).containsExactly("SendReceiptLinkImpl.class");
    }

    @Test
    void theDeskStartsSagasWithoutAnyServicesCode() throws Exception {
        assertThat(sample.desk().classes())
                .contains("com/acme/shop/PlaceOrderClient.class")
                .noneMatch(path -> path.contains("/placeorder/") || path.endsWith("Activities.class"));
    }

    private List<String> links(String service) throws Exception {
        String folder = "com/acme/shop/placeorder/v1/";
        return sample.service(service).classes().stream()
                .filter(path -> path.startsWith(folder) && path.endsWith("Impl.class"))
                .map(path -> path.substring(folder.length()))
                .toList();
    }
}
