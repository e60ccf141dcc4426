#!/bin/bash
# The access check, SDDL and the binary form beside Samba's library and python-samba, alternately, in one run: access-check.sh
set -euo pipefail
# The interpreter that Debian's packages install modules for.
python=/usr/bin/python3
"$python" -c 'import samba.dcerpc.security' 2>/dev/null || { echo "not run: python3-samba is not installed" >&2; exit 77; }
cd "$(dirname "$0")/AccessCheck"
"${SWIFT:-swift}" build -c release
"$python" compare.py .build/release/access-check-benchmark
