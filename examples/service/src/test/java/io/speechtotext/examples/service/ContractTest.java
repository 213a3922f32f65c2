package io.speechtotext.examples.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.examples.service.http.Access;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContractTest extends ServiceTest {

  @Test
  void namesEveryRouteAndNoOther() {
    List<String> routes =
        service().routes().stream().map(route -> route.method() + " " + route.path()).toList();
    assertThat(Contract.packaged().operations()).containsExactlyInAnyOrderElementsOf(routes);
  }

  @Test
  void asksForAKeyWhereverTheServiceDoes() {
    assertThat(Contract.packaged().openOperations())
        .containsExactlyInAnyOrderElementsOf(
            service().routes().stream()
                .filter(route -> route.access() == Access.ANYONE)
                .map(route -> route.method() + " " + route.path())
                .toList());
  }

  @Test
  void isServedWithAPageThatNeedsNothingFromElsewhere() throws Exception {
    Client anybody = service().anybody();
    assertThat(anybody.get("/openapi.yaml").text()).startsWith("# The contract");
    String page = anybody.get("/docs").text();
    assertThat(page).doesNotContain("http:", "https:");
    for (String file :
        List.of(
            "/docs/swagger-ui/swagger-ui.css",
            "/docs/swagger-ui/swagger-ui-bundle.js",
            "/docs/files/page.js")) {
      assertThat(page).contains(file);
      assertThat(anybody.fetch(file).status()).as(file).isEqualTo(200);
    }
  }
}
