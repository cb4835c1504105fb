#!/usr/bin/env bash
# Gets the databases that the tests are run against into .servers/ (or $KG_SERVERS): Virtuoso and Java from Debian where
# this is root's machine and they are missing, the others from Maven Central. What cannot be had is told and left out;
# the tests of it are then skipped with that reason.
set -u
cd "$(dirname "$0")/../.."
folder="${KG_SERVERS:-$PWD/.servers}"
mkdir -p "$folder"

missing=()
command -v virtuoso-t >/dev/null || missing+=(virtuoso-opensource)
command -v java >/dev/null || missing+=(default-jdk-headless)
command -v mvn >/dev/null || missing+=(maven)
if [ ${#missing[@]} -gt 0 ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  export DEBIAN_FRONTEND=noninteractive
  { timeout 60 apt-get -qq update && timeout 240 apt-get -qq install --no-install-recommends "${missing[@]}"; } \
    >"$folder/apt.log" 2>&1 </dev/null || echo "not installed by apt-get: ${missing[*]} (see $folder/apt.log)"
fi
command -v mvn >/dev/null || { echo "no Maven: Fuseki, RDF4J, Blazegraph and Neo4j are left out"; exit 0; }

# copy GROUP:ARTIFACT:VERSION:TYPE, once
copy() {
  local artifact version kind
  IFS=: read -r _ artifact version kind <<<"$1"
  [ -e "$folder/$artifact-$version.$kind" ] && return
  timeout 120 mvn -q -B dependency:copy -Dartifact="$1" -DoutputDirectory="$folder" >"$folder/$artifact.log" 2>&1 </dev/null \
    || echo "not to be had: $1 (see $folder/$artifact.log)"
}
copy org.apache.jena:jena-fuseki-server:5.2.0:jar
copy org.eclipse.rdf4j:rdf4j-http-server:3.7.7:war
copy com.blazegraph:bigdata-war:2.1.4:war
copy org.eclipse.jetty:jetty-runner:9.4.57.v20241219:jar
if [ ! -e "$folder/neo4j/complete-5.26.0" ]; then
  timeout 240 mvn -q -B -f tests/servers/pom.xml dependency:copy-dependencies -DoutputDirectory="$folder/neo4j" \
    >"$folder/neo4j.log" 2>&1 </dev/null && touch "$folder/neo4j/complete-5.26.0" || echo "not to be had: Neo4j (see $folder/neo4j.log)"
fi
