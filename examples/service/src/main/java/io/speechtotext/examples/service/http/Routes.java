package io.speechtotext.examples.service.http;

import java.util.List;

/** The routes of one feature. */
@FunctionalInterface
public interface Routes {

  /** In any order; unmodifiable. */
  List<Route> routes();
}
