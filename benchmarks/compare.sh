#!/usr/bin/env bash
# Whole commands against peers and a floor, on the same generated data, in one run:
#   benchmarks/compare.sh ENTRIES FOLDER [FLOOR]
# FLOOR is an optional program that inserts the flat CSV into SQLite with nothing else done, called as
#   FLOOR insert flat.csv DATABASE rowid FULL BATCH LIMIT     (BATCH 0: one transaction; LIMIT 0: all)
# Peers that are not installed are named and left out. Everything is printed to standard output.
set -euo pipefail
count=$1 folder=$2 floor=${3:-}
root=$(cd "$(dirname "$0")/.." && pwd)
mkdir -p "$folder"
dotnet build "$root/benchmarks/TrustFund.Benchmarks" -c Release -v quiet -nologo >/dev/null
dotnet build "$root/src/TrustFund.Cli" -c Release -v quiet -nologo >/dev/null
measure=$root/benchmarks/TrustFund.Benchmarks/bin/Release/net10.0/TrustFund.Benchmarks
tool=$root/src/TrustFund.Cli/bin/Release/net10.0/trustfund
books=$folder/books.db

echo "# machine: $(nproc) processors, $(sed -nE 's/^model name\s*: //p' /proc/cpuinfo | head -n 1), $(uname -sr), .NET $(dotnet --version)"
for peer in ledger hledger; do
    if command -v "$peer" >/dev/null; then echo "# $peer: $("$peer" --version | head -n 1)"; else echo "# $peer: not installed, left out"; fi
done
if [ -z "$floor" ]; then echo '# floor: none named, left out'; fi

timed() { # label, then the command; wall seconds and peak memory
    local label=$1; shift
    /usr/bin/time -f "$label: %e s, %M KiB" "$@" 2>&1 >/dev/null | tail -n 1
}
insert() { [ -z "$floor" ] || echo "floor, $1: $("$floor" insert "$folder/flat.csv" "$folder/floor.db" rowid FULL "$2" "$3")"; }

echo "== $count entries"
"$measure" generate "$count" "$folder"
insert 'one transaction' 0 0
"$measure" import "$count" "$books"
insert 'one transaction' 0 0
imported=$folder/imported.db
rm -f "$imported"
"$tool" init "$imported" >/dev/null
timed 'import from CSV' "$tool" import "$imported" "$folder/books"
insert 'one transaction' 0 0
rm -f "$imported"
for _ in 1 2 3; do
    timed 'trial balance straight from CSV' "$tool" trial-balance --books "$folder/books" --format csv
    timed 'trial balance, cold' "$tool" trial-balance --books "$books" --format csv
    timed 'trial balance, cold, as a table' "$tool" trial-balance --books "$books"
    timed 'trial balance with movements, cold' "$tool" trial-balance --books "$books" --year 2023 --movements --format csv
    timed 'trial balance at a date, cold' "$tool" trial-balance --books "$books" --through 2023-06-17 --format csv
done
timed 'audit' "$tool" audit "$books"
"$measure" read "$books"
"$measure" table 200 5 "$folder/small"
"$measure" table 10000 12 "$folder/large"
for _ in 1 2 3; do
    timed 'help' "$tool" --help
    timed 'check of 200 rows, 5 columns and both totals' "$tool" check "$folder/small/table.txt"
    timed 'check of 10,000 rows, 12 columns and both totals' "$tool" check "$folder/large/table.txt"
done
if command -v ledger >/dev/null; then timed 'ledger bal' ledger -f "$folder/journal.ledger" bal; fi
if command -v hledger >/dev/null && [ "$count" -le 100000 ]; then timed 'hledger bal' hledger -f "$folder/journal.ledger" bal; fi
insert 'one entry a transaction' 1 5000
insert '100 entries a transaction' 100 30000
"$measure" post "$books" 5000
insert 'one entry a transaction' 1 5000
insert '100 entries a transaction' 100 30000
