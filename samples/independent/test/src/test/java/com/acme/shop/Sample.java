package com.acme.shop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * All projects of the sample, built one after the other: what is published first, then each service by itself.
 *
 * @param definitions what all agree on
 * @param services by name, in the order of the saga's steps
 * @param desk where orders are placed
 */
record Sample(Project definitions, Map<String, Project> services, Project desk) {

    /** The services, in the order of the saga's steps. */
    static final List<String> SERVICES = List.of("inventory", "billing", "shipping", "mail");

    /** A service by its name. */
    Project service(String name) {
        return Objects.requireNonNull(services.get(name), name);
    }

    static Sample build() throws Exception {
        Project definitions = Project.build("definitions");
        definitions.publish();
        Project.build("ledger").publish();
        Map<String, Project> services = new LinkedHashMap<>();
        for (String service : SERVICES) {
            services.put(service, Project.build(service));
        }
        return new Sample(definitions, services, Project.build("desk"));
    }
}
