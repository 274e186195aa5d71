# Finds the JDK that ./orderly builds and runs with; to be sourced by a POSIX shell.
#
# find_jdk ROOT sets jdk (its home) and jdk_version. The first of these that is new enough:
# JAVA_HOME; the java on the PATH; then, of all JDKs in the usual places below ROOT, the newest.
# ROOT is empty for this machine; a test gives a folder of its own.

jdk_needed=21

# The version of the JDK with this home; nothing if there is none. $1: the home
jdk_version_of() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
  found=$(sed -n 's/^JAVA_VERSION="\([^"]*\)".*/\1/p' "$1/release" 2> /dev/null | head -n 1)
  [ -n "$found" ] \
    || found=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p' | head -n 1)
  printf '%s' "$found"
}

# 25.0.1 is Java 25, 26-ea is Java 26, and 1.8.0_402 is Java 8. $1: the version, may be empty
jdk_is_enough() {
  major=$(printf '%s' "$1" | sed -e 's/^1\.//' -e 's/[^0-9].*$//')
  [ "${major:-0}" -ge "$jdk_needed" ]
}

# The home of the java on the PATH, through links and through version switchers.
jdk_on_path() {
  program=$(command -v java 2> /dev/null) || return 0
  real=$(readlink -f "$program" 2> /dev/null) || real=$program
  place=$(dirname "$(dirname "$real")")
  if [ -x "$place/bin/javac" ] && [ -f "$place/release" ]; then
    printf '%s' "$place"
  else
    "$program" -XshowSettings:properties -version 2>&1 \
      | sed -n 's/^ *java\.home = //p' | head -n 1
  fi
}

# Homes of JDKs in the usual places, one a line. $1: the root
jdk_places() {
  if [ -x "$1/usr/libexec/java_home" ]; then
    "$1/usr/libexec/java_home" -v "$jdk_needed+" 2> /dev/null || :
  fi
  for place in \
    "$1"/usr/lib/jvm/* "$1"/usr/lib64/jvm/* "$1"/usr/java/* "$1"/opt/java/* "$1"/opt/jdk* \
    "$1"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$1"/opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "$1"/usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "$1${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$1${SDKMAN_DIR:-${HOME:-}/.sdkman}"/candidates/java/* \
    "$1${HOME:-}"/.jdks/*; do
    [ ! -d "$place" ] || printf '%s\n' "$place"
  done
}

# $1: the root
newest_jdk() {
  jdk_places "$1" | while IFS= read -r place; do
    found=$(jdk_version_of "$place")
    if jdk_is_enough "$found"; then
      # Three numbers to sort by, then the home.
      numbers=$(printf '%s.0.0' "$found" | sed -e 's/[^0-9.]//g' | cut -d . -f 1-3)
      printf '%s %s\n' "$numbers" "$place"
    fi
  done | sort -s -t . -k 1,1nr -k 2,2nr -k 3,3nr | head -n 1 | cut -d ' ' -f 2-
}

# $1: the root
find_jdk() {
  jdk=${JAVA_HOME:-}
  jdk_version=$(jdk_version_of "$jdk")
  if [ -n "${JAVA_HOME:-}" ] && ! jdk_is_enough "$jdk_version"; then
    printf 'JAVA_HOME is not a JDK %s or newer: %s is %s.\n' "$jdk_needed" "$JAVA_HOME" \
      "${jdk_version:-no JDK}" >&2
  fi
  if ! jdk_is_enough "$jdk_version"; then
    jdk=$(jdk_on_path)
    jdk_version=$(jdk_version_of "$jdk")
  fi
  if ! jdk_is_enough "$jdk_version"; then
    jdk=$(newest_jdk "$1")
    jdk_version=$(jdk_version_of "$jdk")
  fi
  if ! jdk_is_enough "$jdk_version"; then
    printf 'Orderly needs a JDK %s or newer; none was found by JAVA_HOME, on the PATH or %s.\n' \
      "$jdk_needed" "where JDKs are usually installed" >&2
    return 1
  fi
  printf 'Java %s: %s\n' "$jdk_version" "$jdk" >&2
}
