# Shared by ./imc and ./test; sourced, with root set to the top folder of the repository.
# Finds a JDK and Maven, runs builds one at a time, and knows when a build is stale.
# Written for bash 3.2, which is what macOS has.

JDK_NEEDED=21
MAVEN_VERSION=3.9.11
CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/imc-workbench

EXIT_MISSING_TOOL=3
EXIT_BUILD_FAILED=70

say() {
  printf 'imc: %s\n' "$*" >&2
}

die() { # status, line...
  local status=$1
  shift
  local line
  for line; do
    say "$line"
  done
  exit "$status"
}

# ---- JDK ---------------------------------------------------------------------------------------

# Set REPLY to the feature version (21, 25 ...) of the JDK in a folder, or to 0 if it is none, and
# JDK_BUILD to the whole version (25.0.1). Reads its "release" file: starting each one to ask would take longer than a short command.
jdk_version() {
  REPLY=0
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  local line
  while IFS= read -r line; do
    case $line in
      JAVA_VERSION=*)
        line=${line#*=}
        line=${line//\"/}
        JDK_BUILD=$line
        line=${line%%[!0-9]*}
        REPLY=${line:-0}
        return 0
        ;;
    esac
  done <"$1/release"
}

# Set REPLY to the home of the JDK whose java is on the PATH; it may be empty.
jdk_on_path() {
  REPLY=$(type -P java) || return 0
  local link
  while [ -h "$REPLY" ]; do
    link=$(readlink "$REPLY")
    case $link in
      /*) REPLY=$link ;;
      *) REPLY=${REPLY%/*}/$link ;;
    esac
  done
  REPLY=${REPLY%/bin/java}
}

# Print the home of every JDK in the usual places, new and old.
jdks() {
  local home
  jdk_on_path
  for home in "${JAVA_HOME:-}" "$REPLY" \
    /usr/lib/jvm/* \
    /usr/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec \
    "$HOME"/.sdkman/candidates/java/* \
    "$HOME"/.jdks/*; do
    [ -n "$home" ] && [ -x "$home/bin/javac" ] && printf '%s\n' "$home"
  done
  return 0
}

# Set JDK to a JDK that is new enough, and JDK_BUILD to its version: the one in JAVA_HOME, or else the newest that is there.
find_jdk() {
  if [ -n "${JAVA_HOME:-}" ]; then
    jdk_version "$JAVA_HOME"
    if [ "$REPLY" -ge $JDK_NEEDED ]; then
      JDK=$JAVA_HOME
      return
    fi
  fi
  local home newest=0 build=
  JDK=
  while IFS= read -r home; do
    jdk_version "$home"
    if [ "$REPLY" -gt "$newest" ]; then
      newest=$REPLY
      build=$JDK_BUILD
      JDK=$home
    fi
  done <<<"$(jdks)"
  [ "$newest" -ge $JDK_NEEDED ] || die $EXIT_MISSING_TOOL \
    "No JDK $JDK_NEEDED or newer was found${JDK:+ (the newest is $JDK)}. Install one, or set JAVA_HOME to it:" \
    "  Debian 13, Ubuntu 22.04 and later:  sudo apt-get install openjdk-$JDK_NEEDED-jdk" \
    "  Fedora:                             sudo dnf install java-latest-openjdk-devel" \
    "  macOS:                              brew install openjdk" \
    "  anywhere:                           unpack a JDK and point JAVA_HOME at it"
  JDK_BUILD=$build
}

# ---- Maven -------------------------------------------------------------------------------------

is_maven_39() { # mvn
  # From a folder without .mvn: an older Maven must not load this project's extensions.
  case $(cd / && JAVA_HOME=$JDK "$1" --version 2>/dev/null) in
    *"Apache Maven 3.9."*) return 0 ;;
    *) return 1 ;;
  esac
}

# Set MVN to a Maven 3.9: the one on the PATH, or one that an older Maven downloads.
find_maven() {
  MVN=$(type -P mvn) || MVN=
  if [ -n "$MVN" ] && is_maven_39 "$MVN"; then
    return
  fi
  local own=$CACHE/apache-maven-$MAVEN_VERSION
  if ! is_maven_39 "$own/bin/mvn"; then
    [ -n "$MVN" ] || die $EXIT_MISSING_TOOL \
      "Maven was not found. Install any version; if it is older than 3.9, it is only used to fetch $MAVEN_VERSION:" \
      "  Debian, Ubuntu:  sudo apt-get install maven" \
      "  Fedora:          sudo dnf install maven" \
      "  macOS:           brew install maven"
    fetch_maven "$own"
  fi
  MVN=$own/bin/mvn
}

fetch_maven() { # folder
  say "fetching Maven $MAVEN_VERSION (once)"
  mkdir -p "$CACHE"
  local fetched
  fetched=$(mktemp -d "$CACHE/fetch.XXXXXX")
  # An old Maven may fail under a new JDK (3.8.7 does under 25), so try what is set up here first.
  if ! download_maven "$fetched"; then
    local home done=
    while IFS= read -r home; do
      if [ -n "$home" ] && JAVA_HOME=$home download_maven "$fetched"; then
        done=yes
        break
      fi
    done <<<"$(jdks)"
    if [ -z "$done" ]; then
      mv "$fetched/log" "$CACHE/fetch.log"
      rm -rf "$fetched"
      show_errors "$CACHE/fetch.log"
      die $EXIT_BUILD_FAILED "$MVN could not fetch Maven $MAVEN_VERSION. Maybe install Maven 3.9 yourself. The whole log: $CACHE/fetch.log"
    fi
  fi
  (cd "$fetched" && "$JDK/bin/jar" xf "apache-maven-$MAVEN_VERSION-bin.zip")
  chmod +x "$fetched/apache-maven-$MAVEN_VERSION/bin/mvn"
  is_maven_39 "$fetched/apache-maven-$MAVEN_VERSION/bin/mvn" \
    || die $EXIT_BUILD_FAILED "What was fetched as Maven $MAVEN_VERSION does not start. It is in $fetched."
  rm -rf "$1"
  mv "$fetched/apache-maven-$MAVEN_VERSION" "$1"
  rm -rf "$fetched"
}

download_maven() { # folder
  (
    cd "$1"
    "$MVN" -B org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy \
      -Dartifact="org.apache.maven:apache-maven:$MAVEN_VERSION:zip:bin" -DoutputDirectory="$1"
  ) >"$1/log" 2>&1 </dev/null && [ -s "$1/apache-maven-$MAVEN_VERSION-bin.zip" ]
}

# Show what Maven says went wrong, without its advice on how to ask Maven for more.
show_errors() { # log
  local errors
  errors=$(grep -E '^\[(ERROR|FATAL)\] .' "$1" \
    | grep -vE '^\[ERROR\] \[Help|full stack trace|Re-run Maven|For more information|After correcting|mvn <args>' \
    | head -n 25) || true
  printf '%s\n' "${errors:-$(tail -n 25 "$1")}" >&2
  if grep -qE 'Unknown ?[Hh]ost|name resolution|not known|unreachable|refused|timed out|transfer failed|Could not transfer|could not be resolved|offline mode' <<<"$errors"; then
    say "Maven could not download what it needs. The first build on a machine needs the network;"
    say "behind a proxy or a mirror, tell Maven so in ~/.m2/settings.xml. Later builds work offline."
  fi
}

# ---- builds ------------------------------------------------------------------------------------

# Print a fingerprint of the sources below some paths, relative to the root: their names and their
# contents, so that deleting a file or checking out another branch counts, and touching does not.
# The root itself is part of it, since archives made for speed hold absolute paths.
fingerprint() {
  (
    cd "$root"
    printf '%s\n' "$root"
    find "$@" \( -name target -o -name src-gen -o -name xtend-gen -o -name bin -o -name '.?*' \) -prune \
      -o -type f -print0 | xargs -0 cksum | LC_ALL=C sort
  ) | cksum
}

# Wait until no other build runs in this repository, then hold the lock until this process ends.
lock_builds() {
  mkdir -p "$root/target"
  local lock=$root/target/build.lock
  if type -P flock >/dev/null; then
    exec 9>"$lock"
    if ! flock -n 9; then
      say "another build is running here; waiting for it"
      flock 9
    fi
    return
  fi
  local told=
  until mkdir "$lock.d" 2>/dev/null; do
    if [ -s "$lock.d/pid" ] && ! kill -0 "$(cat "$lock.d/pid")" 2>/dev/null; then
      rm -rf "$lock.d" # its owner was killed
      continue
    fi
    [ -n "$told" ] || say "another build is running here; waiting for it (if none is: rm -r '$lock.d')"
    told=yes
    sleep 1
  done
  printf '%s\n' $$ >"$lock.d/pid"
  trap 'rm -rf "$root/target/build.lock.d"' EXIT
}

unlock_builds() {
  exec 9>&-
  if [ -d "$root/target/build.lock.d" ]; then
    rm -rf "$root/target/build.lock.d"
    trap - EXIT
  fi
}

# What Maven is started with: nothing here, a virtual screen for tests.
MAVEN_UNDER=(env)

run_maven() {
  JAVA_HOME=$JDK "${MAVEN_UNDER[@]}" "$MVN" -B -f "$root/pom.xml" "$@" </dev/null
}

# Build quietly; on failure show what went wrong and exit.
build() { # what, Maven argument...
  local what=$1 log=$root/target/build.log
  shift
  find_maven
  say "building $what ..."
  if ! run_maven "$@" >"$log" 2>&1; then
    show_errors "$log"
    die $EXIT_BUILD_FAILED "the build of $what failed. The whole log: $log"
  fi
}

# ---- what is built -----------------------------------------------------------------------------

CLI_HOME=releng/org.imc.commandline/target
CLI_SOURCES="pom.xml .mvn/extensions.xml .mvn/jvm.config .mvn/maven.config
  releng/org.imc.target releng/org.imc.generate releng/org.imc.commandline
  org.imc.model org.imc.engine org.imc.dsl org.imc.dsl.ide org.imc.onnx org.imc.cli"

PRODUCT_HOME=releng/org.imc.product/target
PRODUCT_SOURCES="$CLI_SOURCES LICENSE org.imc.dsl.ui org.imc.workbench releng/org.imc.feature releng/org.imc.product"

SPARK_HOME=org.imc.spark/target
SPARK_SOURCES="$CLI_SOURCES org.imc.spark"

# Tell whether a build is as old as its sources: its fingerprint is kept beside it.
is_fresh() { # folder, fingerprint
  local kept=
  [ -r "$root/$1/fingerprint" ] && IFS= read -r kept <"$root/$1/fingerprint"
  [ "$kept" = "$2" ]
}

remember() { # folder, fingerprint
  printf '%s\n' "$2" >"$root/$1/fingerprint"
}

# Bring one build up to date. A build that is under way holds IMC_BUILDING: what it starts uses the
# jars as they are.
bring_up_to_date() { # what, folder, module, source...
  [ -z "${IMC_BUILDING:-}" ] || return 0
  local what=$1 folder=$2 module=$3 now
  shift 3
  now=$(fingerprint "$@")
  if is_fresh "$folder" "$now"; then
    return
  fi
  lock_builds
  now=$(fingerprint "$@")
  if ! is_fresh "$folder" "$now"; then
    build "$what" verify -pl "$module" -am
    forget_archives
    remember "$folder" "$now"
  fi
  unlock_builds
}

# Class data archives belong to jars that are gone after a build; the JVM would ignore them.
forget_archives() {
  rm -f "$root/$CLI_HOME"/imc-*.jsa
}
