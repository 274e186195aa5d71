# Finds the Maven that ./orderly builds and tests with; to be sourced by a POSIX shell.
#
# find_maven CLONE sets maven (the program) and maven_version. It is the mvn on the PATH if that is
# new enough, else the clone's mvnw, which fetches the version in .mvn/wrapper. JAVA_HOME is set.

# What the enforcer in pom.xml asks for; Debian 12 and Ubuntu 24.04 bring exactly this version.
maven_needed=3.8.7

# The version of this Maven; nothing if it says none. $1: the program
maven_version_of() {
  "$1" -v 2> /dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p'
}

# $1: the version, may be empty
maven_is_enough() {
  [ -n "$1" ] && [ "$(printf '%s\n%s\n' "$maven_needed" "$1" \
    | sort -t . -k 1,1n -k 2,2n -k 3,3n | head -n 1)" = "$maven_needed" ]
}

# $1: the clone
wrapped_version() {
  sed -n 's/^distributionUrl=.*\/apache-maven\/\([^/]*\)\/.*/\1/p' \
    "$1/.mvn/wrapper/maven-wrapper.properties"
}

# The wrapper would compare another archive with the checksum of the zip. $1: the version
can_be_unpacked() {
  command -v unzip > /dev/null \
    || [ -d "${MAVEN_USER_HOME:-${HOME:-}/.m2}/wrapper/dists/apache-maven-$1" ]
}

# $1: the clone
find_maven() {
  maven=$(command -v mvn 2> /dev/null) || maven=
  maven_version=
  [ -z "$maven" ] || maven_version=$(maven_version_of "$maven")
  if maven_is_enough "$maven_version"; then
    printf 'Maven %s: %s\n' "$maven_version" "$maven" >&2
    return 0
  fi
  if [ -z "$maven" ]; then
    reason='there is no mvn on the PATH'
  else
    reason="$maven is ${maven_version:-no Maven}, and $maven_needed is needed"
  fi
  maven=$1/mvnw
  maven_version=$(wrapped_version "$1")
  if ! can_be_unpacked "$maven_version"; then
    printf '%s\n' "Orderly needs Maven $maven_needed or newer: $reason. Install it, or install unzip,\
 with which mvnw unpacks Maven $maven_version." >&2
    return 1
  fi
  printf 'Maven %s: %s (%s)\n' "$maven_version" "$maven" "$reason" >&2
}
