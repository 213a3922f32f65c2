package io.speechtotext.throwaway.internal.embedded;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * As whom the server runs, for PostgreSQL refuses to run as root.
 *
 * @param prefix what comes before a command to run it as that user
 * @param account the other account's name; null when files stay this process's own
 */
record ServerUser(List<String> prefix, @Nullable String account) {

  private static final String OTHER = "nobody";

  /** The right one for this process: itself, else itself unmapped, else another account. */
  static ServerUser detect() throws IOException {
    if (System.getProperty("os.name").startsWith("Windows")) {
      throw new IOException("the embedded server runs on Linux and macOS, not on Windows");
    }
    if (new UnixSystem().getUid() != 0) {
      return self();
    }
    ServerUser unmapped = unmapped();
    return unmapped.works() ? unmapped : other();
  }

  /** This process's own user, which must not be root. */
  static ServerUser self() {
    return new ServerUser(List.of(), null);
  }

  /** Root seen from a user namespace that maps nobody: no root any more, yet the same files. */
  static ServerUser unmapped() {
    return new ServerUser(List.of("unshare", "--user", "--"), null);
  }

  /** Another, ordinary account; for where user namespaces are forbidden, as in many containers. */
  static ServerUser other() throws IOException {
    String group = Commands.run(List.of("id", "-g", OTHER)).strip();
    List<String> setpriv =
        List.of("setpriv", "--reuid=" + OTHER, "--regid=" + group, "--clear-groups", "--");
    List<String> su = List.of("su", "-s", "/bin/sh", OTHER, "-c", "exec \"$0\" \"$@\"");
    ServerUser first = new ServerUser(setpriv, OTHER);
    ServerUser user = first.works() ? first : new ServerUser(su, OTHER);
    if (!user.works()) {
      throw new IOException(
          "PostgreSQL does not run as root, and neither unshare nor setpriv nor su can leave it");
    }
    return user;
  }

  boolean isOther() {
    return account != null;
  }

  /** The command that runs {@code command} as this user. */
  List<String> command(List<String> command) {
    return Stream.concat(prefix.stream(), command.stream()).toList();
  }

  /** Hands a directory over to this user, with all that is in it. */
  void own(Path tree) throws IOException {
    if (account == null) {
      return;
    }
    UserPrincipal owner =
        tree.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(account);
    List<Path> paths = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(tree)) {
      walk.forEach(paths::add);
    }
    for (Path path : paths) {
      Files.setOwner(path, owner);
    }
  }

  private boolean works() {
    return Commands.succeeds(command(List.of("true")));
  }
}
