#!/usr/bin/env bash
# Checks that each folder includes only what docs/architecture.md lets it include. One line a folder.
set -euo pipefail
cd "$(dirname "$0")/.."
bad=0
allow() {  # folder, then the folders it may include beside itself
  local folder=$1 pattern
  shift
  pattern=$(printf '%s\n' "$folder" "$@" | paste -sd '|')
  if grep -nE '^#include "' "$folder"/*.h "$folder"/*.cpp | grep -vE "#include \"($pattern)/[^/]+\"$"; then
    echo "$folder may include only: ${*:-nothing}" >&2
    bad=1
  fi
}
allow indexer/schema
allow indexer/analysis indexer/schema
allow indexer/entities indexer/analysis indexer/schema
allow indexer/stories indexer/analysis indexer/schema
allow indexer/store indexer/schema
allow indexer/articles indexer/analysis indexer/schema
allow indexer/build indexer/articles indexer/store indexer/stories indexer/entities indexer/analysis indexer/schema
allow searchd/search indexer/stories indexer/store indexer/entities indexer/analysis indexer/schema
allow searchd/http
allow searchd/api searchd/http searchd/search indexer/entities indexer/schema
allow searchd/pages searchd/http searchd/search indexer/entities indexer/schema
if grep -rnE '#include <httplib' indexer searchd tests | grep -v '^searchd/http/' | grep -v '^tests/'; then
  echo "only searchd/http may include cpp-httplib" >&2
  bad=1
fi
exit $bad
