package org.orderly.tests.bench.bare;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The application around the bare resource. */
@ApplicationPath("/")
public class BareApplication extends Application {}
